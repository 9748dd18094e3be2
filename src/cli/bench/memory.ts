import { parseArgs } from 'node:util';
import { openChannel } from './channel.ts';
import { type BenchChild, startChild } from './child.ts';
import { mistyped, readHeldOut } from './held-out.ts';
import { markdownTable } from './table.ts';
import { ProgressBar } from '../progress-bar.ts';

/** A step is a row of the table; memory is read so often within it, since what is to be collected is no growth. */
const STEPS = 20;
const READINGS_A_STEP = 10;
/** At once: a crowd, and both processors have work. */
const PARALLEL = 8;
/** The first steps fill what is remembered of the last people; from there on nothing may grow. */
const FILLING_STEPS = 6;
/** What memory may grow by from then on, by a share of itself: what readings differ by. */
const FLAT_SHARE = 0.1;

/** The least that was read in a step, in MiB: what is in use and not what waits to be collected. */
export interface MemoryStep {
  readonly turns: number;
  readonly heapMiB: number;
  readonly rssMiB: number;
}

/**
 * `bench memory`: many turns of many people, each in a chat of their own; prints heap and resident memory by step, and exits
 * 1 where they aren't flat.
 */
export async function runMemoryBench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      turns: { type: 'string', default: '100000' },
      people: { type: 'string', default: '5000' },
    },
  });
  const [turns, people] = [Number(values.turns), Number(values.people)];
  const bot = await startChild('bot');
  try {
    const steps = await play(bot, turns, people);
    const isFlat = stayFlat(steps);
    process.stdout.write(render(steps));
    process.stdout.write(
      `${String(turns)} turns of ${String(people)} people: memory ${isFlat ? 'is flat' : 'GROWS'}\n`,
    );
    if (!isFlat) process.exitCode = 1;
  } finally {
    bot.stop();
  }
}

/** Whether the last steps need no more than those right after the filling, but for what readings differ by. */
export function stayFlat(steps: readonly MemoryStep[]): boolean {
  const full = steps.slice(FILLING_STEPS);
  const half = Math.floor(full.length / 2);
  return (['heapMiB', 'rssMiB'] as const).every((kind) => {
    const least = (some: readonly MemoryStep[]): number => Math.min(...some.map((step) => step[kind]));
    return least(full.slice(half)) <= least(full.slice(0, half)) * (1 + FLAT_SHARE);
  });
}

async function play(bot: BenchChild, turns: number, people: number): Promise<MemoryStep[]> {
  const channel = await openChannel();
  const texts = mistyped(await readHeldOut());
  const progress = new ProgressBar(STEPS);
  const steps: MemoryStep[] = [];
  const each = Math.max(1, Math.round(turns / STEPS / READINGS_A_STEP));
  let said = 0;
  const talk = async (until: number): Promise<void> => {
    while (said < until) await channel.say(bot.address, said++ % people, texts.next().value);
  };
  for (let step = 0; step < STEPS; step += 1) {
    progress.step(`${String(said)} turns`);
    const readings: Memory[] = [];
    for (let reading = 0; reading < READINGS_A_STEP; reading += 1) {
      const until = said + each;
      await Promise.all(Array.from({ length: PARALLEL }, () => talk(until)));
      readings.push(await bot.memory());
    }
    const least = (kind: keyof Memory): number => Math.min(...readings.map((one) => one[kind])) / 2 ** 20;
    steps.push({ turns: said, heapMiB: least('heapBytes'), rssMiB: least('rssBytes') });
  }
  progress.end();
  channel.close();
  return steps;
}

type Memory = Awaited<ReturnType<BenchChild['memory']>>;

function render(steps: readonly MemoryStep[]): string {
  const rows = steps.map(({ turns, heapMiB, rssMiB }) => [
    turns.toLocaleString('en'),
    heapMiB.toFixed(1),
    rssMiB.toFixed(1),
  ]);
  return markdownTable(['turns', 'heap MiB', 'RSS MiB'], rows);
}
