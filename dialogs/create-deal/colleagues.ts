import type { Person } from '../../src/directory/directory.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
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

/** Colleagues that a sentence names for the team ("con Marco nel team"): where it speaks of one, by whole or unmistakable first name. */
export function colleaguesInTeamOf(sentence: string, { colleagues }: DealFacts): readonly Person[] {
  const clauses = flatten(sentence)
    .text.split(/[,;\n]|\.(?=\s|$)/)
    .filter((clause) => SAYS_TEAM.test(clause));
  return colleagues.filter((person) => {
    const isOnly = colleagues.filter(({ firstName }) => firstName === person.firstName).length === 1;
    const names = [fullName(person), ...(isOnly ? [person.firstName] : [])].map(toPhrase);
    return clauses.some((clause) => names.some((name) => ` ${toPhrase(clause)} `.includes(` ${name} `)));
  });
}

/** Words for the people on a deal. */
export const SAYS_TEAM = /(?<![\p{L}])(?:team|squadra|gruppo di lavoro)(?![\p{L}])/u;
