import { FIELDS, type FieldTerms } from './fields.ts';
import { type Rows, RowsBuilder } from './postings.ts';

/** How soon a word that comes again says nothing new. */
const K1 = 1.2;

/** BM25 over fields weighed apart (BM25F): a word counts by where it stands, and the sum of all places is dampened once. */
export interface FieldIndex {
  /** By term: the sections that have it, and what it is worth there. */
  readonly postings: Rows;
  /** By term: how much it tells sections apart. */
  readonly idf: Float32Array;
}

/** @param priors by section: what its worth is multiplied with. */
export function buildFieldIndex(
  sections: readonly FieldTerms[],
  termCount: number,
  priors: Float32Array,
): FieldIndex {
  const means = meanLengths(sections);
  const builder = new RowsBuilder();
  const found = new Int32Array(termCount);
  sections.forEach((fields, at) => {
    for (const [term, count] of weigh(fields, means)) {
      found[term] = (found[term] ?? 0) + 1;
      builder.add(term, at, ((K1 + 1) * count * (priors[at] ?? 1)) / (K1 + count));
    }
  });
  const idf = Float32Array.from(found, (many) => Math.log(1 + (sections.length - many + 0.5) / (many + 0.5)));
  return { postings: builder.build(termCount), idf };
}

function meanLengths(sections: readonly FieldTerms[]): number[] {
  return FIELDS.map((_, field) => {
    const lengths = sections.map((fields) => fields[field]?.length ?? 0).filter((length) => length > 0);
    return lengths.length === 0 ? 1 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  });
}

/** How often a section has each term, weighed by field and its length. */
function weigh(fields: FieldTerms, means: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  FIELDS.forEach(({ weight, b }, field) => {
    const words = fields[field] ?? new Int32Array();
    const one = weight / (1 - b + (b * words.length) / (means[field] ?? 1));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + one);
  });
  return counts;
}

/** A term asked for, and how surely. */
export interface WeightedTerm {
  readonly term: number;
  readonly weight: number;
}

/** How much words count that mean the same as one that a section has, too. */
const AGAIN = 0.2;

/**
 * What a question is worth in each section. Of words that may mean the same the one that is worth most counts, and the
 * others little: a section that has five words for one thing answers no more than one that has one.
 */
export function scoreFields(
  { postings, idf }: FieldIndex,
  groups: readonly (readonly WeightedTerm[])[],
  count: number,
): Float32Array {
  const scores = new Float32Array(count);
  const best = new Float32Array(count);
  const touched = new Int32Array(count);
  for (const group of groups) {
    let many = 0;
    for (const { term, weight } of group) {
      const worth = weight * (idf[term] ?? 0);
      const end = postings.starts[term + 1] ?? 0;
      for (let at = postings.starts[term] ?? 0; at < end; at++) {
        const section = postings.items[at] ?? 0;
        const own = worth * (postings.values[at] ?? 0);
        const before = best[section] ?? 0;
        if (before === 0) touched[many++] = section;
        best[section] = Math.max(before, own) + AGAIN * Math.min(before, own);
      }
    }
    for (let at = 0; at < many; at++) {
      const section = touched[at] ?? 0;
      scores[section] = (scores[section] ?? 0) + (best[section] ?? 0);
      best[section] = 0;
    }
  }
  return scores;
}
