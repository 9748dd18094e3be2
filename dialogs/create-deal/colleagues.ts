import type { Person } from '../../src/directory/directory.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { contentWords } from '../../src/language/function-words.ts';
import { readEmail } from '../../src/language/people.ts';
import { lookUp } from '../../src/lookup/names.ts';
import type { DealFacts } from './values.ts';

/** Colleagues that words mean: `exact` by address, whole name, first or last name; else those a name resembles. */
export interface Named {
  readonly exact: readonly Person[];
  readonly close: readonly Person[];
}

type PersonName = Pick<Person, 'firstName' | 'lastName'>;

/** "Marco Galli". */
export function fullName({ firstName, lastName }: PersonName): string {
  return `${firstName} ${lastName}`.trim();
}

const turnedName = ({ firstName, lastName }: PersonName): string => `${lastName} ${firstName}`;

const TITLES = new Set(
  'signor signora sig dott dottor dottore dottoressa ing ingegner avv mr mrs ms dr il collega la colleague'.split(
    ' ',
  ),
);

/**
 * The people of a part of an answer, among those whom the company lists. "Il dottor Marco Galli delle vendite" is told
 * by his whole name; a first name alone counts beside small words only.
 */
export function whoIs(typed: string, { colleagues }: DealFacts): Named {
  const said = toPhrase(typed);
  const email = readEmail(typed);
  const isIn = (name: string): boolean => ` ${said} `.includes(` ${toPhrase(name)} `);
  const isPart = ({ firstName, lastName }: PersonName, word: string | undefined): boolean =>
    toPhrase(firstName) === word || toPhrase(lastName) === word;
  const whole = lookUp(typed, colleagues, fullName);
  const turned = lookUp(typed, colleagues, turnedName).exact;
  const words = contentWords(contentWords(said.split(/[\s']+/), 'it'), 'en').filter(
    (word) => !TITLES.has(word),
  );
  const ways: readonly ((person: Person) => boolean)[] = [
    (person) => person.email.toLowerCase() === email,
    (person) => whole.exact.includes(person) || turned.includes(person) || isPart(person, said),
    (person) => isIn(fullName(person)) || isIn(turnedName(person)),
    (person) => words.length === 1 && isPart(person, words[0]),
  ];
  const exact = ways.map((way) => colleagues.filter(way)).find((found) => found.length > 0);
  if (exact !== undefined) return { exact, close: [] };
  const { close } = lookUp(typed, colleagues, (person) => person.lastName);
  return { exact: [], close: [...new Set([...whole.close, ...close])] };
}

/** Colleagues that a sentence names for the team ("con Marco nel team"): where it speaks of one, by whole or unmistakable first name. */
export function colleaguesInTeamOf(sentence: string, { colleagues }: DealFacts): readonly Person[] {
  const clauses = flatten(sentence)
    .text.split(/[,;\n]|\.(?=\s|$)/)
    .filter((clause) => SAYS_TEAM.test(clause));
  if (clauses.length === 0) return [];
  const said = clauses.map((clause) => ` ${toPhrase(clause)} `).join('\n');
  const words = sentence.split(/[^\p{L}'’-]+/u);
  const phrases = words.map(toPhrase);
  // "Marco Bianchi" is not Marco Galli.
  const isOther = ({ firstName, lastName }: Person): boolean => {
    const at = phrases.indexOf(toPhrase(firstName));
    const next = at === -1 ? '' : (words[at + 1] ?? '');
    return /^\p{Lu}\p{Ll}/u.test(next) && toPhrase(next) !== toPhrase(lastName);
  };
  return colleagues.filter((person) => {
    const isOnly = colleagues.every((other) => other === person || other.firstName !== person.firstName);
    const names = [fullName(person), ...(isOnly && !isOther(person) ? [person.firstName] : [])];
    return names.some((name) => said.includes(` ${toPhrase(name)} `));
  });
}

/** Words for the people on a deal. */
export const SAYS_TEAM = /(?<![\p{L}])(?:team|squadra|gruppo di lavoro)(?![\p{L}])/u;
