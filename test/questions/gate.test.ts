import { expect } from 'chai';
import { readQuestions, runQuestions, type SetResult } from '../../src/workshop/question-sets.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { ExplainingAnswerer } from '../../src/matching/answerer.ts';
import { chatAnswerer } from '../../src/app/chat-answerer.ts';
import { learnOnce } from '../learned.ts';

/** Floors and ceilings a little beside what was measured; a change that passes them the wrong way is a step back. */
interface Floors {
  readonly lines: number;
  readonly first: number;
  readonly amongThree: number;
  readonly right: number;
  readonly wrong: number;
  readonly outOfScopeAnswered: number;
}

/** Written by somebody who then changed no example for their sake: nearer to what new users find. */
const HELD_OUT: Readonly<Record<Locale, Floors>> = {
  it: { lines: 150, first: 0.95, amongThree: 0.97, right: 0.91, wrong: 0.02, outOfScopeAnswered: 0.04 },
  en: { lines: 150, first: 0.92, amongThree: 0.95, right: 0.87, wrong: 0.04, outOfScopeAnswered: 0.04 },
};

const FLOORS: Readonly<Record<Locale, Floors>> = {
  it: { lines: 380, first: 0.97, amongThree: 0.99, right: 0.96, wrong: 0.01, outOfScopeAnswered: 0.04 },
  en: { lines: 320, first: 0.97, amongThree: 0.99, right: 0.95, wrong: 0.02, outOfScopeAnswered: 0.07 },
};

/** Written for the answers that were added later, before these had examples. */
const ADDED: Readonly<Record<Locale, Floors>> = {
  it: { lines: 220, first: 0.9, amongThree: 0.96, right: 0.84, wrong: 0.07, outOfScopeAnswered: 0.6 },
  en: { lines: 220, first: 0.9, amongThree: 0.96, right: 0.82, wrong: 0.07, outOfScopeAnswered: 0.4 },
};

const SETS = (['it', 'en'] as const).flatMap((locale) => [
  { locale, file: `${locale}.jsonl`, floors: FLOORS[locale] },
  { locale, file: `${locale}-held-out.jsonl`, floors: HELD_OUT[locale] },
  { locale, file: `${locale}-added-held-out.jsonl`, floors: ADDED[locale] },
]);

for (const { locale, file, floors } of SETS) {
  describe(`questions that are no examples (${file})`, () => {
    let result: SetResult;
    let answerer: ExplainingAnswerer;
    before(async () => {
      answerer = chatAnswerer(await learnOnce());
      const questions = await readQuestions(`test/questions/${file}`);
      expect(questions.length).to.be.at.least(floors.lines);
      result = runQuestions(answerer, questions, locale);
    });

    it('have the right answer or dialog first, or among three', () => {
      expect(result.first / result.inScope, 'first').to.be.at.least(floors.first);
      expect(result.amongThree / result.inScope, 'among three').to.be.at.least(floors.amongThree);
    });

    it('are answered rightly, and hardly ever wrongly', () => {
      expect(result.right / result.inScope, 'right').to.be.at.least(floors.right);
      expect(result.wrong / result.inScope, 'wrong').to.be.at.most(floors.wrong);
    });

    it('are not answered where there is no answer', () => {
      expect(result.outOfScopeAnswered / result.outOfScope).to.be.at.most(floors.outOfScopeAnswered);
    });
  });
}

/**
 * Near what an answer says, and not that: another one acts, the other direction, a deadline where a minimum is known, the
 * assistant where the product is. Here a finer point isn't as good as the answer it belongs to. Of 30 lines 10 and 7 were
 * answered wrongly before the matcher knew of who acts, of directions and of bounds.
 */
describe('near misses', () => {
  for (const locale of ['it', 'en'] as const) {
    it(`are answered by the very answer, asked about or not answered (${locale})`, async () => {
      const answerer = chatAnswerer(await learnOnce());
      const questions = await readQuestions(`test/questions/${locale}-near-misses-held-out.jsonl`);
      const asked = questions.map(({ q, expect: id }) => ({ id, found: answerer.match(q, { locale }).id }));
      const wrong = asked.filter(({ id, found }) => found !== null && found !== id);
      const right = asked.filter(({ id, found }) => (found ?? 'none') === id);
      expect(wrong.length, 'wrong').to.be.at.most(1);
      expect(right.length, 'right').to.be.at.least(21);
    });
  }
});
