import { toPhrase } from '../../language/flat.ts';
import { patternOf } from '../../language/said.ts';
import { isEverydayWord } from '../../lookup/everyday-words.ts';
import { isPassedOver, strengthOfOpener } from '../../lookup/name-stops.ts';
import { findNames } from '../../lookup/names.ts';
import { STRENGTH } from './candidate.ts';
import { isForm, isInner, isNamePiece, isOrdinary, isOurs, spanOfWords } from './names.ts';
import { isGivenName } from '../../language/name-like.ts';
import type { ProposedFact } from './candidate.ts';
import type { NameInSentence } from '../../lookup/names.ts';
import type { Place } from '../reading.ts';
import type { Typed, Word } from './typed.ts';

/** The names that the person may see, however they were typed. Another name that begins like one of them is not it. */
export function findKnownNames(typed: Typed): ProposedFact[] {
  const { known } = typed.context;
  if (known.length === 0) return [];
  const byPlace = new Map<number, NameInSentence<string>[]>();
  for (const name of findNames(typed.text, known, (each) => each)) {
    byPlace.set(name.start, [...(byPlace.get(name.start) ?? []), name]);
  }
  return [...byPlace.values()].flatMap((names) => toCandidates(typed, names));
}

function toCandidates(typed: Typed, names: readonly NameInSentence<string>[]): ProposedFact[] {
  const name = names.find((each) => each.isExact) ?? names[0];
  if (name === undefined) return [];
  const { item: value, start, end, isExact } = name;
  if (!isExact && isTownRather(typed, name)) return [];
  const other = otherName(typed, name);
  const whole = other === null ? namedAround(typed, name) : null;
  const isSure = whole === null && (isExact || names.length === 1);
  const guess = { kind: 'known-name', value, start, end, ...whole, isSure } as const;
  // Asked where somebody is, "via Roma 1, Parma" has a town, whoever is called Pharma.
  const asPart = typed.context.asked === 'address' ? STRENGTH.alone - 1 : STRENGTH.marked - 10;
  const known = { guess, strength: isExact ? STRENGTH.marked + 1 : asPart };
  return other === null ? [known] : [known, other];
}

/**
 * Asked where somebody is, "parma" and "siamo a parma" are a town, whoever is called Pharma; so is a part of a name among the
 * words of a place ("zona industriale nord"). "Pharma" alone is the name.
 */
function isTownRather(
  { context, plain, text }: Typed,
  { item, start, end, text: typed }: NameInSentence<string>,
): boolean {
  const isSlip = !` ${toPhrase(item)} `.includes(` ${toPhrase(typed)} `);
  const before = plain.slice(0, start);
  // "Il deposito di Parma"
  if (isSlip && /^\p{Lu}/u.test(text.slice(start, end)) && leadsToTown().test(before)) return true;
  if (context.asked !== 'address') return false;
  const isAlone = isSlip && isWholeOrPlaced().test(before) && !/\p{L}/u.test(plain.slice(end));
  return isAlone || (!/^\p{Lu}/u.test(text.slice(start, end)) && inStreet().test(before));
}

const leadsToTown = patternOf()`(?<![a-z])${'at-places'} $`;
const inStreet = patternOf()`(?<![a-z])${'streets'} (?:[a-z]+ ){0,4}$`;

const isWholeOrPlaced = patternOf()`^\W*(?:(?:${'before-places'}|${'is-in-towns'})(?![a-z])[ ,]*)*$`;

/**
 * Where a longer name stands, of which a known one is only a part: "con la pasticceria litwar di lodi", "per litware
 * italia srl". Then it must be asked which is meant. Null where nothing of a name stands beside it.
 */
function namedAround(typed: Typed, { start, end, isExact }: NameInSentence<string>): Place | null {
  const { words, plain } = typed;
  const first = words.findIndex((word) => word.start === start);
  const last = words.findIndex((word) => word.end >= end);
  if (first < 0 || last < 0 || isForm(words[last]) || plain.includes('?')) return null;
  if (isExact) {
    const after = skipWhile(words, last + 1, isPart);
    return after > last + 1 && isForm(words[after]) ? placeOf(words, first, after) : null;
  }
  const opener = words.slice(0, first).findLastIndex(({ text }) => strengthOfOpener(text) >= 1);
  if (opener < 0 || first - opener > MOST_AROUND || !dealSaid().test(plain.slice(0, start))) return null;
  const begin = skipWhile(words.slice(0, first), opener + 1, ({ text }) => isPassedOver(text));
  const before = words.slice(begin, first);
  const isLed = before.length > 0 && before.every((word) => isInner(word) || isPart(word));
  const after = skipWhile(words, last + 1, (word) => isPart(word) && (isLed || !isEverydayWord(word.text)));
  const from = isLed ? begin : first;
  return from === first && after === last + 1 ? null : placeOf(words, from, after - 1);
}

/** Words that a name may have beside the one that is known. */
const MOST_AROUND = 5;
const dealSaid = patternOf()`(?<![a-z])${'deal-said'}(?![a-z])`;

/** A word that may be a name's: no number, and none of everyday sentences but such as names have ("italia", "gruppo"). */
const isPart = (word: Word): boolean =>
  /^\p{L}/u.test(word.raw) &&
  !(isForm(word) || isOurs(word.text)) &&
  (!isOrdinary(word.text) || isEverydayWord(word.text));

function skipWhile(words: readonly Word[], from: number, is: (word: Word) => boolean): number {
  let at = from;
  while (at - from < MOST_AROUND && words[at] !== undefined && is(words[at] as Word)) at += 1;
  return at;
}

const placeOf = (words: readonly Word[], first: number, last: number): Place => ({
  start: words[first]?.start ?? 0,
  end: words[last]?.end ?? 0,
});

/** "Litware Energia": a capital word right after a known name makes another company of it. */
function otherName(typed: Typed, name: NameInSentence<string>): ProposedFact | null {
  const { words } = typed;
  const first = words.findIndex((word) => word.start === name.start);
  let next = words.findIndex((word) => word.start >= name.end);
  if (first < 0 || next < 0 || isForm(words[next - 1])) return null;
  const from = next;
  while (next < words.length && next - from < 3 && goesOn(typed, next)) next += 1;
  if (next === from || words[first]?.isCapital !== true) return null;
  const end = isForm(words[next]) ? next + 1 : next;
  return {
    guess: { kind: 'organisation', ...spanOfWords(typed, first, end) },
    strength: STRENGTH.marked + 1,
  };
}

function goesOn({ words }: Typed, at: number): boolean {
  const word = words[at];
  if (word === undefined || !isNamePiece(word) || /\d/.test(word.raw)) return false;
  return !isForm(word) && !isOurs(word.text) && !isOrdinary(word.text) && !isGivenName(word.text);
}
