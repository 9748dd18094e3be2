import { phoneIn } from '../../src/language/phones.ts';
import { does } from '../../src/reading/contents.ts';
import { isDeniedIn } from '../../src/language/denied.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { isGivenName } from '../../src/language/name-like.ts';
import { inLists, patternOf } from '../../src/language/said.ts';
import { foldedWords } from '../../src/reading/folded.ts';
import { toPlain } from '../../src/reading/facts/typed.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Contact } from '../../src/referrals/referral.ts';
import type { Said } from '../engine/slot.ts';
import { knownParts } from './row.ts';

export type ContactParts = { readonly [P in keyof Contact]?: string | undefined };

/** What a message says of one person, with the facts it stands in; null where it says nothing. */
export interface PersonSaid {
  readonly parts: ContactParts;
  readonly facts: readonly Fact[];
  /** All numbers that were given; the first is taken. */
  readonly phones: readonly string[];
}

/**
 * Finds the person a message speaks of: who is said to be the contact, else the first one named.
 *
 * @param country whose numbers are meant where none says so, as ISO 3166-1 alpha-2
 */
export function contactIn(said: Said, known: ContactParts = {}, country?: string): PersonSaid | null {
  const mine = said.facts.filter(
    (fact) => (fact.role === null || fact.role === 'contact') && !isOurPerson(fact, said.text),
  );
  // "Non è Luca Marini ma Lucia Marini": who is denied is nobody's contact.
  const isDenied = isDeniedIn(said.text);
  const called = mine.filter((fact) => fact.kind === 'person').filter((fact) => !isAside(fact, said, known));
  const people = called.filter((fact) => !isDenied(fact));
  const turned = people.findLast((each, at) => at > 0 && isTurn(said.text, people[at - 1], each));
  const named = turned ?? people.find(({ role }) => role === 'contact') ?? people[0];
  const mails = mine.filter((fact) => fact.kind === 'email');
  const other = named === undefined ? null : otherNamed(said.text, named, mails);
  const person = other === null ? named : { ...named, firstName: other.firstName, lastName: null };
  // "Ada Po …, no scusa, Rita Po rita@…": what was said of the first one is hers alone.
  const from = other?.start ?? (named?.isInstead === true || named === turned ? (named?.start ?? 0) : 0);
  const isHers = ({ start }: Fact): boolean => start >= from;
  const numbered = mine.filter((fact) => fact.kind === 'phone');
  const isSame = foldedWords(said.text).some(saysSame);
  const phones = isSame && !numbered.some(isHers) ? numbered : numbered.filter(isHers);
  const email = mails.find(isHers);
  // What is taken back was understood, too.
  const own = from > 0 ? [...people, ...mails, ...numbered] : [named, email, ...phones];
  const used = own.filter((fact) => fact !== undefined);
  if (used.length === 0) return null;
  // "ext." is written in any language, as Partner Center's field has but one.
  const numbers = phones.map(({ value, extension, start, end }) => {
    // "0131 496 0018" of a customer in Scotland is no Italian number.
    const local = country === undefined ? null : phoneIn(country, said.text.slice(start, end));
    return extension === null ? (local ?? value) : `${local ?? value} ext. ${extension}`;
  });
  const parts = {
    firstName: person?.firstName ?? undefined,
    lastName: person?.lastName ?? undefined,
    phone: numbers[0],
    email: email?.value,
  };
  return { parts: knownParts(parts), facts: [...used, ...called.filter(isDenied)], phones: numbers };
}

/** "…, mornings only" beside the telephone of somebody who is named: no other name, unless it is written as one or corrects. */
function isAside({ role, start, end }: Fact, { text, reading }: Said, known: ContactParts): boolean {
  const isNamed = known.firstName !== undefined && known.lastName !== undefined;
  const isWritten =
    role === 'contact' || /\p{Lu}/u.test(text.slice(start, end)) || does(reading, 'correction');
  return isNamed && !isWritten;
}

const turning = patternOf()`(?<![a-z])${'taking-back'}(?![a-z])`;
const contrasting = patternOf()`(?<![a-z-])${'contrasting'}(?![a-z-])`;
/**
 * Whether what stands between two persons takes the first back: "Ada Po … no scusa Rita Po …", "parlo con Ada Po, ma il
 * contatto è Rita Po".
 */
function isTurn(text: string, first: Fact | undefined, second: Fact): boolean {
  const between = toPlain(text.slice(first?.end ?? 0, second.start));
  return turning().test(between) || (second.role === 'contact' && contrasting().test(between));
}

const saysSame = inLists('the-same');

/** "…, anzi la moglie Rita, rita@…": a first name before an address that takes another's place is whose it is. */
function otherNamed(
  text: string,
  named: Fact,
  mails: readonly Fact[],
): { readonly firstName: string; readonly start: number } | null {
  const mail = mails.find(({ isInstead }) => isInstead === true);
  if (mail === undefined || named.isInstead === true || mail.start < named.end) return null;
  const words = [...text.slice(named.end, mail.start).matchAll(/(?<!\p{L})\p{Lu}\p{L}+/gu)];
  const found = words.find(([word]) => isGivenName(toPhrase(word)));
  return found === undefined ? null : { firstName: found[0], start: named.end + found.index };
}

const ourPeople = patternOf()`(?<![a-z])${'our-people'}(?: [a-z']{1,4}){0,2}[ ,:]*$`;
const MICROSOFTS = /microsoft(?:'s|’s)?(?: [a-z' ]{1,24})?[ :]*$/;
/** "Il nostro commerciale è Marco Galli", "per Microsoft c'è John Peters" name nobody at the customer's. */
function isOurPerson({ kind, start }: Fact, text: string): boolean {
  const before = toPlain(text).slice(Math.max(0, start - 50), start);
  return kind === 'person' && (ourPeople().test(before) || MICROSOFTS.test(before));
}

const ownReach = patternOf()`(?<![a-z])${'own-reach'}(?![a-z])`;
const OWN_NUMBERS: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>(['phone', 'email', 'person']);
const NEAR_OWN = 40;

/** "Semmai chiamami al 347 …" gives the number of who writes, and nobody's at the customer's. */
export function withoutOwn(said: Said): Said {
  const plain = toPlain(said.text);
  const isOwn = ({ kind, start, end }: Fact): boolean => {
    const from = Math.max(
      ...[',', ';', '.', '\n'].map((mark) => plain.lastIndexOf(mark, start)),
      start - NEAR_OWN,
    );
    return OWN_NUMBERS.has(kind) && ownReach().test(plain.slice(from + 1, end));
  };
  return { ...said, facts: said.facts.filter((fact) => !isOwn(fact)) };
}

/** Half a name completes the other half, in the order in which people are called: "Rossi", then "Mario". */
export function completed(read: PersonSaid, base: ContactParts, { reading }: Said): PersonSaid {
  const { firstName: said, lastName } = read.parts;
  const { firstName: before } = base;
  const isHalf =
    said !== undefined && lastName === undefined && before !== undefined && base.lastName === undefined;
  if (!isHalf || before === said || does(reading, 'correction', 'refusal')) return read;
  const isLastFirst = !isGivenName(toPhrase(before)) && isGivenName(toPhrase(said));
  const [first, last] = isLastFirst ? [said, before] : [before, said];
  return { ...read, parts: { ...read.parts, firstName: first, lastName: last } };
}
