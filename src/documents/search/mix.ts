import { SIGNALS, type Signal, type Signals } from './signals.ts';

/**
 * How much each signal counts, fitted by `bench documents` on 171 questions about other pages than those it is tested
 * with: the weights under which the right section is likeliest among the candidates.
 */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  words: 4.53,
  beginnings: 4.53,
  topics: 5.08,
  pageTopics: 1.25,
  intro: -1.47,
};

/** One number of all signals of a section; comparable within one question. */
export function mix(signals: Signals, weights: Readonly<Record<Signal, number>> = WEIGHTS): number {
  return SIGNALS.reduce((sum, name) => sum + weights[name] * signals[name], 0);
}
