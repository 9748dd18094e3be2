import type { Section } from '../section.ts';
import { findAcronyms } from './acronyms.ts';
import { FIELDS, type FieldTerms, readFields } from './fields.ts';
import { countOf, type Rows, RowsBuilder } from './postings.ts';
import { numberPrefixes, toPrefixes } from './prefixes.ts';
import { priorOf } from './priors.ts';
import { Terms, termOf, wordsOf } from './terms.ts';
import { learnTopics, type Topics } from './topics.ts';
import { learnTranslations, type Translations } from './translation.ts';
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
  /** By section: its terms, each with its share of all its words. */
  readonly shares: Rows;
  /** By section: the terms of what it says, in their order; -1 between sentences. */
  readonly said: { readonly starts: Int32Array; readonly items: Int32Array };
  /** By term: its share of all words of all sections. */
  readonly background: Float32Array;
  readonly translations: Translations;
  readonly topics: Topics;
  /** By section: the number of its page. */
  readonly pages: Int32Array;
  /** By section: the section under whose heading it stands, or -1. */
  readonly parents: Int32Array;
  /** By section: whether it speaks of its page as a whole. */
  readonly isIntro: Uint8Array;
  /** By section: the first that it nearly repeats, or itself. */
  readonly originals: Int32Array;
  /** By term: the terms that an abbreviation stands for. */
  readonly acronyms: ReadonlyMap<number, readonly number[]>;
}

const at = (name: string): number => FIELDS.findIndex((field) => field.name === name);
const NAMES = [at('heading'), at('anchor')];
const TEXT = [at('prose'), at('table')];
const OWN = ['heading', 'anchor', 'prose', 'table', 'questions', 'examples'].map(at);

const join = (fields: FieldTerms, which: readonly number[]): Int32Array =>
  Int32Array.from(which.flatMap((field) => [...(fields[field] ?? [])]));

/** Learns all of it; some seconds for thousands of sections. */
export function buildSectionIndex(sections: readonly Section[]): SectionIndex {
  const numbers = new Terms();
  const fields = readFields(sections, numbers);
  const said = readSentences(sections, numbers);
  const terms = numbers.list;
  const prefixes = numberPrefixes(terms);
  const priors = Float32Array.from(sections, priorOf);
  const stems = buildFieldIndex(fields, terms.length, priors);
  const own = fields.map((each) => join(each, OWN));
  const ids = new Map(sections.map(({ id }, section) => [id, section]));
  return {
    terms,
    frequencies: countForms(sections),
    stems,
    prefixes: buildFieldIndex(fields.map((each) => toPrefixes(each, prefixes)), prefixes.count, priors),
    prefixOf: prefixes.ofTerm,
    shares: toShares(own),
    said,
    background: backgroundOf(own, terms.length),
    translations: learnTranslations(
      fields.map((each) => join(each, NAMES)),
      fields.map((each) => join(each, TEXT)),
      terms.length,
    ),
    topics: learnTopics(weighWords(fields, stems.idf), terms.length),
    pages: numberPages(sections),
    parents: findParents(sections),
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

const SENTENCE_END = /(?<=[.!?;:])\s+|\n+/;

function readSentences(sections: readonly Section[], numbers: Terms): SectionIndex['said'] {
  const items: number[] = [];
  const starts = Int32Array.from([
    0,
    ...sections.map((section) => {
      const texts = [section.heading, section.prose, section.tableText].join('\n');
      for (const sentence of texts.split(SENTENCE_END)) {
        const words = wordsOf(sentence);
        if (words.length === 0) continue;
        for (const word of words) items.push(numbers.add(termOf(word, section.document.locale)));
        items.push(-1);
      }
      return items.length;
    }),
  ]);
  return { starts, items: Int32Array.from(items) };
}

function toShares(own: readonly Int32Array[]): Rows {
  const builder = new RowsBuilder();
  own.forEach((words, section) => {
    for (const [term, count] of countOf(words)) builder.add(section, term, count / words.length);
  });
  return builder.build(own.length);
}

function backgroundOf(own: readonly Int32Array[], termCount: number): Float32Array {
  const counts = new Float32Array(termCount).fill(0.5);
  let all = termCount / 2;
  for (const words of own) {
    all += words.length;
    for (const term of words) counts[term] = (counts[term] ?? 0) + 1;
  }
  return counts.map((count) => count / all);
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

/** The nearest section before it on its page with a lower level. */
function findParents(sections: readonly Section[]): Int32Array {
  return Int32Array.from(sections, ({ level, document }, from) => {
    for (let before = from - 1; before >= 0; before--) {
      const other = sections[before];
      if (other?.document.path !== document.path) return -1;
      if (other.level < level) return before;
    }
    return -1;
  });
}
