import { markdownTable } from '../bench/table.ts';
import type { RunCounts } from './run.ts';

/** What is counted, in words, in the order of printing. */
const COUNTED: readonly (readonly [keyof RunCounts, string])[] = [
  ['kills', 'kills'],
  ['killsAtStart', 'of them at a start'],
  ['startFailures', 'starts that failed'],
  ['turns', 'turns'],
  ['redeliveries', 'redeliveries'],
  ['undelivered', 'turns never answered with 2xx'],
  ['refused', 'replies the channel answered with 500'],
  ['hung', 'replies the channel never answered'],
  ['hangs', 'times it answered nothing in one chat'],
  ['refusals', 'times it answered only 500 in one chat'],
  ['standstills', 'of both, those that stopped other people'],
  ['ownStandstills', 'those that stopped the same person elsewhere'],
  ['confirmed', 'deals confirmed'],
  ['found', 'of them there at the end'],
  ['lost', 'lost'],
  ['doubled', 'doubled'],
  ['unasked', 'made without a confirmation'],
  ['closed', 'deals said to be won'],
  ['closingsLost', 'of them not won at the end'],
  ['replies', 'replies'],
  ['silent', 'turns that ended in silence'],
  ['repeatedAfterKill', 'turns answered again after a kill'],
  ['repeated', 'replies sent twice without one'],
  ['outOfOrder', 'replies out of order'],
  ['givenUp', 'tasks given up'],
  ['news', 'messages nobody asked for'],
  ['newsLost', 'of them lost'],
  ['newsRepeated', 'of them told again after a kill'],
];

/** Must be 0, whatever is killed. */
const PROMISES: readonly (keyof RunCounts)[] = [
  'startFailures',
  'undelivered',
  'standstills',
  'lost',
  'doubled',
  'unasked',
  'closingsLost',
  'silent',
  'repeated',
  'outOfOrder',
  'givenUp',
  'newsLost',
];

const AT_MOST_ONE_A_KILL: readonly (keyof RunCounts)[] = ['repeatedAfterKill', 'newsRepeated'];

/**
 * The promises that were broken, by name and count: `silent: 13`. A kill can fall between the channel's taking a
 * reply and the bot's noting that, in more than one chat at once; on the average of a run one turn a kill is answered
 * again at most.
 */
export function brokenPromises(outcome: RunCounts): string[] {
  const broken = PROMISES.filter((name) => outcome[name] > 0);
  for (const name of AT_MOST_ONE_A_KILL) if (outcome[name] > outcome.kills) broken.push(name);
  return broken.map((name) => `${name}: ${String(outcome[name])}`);
}

/** The counts as a table, with a last line that says how it went. */
export function describeOutcome(outcome: RunCounts): string {
  const broken = brokenPromises(outcome);
  const isPromise = (name: keyof RunCounts) => [...PROMISES, ...AT_MOST_ONE_A_KILL].includes(name);
  const verdict = (name: keyof RunCounts) => {
    if (!isPromise(name)) return '';
    return broken.some((each) => each.startsWith(`${name}:`)) ? 'BROKEN' : 'kept';
  };
  const rows = COUNTED.map(([name, words]) => [words, verdict(name), String(outcome[name])]);
  const last = broken.length === 0 ? 'all promises kept' : `broken: ${broken.join(', ')}`;
  return `${markdownTable(['counted', '', 'count'], rows)}seed ${String(outcome.seed)}: ${last}\n`;
}
