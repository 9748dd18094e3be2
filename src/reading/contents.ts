import type { Act, Clause, FactKind, Reading } from './reading.ts';

/** Whether a clause does one of these. */
export function does({ clauses }: { readonly clauses: readonly Clause[] }, ...acts: readonly Act[]): boolean {
  return clauses.some(({ act }) => acts.includes(act));
}

/** Whether every clause does one of these; a message without clauses does nothing. */
export function doesOnly({ clauses }: Pick<Reading, 'clauses'>, acts: readonly Act[]): boolean {
  return clauses.length > 0 && clauses.every(({ act }) => acts.includes(act));
}

/** Whether it asks or supposes something. */
export const asks = (reading: Pick<Reading, 'clauses'>): boolean => does(reading, 'question', 'what-if');

/** Whether a message, or a clause, holds a fact of one of these kinds. */
export function tells({ facts }: Pick<Reading, 'facts'>, ...kinds: readonly FactKind[]): boolean {
  return facts.some(({ kind }) => kinds.includes(kind));
}
