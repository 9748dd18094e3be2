import { parseArgs } from 'node:util';
import { AppError } from '../../errors.ts';
import { toKnowledge } from '../../knowledge/import-csv.ts';
import { type Calibration, CALIBRATION } from '../../matching/confidence.ts';
import { trainIndex } from '../../matching/training.ts';
import { Understander } from '../../matching/understanding.ts';
import { rank } from '../../matching/candidates.ts';
import { type BenchSet, listSets, readSet } from './sets.ts';

/** The share of out-of-scope utterances that the constants suppose, a little more than chats have: modesty. */
const OUT_OF_SCOPE_SHARE = 0.25;

interface Point {
  readonly z: number;
  readonly isRight: boolean;
  readonly weight: number;
}

/**
 * `bench calibrate`: fits a and b of confidence = σ(a + b·z) over all sets of a folder, each set weighted alike
 * and out-of-scope lines reweighted to a quarter, and prints them beside the shipped ones.
 */
export async function runCalibration(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } });
  if (values.data === undefined) throw new AppError('invalid-input', 'bench calibrate wants --data DIR');
  const listed = await listSets(values.data);
  for (const withMargins of [true, false]) {
    const points: Point[] = [];
    for (const set of listed) points.push(...scoreSet(await readSet(set, values.data), withMargins));
    const { a, b } = fit(points);
    const name = withMargins ? 'with margins' : 'without';
    const shipped = `shipped ${String(CALIBRATION.a)}, ${String(CALIBRATION.b)}`;
    process.stdout.write(`${name}: a = ${a.toFixed(2)}, b = ${b.toFixed(2)} (${shipped})\n`);
  }
}

function scoreSet(set: BenchSet, withMargins: boolean): Point[] {
  const knowledge = toKnowledge(set.train, set.locale);
  const understander = new Understander(knowledge, trainIndex(knowledge, withMargins ? undefined : 0));
  const out = set.test.filter((line) => line.gold === null).length;
  const share = out === 0 ? 0 : OUT_OF_SCOPE_SHARE;
  return set.test.map(({ text, gold }) => {
    const { z } = understander.understand(text, set.locale, new Map());
    const [best] = rank(z, understander.entries);
    const weight = gold === null ? share / out : (1 - share) / (set.test.length - out);
    return { z: best?.z ?? 0, isRight: gold !== null && best?.entry.id === gold, weight };
  });
}

/** Logistic regression of one variable by Newton's method; twelve steps are more than it needs. */
function fit(points: readonly Point[]): Calibration {
  let [a, b] = [0, 1];
  for (let round = 0; round < 12; round++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9];
    for (const { z, isRight, weight } of points) {
      const p = 1 / (1 + Math.exp(-(a + b * z)));
      const error = weight * (p - (isRight ? 1 : 0));
      const curve = weight * p * (1 - p);
      ga += error;
      gb += error * z;
      haa += curve;
      hab += curve * z;
      hbb += curve * z * z;
    }
    const determinant = haa * hbb - hab * hab;
    a -= (hbb * ga - hab * gb) / determinant;
    b -= (haa * gb - hab * ga) / determinant;
  }
  return { a, b };
}
