import { parseArgs } from 'node:util';
import { toKnowledge } from '../../knowledge/import-csv.ts';
import type { LabelledLine } from '../../knowledge/import-csv.ts';
import { createAnswerer } from '../../matching/answerer.ts';
import { seededRandom } from '../../matching/random.ts';
import { markdownTable } from './table.ts';
import { ProgressBar } from '../progress-bar.ts';

const SIZES: readonly number[] = [14, 100, 1_000, 10_000];
const EXAMPLES = 5;
const QUERIES = 1_000;
const WORDS_A_LINE = 10;

/** The cost of one size. Times in milliseconds, memory in MiB above what was used before building. */
export interface SpeedRow {
  readonly entries: number;
  readonly buildMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly memoryMiB: number;
  readonly longLineMs: number;
  readonly miniSearchMedianMs: number;
  readonly timesFaster: number;
}

/** `bench speed`: synthetic knowledge of four sizes, five examples an entry, lines of ten words with a slip in one. */
export async function runSpeedBench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const progress = new ProgressBar(SIZES.length);
  const rows: SpeedRow[] = [];
  for (const size of SIZES) {
    progress.step(`${String(size)} entries`);
    rows.push(await measure(size));
  }
  progress.end();
  process.stdout.write(values.json ? `${JSON.stringify(rows, null, 2)}\n` : render(rows));
}

function render(rows: readonly SpeedRow[]): string {
  const head = [
    'entries',
    'build ms',
    'median ms',
    'p99 ms',
    'memory MiB',
    '2,000 characters ms',
    'MiniSearch median ms',
    'times faster',
  ];
  const cells = rows.map((row) => [
    row.entries.toLocaleString('en'),
    row.buildMs.toFixed(0),
    row.medianMs.toFixed(3),
    row.p99Ms.toFixed(2),
    row.memoryMiB.toFixed(0),
    row.longLineMs.toFixed(2),
    row.miniSearchMedianMs.toFixed(2),
    row.timesFaster.toFixed(1),
  ]);
  return markdownTable(head, cells);
}

async function measure(size: number): Promise<SpeedRow> {
  const { lines, queries } = makeSynthetic(size);
  const knowledge = toKnowledge(lines, 'en');
  const before = usedMemory();
  const begin = performance.now();
  const answerer = createAnswerer(knowledge);
  const buildMs = performance.now() - begin;
  const memoryMiB = (usedMemory() - before) / 2 ** 20;
  const ask = (text: string): unknown => answerer.match(text, { locale: 'en' });
  const times = time(queries, ask);
  const long = Array.from({ length: 20 }, (_, at) =>
    queries
      .slice(at, at + 40)
      .join(' ')
      .slice(0, 2_000),
  );
  const longLineMs = quantile(time(long, ask), 0.5);
  const miniSearchMedianMs = quantile(
    time(size > 1_000 ? queries.slice(0, 100) : queries, await learnMiniSearch(lines)),
    0.5,
  );
  const medianMs = quantile(times, 0.5);
  return {
    entries: size,
    buildMs,
    medianMs,
    p99Ms: quantile(times, 0.99),
    memoryMiB,
    longLineMs,
    miniSearchMedianMs,
    timesFaster: miniSearchMedianMs / medianMs,
  };
}

async function learnMiniSearch(lines: readonly LabelledLine[]): Promise<(text: string) => unknown> {
  const { default: MiniSearch } = await import('minisearch');
  const search = new MiniSearch<LabelledLine & { readonly id: number }>({
    fields: ['text'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  search.addAll(lines.map((line, id) => ({ ...line, id })));
  return (text) => search.search(text);
}

/** Milliseconds of each call, after a first round that warms up. */
function time(queries: readonly string[], ask: (text: string) => unknown): number[] {
  for (const query of queries.slice(0, 200)) ask(query);
  return queries.map((query) => {
    const begin = performance.now();
    ask(query);
    return performance.now() - begin;
  });
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Heap and typed arrays in use, after collecting where node runs with --expose-gc. */
function usedMemory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/**
 * Entries that share most of their words, as real ones do: each has a few words of its own, the rest is drawn
 * from a common stock in which the first words are much the more frequent.
 */
export function makeSynthetic(size: number): { lines: LabelledLine[]; queries: string[] } {
  const random = seededRandom(size);
  const stock = Array.from({ length: 300 + Math.round(40 * Math.sqrt(size)) }, () => makeWord(random));
  const draw = (): string => stock[Math.floor(stock.length * random() ** 3)] ?? '';
  const lines: LabelledLine[] = [];
  const queries: string[] = [];
  for (let entry = 0; entry < size; entry++) {
    const own = Array.from({ length: 3 }, draw);
    const sentence = (): string[] =>
      Array.from({ length: WORDS_A_LINE }, () =>
        random() < 0.4 ? (own[Math.floor(random() * 3)] ?? '') : draw(),
      );
    for (let k = 0; k < EXAMPLES; k++)
      lines.push({ text: sentence().join(' '), label: `entry-${String(entry)}` });
    const wanted = Math.ceil(QUERIES / size);
    for (let k = 0; k < wanted && queries.length < QUERIES; k++) queries.push(withSlip(sentence(), random));
  }
  return { lines, queries };
}

const CONSONANTS = 'bcdfghlmnprstvz';
const VOWELS = 'aeiou';

function makeWord(random: () => number): string {
  const letter = (of: string): string => of.charAt(Math.floor(random() * of.length));
  const syllables = 2 + Math.floor(random() * 3);
  return Array.from({ length: syllables }, () => letter(CONSONANTS) + letter(VOWELS)).join('');
}

/** Two neighbouring letters of the longest word change places. */
function withSlip(words: string[], random: () => number): string {
  const longest = words.reduce((best, word, at) => (word.length > (words[best]?.length ?? 0) ? at : best), 0);
  const word = words[longest] ?? '';
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 3));
  words[longest] = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  return words.join(' ');
}
