import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../errors.ts';
import { failInOneChat } from './channel-faults.ts';
import { MOMENTS } from './moments.ts';
import type { Run } from './run.ts';

/** In one life of so many the channel hangs in one chat, and in another it refuses there. */
const LIVES_A_FAULT = 4;
/** One kill of so many is followed by another while the bot starts. */
const START_KILL_SHARE = 1 / 6;
/** About as long as a start takes. */
const START_MS = 2_000;
/** What a killed process had sent is still read from the line, long before the next one says anything. */
const DRAIN_MS = 100;
/** Longer than anything takes on the slowest machine: past it, nothing moves any more. */
const STANDSTILL_MS = 60_000;
/** A bot that can't be started so many times in a row won't be. */
const MOST_START_FAILURES = 3;

/** Kills the bot as often as was asked, each time after some work under load, and starts it again. */
export async function killAgainAndAgain(run: Run): Promise<void> {
  const { options, attacks, connector } = run;
  while (attacks.kills < options.kills) {
    const life = attacks.kills % LIVES_A_FAULT;
    if (life === 1) await failInOneChat('hanging', run);
    if (life === 3) await failInOneChat('refusing', run);
    await randomMoment(run);
    await kill(run);
    connector.heal();
    await startAgain(run);
  }
  run.isEnding = true;
}

async function kill(run: Run): Promise<void> {
  const { options, attacks } = run;
  attacks.kills += 1;
  options.onKill?.(attacks.kills);
  await options.bot.kill();
  await wait(DRAIN_MS);
  run.killsOver += 1;
}

/** A moment drawn by lot, after some turns, and mostly a few milliseconds past it. */
async function randomMoment({ random, moments }: Run): Promise<void> {
  const moment = MOMENTS[Math.floor(random() * MOMENTS.length)] ?? 'posted';
  const times = moment === 'confirming' ? 1 + Math.floor(random() * 3) : 5 + Math.floor(random() * 25);
  await Promise.race([moments.after(moment, times), wait(STANDSTILL_MS)]);
  if (random() < 0.7) await wait(random() * 30);
}

/** Starts it, and now and then kills it while it starts. */
async function startAgain(run: Run): Promise<void> {
  const { options, random, attacks } = run;
  let failures = 0;
  while (failures < MOST_START_FAILURES) {
    const start = options.bot.start().then(
      () => true,
      () => false,
    );
    if (attacks.kills < options.kills && random() < START_KILL_SHARE) {
      await wait(random() * START_MS);
      attacks.killsAtStart += 1;
      await kill(run);
      await start;
      continue;
    }
    if (await start) return;
    failures += 1;
    attacks.startFailures += 1;
  }
  throw new AppError('unreachable', 'bench durability: the bot does not start any more');
}
