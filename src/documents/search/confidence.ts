import type { ReadQuestion } from './question.ts';

/** How a score becomes a probability: σ(a + b · score · weight + c · unknown). */
export interface SectionCalibration {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** The scale of the strength. */
const WORDS = 10;

/**
 * How much speaks for the sections that were found: the most that the question's words are worth in one of them. What a
 * section is about orders sections, but is a little like any question of the field: with it the area between questions
 * with an answer and without was .867, with the words alone .912.
 */
export function strengthOf(shown: readonly { readonly words: number }[]): number {
  return WORDS * Math.max(0, ...shown.map(({ words }) => words));
}

/** Fitted by `bench documents`: whether one of the first three is right, with questions that nothing answers as a quarter. */
export const SECTION_CALIBRATION: SectionCalibration = { a: -3.38, b: 0.0202, c: -1.32 };

/**
 * How sure a section is that is called just what was asked. Of 273 imported questions asked in their own words 71 got an
 * answer on another subject or a question back; of 891 questions that people ask of the answers none is a heading's own
 * words and has an answer that is less sure than this.
 */
export const CALLED_SO = 0.9;

/**
 * The probability that what was found answers. A question of which many telling words are found says more than one of which
 * few are, however well they fit, so a score counts with the weight of the question's words.
 */
export function sectionConfidence(
  score: number,
  { weight, scale, unknown }: Pick<ReadQuestion, 'weight' | 'scale' | 'unknown'>,
  { a, b, c }: SectionCalibration = SECTION_CALIBRATION,
): number {
  return 1 / (1 + Math.exp(-(a + b * score * weight * scale + c * unknown)));
}
