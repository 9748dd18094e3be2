import { withoutSecondThought } from '../../src/language/second-thoughts.ts';
import { withoutDenied } from '../../src/language/denied.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { LOCALES } from '../../src/language/locale.ts';
import { findMoney } from '../../src/language/money/said-amounts.ts';
import { isFunctionWord } from '../../src/language/function-words.ts';
import { isGivenName, isNameLike } from '../../src/language/name-like.ts';
import { readAddress, readCountry } from '../../src/language/places.ts';
import { inLists, patternOf } from '../../src/language/said.ts';
import { fold } from '../../src/language/tokens.ts';
import { trail } from '../../src/reading/facts/addresses.ts';
import { isOrdinary } from '../../src/reading/facts/names.ts';
import { isPlaceLike } from '../../src/reading/facts/place-like.ts';
import type { Address } from '../../src/referrals/referral.ts';
import { knownParts } from './row.ts';

/** What there is of an address. */
export type AddressParts = { readonly [P in keyof Address]?: string | undefined };

/** Without these there is no address. */
export const NEEDED = ['line1', 'city', 'country'] as const;

/** What an answer says of an address; a bare word counts as a town only where it can be a name. */
export function several(text: string): AddressParts {
  // "Tra 40 e 50 mila, dipende" has a number in front, as a street may.
  if (/\d/.test(text) && LOCALES.some((locale) => findMoney(text, locale).length > 0)) return {};
  // "85 non 80", "scusa 85" is of another number.
  if (!/\p{L}{2}/u.test(withoutDenied(withoutSecondThought(text)))) return {};
  const found = placesAlone(readAddress(withoutHedges(text)));
  const isBareTown = Object.keys(found).every((part) => part === 'city');
  return isBareTown && !mayBeTown(text) ? {} : found;
}

/** "Credo Verona", "mi pare a Lodi". */
const withoutHedges = (text: string): string => text.replace(hedge(), '').replace(trail(), '');
const hedge = patternOf('iu')`^\s*(?:${'name-trails'}(?!\p{L})[\s,]*)+`;

/** "La via non me la ricordo", "so solo che sono a Bergamo": a sentence is no part of an address. */
function placesAlone({ line1, city, ...parts }: AddressParts): AddressParts {
  const isStreet = line1 !== undefined && (/\d/.test(line1) || isPlaceLike(line1)) && !isSaid(line1);
  return knownParts({
    ...parts,
    line1: isStreet ? line1 : undefined,
    city:
      city === undefined || (isPlaceLike(city) && !(/\d/.test(city) && isSaid(city.toLowerCase())))
        ? city
        : undefined,
  });
}

/** "Facciamo 35", "metti 40": a number behind nothing but everyday words that call no street. */
function isSaid(line1: string): boolean {
  const words = line1.match(/\p{L}+/gu) ?? [];
  return (
    !isStreetWord().test(toPhrase(line1)) &&
    words.every((word) => /^\p{Ll}/u.test(word) && saysSomething(fold(word)))
  );
}
const isStreetWord = patternOf()`(?<![a-z])(?:${'streets'}|${'streets-behind'})(?![a-z])`;
const isVerb = inLists('add-verbs', 'set-verbs', 'change-verbs', 'remove-verbs', 'doing', 'puts-number');
const saysSomething = (word: string): boolean => isOrdinary(word) || isVerb(word);

/** "Senza aiuto". */
const denies = patternOf()`^${'help-denied'}(?![a-z])`;
const isSeason = inLists('seasons');
const isArticle = inLists('the', 'any-one');
/** "Vogliono automatizzare il magazzino": no town of small letters has an article inside it, or so many words. */
function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  const isSmall = text === text.toLowerCase();
  return isSmall && (words.length > 5 || words.slice(1, -1).some((word) => isArticle(fold(word))));
}

/** A name, and no time: "entro pasqua". */
const mayBeTown = (text: string): boolean =>
  !isSentence(text) &&
  isNameLike(text) &&
  isPlaceLike(text) &&
  !denies().test(toPhrase(text)) &&
  !toPhrase(text).split(' ').some(isSeason);

/** "Anna Blu": a given name and one more are rather somebody than a town. */
function isPerson(typed: string): boolean {
  const [first = '', second, ...more] = toPhrase(typed).split(' ');
  return isGivenName(first) && second !== undefined && !isFunctionWord(second) && more.length === 0;
}

/** The one part that was missing, typed by itself; null where the text can't be it. */
export function onlyPart(part: (typeof NEEDED)[number], typed: string): AddressParts | null {
  const read = knownParts(readAddress(typed));
  switch (part) {
    case 'country': {
      const country = readCountry(typed) ?? read.country;
      return country === undefined ? null : { country };
    }
    case 'city':
      if (read.city === undefined && /\d/.test(typed)) return read.postalCode === undefined ? null : read;
      return mayBeTown(typed) && !isPerson(typed) ? { ...read, city: read.city ?? typed } : null;
    case 'line1': {
      // A street without a word for it ("Kungsgatan 4") still has a number.
      const isStreet = /\p{L}/u.test(typed) && /\d/.test(typed) && isPlaceLike(typed);
      return read.line1 !== undefined ? read : isStreet ? { line1: typed } : null;
    }
  }
}
