import type { Section } from '../section.ts';
import { termOf, type Terms, wordsOf } from './terms.ts';

/** A part of a section, how much a word in it says of the section, and how much a longer one says less. */
interface Field {
  readonly name: string;
  readonly weight: number;
  /** BM25's b: 0 where length doesn't matter, 1 where a word twice as far among others counts half. */
  readonly b: number;
  readonly text: (section: Section) => string;
}

/** What a section is found by. The English names of translated pages are what its many translations have in common. */
export const FIELDS: readonly Field[] = [
  { name: 'heading', weight: 3, b: 0.5, text: ({ heading }) => heading },
  { name: 'title', weight: 1.5, b: 0.5, text: ({ document }) => document.title },
  { name: 'second title', weight: 0.7, b: 0.5, text: ({ document }) => document.secondTitle ?? '' },
  { name: 'trail', weight: 1, b: 0.5, text: ({ trail }) => trail.slice(1).join('\n') },
  { name: 'anchor', weight: 1, b: 0.5, text: ({ anchors }) => anchors.join('\n') },
  { name: 'heading slug', weight: 0.5, b: 0.5, text: ({ document }) => document.headingSlug },
  { name: 'file slug', weight: 0.7, b: 0.5, text: ({ document }) => document.fileSlug },
  { name: 'description', weight: 0.5, b: 0.75, text: ({ document }) => document.description ?? '' },
  { name: 'first paragraph', weight: 0.5, b: 0.75, text: ({ firstParagraph }) => firstParagraph },
  { name: 'prose', weight: 1, b: 0.75, text: ({ prose }) => prose },
  { name: 'table', weight: 0.6, b: 0.75, text: ({ tableText }) => tableText },
  { name: 'questions', weight: 2, b: 0.5, text: ({ asked }) => asked.map((one) => one.question).join('\n') },
  { name: 'examples', weight: 3, b: 0.5, text: ({ examples }) => examples.join('\n') },
];

/** The terms of each field of one section, in their order. */
export type FieldTerms = readonly Int32Array[];

/** Numbers the terms of all sections, field by field. */
export function readFields(sections: readonly Section[], terms: Terms): FieldTerms[] {
  return sections.map((section) =>
    FIELDS.map(({ text }) =>
      Int32Array.from(wordsOf(text(section)).map((word) => terms.add(termOf(word, section.document.locale)))),
    ),
  );
}
