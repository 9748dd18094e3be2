import { expect } from 'chai';
import { readQuestions, runQuestions, type SetResult } from '../../src/cli/question-sets.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Locale } from '../../src/language/locale.ts';
import { createAnswerer, type ExplainingAnswerer } from '../../src/matching/answerer.ts';

/** Floors and ceilings a little beside what was measured; a change that passes them the wrong way is a step back. */
interface Floors {
  readonly lines: number;
  readonly first: number;
  readonly amongThree: number;
  readonly right: number;
  readonly wrong: number;
  readonly outOfScopeAnswered: number;
}

const FLOORS: Readonly<Record<Locale, Floors>> = {
  it: { lines: 150, first: 0.94, amongThree: 0.98, right: 0.84, wrong: 0.03, outOfScopeAnswered: 0.03 },
  en: { lines: 100, first: 0.94, amongThree: 0.98, right: 0.86, wrong: 0.03, outOfScopeAnswered: 0.04 },
};

for (const locale of ['it', 'en'] as const) {
  describe(`questions that are no examples (${locale})`, () => {
    const floors = FLOORS[locale];
    let result: SetResult;
    let answerer: ExplainingAnswerer;
    before(async () => {
      answerer = createAnswerer(await loadKnowledge('knowledge'));
      const questions = await readQuestions(`test/questions/${locale}.jsonl`);
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
