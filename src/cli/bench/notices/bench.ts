import { parseArgs } from 'node:util';
import { AppError } from '../../../errors.ts';
import { MOST_TAKEN_AT_ONCE } from '../../../outbound/work-queue.ts';
import { type NoticesOutcome, runNotices } from './run.ts';

/** `bench notices`: sends the weekly lists of a crowd, prints the figures, and exits non-zero where a promise broke. */
export async function runNoticesBench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string', default: '10000' },
      tenants: { type: 'string', default: '10' },
      kills: { type: 'string', default: '0' },
    },
  });
  const outcome = await runNotices({
    people: readCount('people', values.people),
    tenants: readCount('tenants', values.tenants),
    kills: readCount('kills', values.kills),
  });
  process.stdout.write(describe(outcome));
  if (isBroken(outcome)) process.exitCode = 1;
}

/** A kill between the channel's taking and our noting can double what is just being sent, and nothing else. */
function isBroken({ lost, doubled, kills, mostASecond }: NoticesOutcome): boolean {
  return lost > 0 || doubled > kills * MOST_TAKEN_AT_ONCE || mostASecond > MOST_A_SECOND;
}

/** Of one company, by Teams' documentation. */
const MOST_A_SECOND = 30;

function describe(outcome: NoticesOutcome): string {
  const { people, tenants, kills, lost, doubled, refused, sentMs, mostASecond, rssMiB } = outcome;
  const seconds = sentMs / 1000;
  return [
    `weekly lists         ${String(people)} of ${String(tenants)} companies, ${String(kills)} kills`,
    `sent in              ${seconds.toFixed(1)} s, ${(people / Math.max(seconds, 0.001)).toFixed(0)} a second`,
    `of one company       ${String(mostASecond)} at most in a second`,
    `refused as too fast  ${String(refused)}`,
    `lost                 ${String(lost)}`,
    `doubled              ${String(doubled)}`,
    `memory               ${rssMiB.toFixed(0)} MiB`,
    '',
  ].join('\n');
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new AppError('invalid-input', `bench notices: --${name} wants a whole number, not "${text}"`);
}
