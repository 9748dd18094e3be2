import { flatten } from '../../src/language/flat.ts';
import { patternOf } from '../../src/language/said.ts';
import type { Act, Reading } from '../../src/reading/reading.ts';

/** Acts whose words may tell a reason; an order, thanks or a question behind the end tells none. */
const TELLING: ReadonlySet<Act> = new Set([
  'statement',
  'report',
  'correction',
  'negation',
  'refusal',
  'complaint',
]);

/** What stands behind the deal's name and its end, where it tells something. */
export function behindEnd({ text, clauses, facts }: Reading): string {
  const end = facts.find(({ kind }) => kind === 'outcome')?.end;
  const named = facts.find(
    ({ kind, start }) =>
      kind === 'known-name' ||
      (kind === 'organisation' &&
        end !== undefined &&
        start >= end &&
        ofWhom().test(flatten(text.slice(end, start)).text)),
  )?.end;
  if (end === undefined && named === undefined) return '';
  const from = Math.max(end ?? 0, named ?? 0);
  const told = clauses.filter(({ act, start, end: to }) => to > from && (start < from || TELLING.has(act)));
  const last = told.at(-1)?.end ?? from;
  return text.slice(from, last).replace(/^[\s,;.:!–—-]+|[\s,;.:!]+$/gu, '');
}

/** "Abbiamo perso il deal con Ostiglia Spa": the customer of a deal that nobody has, and no part of the reason. */
const ofWhom = patternOf()`^\s*(?:(?:${'articles'}|${'the'}|${'deal-nouns'}|${'deal-links'}|${'date-of'})(?![a-z])\s*)*$`;
