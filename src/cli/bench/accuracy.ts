import { parseArgs } from 'node:util';
import { AppError } from '../../errors.ts';
import type { Locale } from '../../language/locale.ts';
import { ANSWER_FROM } from '../../matching/decision.ts';
import { seededRandom } from '../../matching/random.ts';
import { type Engine, OTHERS, OURS } from './engines.ts';
import * as metrics from './metrics.ts';
import { publishedFor } from './published.ts';
import { type BenchSet, listSets, readSet, type SetListing } from './sets.ts';
import { type AccuracyRow, renderTable } from './table.ts';
import { mistype } from './typos.ts';
import { ProgressBar } from '../progress-bar.ts';

/** The share of out-of-scope lines that the reweighted calibration error supposes. */
const OUT_OF_SCOPE_SHARE = 0.2;

/** `bench accuracy`: every set of a folder, or one given by its files. */
export async function runAccuracyBench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      train: { type: 'string' },
      test: { type: 'string' },
      'out-of-scope': { type: 'string' },
      locale: { type: 'string', default: 'en' },
      only: { type: 'string' },
      typos: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
    },
  });
  const listed = values.data === undefined ? [oneSet(values)] : await listSets(values.data);
  const chosen = listed.filter((set) => set.name.includes(values.only ?? ''));
  const progress = new ProgressBar(chosen.length * (1 + OTHERS.length));
  const rows: AccuracyRow[] = [];
  for (const listing of chosen) {
    const set = withTypos(await readSet(listing, values.data ?? '.'), Number(values.typos));
    rows.push(...(await measureSet(set, progress)), ...publishedRows(set.name));
  }
  progress.end();
  process.stdout.write(values.json ? `${JSON.stringify(rows, null, 2)}\n` : renderTable(rows));
}

/** The set with that many slips in each test line, the same ones each time. */
function withTypos(set: BenchSet, slips: number): BenchSet {
  if (!(slips > 0)) return set;
  const random = seededRandom(slips);
  return { ...set, test: set.test.map(({ text, gold }) => ({ text: mistype(text, slips, random), gold })) };
}

function oneSet(given: {
  readonly train?: string | undefined;
  readonly test?: string | undefined;
  readonly 'out-of-scope'?: string | undefined;
  readonly locale: string;
}): SetListing {
  const { train, test, locale } = given;
  if (train === undefined || test === undefined || (locale !== 'it' && locale !== 'en')) {
    const usage =
      'bench accuracy wants --data DIR, or --train FILE --test FILE [--out-of-scope LABEL] [--locale it|en]';
    throw new AppError('invalid-input', usage);
  }
  const outOfScope = given['out-of-scope'];
  const name = test.replace(/^.*\//, '').replace(/\.csv$/i, '');
  return {
    name,
    locale: locale satisfies Locale,
    train,
    test,
    hiddenLabels: [],
    ...(outOfScope === undefined ? {} : { outOfScope }),
  };
}

async function measureSet(set: BenchSet, progress: ProgressBar): Promise<AccuracyRow[]> {
  const rows: AccuracyRow[] = [];
  for (const engine of [OURS, ...OTHERS]) {
    progress.step(`${set.name}: ${engine.name}`);
    if (set.train.length <= engine.mostExamples) rows.push(await measure(set, engine));
  }
  return rows;
}

async function measure(set: BenchSet, engine: Engine): Promise<AccuracyRow> {
  const begin = performance.now();
  const ask = await engine.learn(set.train, set.locale);
  const learned = performance.now();
  const lines = set.test.map(({ text, gold }): metrics.Scored => ({ gold, ...ask(text) }));
  const done = performance.now();
  const inScope = lines.filter((line) => line.gold !== null).length;
  const outOfScope = lines.length - inScope;
  const ifConfident = (value: () => number): number | null => (engine.hasConfidence ? value() : null);
  const ifBoth = (value: () => number): number | null => (outOfScope > 0 && inScope > 0 ? value() : null);
  return {
    set: set.name,
    engine: engine.name,
    entries: new Set(set.train.map((line) => line.label)).size,
    inScope,
    outOfScope,
    top1: metrics.topShare(lines, 1),
    top3: metrics.topShare(lines, 3),
    auroc: ifBoth(() => metrics.areaUnderCurve(lines)),
    oosRecallAt90: ifBoth(() => metrics.outOfScopeRecallAtCoverage(lines)),
    mcc: ifConfident(() => metrics.matthews(lines, ANSWER_FROM)),
    bestMcc: metrics.bestMatthews(lines),
    accuracyAtThreshold: ifConfident(() => metrics.inScopeAccuracy(lines, ANSWER_FROM)),
    wronglyAnswered: ifConfident(() => metrics.wronglyAnswered(lines, ANSWER_FROM)),
    ece: ifConfident(() => metrics.calibrationError(lines)),
    eceReweighted: ifConfident(() => metrics.calibrationError(lines, OUT_OF_SCOPE_SHARE)),
    microseconds: (1000 * (done - learned)) / Math.max(1, lines.length),
    buildSeconds: (learned - begin) / 1000,
  };
}

function publishedRows(set: string): AccuracyRow[] {
  return publishedFor(set).map(({ engine, accuracy, bestMatthews, areaUnderCurve }) => ({
    set,
    engine: `${engine} (published)`,
    entries: null,
    inScope: null,
    outOfScope: null,
    top1: accuracy,
    top3: null,
    auroc: areaUnderCurve,
    oosRecallAt90: null,
    mcc: null,
    bestMcc: bestMatthews,
    accuracyAtThreshold: null,
    wronglyAnswered: null,
    ece: null,
    eceReweighted: null,
    microseconds: null,
    buildSeconds: null,
  }));
}
