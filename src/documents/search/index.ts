import type { Section } from '../section.ts';
import { findAcronyms } from './acronyms.ts';
import { FIELDS, type FieldTerms, readFields } from './fields.ts';
import { countOf, type Rows, RowsBuilder } from './postings.ts';
import { numberPrefixes, toPrefixes } from './prefixes.ts';
import { priorOf } from './priors.ts';
import { Terms, wordsOf } from './terms.ts';
import { learnTopics, type Topics } from './topics.ts';
import { buildFieldIndex, type FieldIndex } from './weighted-fields.ts';

/** All that is learned from the sections of documents, as plain data that can be kept and read again. */
export interface SectionIndex {
  /** Each at its number. */
  readonly terms: readonly string[];
  /** How often the sections have each word as it is written, which is what slips are mended to. */
  readonly frequencies: ReadonlyMap<string, number>;
  readonly stems: FieldIndex;
  readonly prefixes: FieldIndex;
  readonly prefixOf: Int32Array;
  readonly topics: Topics;
  /** By section: the terms of its heading, each with its share of what all of them tell. */
  readonly headings: Rows;
  /** By section: the number of its page. */
  readonly pages: Int32Array;
  /** By section: whether it speaks of its page as a whole. */
  readonly isIntro: Uint8Array;
  /** By section: the first that it nearly repeats, or itself. */
  readonly originals: Int32Array;
  /** By term: the terms that an abbreviation stands for. */
  readonly acronyms: ReadonlyMap<number, readonly number[]>;
}

/** Learns all of it; some seconds for thousands of sections. */
export function buildSectionIndex(sections: readonly Section[]): SectionIndex {
  const numbers = new Terms();
  const fields = readFields(sections, numbers);
  const terms = numbers.list;
  const prefixes = numberPrefixes(terms);
  const priors = Float32Array.from(sections, priorOf);
  const stems = buildFieldIndex(fields, terms.length, priors);
  const pages = numberPages(sections);
  const ids = new Map(sections.map(({ id }, section) => [id, section]));
  return {
    terms,
    frequencies: countForms(sections),
    stems,
    prefixes: buildFieldIndex(
      fields.map((each) => toPrefixes(each, prefixes)),
      prefixes.count,
      priors,
    ),
    prefixOf: prefixes.ofTerm,
    topics: learnTopics(weighWords(fields, stems.idf), terms.length, pages),
    headings: shareOf(
      fields.map((each) => each[HEADING] ?? new Int32Array()),
      stems.idf,
    ),
    pages,
    isIntro: Uint8Array.from(sections, ({ isIntro }) => (isIntro ? 1 : 0)),
    originals: Int32Array.from(sections, ({ alike }, section) => ids.get(alike ?? '') ?? section),
    acronyms: findAcronyms(sections, numbers),
  };
}

function countForms(sections: readonly Section[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const section of sections)
    for (const { text } of FIELDS)
      for (const word of wordsOf(text(section))) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  return frequencies;
}

const HEADING = FIELDS.findIndex(({ name }) => name === 'heading');

/** By row: its terms once, and how much of what they tell together each of them does. */
function shareOf(rows: readonly Int32Array[], idf: Float32Array): Rows {
  const builder = new RowsBuilder();
  rows.forEach((terms, row) => {
    const once = [...new Set(terms)];
    const all = once.reduce((sum, term) => sum + (idf[term] ?? 0), 0) || 1;
    for (const term of once) builder.add(row, term, (idf[term] ?? 0) / all);
  });
  return builder.build(rows.length);
}

/** log(1 + count) · idf, which is what the topics are learned from. */
function weighWords(fields: readonly FieldTerms[], idf: Float32Array): Rows {
  const builder = new RowsBuilder();
  fields.forEach((each, section) => {
    const cells = [...countOf(each.flatMap((words) => [...words]))].map(
      ([term, count]) => [term, Math.log(1 + count) * (idf[term] ?? 0)] as const,
    );
    const length = Math.hypot(...cells.map(([, value]) => value)) || 1;
    for (const [term, value] of cells) builder.add(section, term, value / length);
  });
  return builder.build(fields.length);
}

function numberPages(sections: readonly Section[]): Int32Array {
  const pages = new Terms();
  return Int32Array.from(sections, ({ document }) => pages.add(document.path));
}
