import { patternOf } from '../language/said.ts';
import { flatten } from '../language/flat.ts';
import { asks, does } from './contents.ts';
import type { Reading } from './reading.ts';

const joined = patternOf()`[\s,;]{1,4}(?:${'joining'}[\s,]{1,3})?$`;

/**
 * "Chiudi Contoso vinto e Fabrikam perso": two deals, each with its end. Each is told by itself, the first with whatever
 * stands before it. Null where a message tells anything else.
 */
export function twoEnds(reading: Reading): { readonly first: string; readonly rest: string } | null {
  const { text, facts } = reading;
  if (asks(reading) || does(reading, 'negation', 'plan')) return null;
  const said = facts.filter(({ kind }) => kind === 'known-name' || kind === 'outcome');
  const [first, end, second, otherEnd, ...more] = said;
  if (first?.kind !== 'known-name' || end?.kind !== 'outcome' || second?.kind !== 'known-name') return null;
  if (otherEnd?.kind !== 'outcome' || more.length > 0 || first.value === second.value) return null;
  const before = text.slice(0, second.start);
  const at = joined().exec(flatten(before).text)?.index ?? before.length;
  return { first: before.slice(0, at).trim(), rest: text.slice(second.start).trim() };
}
