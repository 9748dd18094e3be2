/**
 * How z becomes the probability that the top candidate is right: σ(a + b·z). Constants, fitted on public sets
 * with `bench calibrate`; see `answerer.ts` for how and why they are not fitted to each knowledge base.
 */
export interface Calibration {
  readonly a: number;
  readonly b: number;
}

export const WITH_MARGINS: Calibration = { a: -0.6, b: 1.23 };
export const WITHOUT_MARGINS: Calibration = { a: -0.56, b: 1.16 };

export function toConfidence(z: number, { a, b }: Calibration): number {
  return 1 / (1 + Math.exp(-(a + b * z)));
}
