import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { AppError } from '../../../errors.ts';
import { MIX, ROUND } from './mix.ts';
import { judgeRuns, renderRuns, renderVerdicts } from './report.ts';
import { type LoadCase, type LoadRun, runLoad } from './run.ts';

const PARALLEL = '16,64,256';
/** A run has at least so many turns, or its 99th percentile would be a handful. */
const LEAST_TURNS = 1_280;
const CASES: readonly LoadCase[] = ['echo', 'bot', 'slow'];

/** `bench load`: prints what many conversations at once take and whether the limits are met; exits non-zero where not. */
export async function runLoadBench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      parallel: { type: 'string', default: PARALLEL },
      only: { type: 'string', multiple: true, default: [...CASES] },
    },
  });
  const levels = values.parallel.split(',').map(readLevel);
  print(`Load over HTTP, Node ${process.version}, ${String(availableParallelism())} cores`);
  print(`Mix: ${MIX}; no pause between an answer and the next message\n`);
  const runs: LoadRun[] = [];
  for (const parallel of levels) {
    for (const kind of CASES.filter((each) => values.only.includes(each))) {
      // Who waits for a slow service does so for each message: one round is enough.
      const rounds = kind === 'slow' ? 1 : Math.ceil(LEAST_TURNS / (ROUND * parallel));
      runs.push(await runLoad({ kind, parallel, rounds }));
      process.stderr.write(`${String(parallel)} × ${kind}: ${String(runs.at(-1)?.turns.length)} turns\n`);
    }
  }
  const verdicts = judgeRuns(runs);
  print(`${renderRuns(runs)}\n${renderVerdicts(verdicts)}`);
  for (const { parallel, kind, ownDelayMs, untrue } of runs) {
    print(`the load's own event loop, ${String(parallel)} × ${kind}: ${ownDelayMs.toFixed(0)} ms late (p99)`);
    for (const said of untrue.slice(0, 3)) print(`not so: ${said.slice(0, 500)}`);
  }
  if (verdicts.some(({ isMet }) => !isMet)) process.exitCode = 1;
}

function readLevel(text: string): number {
  const level = Number(text);
  if (Number.isSafeInteger(level) && level > 0 && level <= 10_000) return level;
  throw new AppError(
    'invalid-input',
    `bench load: --parallel wants numbers such as ${PARALLEL}, not "${text}"`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
