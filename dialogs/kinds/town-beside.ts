import { isGivenName } from '../../src/language/name-like.ts';
import { patternOf } from '../../src/language/said.ts';
import { fold } from '../../src/language/tokens.ts';
import { isOrdinary, isOurs } from '../../src/reading/facts/names.ts';
import { readTail } from '../../src/reading/facts/towns.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Said } from '../engine/slot.ts';
import type { AddressParts } from './address-said.ts';
import { knownParts } from './row.ts';

/** A place told right behind a company's name, with the facts that it takes the words of. */
export interface TownBeside {
  readonly parts: AddressParts;
  readonly facts: readonly Fact[];
}

/**
 * The town that stands right behind a company: "Acme GmbH, Berlin, 40k", "Bruni Pompe (Lodi)", "Costa Vetri in Modena".
 * Null where there is none.
 *
 * @param isOther whether a name is one of something else that we know, as of a solution
 */
export function townBeside(said: Said, isOther: (name: string) => boolean): TownBeside | null {
  const { facts } = said.reading;
  if (facts.some(({ kind }) => kind === 'address')) return null;
  const companies = facts.filter(({ kind }) => kind === 'organisation' || kind === 'known-name');
  return companies.map(({ end }) => townBehind(end, said, isOther)).find((found) => found !== null) ?? null;
}

const leads = patternOf('u')`^(?: ?[,(–-] ?| ${'at-places'} )(?=\p{Lu}\p{L}?\p{Ll})`;
const LONGEST_LEAD = 8;

function townBehind(
  start: number,
  { text, reading, facts }: Said,
  isOther: (name: string) => boolean,
): TownBeside | null {
  const lead = leads().exec(text.slice(start, start + LONGEST_LEAD))?.[0] ?? null;
  if (lead === null) return null;
  const from = start + lead.length;
  const { end, city, postcode, state, country } = readTail(text, from);
  const name = text.slice(from, end);
  const words = fold(name).split(' ');
  if ((city ?? country) === null || words.some(isOurs) || isOrdinary(words.join(' ')) || isOther(name))
    return null;
  const inside = reading.facts.filter((fact) => fact.start < end && fact.end > from);
  // "Acme, Beta Srl", "Acme, Karl Meyer", "Acme in Marzo".
  const isFree = inside.every(
    (fact) => fact.kind === 'organisation' && fact.end === end && facts.includes(fact),
  );
  const next = reading.facts.find((fact) => fact.start >= end);
  if (!isFree || !isSetApart(lead, words, text.slice(end), next)) return null;
  return { parts: knownParts({ city, postalCode: postcode, state, country }), facts: inside };
}

/**
 * Brackets tell a place; so does a word like "in", but for "di Marco". A comma does where the deal goes on behind the next
 * one: a second company would have its own sum, or stand behind an "and".
 */
function isSetApart(
  lead: string,
  [first = '']: readonly string[],
  rest: string,
  next: Fact | undefined,
): boolean {
  if (lead.includes('(')) return rest.startsWith(')');
  if (/\p{L}/u.test(lead)) return !isGivenName(first);
  return /^ ?[,;\n]/.test(rest) && next !== undefined && next.kind !== 'organisation';
}
