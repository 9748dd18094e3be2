/**
 * What a mistake costs, in questions back: a wrong answer as much as two needless ones, a needless "I don't
 * know" as much as one. All thresholds follow from these two numbers and are the same for a knowledge base
 * of any size, since confidence means the same in each.
 */
const WRONG_ANSWER = 2;
const NEEDLESS_NONE = 1;

/** An answer costs (1 − p)·w in the mean, a question back 1: answer while (1 − p)·w ≤ 1. */
export const ANSWER_FROM = 1 - 1 / WRONG_ANSWER;

/**
 * How much likelier the right one is among the three shown than first of them: 1.4 times, measured on the
 * public sets where the first has a confidence of .2 to .5.
 */
const AMONG_THREE = 1.4;

/**
 * A question back costs 1 for nothing when none of the three is right; "I don't know" costs k when one is.
 * Ask while the chance q that one is right has (1 − q) ≤ k·q, so q ≥ 1 / (1 + k).
 */
export const CLARIFY_FROM = 1 / (1 + NEEDLESS_NONE) / AMONG_THREE;

/** With z this near to each other two candidates are right about equally often: a question back decides it. */
export const TOO_CLOSE = 0.3;

/** Why an outcome was chosen. */
export type Reason = 'sure' | 'unsure' | 'too-close' | 'unlikely' | 'nothing-to-read';

/** The outcome of a decision: take the first candidate, ask which one, or say that it is not known. */
export interface Decision {
  readonly act: 'take' | 'clarify' | 'none';
  readonly reason: Reason;
}

/**
 * What to do about the best candidates.
 *
 * @param confidence the probability that the first is right.
 * @param lead z of the first less z of the second; infinite where there is no second.
 */
export function decide(confidence: number, lead: number): Decision {
  if (confidence < CLARIFY_FROM) return { act: 'none', reason: 'unlikely' };
  if (confidence < ANSWER_FROM) return { act: 'clarify', reason: 'unsure' };
  return lead < TOO_CLOSE ? { act: 'clarify', reason: 'too-close' } : { act: 'take', reason: 'sure' };
}
