import { seededRandom } from '../../matching/random.ts';
import { multiply, multiplyTurned, orthonormalize, principalAxes, type Table } from './matrix.ts';
import type { Rows } from './postings.ts';

/**
 * What sections are about, in a hundred directions that words of one subject share (latent semantic analysis,
 * Deerwester et al. 1990): a question may be near to a section with none of its words.
 */
export interface Topics {
  readonly size: number;
  /** By term, `size` numbers each. */
  readonly terms: Float32Array;
  /** By section, `size` numbers each, of length 1. */
  readonly sections: Float32Array;
  /** By page: the mean of its sections. */
  readonly pages: Float32Array;
}

const DIRECTIONS = 100;
/** More directions than are wanted, of which the best are kept, and how often they are turned to the strongest. */
const SPARE = 20;
const TURNS = 2;
const SEED = 7;

/**
 * The strongest directions of the table of sections by terms, found by a randomised decomposition (Halko, Martinsson
 * and Tropp 2011).
 */
export function learnTopics(sections: Rows, termCount: number, pages: Int32Array): Topics {
  const count = sections.starts.length - 1;
  const columns = Math.min(DIRECTIONS + SPARE, count, termCount);
  const random = seededRandom(SEED);
  const guess = Float32Array.from({ length: termCount * columns }, () => random() - 0.5);
  let base: Table = multiply(sections, { rows: termCount, columns, values: guess });
  orthonormalize(base);
  for (let turn = 0; turn < TURNS; turn++) {
    base = multiply(sections, multiplyTurned(sections, base, termCount));
    orthonormalize(base);
  }
  const terms = principalAxes(multiplyTurned(sections, base, termCount), Math.min(DIRECTIONS, columns));
  const placed = multiply(sections, terms);
  toUnitRows(placed);
  return { size: terms.columns, terms: terms.values, sections: placed.values, pages: meanOf(placed, pages) };
}

function meanOf({ columns, values }: Table, pages: Int32Array): Float32Array {
  const counts = new Int32Array(Math.max(-1, ...pages) + 1);
  for (const page of pages) counts[page] = (counts[page] ?? 0) + 1;
  const means = new Float32Array(counts.length * columns);
  pages.forEach((page, section) => {
    for (let at = 0; at < columns; at++) {
      const to = page * columns + at;
      means[to] = (means[to] ?? 0) + (values[section * columns + at] ?? 0) / (counts[page] ?? 1);
    }
  });
  return means;
}

function toUnitRows({ rows, columns, values }: Table): void {
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns);
    const length = Math.hypot(...own);
    if (length > 0) for (let at = 0; at < columns; at++) own[at] = (own[at] ?? 0) / length;
  }
}

/** Where a question lies among the topics: a direction of length 1, or of 0 where none of its terms has one. */
export function placeQuestion(
  topics: Topics,
  terms: readonly { readonly term: number; readonly weight: number }[],
): Float32Array {
  const place = new Float32Array(topics.size);
  for (const { term, weight } of terms) {
    const from = term * topics.size;
    for (let at = 0; at < topics.size; at++)
      place[at] = (place[at] ?? 0) + weight * (topics.terms[from + at] ?? 0);
  }
  const length = Math.hypot(...place) || 1;
  return place.map((value) => value / length);
}

/** How near a question's place is to one of others: the cosine, where those are of length 1. */
export function nearness(place: Float32Array, others: Float32Array, number: number): number {
  const from = number * place.length;
  let sum = 0;
  for (let at = 0; at < place.length; at++) sum += (place[at] ?? 0) * (others[from + at] ?? 0);
  return sum;
}
