import { SIGNALS, type Signal, type Signals } from '../../../documents/search/signals.ts';
import type { SectionCalibration } from '../../../documents/search/confidence.ts';

type Weights = Record<Signal, number>;

/** A candidate as the fit sees it. */
export interface FitCandidate {
  readonly signals: Signals;
  readonly isGold: boolean;
}

/** Keeps weights small where the questions don't speak for large ones; in questions. */
const RIDGE = 0.1;
const STEPS = 200;

/**
 * The weights under which a right section is likeliest among each question's candidates: the largest Σ ln P(right),
 * with P the softmax of the mixed signals, by gradient ascent (Adam).
 */
export function fitWeights(questions: readonly (readonly FitCandidate[])[]): Weights {
  const used = questions.filter((candidates) => candidates.some(({ isGold }) => isGold));
  const start = SIGNALS.map(() => 0);
  const found = climb(start, STEPS, (weights) => {
    const slope = weights.map((weight) => (-RIDGE * weight) / used.length);
    for (const candidates of used) addSlope(candidates, weights, slope, used.length);
    return slope;
  });
  return Object.fromEntries(SIGNALS.map((name, at) => [name, found[at] ?? 0])) as Weights;
}

function addSlope(
  candidates: readonly FitCandidate[],
  weights: readonly number[],
  slope: number[],
  questions: number,
): void {
  const scores = candidates.map(({ signals }) =>
    SIGNALS.reduce((sum, name, at) => sum + (weights[at] ?? 0) * signals[name], 0),
  );
  const top = Math.max(...scores);
  const chances = scores.map((score) => Math.exp(score - top));
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  const right = chances.reduce((sum, chance, at) => sum + (candidates[at]?.isGold === true ? chance : 0), 0);
  candidates.forEach(({ signals, isGold }, at) => {
    const pull = (isGold ? (chances[at] ?? 0) / right : 0) - (chances[at] ?? 0) / all;
    SIGNALS.forEach((name, place) => {
      slope[place] = (slope[place] ?? 0) + (pull * signals[name]) / questions;
    });
  });
}

/** A question's best score with its words' weight, the share of unknown words, and whether what was found is right. */
export interface CalibrationPoint {
  readonly scored: number;
  readonly unknown: number;
  readonly isRight: boolean;
  readonly weight: number;
}

/** Scores run to some hundreds; the fit wants numbers about one. */
const SCALE = 100;

/** The logistic regression of being right on score and unknown words. */
export function fitCalibration(points: readonly CalibrationPoint[]): SectionCalibration {
  const [a = 0, b = 0, c = 0] = climb([0, 1, -1], 2000, ([a = 0, b = 0, c = 0]) => {
    const slope = [0, 0, 0];
    for (const { scored, unknown, isRight, weight } of points) {
      const chance = 1 / (1 + Math.exp(-(a + (b * scored) / SCALE + c * unknown)));
      const pull = weight * ((isRight ? 1 : 0) - chance);
      [1, scored / SCALE, unknown].forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + pull * value;
      });
    }
    return slope;
  });
  return { a, b: b / SCALE, c };
}

/** Adam (Kingma and Ba 2015), upwards. */
function climb(
  start: readonly number[],
  steps: number,
  slopeAt: (place: readonly number[]) => readonly number[],
): number[] {
  const place = [...start];
  const mean = place.map(() => 0);
  const square = place.map(() => 0);
  for (let step = 1; step <= steps; step++) {
    slopeAt(place).forEach((slope, at) => {
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * slope * slope;
      const speed = (mean[at] ?? 0) / (1 - 0.9 ** step);
      const size = Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** step)) + 1e-9;
      place[at] = (place[at] ?? 0) + (0.1 * speed) / size;
    });
  }
  return place;
}
