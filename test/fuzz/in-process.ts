import fc from 'fast-check';
import { STANDINGS } from '../../src/cli/promises/standings.ts';
import type { BotInProcess } from './bot-in-process.ts';
import { faultsOf } from './judge.ts';
import { activities, type Body } from './messages.ts';

/** So many follow one another at most, so that what one leaves behind meets the next. */
const LONGEST_TALK = 4;

/** CPU time of a message, in milliseconds, from which on it is played again: most of the first ones were compiling. */
const WORTH_REPEATING_MS = 60;
const REPEATS = 3;

/** What was played, where nothing was wrong with it. */
export interface Played {
  messages: number;
  /** How often each status came. */
  readonly statuses: Map<number, number>;
  /** How many messages cost up to so many milliseconds of CPU, by that number. */
  readonly costs: Map<number, number>;
  /** CPU time of the costliest message, the least of a few runs, in milliseconds. */
  worstMs: number;
}

/** Upper ends of what messages are counted by, in milliseconds. */
const COST_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, Infinity];

export interface FuzzOptions {
  /** Plays until there were so many, at each place of the dialogs in turn. */
  readonly messages: number;
  /** How many talks are played at one place before the next. */
  readonly talks: number;
  readonly seed: number;
  readonly onProgress?: (played: Played) => void;
}

/** @throws Error of fast-check, with the fewest and smallest activities that go wrong, and the seed that makes them again */
export async function fuzzInProcess(bot: BotInProcess, options: FuzzOptions): Promise<Played> {
  const played: Played = { messages: 0, statuses: new Map(), costs: new Map(), worstMs: 0 };
  const places = Object.entries(STANDINGS);
  for (let round = 0; played.messages < options.messages; round += 1) {
    const [standing, messages] = places[round % places.length] ?? ['', []];
    const taps = await bot.standAt(messages);
    const talk = fc.array(activities(taps), { minLength: 1, maxLength: LONGEST_TALK });
    const property = fc.asyncProperty(talk, (bodies) => playTalk(bot, standing, bodies, played));
    await fc.assert(property, { numRuns: options.talks, seed: options.seed + round });
    options.onProgress?.(played);
  }
  return played;
}

async function playTalk(
  bot: BotInProcess,
  standing: string,
  bodies: readonly Body[],
  played: Played,
): Promise<void> {
  let ms = Infinity;
  for (let run = 0; run < REPEATS && ms > WORTH_REPEATING_MS; run += 1) {
    const before = process.cpuUsage();
    const answers = await bot.play(bodies);
    const { user, system } = process.cpuUsage(before);
    ms = Math.min(ms, (user + system) / 1000 / bodies.length);
    const faults = answers.flatMap((answer, at) => faultsOf(bodies[at], answer));
    if (faults.length > 0) throw new Error(`at "${standing}": ${faults.join('; ')}`);
    if (run === 0) for (const { status } of answers) count(played.statuses, status, 1);
  }
  played.messages += bodies.length;
  count(played.costs, COST_STEPS.find((step) => ms <= step) ?? Infinity, bodies.length);
  played.worstMs = Math.max(played.worstMs, ms);
}

function count(counts: Map<number, number>, key: number, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}
