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
export function learnTopics(sections: Rows, termCount: number): Topics {
  const count = sections.starts.length - 1;
  const columns = Math.min(DIRECTIONS + SPARE, count, termCount);
  const random = seededRandom(SEED);
  const guess = Float32Array.from({ length: termCount * columns }, () => random() - 0.5);
  let base: Table = multiply(sections, { rows: termCount, columns, values: guess });
  orthonormalize(base);
  for (let turn = 0; turn < TURNS; turn++) {
    const turned = multiplyTurned(sections, base, termCount);
    orthonormalize(turned);
    base = multiply(sections, turned);
    orthonormalize(base);
  }
  const terms = principalAxes(multiplyTurned(sections, base, termCount), Math.min(DIRECTIONS, columns));
  const placed = multiply(sections, terms);
  toUnitRows(placed);
  return { size: terms.columns, terms: terms.values, sections: placed.values };
}

function toUnitRows({ rows, columns, values }: Table): void {
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns);
    const length = Math.hypot(...own);
    if (length > 0) for (let at = 0; at < columns; at++) own[at] = (own[at] ?? 0) / length;
  }
}

/** Where a question lies among the topics: a direction of length 1, or null where none of its terms has one. */
export function placeQuestion(
  topics: Topics,
  terms: readonly { readonly term: number; readonly weight: number }[],
): Float32Array | null {
  const place = new Float32Array(topics.size);
  for (const { term, weight } of terms) {
    for (let at = 0; at < topics.size; at++) {
      place[at] = (place[at] ?? 0) + weight * (topics.terms[term * topics.size + at] ?? 0);
    }
  }
  const length = Math.hypot(...place);
  return length === 0 ? null : place.map((value) => value / length);
}

/** The cosine of a question's place with a section's. */
export function nearness(topics: Topics, place: Float32Array, section: number): number {
  const from = section * topics.size;
  let sum = 0;
  for (let at = 0; at < topics.size; at++) sum += (place[at] ?? 0) * (topics.sections[from + at] ?? 0);
  return sum;
}
