import type { Answerer } from '../../matching/match.ts';
import type { BenchChannel } from './channel.ts';
import type { BenchChild } from './child.ts';
import type { Lines } from './lines.ts';

/** What a turn takes, in milliseconds. */
export interface Cost {
  readonly meanMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly cpuMs: number;
}

/** What a turn costs a child that is asked these lines one after the other, once it is warm. */
export async function measureTurns(
  child: BenchChild,
  channel: BenchChannel,
  lines: Lines,
  { warmUpTurns, turns }: { readonly warmUpTurns: number; readonly turns: number },
): Promise<Cost> {
  for (let warm = 0; warm < warmUpTurns; warm += 1) await timeTurn(child, channel, lines);
  const times: number[] = [];
  const cpuBefore = await child.cpuMs();
  for (let measured = 0; measured < turns; measured += 1) times.push(await timeTurn(child, channel, lines));
  const cpuMs = ((await child.cpuMs()) - cpuBefore) / turns;
  return { ...spread(times), cpuMs };
}

/** Says the next line; resolves to the milliseconds until it was answered. */
export async function timeTurn(child: BenchChild, channel: BenchChannel, lines: Lines): Promise<number> {
  const { person, text } = lines.next().value;
  const startedAt = performance.now();
  await channel.say(child.address, person, text);
  return performance.now() - startedAt;
}

/** Mean, median and 99th percentile. */
export function spread(given: readonly number[]): Omit<Cost, 'cpuMs'> {
  const times = given.toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN;
  return {
    meanMs: times.reduce((sum, ms) => sum + ms, 0) / times.length,
    medianMs: at(0.5),
    p99Ms: at(0.99),
  };
}

const MATCHES = 5000;

/** Milliseconds of each match, once the matcher is warm. */
export function timeMatches(answerer: Answerer, asked: Iterator<string, never>): number[] {
  const times: number[] = [];
  for (let count = 0; count < MATCHES; count += 1) {
    const text = asked.next().value;
    const startedAt = performance.now();
    answerer.match(text, { locale: 'it' });
    times.push(performance.now() - startedAt);
  }
  return times.slice(MATCHES / 10);
}
