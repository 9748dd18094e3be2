import type { Entry } from './entries.ts';
import type { CandidateKind } from './match.ts';
import { largest } from './rivals.ts';

/** An entry that can be a candidate. */
export type Inside = Entry & { readonly kind: CandidateKind };

/** An entry with its family's score. */
export interface Ranked {
  /** Its place in the list of entries. */
  readonly at: number;
  readonly entry: Inside;
  /** The score of the family it speaks for. */
  readonly z: number;
}

/** How many candidates a match shows. */
const SHOWN = 3;
/** Members of one family may take several of the best places. */
const LOOKED_AT = 16;

/**
 * How near two members of a family must be for the second to count: z of a family is τ·ln Σ exp(z/τ), so two
 * equally good members raise it by .28 and a bad one by nothing. A question that an answer and its finer
 * point share is well understood, though neither is sure alone.
 */
const FAMILY_SOFTNESS = 0.4;

/** The best three, one a family as long as there are families; then the next best members. */
export function rank(z: Float64Array, entries: readonly Entry[]): Ranked[] {
  const order = largest(z, LOOKED_AT).sort((a, b) => (z[b] ?? 0) - (z[a] ?? 0) || a - b);
  const heads: Ranked[] = [];
  const others: Ranked[] = [];
  for (const at of order) {
    const entry = entries[at];
    if (entry === undefined || !isInside(entry)) continue;
    const isHead = heads.every((head) => head.entry.family !== entry.family);
    if (isHead) heads.push({ at, entry, z: familyScore(order, z, entries, entry.family) });
    else others.push({ at, entry, z: z[at] ?? 0 });
  }
  heads.sort((a, b) => b.z - a.z || a.at - b.at);
  return [...heads, ...others].slice(0, SHOWN);
}

/** How much the utterance is like what nothing here answers; -∞ where no such lines are known. */
export function outsideScore(z: Float64Array, entries: readonly Entry[]): number {
  let best = -Infinity;
  for (const [at, entry] of entries.entries()) {
    if (!isInside(entry)) best = Math.max(best, z[at] ?? -Infinity);
  }
  return best;
}

function isInside(entry: Entry): entry is Inside {
  return entry.kind !== 'outside';
}

function familyScore(
  order: readonly number[],
  z: Float64Array,
  entries: readonly Entry[],
  family: string,
): number {
  const members = order.filter((at) => entries[at]?.family === family).map((at) => z[at] ?? 0);
  const best = Math.max(...members);
  const sum = members.reduce((total, score) => total + Math.exp((score - best) / FAMILY_SOFTNESS), 0);
  return best + FAMILY_SOFTNESS * Math.log(sum);
}
