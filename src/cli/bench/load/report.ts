import { markdownTable } from '../table.ts';
import { judgeAnswers, judgeWaiting, percentile, type LimitCheck } from './limits.ts';
import { type LoadCase, type LoadRun, SLOW_MS } from './run.ts';
import type { LoadTurn } from './play.ts';

const NAMES: Readonly<Record<LoadCase, string>> = {
  echo: 'echo bot',
  bot: 'assistant',
  slow: `assistant, Partner Center in ${String(SLOW_MS / 1000)} s`,
};

const HEAD = [
  'parallel',
  'bot',
  'turns',
  'turns/s',
  'p50 s',
  'p95 s',
  'p99 s',
  'sign p50 s',
  'sign p99 s',
  'CPU ms/turn',
  'RSS MiB',
  'loop p50 ms',
  'loop p99 ms',
];

/** All runs as one table: times of the answer and of the first sign, and what the process used. */
export function renderRuns(runs: readonly LoadRun[]): string {
  return markdownTable(HEAD, runs.map(cellsOf));
}

function cellsOf({ kind, parallel, turns, elapsedMs, usage }: LoadRun): string[] {
  const answers = turns.map(({ answerMs }) => answerMs);
  const signs = turns.map(({ signMs }) => signMs);
  const seconds = (times: readonly number[], share: number): string =>
    (percentile(times, share) / 1000).toFixed(2);
  return [
    String(parallel),
    NAMES[kind],
    String(turns.length),
    ((turns.length * 1000) / elapsedMs).toFixed(0),
    ...[0.5, 0.95, 0.99].map((share) => seconds(answers, share)),
    ...[0.5, 0.99].map((share) => seconds(signs, share)),
    (usage.cpuMs / turns.length).toFixed(2),
    usage.rssMiB.toFixed(0),
    ...[usage.loopDelay.p50, usage.loopDelay.p99].map((ms) => ms.toFixed(0)),
  ];
}

/** One line of the verdict. */
export interface RunCheck extends LimitCheck {
  readonly of: string;
}

/**
 * Whether each promise was kept, run by run; the echo bot, which is the floor, promises nothing. Turns that call a
 * slow Partner Center have limits of their own, and what they are told must be so.
 */
export function judgeRuns(runs: readonly LoadRun[]): RunCheck[] {
  return runs
    .filter(({ kind }) => kind !== 'echo')
    .flatMap((run) =>
      judgeRun(run).map((verdict) => ({ ...verdict, of: `${String(run.parallel)} × ${NAMES[run.kind]}` })),
    );
}

function judgeRun({ kind, turns, untrue, deals }: LoadRun): LimitCheck[] {
  const isWaiting = ({ isRemote }: LoadTurn): boolean => kind === 'slow' && isRemote;
  const waiting = turns.filter(isWaiting);
  const missed = kind === 'slow' ? untrue.length : deals.told - deals.made;
  const fault =
    kind === 'slow'
      ? 'sentences that are not so'
      : `of ${String(deals.told)} deals said to be created are missing`;
  return [
    ...judgeAnswers(turns.filter((turn) => !isWaiting(turn))),
    ...(kind === 'slow' ? judgeWaiting(waiting) : []),
    { what: fault, limit: 0, measured: missed, unit: '', isMet: missed === 0 },
  ];
}

/** The verdicts, one a line: `pass  64 × assistant: 50 % of the answers 0.41 s (limit 2 s)`. */
export function renderVerdicts(lines: readonly RunCheck[]): string {
  return lines
    .map(({ isMet, of, what, measured, limit, unit }) => {
      const digits = unit === '' ? 0 : 2;
      const told = `${measured.toFixed(digits)}${unit} (limit ${String(limit)}${unit})`;
      return `${isMet ? 'pass' : 'FAIL'}  ${of}: ${what} ${told}\n`;
    })
    .join('');
}
