import { holdsPhrase } from '../../src/language/said.ts';
import type { Person } from '../../src/directory/directory.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { contentWords } from '../../src/language/function-words.ts';
import { isTitleWord, readEmail } from '../../src/language/people.ts';
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

/**
 * The people of a part of an answer, among those whom the company lists. "Il dottor Marco Galli delle vendite" is told
 * by his whole name; a first or last name alone counts beside small words only.
 */
export function whoIs(typed: string, { colleagues }: DealFacts): Named {
  const said = toPhrase(typed);
  const words = said.split(/[\s']+/);
  const telling = contentWords(contentWords(words, 'it'), 'en').filter((word) => !isTitleWord(word));
  const email = readEmail(typed);
  const ways: readonly ((person: Person) => boolean)[] = [
    (person) => person.email.toLowerCase() === email,
    (person) => wordsOf(fullName(person)).every((word) => words.includes(word)),
    ({ firstName, lastName }) =>
      [firstName, lastName].map(toPhrase).some((name) => name === said || name === telling.join(' ')),
  ];
  const exact = ways.map((way) => colleagues.filter(way)).find((found) => found.length > 0);
  if (exact !== undefined) return { exact, close: [] };
  const close = [fullName, ({ lastName }: Person) => lastName].flatMap(
    (nameOf) => lookUp(typed, colleagues, nameOf).close,
  );
  return { exact: [], close: [...new Set(close)] };
}

const wordsOf = (name: string): string[] => toPhrase(name).split(/[\s']+/);

/** Colleagues that a sentence names for the team ("con Marco nel team"): where it speaks of one, by whole or unmistakable first name. */
export function colleaguesInTeamOf(sentence: string, { colleagues }: DealFacts): readonly Person[] {
  const clauses = sentence
    .split(/[,;\n]|\.(?=\s|$)/)
    .filter((clause) => saysTeam(flatten(clause).text))
    .map((clause) => clause.split(/[^\p{L}'’-]+/u));
  const firstNames = colleagues.map(({ firstName }) => firstName);
  return colleagues.filter(({ firstName, lastName }) => {
    const isOnly = firstNames.indexOf(firstName) === firstNames.lastIndexOf(firstName);
    return clauses.some((words) => {
      const phrases = words.map(toPhrase);
      const after = words[phrases.indexOf(toPhrase(firstName)) + 1];
      if (` ${phrases.join(' ')} `.includes(` ${toPhrase(fullName({ firstName, lastName }))} `)) return true;
      // "Marco Bianchi" is not Marco Galli.
      return isOnly && phrases.includes(toPhrase(firstName)) && !/^\p{Lu}\p{Ll}/u.test(after ?? '');
    });
  });
}

/** Whether a folded text speaks of the people on a deal. */
export const saysTeam = holdsPhrase('says-team');
