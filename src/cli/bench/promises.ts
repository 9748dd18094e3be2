import { markdownTable } from './table.ts';
import { ProgressBar } from '../progress-bar.ts';
import { CREATION, LISTING } from '../promises/deals.ts';
import { TAKE_OVER } from '../promises/lock.ts';
import type { PromiseMeasure } from '../promises/measure.ts';
import { readersMeasures } from '../promises/readers.ts';
import { recordMeasures } from '../promises/records.ts';
import { waitingMeasures } from '../promises/waiting.ts';

/** Every promise that is a number, a topic a file. */
const MEASURES: readonly PromiseMeasure[] = [
  ...readersMeasures,
  ...waitingMeasures,
  TAKE_OVER,
  CREATION,
  LISTING,
  ...recordMeasures,
];

/** Each is measured this often, and the median is printed. */
const RUNS = 3;

/** Prints what is promised beside what was measured here; exits non-zero where a limit was passed. */
export async function runPromisesBench(): Promise<void> {
  const progress = new ProgressBar(MEASURES.length);
  const rows: string[][] = [];
  let isKept = true;
  for (const each of MEASURES) {
    progress.step(each.name);
    const measured = await medianOf(each);
    if (measured > each.limit) isKept = false;
    const verdict = measured <= each.limit ? 'kept' : 'BROKEN';
    rows.push([
      each.name,
      `${measured.toFixed(1)} ${each.unit}`,
      `${String(each.limit)} ${each.unit}`,
      verdict,
    ]);
  }
  progress.end();
  process.stdout.write(markdownTable(['promise', 'measured', 'at most', ''], rows));
  if (!isKept) process.exitCode = 1;
}

async function medianOf(each: PromiseMeasure): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < RUNS; run += 1) values.push(await each.measure());
  values.sort((a, b) => a - b);
  return values[Math.floor(RUNS / 2)] ?? NaN;
}
