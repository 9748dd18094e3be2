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
export const AMONG_THREE = 1.4;

/**
 * A question back costs 1 for nothing when none of the three is right; "I don't know" costs k when one is.
 * Ask while the chance q that one is right has (1 − q) ≤ k·q, so q ≥ 1 / (1 + k).
 */
export const CLARIFY_FROM = 1 / (1 + NEEDLESS_NONE) / AMONG_THREE;

/**
 * With z this near to each other two candidates are right about equally often: a question back decides it. From .2 to .3
 * the first was right 48 times of 98 on public sets and 11 of 14 on the assistant's own.
 */
export const TOO_CLOSE = 0.2;

/** Of so few content words ("registrare una trattativa") several things may be the name. */
const FEW_CONTENT_WORDS = 2;
/** Then the first must lead by more, if the second is likely by itself. */
const TOO_CLOSE_FOR_FEW = 1.25;
/** No more words than this are a bare keyword ("note", "l'accesso"): of it everything likely is shown. */
const BARE_WORDS = 2;
/** Of a bare keyword also what is less likely than a question back otherwise needs. */
const BARE_FROM = 0.25;

/**
 * A word or two of which one is known to no example say what they are about only if the other one is surely ours: "guten
 * tag" isn't about the tags of solutions.
 */
const SURE_FOR_HALF = 0.75;

/** Of so few content words an unknown code is the one that is asked about; among more it may be anybody's name. */
const MOST_BESIDE_CODE = 3;

/** Why an outcome was chosen. */
export type Reason =
  | 'sure'
  | 'example'
  | 'outside'
  | 'unsure'
  | 'too-close'
  | 'bare'
  | 'unlikely'
  | 'stray'
  | 'nothing-to-read';

/** The outcome of a decision: take the first candidate, ask which one, or say that it is not known. */
export interface CandidateDecision {
  readonly act: 'take' | 'clarify' | 'none';
  readonly reason: Reason;
}

/** What a decision is made of. */
export interface Evidence {
  /** True where what nothing here answers is so near that the confidence is less for it. */
  readonly isOutside: boolean;
  /** The probability that the first candidate is right. */
  readonly confidence: number;
  /** The same of the second, as if there were no first; 0 where there is none. */
  readonly runnerUp: number;
  /** z of the first less z of the second; infinite where there is no second. */
  readonly lead: number;
  readonly words: number;
  /** How many of the words name something. */
  readonly contentWords: number;
  /** How many of those no example has, mended or not. */
  readonly unknownWords: number;
  /** True where a code is among them that nothing of ours has: "MACC". */
  readonly hasUnknownCode: boolean;
  /** True where a customer, an amount or a date is named. */
  readonly isDefinite: boolean;
  /** True where nothing else is named: "12k", "Contoso?". */
  readonly isBareFigure: boolean;
  /** True where the words are those of an example of the first candidate. */
  readonly isExample: boolean;
}

/** What to do about the best candidates. */
export function decide(evidence: Evidence): CandidateDecision {
  const { confidence, isOutside } = evidence;
  if (confidence < CLARIFY_FROM) return { act: 'none', reason: isOutside ? 'outside' : 'unlikely' };
  if (confidence >= ANSWER_FROM && evidence.isExample) return { act: 'take', reason: 'example' };
  if (isStray(evidence)) return { act: 'none', reason: 'stray' };
  if (confidence < ANSWER_FROM) return { act: 'clarify', reason: 'unsure' };
  if (evidence.isBareFigure) return { act: 'clarify', reason: 'bare' };
  if (evidence.lead < TOO_CLOSE) return { act: 'clarify', reason: 'too-close' };
  return isTorn(evidence) ? { act: 'clarify', reason: 'bare' } : { act: 'take', reason: 'sure' };
}

/** "Come", "guten tag", "incentivi MACC": nothing is named, hardly anything that is known, or a thing of another kind. */
function isStray(evidence: Evidence): boolean {
  const { confidence, contentWords, unknownWords, words, isDefinite, hasUnknownCode } = evidence;
  if (isDefinite) return false;
  if (hasUnknownCode && contentWords <= MOST_BESIDE_CODE) return true;
  if (words > BARE_WORDS) return false;
  return contentWords === 0 || (unknownWords > 0 && confidence < SURE_FOR_HALF);
}

/** Which example of a bare word happens to be nearer says little, however near it is. */
function isTorn({ runnerUp, lead, words, contentWords, isDefinite }: Evidence): boolean {
  if (isDefinite || contentWords > FEW_CONTENT_WORDS) return false;
  if (contentWords <= 1 && words <= BARE_WORDS) return runnerUp >= BARE_FROM;
  return runnerUp >= ANSWER_FROM && lead < TOO_CLOSE_FOR_FEW;
}
