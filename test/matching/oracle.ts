// The scores once more, as plainly as they can be written: strings and maps, no hashing, no lists.

type Vector = ReadonlyMap<string, number>;

const BLOCK_WEIGHTS = { word: 0.6, letters: 1, pair: 0.6 } as const;
type Block = keyof typeof BLOCK_WEIGHTS;

/** A word as the oracle needs it. */
export interface PlainWord {
  readonly text: string;
  readonly stem: string;
}

/** All features of an utterance with how often they occur, block by block. */
function features(words: readonly PlainWord[]): Record<Block, Map<string, number>> {
  const found = {
    word: new Map<string, number>(),
    letters: new Map<string, number>(),
    pair: new Map<string, number>(),
  };
  const count = (block: Block, name: string): void => {
    const key = `${block}:${name}`;
    found[block].set(key, (found[block].get(key) ?? 0) + 1);
  };
  for (const { text, stem } of words) {
    count('word', stem);
    const padded = ` ${text} `;
    for (let length = 2; length <= 5; length++) {
      for (let from = 0; from + length <= padded.length; from++)
        count('letters', padded.slice(from, from + length));
    }
  }
  const stems = ['^', ...words.map((word) => word.stem), '$'];
  for (let at = 0; at + 1 < stems.length; at++) count('pair', `${stems[at] ?? ''} ${stems[at + 1] ?? ''}`);
  for (const distance of [2, 3]) {
    for (let at = 0; at + distance < words.length; at++) {
      count('pair', [words[at]?.stem, words[at + distance]?.stem].sort().join(' .. '));
    }
  }
  return found;
}

/** A plain model of a few classes. */
export class Oracle {
  private readonly idf = new Map<string, number>();
  private readonly unknownIdf: number;
  readonly classes: readonly (readonly Vector[])[];

  constructor(classes: readonly (readonly (readonly PlainWord[])[])[]) {
    const examples = classes.flat();
    const all = examples.map(
      (words) => new Set(Object.values(features(words)).flatMap((block) => [...block.keys()])),
    );
    for (const names of all) for (const name of names) this.idf.set(name, (this.idf.get(name) ?? 0) + 1);
    for (const [name, count] of this.idf)
      this.idf.set(name, Math.log((1 + examples.length) / (1 + count)) + 2);
    this.unknownIdf = Math.log(1 + examples.length) + 2;
    this.classes = classes.map((one) => one.map((words) => this.vector(words)));
  }

  /** The length counts unknown features, the vector leaves them out. */
  vector(words: readonly PlainWord[]): Vector {
    const result = new Map<string, number>();
    const allWeights = Math.hypot(...Object.values(BLOCK_WEIGHTS));
    for (const [block, counts] of Object.entries(features(words)) as [Block, Map<string, number>][]) {
      const values = [...counts].map(([name, count]): [string, number] => [
        name,
        (1 + Math.log(count)) * (this.idf.get(name) ?? this.unknownIdf),
      ]);
      const length = Math.hypot(...values.map(([, value]) => value));
      for (const [name, value] of values) {
        if (this.idf.has(name)) result.set(name, ((value / length) * BLOCK_WEIGHTS[block]) / allWeights);
      }
    }
    return result;
  }

  /** z without the margins: 2·centroid + 1.5·nearest + .15·naive Bayes. */
  z(words: readonly PlainWord[]): number[] {
    const x = this.vector(words);
    const bayes = this.bayes(x);
    return this.classes.map((examples, c) => {
      const sum = addAll(examples);
      const centroid = dot(x, sum) / Math.sqrt(dot(sum, sum));
      const nearest = Math.max(0, ...examples.map((example) => dot(x, example)));
      return 2 * centroid + 1.5 * nearest + 0.15 * (bayes[c] ?? 0);
    });
  }

  private bayes(x: Vector): number[] {
    const sums = this.classes.map(addAll);
    const totals = addAll(sums);
    const size = (vector: Vector): number => [...vector.values()].reduce((sum, value) => sum + value, 0);
    const everything = size(totals) + 0.1 * this.idf.size;
    const scores = sums.map((sum) => {
      let score = size(x) * Math.log(everything - size(sum));
      for (const [name, value] of x) {
        const total = (totals.get(name) ?? 0) + 0.1;
        score += value * (Math.log(total) - Math.log(total - (sum.get(name) ?? 0)));
      }
      return score;
    });
    return scores.map((score) => Math.max(-3, score - Math.max(...scores)));
  }

  /** The margins of a class by plain gradient descent on the primal problem. */
  margins(c: number, words: readonly PlainWord[]): number {
    const lines = this.classes.flatMap((examples, at) => examples.map((x) => ({ x, y: at === c ? 1 : -1 })));
    const positives = lines.filter((line) => line.y > 0).length;
    const positiveCost = 0.3 * Math.sqrt(Math.max(1, (lines.length - positives) / positives));
    let weights = new Map<string, number>();
    for (let round = 0; round < 400; round++) {
      const gradient = new Map(weights);
      for (const { x, y } of lines) {
        const slack = 1 - y * (dot(x, weights) + (weights.get('bias') ?? 0));
        if (slack <= 0) continue;
        const push = -2 * (y > 0 ? positiveCost : 0.3) * slack * y;
        for (const [name, value] of [...x, ['bias', 1] as const]) {
          gradient.set(name, (gradient.get(name) ?? 0) + push * value);
        }
      }
      weights = new Map(
        [...gradient].map(([name, slope]) => [name, (weights.get(name) ?? 0) - 0.02 * slope]),
      );
    }
    return dot(this.vector(words), weights) + (weights.get('bias') ?? 0);
  }
}

function addAll(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [name, value] of vector) sum.set(name, (sum.get(name) ?? 0) + value);
  return sum;
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [name, value] of a) sum += value * (b.get(name) ?? 0);
  return sum;
}
