import { setTimeout as wait } from 'node:timers/promises';
import { openKnowledge } from '../../app/knowledge.ts';
import { createAnswerer } from '../../matching/answerer.ts';
import { type BenchChannel, openChannel } from './channel.ts';
import { type BenchChild, startChild } from './child.ts';
import { type Cost, measureTurns, spread, timeMatches, timeTurn } from './cost.ts';
import { mistyped, readHeldOut } from './held-out.ts';
import { DIALOG, fromMany, fromOne, readQuestions } from './lines.ts';

const LENGTH = { warmUpTurns: 200, turns: 1000 };
const STARTS = 5;

/** Prints what a turn costs beside an echo turn of the same framework, in one run on loopback. */
export async function runTurnBench(): Promise<void> {
  const channel = await openChannel();
  const questions = await readQuestions();
  const asked = mistyped(await readHeldOut());
  const echo = await startChild('echo');
  const bot = await startChild('bot');
  try {
    const floor = await measureTurns(echo, channel, fromMany(asked), LENGTH);
    const faq = await measureTurns(bot, channel, fromMany(asked), LENGTH);
    const editors = await measureTurns(bot, channel, fromOne(questions), LENGTH);
    const dialog = await measureTurns(bot, channel, fromOne(DIALOG), LENGTH);
    const costs = {
      'echo bot (floor)': floor,
      'FAQ turn': faq,
      'editors’ questions': editors,
      'dialog turn': dialog,
    };
    printTurns(costs, floor);
  } finally {
    echo.stop();
    bot.stop();
  }
  await printStarts();
  await printFirstAnswers(channel, asked);
  channel.close();
  await printMatch(asked);
}

function printTurns(costs: Readonly<Record<string, Cost>>, floor: Cost): void {
  print(`Turn over HTTP, ${String(LENGTH.turns)} in sequence, Node ${process.version}`);
  print(`${'turn'.padEnd(20)}  mean ms  median ms   p99 ms  CPU ms  mean/floor  CPU/floor`);
  for (const [name, cost] of Object.entries(costs)) {
    const ratios = [cost.meanMs / floor.meanMs, cost.cpuMs / floor.cpuMs].map((ratio) =>
      ratio.toFixed(2).padStart(9),
    );
    print(
      `${name.padEnd(20)} ${cell(cost.meanMs, 8)} ${cell(cost.medianMs, 10)} ${cell(cost.p99Ms, 8)} ${cell(cost.cpuMs, 7)}  ${ratios.join('  ')}`,
    );
  }
}

async function printStarts(): Promise<void> {
  const median = async (script: Parameters<typeof startChild>[0]) => {
    const times: number[] = [];
    for (let run = 0; run < STARTS; run += 1) {
      const child = await startChild(script);
      times.push(child.startMs);
      child.stop();
    }
    return spread(times).medianMs;
  };
  const floor = await median('echo');
  const ours = await median('bot');
  print(`\nStart to listening, median of ${String(STARTS)}`);
  print(`bare framework ${cell(floor, 8)} ms`);
  print(`assistant      ${cell(ours, 8)} ms  (${(ours / floor).toFixed(2)} of the floor)`);
}

const ANSWERS = 10;

/** Who asks first after a start, as soon as it listens and once it has warmed up, beside who asks tenth. */
async function printFirstAnswers(channel: BenchChannel, asked: Iterator<string, never>): Promise<void> {
  const answers = async (begin: (child: BenchChild) => Promise<void>): Promise<number[][]> => {
    const times: number[][] = [];
    for (let run = 0; run < STARTS; run += 1) {
      const child = await startChild('bot');
      await begin(child);
      const lines = fromMany(asked);
      const ofRun: number[] = [];
      for (let turn = 0; turn < ANSWERS; turn += 1) ofRun.push(await timeTurn(child, channel, lines));
      times.push(ofRun);
      child.stop();
    }
    return times;
  };
  const atOnce = await answers(() => Promise.resolve());
  const warm = await answers(isIdle);
  const median = (times: readonly number[][], turn: number) =>
    spread(times.flatMap((ofRun) => ofRun.slice(turn, turn + 1))).medianMs;
  print(`\nAnswer after a start, median of ${String(STARTS)}`);
  print(`at once        first ${cell(median(atOnce, 0), 8)} ms, tenth ${cell(median(atOnce, 9), 8)} ms`);
  print(`when it is idle first ${cell(median(warm, 0), 8)} ms, tenth ${cell(median(warm, 9), 8)} ms`);
}

/** Resolves when a child has nothing to do any more. */
async function isIdle(child: BenchChild): Promise<void> {
  for (let before = -Infinity, now = await child.cpuMs(); now - before > IDLE_CPU_MS;) {
    await wait(LOOK_EVERY_MS);
    [before, now] = [now, await child.cpuMs()];
  }
}

const LOOK_EVERY_MS = 300;
/** To tell its metrics takes some of it. */
const IDLE_CPU_MS = 60;

async function printMatch(asked: Iterator<string, never>): Promise<void> {
  const buildStartedAt = performance.now();
  const answerer = createAnswerer(await openKnowledge());
  const buildMs = performance.now() - buildStartedAt;
  const { medianMs, p99Ms } = spread(timeMatches(answerer, asked));
  print(
    `\nMatch: median ${medianMs.toFixed(3)} ms, p99 ${p99Ms.toFixed(3)} ms; load and build ${buildMs.toFixed(0)} ms`,
  );
}

function cell(value: number, width: number): string {
  return value.toFixed(2).padStart(width);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
