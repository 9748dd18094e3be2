import type { ProposedFact } from './candidate.ts';

/** Forty letters more outweigh no kind of proof, but they decide between proofs of one kind. */
const MOST_LETTERS = 40;
const LETTERS_A_POINT = 4;

/**
 * Gives each letter of a text to one candidate at most: the surer has the first choice, and of two that are about as
 * sure the longer one. Sorted by place.
 *
 * @example "Lunedì Caffè Srl" is a company (90 points and 4 for its length), so "lunedì" (70 and 1) is no day.
 */
export function claim(candidates: readonly ProposedFact[], length: number): ProposedFact[] {
  const isTaken = new Uint8Array(length);
  const ranked = [...candidates].sort((a, b) => weightOf(b) - weightOf(a) || a.guess.start - b.guess.start);
  const kept = ranked.filter(({ guess: { start, end } }) => {
    if (start >= end || isTaken.subarray(start, end).includes(1)) return false;
    isTaken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.guess.start - b.guess.start);
}

function weightOf({ guess, strength }: ProposedFact): number {
  return strength + Math.min(guess.end - guess.start, MOST_LETTERS) / LETTERS_A_POINT;
}
