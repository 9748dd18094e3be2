import { spokenFirst } from '../../language/locale.ts';
import type { Answer, AnswerText } from '../knowledge.ts';
import type { FileEntry, KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';
import { likeness, wordsOf } from '../wording.ts';

/** Digits with their marks between: "25.000", "25,000", "3,5"; an address or an id in a link isn't read. */
const FIGURE = /(?<![\p{L}\d])\d+(?:[.,\u00a0]\d+)*(?![\p{L}\d])/gu;
/** Where a document is named, the figure is its edition's and not a fact of the answer. */
const CITATION = '](source:';
/** Two sentences speak of the same thing when they share so much, their figures apart. */
const SAME_SENTENCE = 0.7;
const FEWEST_WORDS = 5;

/** Figures that one language gives and another doesn't, and sentences that differ in nothing but a figure. */
export function checkNumbers(folder: KnowledgeFolder): Problem[] {
  return [...folder.answers.flatMap(checkLocales), ...checkEntries(folder)];
}

function checkLocales({ file, value }: FileEntry<Answer>): Problem[] {
  const given = spokenFirst(Object.keys(value.texts)).flatMap((locale) => {
    const text = value.texts[locale];
    return text === undefined ? [] : [{ locale, figures: figuresIn(saidBy(text).join('\n')) }];
  });
  const [first, ...others] = given;
  if (first === undefined) return [];
  return others.flatMap(({ locale, figures }): Problem[] => {
    const lacking = [...first.figures].filter((figure) => !figures.has(figure));
    const added = [...figures].filter((figure) => !first.figures.has(figure));
    if (lacking.length + added.length === 0) return [];
    const message = `gives ${listed(added)} where ${first.locale} gives ${listed(lacking)}`;
    const cure = 'compare both with the source and give the same figures';
    return [{ severity: 'warning', file, field: `${locale}.body`, message, cure }];
  });
}

function listed(figures: readonly string[]): string {
  return figures.length === 0 ? 'no such figure' : figures.join(', ');
}

/** Every text that states a fact. */
function saidBy({ lead, body, verdicts = {}, variants = [], cases = [] }: AnswerText): string[] {
  return [
    lead,
    body,
    ...Object.values(verdicts),
    ...[...variants, ...cases].flatMap((each) => [each.lead, each.body ?? '']),
  ];
}

/** "25.000 USD" and "USD 25,000" give 25000; the numbers of a list's points are none. */
function figuresIn(text: string): Set<string> {
  const shown = text.replace(/\]\([^)]*\)/g, ']').replace(/^\s*\d+\.\s/gm, '');
  return new Set(
    [...shown.matchAll(FIGURE)].map(([figure]) => figure.replace(/[.,\u00a0](?=\d{3}(?!\d))/g, '')),
  );
}

interface Sentence {
  readonly file: string;
  readonly field: string;
  readonly id: string;
  readonly text: string;
  /** The words without the figures. */
  readonly frame: string;
  readonly figures: string;
}

function checkEntries(folder: KnowledgeFolder): Problem[] {
  return spokenFirst(folder.answers.flatMap(({ value }) => Object.keys(value.texts))).flatMap((locale) => {
    const sentences = folder.answers.flatMap(({ file, value }) => {
      const text = value.texts[locale];
      return text === undefined ? [] : sentencesOf(file, locale, value.id, text);
    });
    return sentences.flatMap((sentence, at) => {
      const earlier = sentences.slice(0, at).find((other) => contradicts(sentence, other));
      return earlier === undefined ? [] : [contradiction(sentence, earlier)];
    });
  });
}

function sentencesOf(file: string, locale: string, id: string, text: AnswerText): Sentence[] {
  return Object.entries({ lead: text.lead, body: text.body }).flatMap(([name, said]) =>
    said.split(/(?<=[.:;!?])\s+|\n+/).flatMap((sentence): Sentence[] => {
      const figures = [...figuresIn(sentence)].sort().join(' ');
      const frame = wordsOf(sentence).filter((word) => !/\d/.test(word));
      if (figures === '' || frame.length < FEWEST_WORDS || sentence.includes(CITATION)) return [];
      return [
        { file, field: `${locale}.${name}`, id, text: sentence.trim(), frame: frame.join(' '), figures },
      ];
    }),
  );
}

function contradicts(a: Sentence, b: Sentence): boolean {
  return a.id !== b.id && a.figures !== b.figures && likeness(a.frame, b.frame) >= SAME_SENTENCE;
}

function contradiction({ file, field, text }: Sentence, earlier: Sentence): Problem {
  return {
    severity: 'warning',
    file,
    field,
    message: `"${text}", but ${earlier.id} says "${earlier.text}"`,
    cure: 'compare both with the source and correct the wrong one',
  };
}
