import type { Answer, Intent, Knowledge, Vocabulary } from '../../src/knowledge/knowledge.ts';

const NOTHING: Vocabulary = { synonyms: [], chatSpellings: {}, courtesy: [], aspects: {} };

/** An answer of the sample knowledge; `parent` follows from the id. */
export function answer(id: string, examples: readonly string[], more: Partial<Answer> = {}): Answer {
  const parent = id.includes('/') ? id.slice(0, id.indexOf('/')) : null;
  const [question = '', ...rest] = examples;
  const texts = { en: { question, examples: rest, lead: question, body: '' } };
  return { id, parent, sources: [], related: [], dialog: null, reviewed: '2026-01-01', texts, ...more };
}

export function knowledgeOf(
  answers: readonly Answer[],
  intents: readonly Intent[] = [],
  vocabulary: Partial<Vocabulary> = {},
): Knowledge {
  return {
    answers: new Map(answers.map((one) => [one.id, one])),
    intents: new Map(intents.map((one) => [one.dialog, one])),
    vocabulary: { en: { ...NOTHING, ...vocabulary } },
    sources: new Map(),
  };
}

/** A library's help desk: nothing in the engine may depend on what the assistant is about. */
export const LIBRARY: readonly Answer[] = [
  answer(
    'opening-hours',
    [
      'When is the library open?',
      'what are your opening hours',
      'are you open on sunday',
      'at what time do you close',
      'is the reading room open in the evening',
    ],
    { related: ['lost-card'] },
  ),
  answer('opening-hours/holidays', [
    'Is the library open on holidays?',
    'closed on christmas day',
    'opening hours at easter',
    'holiday timetable',
  ]),
  answer(
    'renew-loan',
    [
      'How do I renew a loan?',
      'extend the loan of a book',
      'can I keep my book longer',
      'i need more time for the novel',
      'prolong borrowing period',
    ],
    { dialog: 'renew' },
  ),
  answer('lost-card', [
    'I lost my membership card',
    'my card is gone',
    'replace a stolen card',
    'how much is a new card',
    'cannot find my library card',
  ]),
  answer('printing', [
    'Where can I print?',
    'printer on the second floor',
    'how much does a copy cost',
    'print a document from my phone',
    'scan to email',
  ]),
];

export const RENEW: Intent = {
  dialog: 'renew',
  examples: {
    en: [
      'renew the loan of Moby',
      'please extend Emma for me',
      'renew my loan now',
      'is the loan for Dracula renewed',
      'extend my last loan',
    ],
  },
  titles: { en: 'Renew a loan' },
};
