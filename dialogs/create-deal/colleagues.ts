import type { Person } from '../../src/directory/directory.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { contentWords } from '../../src/language/function-words.ts';
import { readEmail } from '../../src/language/people.ts';
import { lookUp } from '../../src/lookup/names.ts';
import type { DealFacts } from './values.ts';

/** Colleagues that a typed name means: `exact` by whole name, first or last name; else those it resembles. */
export interface Named {
  readonly exact: readonly Person[];
  readonly close: readonly Person[];
}

/** "Marco Galli". */
export function fullName({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim();
}

/** Looks a name up among the people whom the company lists. */
export function colleaguesCalled(typed: string, { colleagues }: DealFacts): Named {
  const whole = lookUp(typed, colleagues, fullName);
  const turned = lookUp(typed, colleagues, ({ firstName, lastName }) => `${lastName} ${firstName}`);
  const said = toPhrase(typed);
  const exact = colleagues.filter(
    (person) =>
      whole.exact.includes(person) ||
      turned.exact.includes(person) ||
      toPhrase(person.firstName) === said ||
      toPhrase(person.lastName) === said,
  );
  const lastName = lookUp(typed, colleagues, (person) => person.lastName).close;
  const close = [...new Set([...whole.close, ...lastName])];
  return { exact, close: exact.length > 0 ? [] : close };
}

/** The people of a part of an answer: as `colleaguesCalled`, and by a name that stands among other words. */
export function whoIs(typed: string, facts: DealFacts): Named {
  const email = readEmail(typed);
  const written = facts.colleagues.filter((person) => person.email.toLowerCase() === email);
  if (written.length > 0) return { exact: written, close: [] };
  const called = colleaguesCalled(typed, facts);
  const within = called.exact.length > 0 ? [] : colleaguesWithin(typed, facts);
  return within.length > 0 ? { exact: within, close: [] } : called;
}

const TITLES = new Set(
  'signor signora sig dott dottor dottore dottoressa ing ingegner avv mr mrs ms dr il collega la colleague'.split(
    ' ',
  ),
);

/** "Il dottor Marco Galli delle vendite" by his whole name; a first name alone counts beside small words only. */
function colleaguesWithin(typed: string, { colleagues }: DealFacts): readonly Person[] {
  const said = toPhrase(typed);
  const isIn = (name: string): boolean => ` ${said} `.includes(` ${toPhrase(name)} `);
  const whole = colleagues.filter(
    (person) => isIn(fullName(person)) || isIn(`${person.lastName} ${person.firstName}`),
  );
  if (whole.length > 0) return whole;
  const words = contentWords(contentWords(said.split(/[\s']+/), 'it'), 'en').filter(
    (word) => !TITLES.has(word),
  );
  const [only, ...more] = words;
  if (only === undefined || more.length > 0) return [];
  return colleagues.filter(({ firstName, lastName }) =>
    [firstName, lastName].some((name) => toPhrase(name) === only),
  );
}

/** Colleagues that a sentence names for the team ("con Marco nel team"): where it speaks of one, by whole or unmistakable first name. */
export function colleaguesInTeamOf(sentence: string, { colleagues }: DealFacts): readonly Person[] {
  const clauses = flatten(sentence)
    .text.split(/[,;\n]|\.(?=\s|$)/)
    .filter((clause) => SAYS_TEAM.test(clause));
  if (clauses.length === 0) return [];
  const said = clauses.map((clause) => ` ${toPhrase(clause)} `).join('\n');
  const followed = firstFollowers(sentence);
  return colleagues.filter((person) => {
    const isOnly =
      colleagues.filter(({ firstName }) => firstName === person.firstName).length === 1 &&
      !isOtherName(person, followed);
    const names = [fullName(person), ...(isOnly ? [person.firstName] : [])].map(toPhrase);
    return names.some((name) => said.includes(` ${name} `));
  });
}

/** By word, folded, the one that follows it where it is said first. */
function firstFollowers(sentence: string): ReadonlyMap<string, string> {
  const words = sentence.split(/[^\p{L}'’-]+/u);
  const followed = new Map<string, string>();
  words.forEach((word, index) => {
    const [key, next] = [toPhrase(word), words[index + 1]];
    if (next !== undefined && !followed.has(key)) followed.set(key, next);
  });
  return followed;
}

/** "Marco Bianchi" is not Marco Galli. */
function isOtherName({ firstName, lastName }: Person, followed: ReadonlyMap<string, string>): boolean {
  const next = followed.get(toPhrase(firstName)) ?? '';
  return /^\p{Lu}\p{Ll}/u.test(next) && toPhrase(next) !== toPhrase(lastName);
}

/** Words for the people on a deal. */
export const SAYS_TEAM = /(?<![\p{L}])(?:team|squadra|gruppo di lavoro)(?![\p{L}])/u;
