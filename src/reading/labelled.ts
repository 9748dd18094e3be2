import { patternOf } from '../language/said.ts';
import { findParts } from './facts/parts.ts';
import { toPlain } from './facts/typed.ts';
import type { Place, Reading, Role } from './reading.ts';

/** Slots whose value is words as they stand: whatever is in them, it is no value of another slot. */
const TEXTS: readonly Role[] = ['notes', 'deal-name'];

/** What parts a value from what else is said in its line. */
const SEPARATOR = /[,;.!?]\s/g;

/**
 * Where the words stand that a label gives to a slot of free text: the "hanno fretta" of "…, nota: hanno fretta,
 * chiusura a maggio". A fact that is said to be for another slot ends it. Null where the message has no such label.
 */
export function labelledText({ text, facts }: Pick<Reading, 'text' | 'facts'>, role: Role): Place | null {
  const part = /[:=]/.test(text)
    ? findParts(toPlain(text), null).find((each) => each.role === role)
    : undefined;
  if (part === undefined) return role === 'deal-name' ? nameGiven(text) : null;
  const { start, end } = part;
  const other = facts.find(
    (fact) => fact.start >= start && fact.start < end && fact.role !== null && fact.role !== role,
  );
  const before = other === undefined ? '' : text.slice(start, other.start);
  const separator = [...before.matchAll(SEPARATOR)].at(-1)?.index;
  const value = text.slice(start, separator === undefined ? end : start + separator).replace(/[\s,;]+$/u, '');
  return value === '' ? null : { start, end: start + value.length };
}

/** Whether a message does nothing but give a deal's name: "chiamalo Progetto Alfa". */
export const givesName = (text: string): boolean => nameGiven(text)?.end === text.trimEnd().length;

/** "Chiamalo Progetto Alfa", "il nome chiamalo …": a name as it is written, up to a mark; "call it 45k" is none. */
function nameGiven(text: string): Place | null {
  const name = given().exec(text)?.groups?.['name'] ?? '';
  if (!/^["«“]?\p{Lu}/u.test(name)) return null;
  const start = text.indexOf(name);
  const length = /[,;!?]|\.(?=\s|$)/u.exec(text.slice(start))?.index ?? text.length - start;
  return { start, end: start + text.slice(start, start + length).trimEnd().length };
}

const given = patternOf('iu')`^(?:[\p{L}']+ ){0,3}?${'gives-name'}[ ,:]+(?<name>["«“]?\p{L}.*)`;

/** Where free text of any slot stands. */
export function listLabelledTexts(reading: Pick<Reading, 'text' | 'facts'>): Place[] {
  return TEXTS.flatMap((role) => labelledText(reading, role) ?? []);
}
