import { SIGNALS, type Signal, type Signals } from './signals.ts';

/**
 * How much each signal counts, fitted by `bench documents` on 271 questions about other pages than those it is tested
 * with: the weights under which the right section is likeliest among the candidates.
 */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  words: 4.55,
  beginnings: 4.45,
  heading: 2.15,
  topics: 3.82,
  pageTopics: 2.01,
  intro: -1.53,
};

/** One number of all signals of a section; comparable within one question. */
export function mix(signals: Signals, weights: Readonly<Record<Signal, number>> = WEIGHTS): number {
  return SIGNALS.reduce((sum, name) => sum + weights[name] * signals[name], 0);
}
