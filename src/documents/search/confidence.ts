import type { ReadQuestion } from './question.ts';

/** How a score becomes a probability: σ(a + b · score · weight + c · unknown). */
export interface SectionCalibration {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Fitted by `bench documents`: whether one of the first three is right, with questions that nothing answers as a quarter. */
export const SECTION_CALIBRATION: SectionCalibration = { a: -2.71, b: 0.0135, c: -1.34 };

/**
 * The probability that a section answers. A question of which many telling words are found says more than one of which
 * few are, however well they fit, so a score counts with the weight of the question's words.
 */
export function sectionConfidence(
  score: number,
  { weight, unknown }: Pick<ReadQuestion, 'weight' | 'unknown'>,
  { a, b, c }: SectionCalibration = SECTION_CALIBRATION,
): number {
  return 1 / (1 + Math.exp(-(a + b * score * weight + c * unknown)));
}
