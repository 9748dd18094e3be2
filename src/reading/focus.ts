import { placeOf } from '../language/dates/ordinals.ts';
import { flatten } from '../language/flat.ts';
import { anyOf, made } from '../language/said.ts';
import type { FollowUp, Words } from '../knowledge/words.ts';
import type { Reading } from './reading.ts';

/** What is on the screen: the deals shown last, in their order, and the one that a reply was about. */
export interface Focus {
  /** Ids of deals; one where a single deal was shown. */
  readonly deals: readonly string[];
  /** The deal that "it" means, null after a list. */
  readonly current: string | null;
  /** Messages since it was shown. */
  readonly age: number;
}

/** What a message wants of what is on the screen. */
export interface Pointed {
  /** The deal meant; null where it can't be told, and must be asked. */
  readonly deal: string | null;
  /** `show` where nothing but the deal is meant ("il secondo"). */
  readonly wish: Exclude<FollowUp, 'other' | 'this' | 'resume'>;
}

/** After so many messages about something else, "it" means nothing any more. */
export const FOCUS_LASTS = 4;

/** A longer message says what it is about. */
const MOST_WORDS = 9;

/** Facts that name a deal or a customer themselves. */
export const NAMING: ReadonlySet<string> = new Set([
  'known-name',
  'organisation',
  'link',
  'number-id',
  'money',
  'day',
]);

/**
 * Reads a message in the light of what is on the screen: "perché?" after a card, "il secondo" after a list, "l'altro"
 * beside two. Null where the message names its own subject, or says nothing that points at the screen.
 *
 * @param words of the message's language
 */
export function pointedAt(reading: Reading, focus: Focus | null, words: Words): Pointed | null {
  if (focus === null || focus.age > FOCUS_LASTS) return null;
  if (reading.facts.some(({ kind }) => NAMING.has(kind))) return null;
  const said = ` ${flatten(reading.text)
    .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  if (said.trim().split(' ').length > MOST_WORDS) return null;
  const says = (each: FollowUp): boolean =>
    words.followUps[each].some((phrase) => said.includes(` ${folded(phrase)} `));
  const wish = (['anew', 'who', 'left', 'why', 'show'] as const).find(says) ?? null;
  const place = placeIn(said, focus);
  if (place !== null) return { deal: place, wish: wish ?? 'show' };
  if (says('other')) return { deal: otherOf(focus), wish: wish ?? 'show' };
  // "E se non rispondono?" of the deal at hand is about its time.
  const supposes = focus.current !== null && reading.clauses.every(({ act }) => act === 'what-if');
  const meant = wish ?? (supposes ? 'left' : null);
  return meant === null ? null : { deal: focus.current, wish: meant };
}

/** Whether a message wants to go on with something that was put aside. */
export function resumes({ text }: Reading, words: Words): boolean {
  const said = ` ${folded(text)} `;
  return words.followUps.resume.some((phrase) => said.includes(` ${folded(phrase)} `));
}

/** "Chiudi un deal", "close another deal": any, and not the one on the screen. */
const anyDeal = made(
  () => new RegExp(`(?<!\\p{L})${anyOf('any-one')}\\s?${anyOf('deal-nouns')}(?!\\p{L})`, 'u'),
);

/** Whether a message speaks of "it", of which something is on the screen. */
export function pointsAtIt(reading: Reading, focus: Focus | null): string | null {
  if (focus === null || focus.age > FOCUS_LASTS || focus.current === null) return null;
  const isNamed = reading.facts.some(({ kind }) => NAMING.has(kind)) || namedBeforeEnd(reading) !== null;
  return isNamed || anyDeal().test(flatten(reading.text).text) ? null : focus.current;
}

/** What an order or a correction puts before the end of a deal that nobody has: the "pluto" of "segna pluto come perso". */
export function namedBeforeEnd({ text, clauses, facts, unclaimed }: Reading): string | null {
  const end = facts.find(({ kind }) => kind === 'outcome');
  if (end === undefined || !clauses.some(({ act }) => act === 'order' || act === 'correction')) return null;
  const between = unclaimed.find((run) => {
    const at = text.indexOf(run);
    // A comma parts it: "that's the other way round, we won it" names nobody.
    return at > 0 && at < end.start && !/[,;.]/u.test(text.slice(at, end.start));
  });
  return between ?? null;
}

const folded = (phrase: string): string =>
  flatten(phrase)
    .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** "Il secondo", "the last one": a place in the list; null where no list is shown, or none is said. */
function placeIn(said: string, { deals }: Focus): string | null {
  if (deals.length < 2) return null;
  const place = said
    .split(' ')
    .flatMap((word) => (/\d/.test(word) ? [] : (placeOf(word, deals.length) ?? [])))[0];
  return place === undefined ? null : (deals[place - 1] ?? null);
}

/** Of two the one that isn't at hand; of more it can't be told. */
function otherOf({ deals, current }: Focus): string | null {
  const others = deals.filter((id) => id !== current);
  return others.length === 1 ? (others[0] ?? null) : null;
}
