import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AppError } from '../../errors.ts';
import { buildCopy, findProject } from './built-copy.ts';
import { type BenchChannel, openChannel } from './channel.ts';
import { startChild } from './child.ts';
import { measureTurns } from './cost.ts';
import { mistyped, readHeldOut } from './held-out.ts';
import { DIALOG, fromMany, fromOne, type Lines, readQuestions } from './lines.ts';
import { markdownTable } from './table.ts';
import { ProgressBar } from '../progress-bar.ts';

const LENGTH = { warmUpTurns: 200, turns: 400 };
const ROUNDS = 5;
/** From here on a line got worse: what a quiet machine's rounds differ by is half of it. */
const WORSE_FROM = 1.1;
const MATCH_SCRIPT = fileURLToPath(new URL('./match-time.js', import.meta.url));

/** One line of the comparison with what it took in each round, in milliseconds. */
type Measures = ReadonlyMap<string, number>;

/**
 * `bench compare OLD NEW`: builds both with equal knowledge and measures them in turn, round after round, so that what else
 * the machine does falls on both alike. A line moved by the median of its rounds' ratios. Exits 1 where one got worse by
 * more than a tenth.
 */
export async function runCompareBench(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { knowledge: { type: 'string' }, rounds: { type: 'string', default: String(ROUNDS) } },
  });
  const [older, newer] = positionals;
  if (older === undefined || newer === undefined)
    throw new AppError('invalid-input', 'bench: say what to compare: bench -- compare OLD NEW');
  const below = mkdtempSync(join(tmpdir(), 'cosell-compare-'));
  try {
    const projects = [findProject(older, below), findProject(newer, below)] as const;
    const knowledge = values.knowledge ?? join(projects[0].folder, 'knowledge');
    const [old, now] = projects.map((each, at) =>
      buildCopy(each, knowledge, join(below, `build-${String(at)}`)),
    );
    const rounds = await measureRounds(old ?? '', now ?? '', Number(values.rounds));
    const moves = listMoves(rounds);
    process.stdout.write(render(moves));
    if (moves.some(({ ratio }) => ratio > WORSE_FROM)) process.exitCode = 1;
  } finally {
    rmSync(below, { recursive: true });
  }
}

interface Round {
  readonly old: Measures;
  readonly now: Measures;
}

async function measureRounds(old: string, now: string, count: number): Promise<Round[]> {
  const channel = await openChannel();
  const progress = new ProgressBar(count);
  const rounds: Round[] = [];
  try {
    for (let round = 0; round < count; round += 1) {
      progress.step(`round ${String(round + 1)}`);
      // Each begins every other round: the second finds the machine warmer.
      const first = await measureBuild(round % 2 === 0 ? old : now, channel);
      const second = await measureBuild(round % 2 === 0 ? now : old, channel);
      rounds.push(round % 2 === 0 ? { old: first, now: second } : { old: second, now: first });
    }
  } finally {
    progress.end();
    channel.close();
  }
  return rounds;
}

async function measureBuild(codeFolder: string, channel: BenchChannel): Promise<Measures> {
  const measures = new Map<string, number>();
  const said: readonly (readonly [string, Lines])[] = [
    ['FAQ turn', fromMany(mistyped(await readHeldOut()))],
    ['editors’ questions', fromOne(await readQuestions())],
    ['dialog turn', fromOne(DIALOG)],
  ];
  const bot = await startChild('bot', { codeFolder });
  try {
    measures.set('start to listening', bot.startMs);
    for (const [name, lines] of said) {
      const { meanMs, cpuMs } = await measureTurns(bot, channel, lines, LENGTH);
      measures.set(`${name}, CPU`, cpuMs);
      measures.set(`${name}, time`, meanMs);
    }
  } finally {
    bot.stop();
  }
  const matchMs = execFileSync(process.execPath, [MATCH_SCRIPT, codeFolder], { encoding: 'utf8' });
  return measures.set('match', Number(matchMs));
}

/** How a line moved. */
export interface Move {
  readonly line: string;
  readonly oldMs: number;
  readonly nowMs: number;
  /** Above 1 where it got slower. */
  readonly ratio: number;
}

/** Of each line the medians of both, and the median of the rounds' ratios. */
export function listMoves(rounds: readonly Round[]): Move[] {
  return [...(rounds[0]?.old.keys() ?? [])].map((line) => {
    const olds = rounds.map(({ old }) => old.get(line) ?? NaN);
    const nows = rounds.map(({ now }) => now.get(line) ?? NaN);
    const ratio = medianOf(nows.map((ms, at) => ms / (olds[at] ?? NaN)));
    return { line, oldMs: medianOf(olds), nowMs: medianOf(nows), ratio };
  });
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function render(moves: readonly Move[]): string {
  const rows = moves.map(({ line, oldMs, nowMs, ratio }) => {
    const percent = (100 * (ratio - 1)).toFixed(1);
    const moved = `${ratio > 1 ? '+' : ''}${percent} %`;
    return [line, oldMs.toFixed(3), nowMs.toFixed(3), moved, ratio > WORSE_FROM ? 'WORSE' : ''];
  });
  return markdownTable(['line', 'old ms', 'new ms', 'moved', ''], rows);
}
