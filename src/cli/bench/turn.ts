import { openKnowledge } from '../../app/knowledge.ts';
import { createAnswerer } from '../../matching/answerer.ts';
import { BENCH_PEOPLE, type BenchChannel, openChannel } from './channel.ts';
import { type BenchChild, startChild } from './child.ts';
import { mistyped, readHeldOut } from './held-out.ts';

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
  const asked = mistyped(await readHeldOut());
  const echo = await startChild('echo');
  const bot = await startChild('bot');
  try {
    const floor = await measure(echo, channel, fromMany(asked));
    const faq = await measure(bot, channel, fromMany(asked));
    const editors = await measure(bot, channel, fromOne(questions));
    const dialog = await measure(bot, channel, fromOne(DIALOG));
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
    channel.close();
  }
  await printStarts();
  await printMatch(asked);
}

/** What is said, turn after turn. */
type Lines = Iterator<Said, never>;

interface Said {
  readonly person: number;
  readonly text: string;
}

/** Of several people, one after the other. */
function* fromMany(texts: Iterator<string, never>): Generator<Said, never> {
  for (let turn = 0; ; turn += 1) yield { person: turn % BENCH_PEOPLE.length, text: texts.next().value };
}

/** The same again and again, of one person. */
function* fromOne(texts: readonly string[]): Generator<Said, never> {
  for (let turn = 0; ; turn += 1) yield { person: 0, text: texts[turn % texts.length] ?? '' };
}

async function readQuestions(): Promise<string[]> {
  const { answers } = await openKnowledge();
  return [...answers.values()].flatMap(({ texts }) => texts.it?.question ?? []);
}

async function measure(child: BenchChild, channel: BenchChannel, lines: Lines): Promise<Cost> {
  const next = (): Promise<void> => {
    const { person, text } = lines.next().value;
    return channel.say(child.address, person, text);
  };
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

async function printMatch(asked: Iterator<string, never>): Promise<void> {
  const buildStartedAt = performance.now();
  const answerer = createAnswerer(await openKnowledge());
  const buildMs = performance.now() - buildStartedAt;
  const times: number[] = [];
  for (let count = 0; count < MATCHES; count += 1) {
    const text = asked.next().value;
    const startedAt = performance.now();
    answerer.match(text, { locale: 'it' });
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
