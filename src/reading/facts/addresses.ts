import { isFunctionWord } from '../../language/function-words.ts';
import { isCounted } from '../../language/money/context.ts';
import { findMoney } from '../../language/money/said-amounts.ts';
import { patternOf } from '../../language/said.ts';
import { fold } from '../../language/tokens.ts';
import { findPhones } from '../../language/phones.ts';
import { readAddress } from '../../language/places.ts';
import { readYesNo } from '../../language/yes-no.ts';
import { STRENGTH } from './candidate.ts';
import { partFor } from './parts.ts';
import { isPlaceLike } from './place-like.ts';
import { findStreets } from './streets.ts';
import { readSmallTown, readSmallTownBefore } from './small-towns.ts';
import { readCountryBefore, readTail, readTownBefore } from './towns.ts';
import type { ProposedFact } from './candidate.ts';
import type { Place } from '../reading.ts';
import type { Tail } from './towns.ts';
import type { Typed } from './typed.ts';

/** A street, a town and what goes with them; a street without a town counts where an address was asked for. */
export function findAddresses(said: Typed): ProposedFact[] {
  const typed = withoutSums(said);
  const part = partFor(typed.parts, 'address', null);
  const streets = findStreets(typed.text, typed.plain).flatMap((street) => fromStreet(typed, street));
  const towns = fromPostcodes(typed);
  const found = [...streets, ...towns, ...fromCodes(typed)];
  if (part === null || found.some(({ guess }) => guess.start < part.end && guess.end > part.start))
    return found;
  return [...found, ...fromPart(typed, part)];
}

/** The same with sums, counts and phones' extensions blank, each letter in its place: neither "12000 euro" nor "12000 utenti" is a postcode. */
function withoutSums(typed: Typed): Typed {
  const { text, plain, context } = typed;
  if (!/\d/.test(text)) return typed;
  const houses = new Set(findStreets(text, plain).flatMap(({ start, isPlain }) => (isPlain ? [start] : [])));
  const isHouse = (sum: string, at: number): boolean => HOUSE.test(sum) && houses.has(at);
  const sums = findMoney(text, context.locale).filter(
    ({ text: sum, start }) => SUM.test(sum) && !isHouse(sum, start),
  );
  // "… ext. 12, 10 Downing Street": the house is number 10.
  const phones = findPhones(text).filter(({ extension }) => extension !== null);
  const others = [...sums, ...phones].sort((a, b) => a.start - b.start);
  if (others.length === 0 && !COUNT.test(text)) return typed;
  const blank = (words: string): string => withoutCounts(cutOut(words, others));
  return { ...typed, text: blank(text), plain: blank(plain) };
}

/** "12k", "€ 900", "EUR 12000"; the "Mille 60" of "viale dei Mille 60" is none. */
const SUM = /^(?:\d.*[^\d.,'’\s]|[^\d\p{L}]|[A-Z]{3} ?\d)/u;
/** The "7B" of "7B Mill Lane", elsewhere billions. */
const HOUSE = /^\d{1,4}[a-jl-z]$/i;
const COUNT = /(?<![\p{L}\d])\d{4,6}(?= (\p{L}+))/u;
const COUNTS = new RegExp(COUNT, 'gu');

const withoutCounts = (text: string): string =>
  text.replace(COUNTS, (digits, noun: string) => (isCounted(fold(noun)) ? blankFor(digits.length) : digits));

function cutOut(text: string, places: readonly Place[]): string {
  const kept = places.map(
    ({ start, end }, at) => text.slice(places[at - 1]?.end ?? 0, start) + blankFor(end - start),
  );
  return kept.join('') + text.slice(places.at(-1)?.end ?? 0);
}

const blankFor = (length: number): string => '|'.repeat(length);

function fromStreet(
  { text, parts, context }: Typed,
  street: Place & { readonly isPlain: boolean },
): ProposedFact[] {
  const tail = readTail(text, street.end);
  const isAsked = partFor(parts, 'address', street) !== null;
  const hasTown = tail.postcode !== null || tail.city !== null;
  if (!hasTown && !(isAsked || street.isPlain)) return [];
  if (!street.isPlain && tail.postcode === null && !isAsked) return [];
  const line1 = text.slice(street.start, tail.streetEnd).trim();
  const isOpen = isAsked && tail.city === null;
  // "Lugano, Svizzera, via Nassa 5".
  const nation = isOpen ? readCountryBefore(text.slice(0, street.start)) : null;
  const led = text.slice(0, nation?.start ?? street.start);
  // "Milano via Po 3" says it whatever is asked, "è a Padova in via Roma 12" too.
  const isWhole = context.asked !== null && tail.city === null && wholeTown().test(led);
  const before = isOpen || isWhole ? readTownBefore(led.replace(inStreet(), ' ')) : null;
  // "via roma 3 torino" is all small, and then its town is as well.
  const isSmall = line1 === line1.toLowerCase() && tail.city === null;
  const small = before === null && (isOpen || isSmall) ? readSmallTown(text, tail.end) : null;
  // "milano via roma 3".
  const first =
    before ??
    (isSmall && small === null
      ? readSmallTownBefore(text.slice(0, street.start), context.asked !== null)
      : null);
  const city = tail.city ?? first?.town ?? small?.town ?? null;
  const place = { start: first?.start ?? street.start, end: small?.end ?? tail.end };
  const country = tail.country ?? (before === null ? null : (nation?.country ?? null));
  return [candidateOf({ ...tail, city, country }, line1, place, STRENGTH.marked + 5)];
}

const wholeTown = patternOf(
  'u',
)`^(?:${'is-in-towns'} |${'in-towns'} ){0,2}\p{Lu}\p{Ll}[\p{L}'’]*(?: \p{Lu}\p{Ll}[\p{L}'’]*){0,2},? (?:${'in-towns'} )?$`;
const inStreet = patternOf('u')` ${'in-towns'} $`;

const POSTCODE_AND_TOWN = /(?<![\p{L}\d.,/-])(?:I-)?\d{5}(?= \p{Lu}\p{Ll}{2})/gu;

/** "37100 Verona (VR)" without a street. */
function fromPostcodes({ text, parts }: Typed): ProposedFact[] {
  if (!/\d{5} /.test(text)) return [];
  return [...text.matchAll(POSTCODE_AND_TOWN)].flatMap((found) => {
    const tail = readTail(text, found.index);
    if (tail.city === null || tail.postcode === null) return [];
    const place = { start: found.index, end: tail.end };
    const isAsked = partFor(parts, 'address', place) !== null;
    return [candidateOf(tail, null, place, isAsked ? STRENGTH.marked : STRENGTH.formed + 1)];
  });
}

const labelledCode = patternOf(
  'g',
)`(?<![a-z\d])${'postcode-cues'}(?: (?:e|e'|is))?[ :]{0,3}(?<code>\d{4,6}(?:-\d{4})?)(?![a-z\d]|[.,]\d|,? ?[a-z]{3})`;

/** "cap 10100" by itself: a part of the address that there is. */
function fromCodes({ text, plain }: Typed): ProposedFact[] {
  return [...plain.matchAll(labelledCode())].map((found) => {
    const end = found.index + found[0].length;
    const start = end - (found.groups?.['code'] ?? '').length;
    const code = text.slice(start, end);
    const tail = { city: null, postcode: code, state: null, country: null, streetEnd: 0, end: 0 };
    return candidateOf(tail, null, { start, end }, STRENGTH.marked);
  });
}

function candidateOf(tail: Tail, line1: string | null, place: Place, strength: number): ProposedFact {
  const { city, postcode, state, country } = tail;
  return { guess: { kind: 'address', line1, city, postcode, state, country, ...place }, strength };
}

/** The whole of an answer to "where", or of what stands after "Sede:": a town, a country, a street without a form. */
function fromPart({ text }: Typed, part: Place & { readonly isLabelled: boolean }): ProposedFact[] {
  const said = text.slice(part.start, part.end);
  const typed = beforeSum((part.isLabelled ? said : said.replace(lead(), '')).replace(trail(), ''));
  // "Ugo Bassi 0521 123456 ugo@…" is somebody, not a place.
  if (typed.includes('@') || findPhones(typed).length > 0) return [];
  if (typed === '' || !/\p{L}{2}/u.test(typed) || (!part.isLabelled && !looksLikePlace(typed))) return [];
  const { line1 = null, city = null, postalCode = null, state = null, country = null } = readAddress(typed);
  if (city === null && country === null && postalCode === null) return [];
  // "No, La ringrazio" names no town.
  const isTown = city === null || (isPlaceLike(city) && readYesNo(city) === null);
  if (!part.isLabelled && !isTown) return [];
  // "La via non me la ricordo" is a sentence, and no street.
  const isStreet = line1 !== null && (part.isLabelled || /\d/.test(line1) || isPlaceLike(line1));
  const start = part.start + said.indexOf(typed);
  const place = { start, end: start + typed.length };
  return [
    candidateOf(
      { city, postcode: postalCode, state, country, streetEnd: 0, end: 0 },
      isStreet ? line1 : null,
      place,
      STRENGTH.alone,
    ),
  ];
}

/** "Milano" of "Milano da 12000 euro": a place ends where a sum is led to. */
function beforeSum(said: string): string {
  if (!said.includes('|')) return said.trim();
  const words = [...said.slice(0, said.indexOf('|')).matchAll(/\S+/g)];
  const last = words.findLast(([word]) => !isFunctionWord(word));
  return last === undefined ? '' : said.slice(words[0]?.index ?? 0, last.index + last[0].length);
}

/** "Milano credo": what may stand behind a place without being of it. */
export const trail = patternOf('iu')`(?:[\s,]{1,3}${'name-trails'}){1,3}[\s.!]*$`;
const lead = patternOf('iu')`^\s*(?:${'before-places'}\s+)+`;

/** A town or a country, or several pieces of which one has a number: not a sentence. */
function looksLikePlace(text: string): boolean {
  const pieces = text.split(/[,\n]/);
  return (
    pieces.length <= 6 &&
    (/^\p{Lu}/u.test(text) || /\d{4}/.test(text)) &&
    !/[?!]/.test(text) &&
    text.split(/\s+/).length <= 10
  );
}
