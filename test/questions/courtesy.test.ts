import { expect } from 'chai';
import { readQuestions } from '../../src/workshop/question-sets.ts';
import { LOCALES, type Locale } from '../../src/language/locale.ts';
import type { ExplainingAnswerer } from '../../src/matching/answerer.ts';
import { learnOnce } from '../learned.ts';

const MOST_MOVED = 0.05;

type Wrap = (text: string) => string;
const BOTH: readonly Wrap[] = [
  (text) => `hey ${text}`,
  (text) => `${text}\nLuca`,
  (text) => `${text}\n\nGrazie\nLuca Rossi`,
  (text) => `${text} - Luca`,
  (text) => `${text} – Luca Rossi`,
  (text) => `${text} -- Sara B.`,
  (text) => `${text} (Luca)`,
  (text) => `${text} - luca`,
  (text) => `${text}, Luca`,
  (text) => `${text}\n- Giulia`,
];
const FORMS: Readonly<Record<Locale, readonly Wrap[]>> = {
  it: [
    ...BOTH,
    (text) => `ciao, scusa, ${text}`,
    (text) => `Ciao Marco, ${text}`,
    (text) => `${text} per favore`,
    (text) => `Buongiorno a tutti, ${text} Un saluto, Maria Verdi`,
  ],
  en: [
    ...BOTH,
    (text) => `good morning, excuse me, ${text}`,
    (text) => `Hi Marco, ${text}`,
    (text) => `${text} please`,
    (text) => `Good morning all, ${text} Best regards, Mary Green`,
  ],
};

describe('courtesy and signatures', () => {
  let answerer: ExplainingAnswerer;
  before(async () => {
    ({ answerer } = await learnOnce());
  });

  for (const locale of LOCALES) {
    it(`change neither the outcome nor the confidence of questions (${locale})`, async () => {
      for (const set of [locale, `${locale}-held-out`]) {
        const questions = await readQuestions(`test/questions/${set}.jsonl`);
        for (const [at, { q }] of questions.entries()) {
          // "Proseware, any news?": behind a greeting such a name is who is greeted, where it is no known customer.
          if (/^\p{Lu}\p{L}+, /u.test(q)) continue;
          const plain = answerer.match(q, { locale });
          // Each fifth form for each question: all of them take a minute on a busy machine.
          for (const wrap of FORMS[locale].filter((_, form) => (form + at) % 5 === 0)) {
            const match = answerer.match(wrap(q), { locale });
            expect(match.confidence, wrap(q)).to.be.closeTo(plain.confidence, MOST_MOVED);
            expect([match.outcome, match.id], wrap(q)).to.deep.equal([plain.outcome, plain.id]);
          }
        }
      }
    }).timeout(60_000);
  }
});
