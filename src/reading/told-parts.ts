import { inLists } from '../language/said.ts';
import type { ClausePart, WhereRead } from './clauses.ts';
import type { Force } from './piece.ts';
import type { Place } from './reading.ts';

const namesLetter = inLists('letters');
const LONG_QUOTE = 12;
const QUOTED: Force = { act: 'statement', isOwn: null };

/**
 * A letter that somebody pasted orders nothing: what stands behind "crea un deal da questa mail:" tells, and so does
 * a letter with its ending where a form asks for something.
 */
export function withoutQuoted(parts: readonly ClausePart[], { asked }: WhereRead): ClausePart[] {
  // "Crea un deal da questa mail" ends with its line, or with a colon.
  const colon = parts.findIndex(
    ({ items, force }, at) =>
      items.at(-1)?.word === ':' ||
      (at === 0 &&
        force.act === 'order' &&
        items.at(-1)?.word === '\n' &&
        items.some(({ word }) => namesLetter(word))),
  );
  const behind = parts.slice(colon + 1).reduce((sum, { items }) => sum + items.length, 0);
  const isIntroduced = colon >= 0 && parts[colon]?.force.act === 'order' && behind > LONG_QUOTE;
  if (isIntroduced) return parts.map((part, at) => (at <= colon ? part : { ...part, force: QUOTED }));
  if (saysAloud(parts[colon]))
    return parts.map((part, at) => (at < colon ? part : { ...part, force: at === colon ? SAID : QUOTED }));
  const end = parts.findIndex(({ items }) => items.some(({ meaning }) => meaning === 'sign-off'));
  const isLetter = asked !== null && end >= 2 && parts[0]?.force.act !== 'order';
  return isLetter ? parts.map((part) => ({ ...part, force: QUOTED })) : [...parts];
}

const SAID: Force = { act: 'report', isOwn: false };

/** "Il cliente mi fa: annullate tutto", "Giulia scrive: chiudi pure": what follows are somebody else's words. */
function saysAloud(part: ClausePart | undefined): boolean {
  if (part === undefined || !TELLS.has(part.force.act)) return false;
  const last = part.items.findLast(({ kind }) => kind !== 'sign');
  // "Due giorni fa:" says when.
  return last !== undefined && last.fact === null && isSaying(last.word);
}
const TELLS: ReadonlySet<Force['act']> = new Set<Force['act']>([null, 'report', 'statement']);
const isSaying = inLists('saying-aloud');

/** What is said at these places only tells, whatever it would do by itself: "note: chiamare il CFO" orders nothing. */
export function asTold(parts: readonly ClausePart[], places: readonly Place[]): ClausePart[] {
  const isIn = ({ items }: ClausePart): boolean =>
    places.some(({ start, end }) => (items[0]?.start ?? 0) >= start && (items[0]?.start ?? 0) < end);
  return places.length === 0
    ? [...parts]
    : parts.map((part) => (isIn(part) ? { ...part, force: QUOTED } : part));
}
