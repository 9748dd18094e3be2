import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { mistyped, readHeldOut } from '../held-out.ts';
import { type LoadChannel, openLoadChannel } from './channel.ts';
import { type LoadPerson, type LoadStage, openLoadStage } from './crowd.ts';
import { createdFor, isTrueWhileSlow } from './limits.ts';
import { type LoadSaying, preparationOf, scriptOf } from './mix.ts';
import { type LoadTurn, play } from './play.ts';
import { type MeasuredProcess, startMeasured } from './process.ts';
import type { Usage } from './usage.ts';

/** What answers; `slow` is the assistant with a Partner Center that takes its time. */
export type LoadCase = 'echo' | 'bot' | 'slow';

export interface LoadRunOptions {
  readonly kind: LoadCase;
  readonly parallel: number;
  /** How many times each conversation goes through the mix. */
  readonly rounds: number;
}

/** So many conversations at once against one process, and what came of it. */
export interface LoadRun extends LoadRunOptions {
  readonly turns: readonly LoadTurn[];
  readonly elapsedMs: number;
  readonly usage: Usage;
  /** By how much the event loop of the load itself came late at the 99th percentile, in milliseconds. */
  readonly ownDelayMs: number;
  /** Deals that were said to be created, and how many of them Partner Center has. */
  readonly deals: { readonly told: number; readonly made: number };
  /** What was said to turns that called a slow Partner Center, and isn't so. */
  readonly untrue: readonly string[];
}

/** How long the slow Partner Center takes for an answer, in milliseconds. */
export const SLOW_MS = 8_000;
/** Messages before a run, so that the process has compiled what it runs often. */
const WARM_UP_TURNS = 400;
const WARM_UP_PARALLEL = 16;
/** The connection that the sellers sign in to. */
const CONNECTION = 'partner';

/** Runs one load against a process of its own, with a crowd and services of its own. */
export async function runLoad(options: LoadRunOptions): Promise<LoadRun> {
  const dir = await mkdtemp(join(tmpdir(), 'cosell-load-'));
  const opened: (() => Promise<void>)[] = [() => rm(dir, { recursive: true, force: true })];
  const open = async <T>(part: Promise<T>, close: (part: T) => Promise<void>): Promise<T> => {
    const there = await part;
    opened.unshift(() => close(there));
    return there;
  };
  try {
    const stage = await open(openLoadStage(dir, options.parallel), (each) => each.close());
    const channel = await open(openLoadChannel(), (each) => each.close());
    const started =
      options.kind === 'echo'
        ? startMeasured('echo', {})
        : startMeasured('bot', { ...stage.env, DATA_DIR: join(dir, 'data') });
    const bot = await open(started, (each) => each.kill());
    return await measure(options, { stage, channel, bot, questions: mistyped(await readHeldOut()) });
  } finally {
    for (const close of opened) await close();
  }
}

interface Parts {
  readonly stage: LoadStage;
  readonly channel: LoadChannel;
  readonly bot: MeasuredProcess;
  readonly questions: Iterator<string, never>;
}

async function measure(options: LoadRunOptions, parts: Parts): Promise<LoadRun> {
  const { stage, channel, bot, questions } = parts;
  const isPrepared = options.kind === 'slow';
  await prepare(options.kind, parts);
  if (isPrepared) stage.slowDown(SLOW_MS);
  const conversations = stage.people.map((person) => ({
    person,
    script: scriptOf(person, { rounds: options.rounds, questions, isPrepared }),
  }));
  stage.takeCallers();
  const ownDelay = monitorEventLoopDelay({ resolution: 10 });
  ownDelay.enable();
  await bot.usage();
  const startedAt = performance.now();
  const turns = await play({ channel, botAddress: bot.address, stage, conversations });
  const elapsedMs = performance.now() - startedAt;
  const usage = await bot.usage();
  const customers = stage.customers();
  const told = turns.flatMap(({ said }) => createdFor(said) ?? []);
  const slow = isPrepared ? turns.filter(({ isRemote }) => isRemote) : [];
  return {
    ...options,
    turns,
    elapsedMs,
    usage,
    ownDelayMs: ownDelay.percentile(99) / 1e6 - 10,
    deals: { told: told.length, made: told.filter((customer) => customers.has(customer)).length },
    untrue: slow.filter((turn) => !isTrueWhileSlow(turn, customers)).map(({ said }) => said),
  };
}

/** Everybody signs in and says what leads to where the run begins; then some questions are asked. */
async function prepare(kind: LoadCase, { stage, channel, bot, questions }: Parts): Promise<void> {
  const say = (person: LoadPerson, { text }: Pick<LoadSaying, 'text'>) =>
    channel.say(bot.address, person, text);
  const lanes = Array.from({ length: WARM_UP_PARALLEL }, (_, lane) =>
    stage.people.filter(({ number }) => number % WARM_UP_PARALLEL === lane),
  );
  const asked = Math.ceil(WARM_UP_TURNS / stage.people.length);
  await Promise.all(
    lanes.map(async (people) => {
      for (const person of people) {
        if (kind !== 'echo') await channel.signIn(bot.address, person, CONNECTION, stage.ssoToken(person));
        for (let count = 0; count < asked; count += 1) await say(person, { text: questions.next().value });
        if (kind === 'slow') for (const saying of preparationOf(person)) await say(person, saying);
      }
    }),
  );
}
