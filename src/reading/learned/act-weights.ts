import { ACTS, type Act, type ActExamples, UNASKED, type Words } from '../../knowledge/words.ts';
import type { ByLanguage } from '../../language/locale.ts';
import { FEATURES, featuresOf } from './features.ts';
import { rarityOf, type Weighed, weigh } from './weighed.ts';

/** What was learned of one language: how much each feature speaks for each act. Plain data, as it is kept. */
export interface ActWeights {
  /** By feature, then by act in the order of {@link ACTS}. */
  readonly weights: Float32Array;
  /** By feature. */
  readonly rarity: Float32Array;
}

const EPOCHS = 8;
/** The first step of a weight; each shrinks by how much the weight has moved already (AdaGrad). */
const STEP = 0.2;
/** What a weight has moved before it moves, so that its first step is no longer than {@link STEP}. */
const STILL = 1e-6;

/**
 * Learns from examples what clauses do: a multinomial logistic regression over words, pairs and groups of letters. An
 * act with few examples counts as much as one with many. The same examples give the same weights.
 */
export function learnActs(examples: ActExamples): ActWeights {
  const told = Object.entries(examples).flatMap(([act, byAsked]) =>
    Object.entries(byAsked).flatMap(([asked, clauses]) =>
      clauses.map((clause) => ({
        act: ACTS.indexOf(act as Act),
        found: featuresOf(clause, asked === UNASKED ? null : asked),
      })),
    ),
  );
  const rarity = rarityOf(told.map(({ found }) => found));
  const counts = ACTS.map((_, act) => told.filter((example) => example.act === act).length);
  const lessons = told.map(({ act, found }) => ({
    act,
    clause: weigh(found, rarity),
    share: told.length / (ACTS.length * (counts[act] ?? 1)),
  }));
  const learner = new Learner();
  for (let epoch = 0; epoch < EPOCHS; epoch += 1)
    for (const lesson of shuffled(lessons, epoch)) learner.learn(lesson);
  return { weights: learner.weights, rarity };
}

/** How likely each act is, in the order of {@link ACTS}; together 1. */
export function likelihoods(
  clause: string,
  asked: string | null,
  { weights, rarity }: ActWeights,
): Float64Array {
  return sharesOf(weigh(featuresOf(clause, asked), rarity), weights);
}

/** The same of each language that has examples. */
export const learnAllActs = (words: ByLanguage<Words> = {}): ByLanguage<ActWeights> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([language, { acts }]) =>
      acts === undefined ? [] : [[language, learnActs(acts)]],
    ),
  );

interface Lesson {
  readonly act: number;
  readonly clause: Weighed;
  /** How much it counts: the fewer examples its act has, the more. */
  readonly share: number;
}

class Learner {
  readonly weights = new Float32Array(FEATURES * ACTS.length);
  private readonly moved = new Float32Array(FEATURES * ACTS.length).fill(STILL);

  learn({ act, clause, share }: Lesson): void {
    const shares = sharesOf(clause, this.weights);
    const slopes = shares.map((likely, at) => share * (likely - (at === act ? 1 : 0)));
    clause.features.forEach((feature, at) => this.step(feature, clause.values[at] ?? 0, slopes));
  }

  private step(feature: number, value: number, slopes: Float64Array): void {
    const { weights, moved } = this;
    const from = feature * ACTS.length;
    for (let act = 0; act < slopes.length; act += 1) {
      const slope = (slopes[act] ?? 0) * value;
      const sum = (moved[from + act] ?? 0) + slope * slope;
      moved[from + act] = sum;
      weights[from + act] = (weights[from + act] ?? 0) - (STEP * slope) / Math.sqrt(sum);
    }
  }
}

function sharesOf({ features, values }: Weighed, weights: Float32Array): Float64Array {
  const scores = new Float64Array(ACTS.length);
  features.forEach((feature, at) => {
    const from = feature * ACTS.length;
    const value = values[at] ?? 0;
    for (let act = 0; act < scores.length; act += 1)
      scores[act] = (scores[act] ?? 0) + value * (weights[from + act] ?? 0);
  });
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((whole, power) => whole + power, 0);
  return powers.map((power) => power / sum);
}

/** Another order each epoch, the same in each run: by a multiplicative generator. */
function shuffled<T>(list: readonly T[], epoch: number): T[] {
  const order = [...list];
  let state = epoch + 1;
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = Math.imul(state, 1103515245) + 12345;
    const other = (state >>> 8) % (at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
