import type { FieldTerms } from './fields.ts';
import { Terms } from './terms.ts';

/** "fatturazione" and "fatturare", "registrarsi" and "registro" begin alike. */
const LETTERS = 5;

/** Terms by how they begin, which brings together what stems keep apart. */
export interface Prefixes {
  /** By term: the number of its beginning. */
  readonly ofTerm: Int32Array;
  readonly count: number;
}

/** Numbers the beginnings of all terms. */
export function numberPrefixes(terms: readonly string[]): Prefixes {
  const prefixes = new Terms();
  const ofTerm = Int32Array.from(terms, (term) => prefixes.add(term.slice(0, LETTERS)));
  return { ofTerm, count: prefixes.size };
}

/** The fields of a section with each term's beginning in its place. */
export function toPrefixes(fields: FieldTerms, { ofTerm }: Prefixes): FieldTerms {
  return fields.map((terms) => terms.map((term) => ofTerm[term] ?? 0));
}
