import { openKnowledge } from '../../app/knowledge.ts';
import { createAnswerer } from '../../matching/answerer.ts';
import { type BenchChannel, openChannel } from './channel.ts';
import { type BenchChild, startChild } from './child.ts';

const WARM_UP_TURNS = 200;
const MEASURED_TURNS = 1000;
const STARTS = 5;
const MATCHES = 5000;

/** A form from its first sentence to its cancellation: each message is a dialog turn. */
const DIALOG = [
  'crea un deal privato da 40k con Rossi Logistica',
  'via Roma 1, 37100 Verona, Italia',
  'wms',
  'fine marzo',
  'indietro',
  'fine aprile',
  'annulla',
  'sì',
];

interface Cost {
  readonly meanMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly cpuMs: number;
}

/** Prints what a turn costs beside an echo turn of the same framework, in one run on loopback. */
export async function runTurnBench(): Promise<void> {
  const channel = await openChannel();
  const questions = await readQuestions();
  const echo = await startChild('echo');
  const bot = await startChild('bot');
  try {
    const floor = await measure(echo, channel, questions);
    const faq = await measure(bot, channel, questions);
    const dialog = await measure(bot, channel, DIALOG);
    printTurns({ 'echo bot (floor)': floor, 'FAQ turn': faq, 'dialog turn': dialog }, floor);
  } finally {
    echo.stop();
    bot.stop();
    channel.close();
  }
  await printStarts();
  await printMatch(questions);
}

async function readQuestions(): Promise<string[]> {
  const { answers } = await openKnowledge();
  return [...answers.values()].flatMap(({ texts }) => texts.it?.question ?? []);
}

async function measure(child: BenchChild, channel: BenchChannel, lines: readonly string[]): Promise<Cost> {
  let turn = 0;
  const next = () => channel.say(child.address, 'bench', lines[turn++ % lines.length] ?? '');
  for (let warm = 0; warm < WARM_UP_TURNS; warm += 1) await next();
  const times: number[] = [];
  const cpuBefore = await child.cpuMs();
  for (let measured = 0; measured < MEASURED_TURNS; measured += 1) {
    const startedAt = performance.now();
    await next();
    times.push(performance.now() - startedAt);
  }
  const cpuMs = ((await child.cpuMs()) - cpuBefore) / MEASURED_TURNS;
  return { ...spread(times), cpuMs };
}

function spread(times: number[]): Omit<Cost, 'cpuMs'> {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN;
  return {
    meanMs: times.reduce((sum, ms) => sum + ms, 0) / times.length,
    medianMs: at(0.5),
    p99Ms: at(0.99),
  };
}

function printTurns(costs: Readonly<Record<string, Cost>>, floor: Cost): void {
  print(`Turn over HTTP, ${String(MEASURED_TURNS)} in sequence, Node ${process.version}`);
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

async function printMatch(questions: readonly string[]): Promise<void> {
  const buildStartedAt = performance.now();
  const answerer = createAnswerer(await openKnowledge());
  const buildMs = performance.now() - buildStartedAt;
  const times: number[] = [];
  for (let count = 0; count < MATCHES; count += 1) {
    const startedAt = performance.now();
    answerer.match(questions[count % questions.length] ?? '', { locale: 'it' });
    times.push(performance.now() - startedAt);
  }
  const { medianMs, p99Ms } = spread(times.slice(MATCHES / 10));
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
