import { SIGNALS, type Signal, type Signals } from './signals.ts';

/**
 * How much each signal counts, fitted by `bench documents` on 171 questions about other pages than those it is tested
 * with: the weights under which the right section is likeliest among the candidates.
 */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  words: 4.16,
  beginnings: 4.33,
  heading: 3.25,
  topics: 3.7,
  pageTopics: 1.37,
  intro: -1.74,
};

/** One number of all signals of a section; comparable within one question. */
export function mix(signals: Signals, weights: Readonly<Record<Signal, number>> = WEIGHTS): number {
  return SIGNALS.reduce((sum, name) => sum + weights[name] * signals[name], 0);
}
