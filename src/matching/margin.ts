import { classNumbers, type ClassSums } from './class-sums.ts';
import { type Examples, idOf } from './examples.ts';
import { BLOCKS } from './feature-bag.ts';
import { FloatList, IntList } from './number-list.ts';
import { seededRandom } from './random.ts';
import { findRivals } from './rivals.ts';

/** What a violated margin costs; larger follows the examples more closely. */
const COST = 0.3;
const EPOCHS = 6;
/** Training of a class ends when no step would be larger than this. */
const TOLERANCE = 0.2;
/** An example that lies this far on its right side is left alone after the first epoch. */
const SAFE_MARGIN = 0.3;
/** Smaller weights are dropped: half of the memory, no loss of accuracy. */
const SMALLEST_WEIGHT = 0.03;

/** The distance from each class's border, above 0 inside: a linear one-against-the-rest classifier by feature. */
export interface Margins {
  readonly starts: Int32Array;
  readonly classes: Uint16Array | Int32Array;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** Trains every class against its rivals: support vector machines with squared hinge loss. */
export function trainMargins(examples: Examples, values: Float32Array, sums: ClassSums): Margins {
  const classCount = examples.classStarts.length - 1;
  const features = sums.starts.length - 1;
  const trainer = new ClassTrainer(examples, values, features);
  const found = { ids: new IntList(), classes: new IntList(), weights: new FloatList() };
  const biases = new Float32Array(classCount);
  findRivals(examples, values, sums).forEach((rivals, c) => {
    biases[c] = trainer.train(c, rivals);
    trainer.takeWeights((id, weight) => {
      found.ids.push(id);
      found.classes.push(c);
      found.weights.push(weight);
    });
  });
  const out = classNumbers(found.ids.size, classCount);
  const sorted = sortByFeature(
    found.ids.toArray(),
    found.classes.toArray(),
    found.weights.toArray(),
    features,
    out,
  );
  return { ...sorted, biases };
}

function sortByFeature(
  ids: Int32Array,
  classes: Int32Array,
  weights: Float32Array,
  features: number,
  sortedClasses: Uint16Array | Int32Array,
): Omit<Margins, 'biases'> {
  const starts = new Int32Array(features + 1);
  for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const out = { starts, classes: sortedClasses, weights: new Float32Array(ids.length) };
  ids.forEach((id, k) => {
    const at = next[id] ?? 0;
    next[id] = at + 1;
    out.classes[at] = classes[k] ?? 0;
    out.weights[at] = weights[k] ?? 0;
  });
  return out;
}

/**
 * Dual coordinate descent (Hsieh et al. 2008, as in liblinear) for one class at a time. The weight vector is
 * kept spread out by feature and emptied between classes.
 */
class ClassTrainer {
  private readonly examples: Examples;
  private readonly ids: Int32Array;
  private readonly values: Float32Array;
  private readonly alphas: Float64Array;
  private readonly weights: Float32Array;
  private bias = 0;

  constructor(examples: Examples, values: Float32Array, features: number) {
    this.examples = examples;
    this.ids = examples.packed.map(idOf);
    this.values = values;
    this.alphas = new Float64Array(examples.size);
    this.weights = new Float32Array(features);
  }

  /** Trains class `c` and gives its bias; `takeWeights` must follow. */
  train(c: number, rivals: Int32Array): number {
    const { classStarts } = this.examples;
    const [from, to] = [classStarts[c] ?? 0, classStarts[c + 1] ?? 0];
    const positives = to - from;
    const order = new Int32Array(positives + rivals.length);
    for (let k = 0; k < positives; k++) order[k] = from + k;
    order.set(rivals, positives);
    // The few positives weigh as the root of how few they are: full balance makes the class too eager.
    const positiveCost = COST * Math.sqrt(Math.max(1, rivals.length / Math.max(1, positives)));
    this.descend(order, from, to, positiveCost, seededRandom(c + 1));
    return this.bias;
  }

  /** Gives the weights worth keeping and empties the trainer for the next class. */
  takeWeights(take: (id: number, weight: number) => void): void {
    const { weights } = this;
    for (let id = 0; id < weights.length; id++) {
      const weight = weights[id] ?? 0;
      if (Math.abs(weight) >= SMALLEST_WEIGHT) take(id, weight);
    }
    weights.fill(0);
    this.bias = 0;
  }

  private descend(
    order: Int32Array,
    from: number,
    to: number,
    positiveCost: number,
    random: () => number,
  ): void {
    const alphas = this.alphas.fill(0);
    let active = order.length;
    for (let epoch = 0; epoch < EPOCHS && active > 0; epoch++) {
      shuffle(order, active, random);
      let largestStep = 0;
      for (let k = 0; k < active; k++) {
        const e = order[k] ?? 0;
        const sign = e >= from && e < to ? 1 : -1;
        const softness = 1 / (2 * (sign > 0 ? positiveCost : COST));
        const alpha = alphas[e] ?? 0;
        const gradient = sign * this.distance(e) - 1 + softness * alpha;
        if (alpha === 0 && gradient > SAFE_MARGIN && epoch >= 1) {
          order[k--] = order[--active] ?? 0;
          order[active] = e;
          continue;
        }
        const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
        if (projected === 0) continue;
        largestStep = Math.max(largestStep, Math.abs(projected));
        // Examples have length 1 and the bias is one more feature of value 1.
        const moved = Math.max(alpha - gradient / (2 + softness), 0);
        alphas[e] = moved;
        this.move(e, (moved - alpha) * sign);
      }
      if (largestStep < TOLERANCE) break;
    }
  }

  private distance(example: number): number {
    const { values, weights, ids } = this;
    const from = this.from(example);
    const end = this.from(example + 1);
    let sum = this.bias;
    for (let at = from; at < end; at++) sum += (values[at] ?? 0) * (weights[ids[at] ?? 0] ?? 0);
    return sum;
  }

  private move(example: number, step: number): void {
    const { values, weights, ids } = this;
    const end = this.from(example + 1);
    for (let at = this.from(example); at < end; at++) {
      const id = ids[at] ?? 0;
      weights[id] = (weights[id] ?? 0) + step * (values[at] ?? 0);
    }
    this.bias += step;
  }

  /** Where the features of an example begin. */
  private from(example: number): number {
    return this.examples.segmentStarts[example * BLOCKS.length] ?? 0;
  }
}

function shuffle(order: Int32Array, size: number, random: () => number): void {
  for (let k = size - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    const held = order[k] ?? 0;
    order[k] = order[other] ?? 0;
    order[other] = held;
  }
}
