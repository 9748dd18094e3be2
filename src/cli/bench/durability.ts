import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { AppError } from '../../errors.ts';
import { createBotProcess } from '../durability/bot-process.ts';
import { createBotFleet } from '../durability/bot-fleet.ts';
import { seededRandom } from '../../matching/random.ts';
import { brokenPromises, describeOutcome } from '../durability/report.ts';
import { runDurability } from '../durability/run.ts';
import { ProgressBar } from '../progress-bar.ts';

const DEFAULT_KILLS = 60;

/**
 * `bench durability`: kills the bot under load, counts, and exits non-zero where a promise was broken; with
 * `--processes 3` one of three on one storage each time.
 */
export async function runDurabilityBench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: String(DEFAULT_KILLS) },
      seed: { type: 'string', default: String(randomInt(1_000_000)) },
      processes: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const [kills, seed] = [readCount('kills', values.kills), readCount('seed', values.seed)];
  const progress = new ProgressBar(kills);
  const processes = readCount('processes', values.processes);
  const random = seededRandom(seed);
  const bot = await (processes > 1 ? createBotFleet({ processes, random }) : createBotProcess());
  try {
    const onKill = (number: number) => progress.step(`kill ${String(number)} of ${String(kills)}`);
    const outcome = await runDurability({ bot, kills, seed, onKill });
    progress.end();
    process.stdout.write(values.json ? `${JSON.stringify(outcome, null, 2)}\n` : describeOutcome(outcome));
    if (brokenPromises(outcome).length > 0) process.exitCode = 1;
  } finally {
    await bot.close();
  }
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new AppError('invalid-input', `bench durability: --${name} wants a whole number, not "${text}"`);
}
