import { flatten } from '../../src/language/flat.ts';
import { holdsPhrase } from '../../src/language/said.ts';
import { does, doesOnly, tells } from '../../src/reading/contents.ts';
import type { Act } from '../../src/reading/reading.ts';
import { toldEnds } from '../../src/reading/told-ends.ts';
import type { Said } from '../engine/slot.ts';
import { findReasons, tellsNoReason } from './reasons.ts';
import type { CloseValues } from './slots.ts';

const isLeftOpen = holdsPhrase('closing-left-open');

/**
 * Whether words take the closing at hand back: "non chiuderlo, mi hanno appena scritto", "keep it open". What tells an
 * end all the same ("non vinto, chiudilo perso") or names another deal doesn't.
 */
export function leavesOpen({ text, facts }: Said, { deal }: Partial<CloseValues>): boolean {
  const isOfOther = facts.some(
    (fact) => NAMING.has(fact.kind) && !(fact.kind === 'known-name' && fact.value === deal?.customer),
  );
  return !isOfOther && toldEnds({ text, facts }).length === 0 && isLeftOpen(flatten(text).text);
}

/**
 * Whether words where the reason is asked tell none and take the closing back: "scherzavo", "non ancora però", "it's not lost
 * yet". "No, volevano altro" may be one.
 */
export function takesBack({ text, reading }: Said, asked: string | null): boolean {
  if (asked !== 'reason' || findReasons(text).length > 0 || tellsNoReason(text)) return false;
  const isDenied = tells(reading, 'outcome') && toldEnds(reading).length === 0;
  const isBare = reading.facts.length === 0 && reading.unclaimed.length === 0;
  const isOfName = reading.facts.some(({ kind }) => NAMING.has(kind));
  return (
    !isOfName &&
    (isDenied || isBare) &&
    doesOnly(reading, BACK) &&
    does(reading, 'refusal', 'correction', 'negation')
  );
}
/** "Ma quale perso, ho qui il contratto firmato!": the end that was told is denied, and something else said instead. */
export function deniesEnd({ text, reading }: Said, asked: string | null): boolean {
  if (asked !== 'reason' || findReasons(text).length > 0 || toldEnds(reading).length > 0) return false;
  return reading.facts.some(
    ({ kind, end }) => kind === 'outcome' && /^\s*(?:[,;.:!…)–—-]|$)/u.test(text.slice(end)),
  );
}

const BACK: readonly Act[] = [
  'refusal',
  'correction',
  'negation',
  'filler',
  'courtesy',
  'complaint',
  'not-now',
];

const NAMING: ReadonlySet<string> = new Set(['known-name', 'organisation', 'link', 'number-id']);
