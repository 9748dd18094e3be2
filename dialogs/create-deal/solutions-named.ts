import { flatten, toPhrase } from '../../src/language/flat.ts';
import { lookUp } from '../../src/lookup/names.ts';
import type { Solution, SolutionRef } from '../../src/referrals/referral.ts';
import type { DealFacts } from './values.ts';

/** The id of a solution as Partner Center writes it. */
export const SOLUTION_ID = /\bSOL-[A-Z0-9]+(?:-[A-Z0-9]+)+\b/i;

/** The solutions that a text names. */
export interface NamedSolutions {
  readonly found: readonly SolutionRef[];
  /** What one of the names may mean, where that is open; empty where nothing is. */
  readonly unsure: readonly SolutionRef[];
  /** What was typed and is none, first. */
  readonly unknown: string | null;
}

interface Place {
  readonly solution: Solution;
  readonly isWhole: boolean;
  readonly start: number;
  readonly end: number;
}

/** What may stand between two names of one list: "wms, analytics e anche edge", never "o". */
const JOINING =
  /^(?:[\s,;+&]|\b(?:e|ed|and|anche|pure|also|piu|plus|poi|con|with|insieme a|oltre a|aggiungi|add|la|le|the|soluzion[ei]|solutions?)\b)*$/;

const SEPARATOR = /[,;\n+&]|\b(?:e|ed|and|plus)\b/;

const NOISE = new Set(
  (
    'il lo la le i gli un una del della dei al alla nel nella in su di da come anche pure e ed altra altre altro ulteriore ulteriori ' +
    'soluzione soluzioni prodotto prodotti nostra nostre deal the a an of to as also too and other another further more ' +
    'solution solutions product products our my please ' +
    'co sell'
  ).split(' '),
);

/**
 * The solutions that a sentence names as they are written, in its order; `isRow` where two or more stand one after the
 * other. Where they don't, whole names count before a word that only one has.
 */
export function placesOfSolutions(
  sentence: string,
  { solutions }: DealFacts,
): { readonly found: readonly SolutionRef[]; readonly isRow: boolean } {
  const text = flatten(sentence).text;
  const places = placesIn(text, published(solutions));
  const isRow = places.every(
    ({ start }, at) => at === 0 || JOINING.test(text.slice(places[at - 1]?.end, start)),
  );
  const whole = isRow ? [] : places.filter((place) => place.isWhole);
  const found = (whole.length > 0 ? whole : places).map(({ solution }) => refOf(solution));
  return { found, isRow: isRow && places.length > 1 };
}

/** The published solutions that a typed name means: by id, by name, by a word of one name alone, else those it resembles. */
export function solutionsCalled(typed: string, facts: DealFacts): readonly SolutionRef[] {
  const { found } = placesOfSolutions(typed, facts);
  return found.length > 0 ? found : refsOf(typed, published(facts.solutions));
}

/** Whether a name has no word but those of one solution: "Analytics", not "Analytics Srl". */
export function isSolutionName(typed: string, { facts }: { readonly facts: DealFacts }): boolean {
  const words = toPhrase(typed).split(' ');
  return published(facts.solutions).some(({ name }) => {
    const own = new Set(toPhrase(name).split(' '));
    return words.every((word) => own.has(word));
  });
}

/** A text of more parts is no list of solutions: one of so many is unknown, and then it is asked again. */
const MOST_PARTS = 40;

/** All that an answer names, carelessly typed or not; an id counts where the company's list isn't known. */
export function solutionsNamed(typed: string, { solutions }: DealFacts): NamedSolutions {
  const known = published(solutions);
  const text = flatten(typed).text;
  const places = placesIn(text, known);
  const parts = [...places]
    .reverse()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} , ${rest.slice(end)}`, text)
    .split(SEPARATOR)
    .map(withoutNoise)
    .filter((part) => part !== '');
  const read = [...new Set(parts)].slice(0, MOST_PARTS).map((part) => ({ part, refs: refsOf(part, known) }));
  const found = [
    ...places.map(({ solution }) => refOf(solution)),
    ...read.flatMap(({ refs }) => (refs.length === 1 ? refs : [])),
  ];
  return {
    found: found.filter(({ id }, index) => found.findIndex((other) => other.id === id) === index),
    unsure: read.find(({ refs }) => refs.length > 1)?.refs ?? [],
    unknown: read.find(({ refs }) => refs.length === 0)?.part ?? null,
  };
}

const published = (solutions: readonly Solution[]): readonly Solution[] =>
  solutions.filter(({ isPublished }) => isPublished);

/** Where names stand: whole ones first, the longer before the shorter, else a word that only one has. */
function placesIn(text: string, solutions: readonly Solution[]): readonly Place[] {
  const places: Place[] = [];
  const place = (solution: Solution, names: readonly string[], isWhole: boolean): void => {
    if (places.some((other) => other.solution === solution)) return;
    const found = names.map((name) => spanOfName(text, name)).find((span) => span !== null && isFree(span));
    if (found) places.push({ solution, isWhole, ...found });
  };
  const isFree = ({ start, end }: Pick<Place, 'start' | 'end'>): boolean =>
    places.every((other) => end <= other.start || start >= other.end);
  const longFirst = [...solutions].sort((a, b) => b.name.length - a.name.length);
  for (const solution of longFirst) place(solution, [solution.id, solution.name], true);
  for (const solution of longFirst) place(solution, ownWords(solution, solutions), false);
  return places.sort((a, b) => a.start - b.start);
}

function spanOfName(text: string, name: string): Pick<Place, 'start' | 'end'> | null {
  const flat = flatten(name).text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${flat}(?![\\p{L}\\p{N}])`, 'u').exec(text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

function withoutNoise(part: string): string {
  const words = part.split(/[\s'.!?:"]+/).filter((word) => word !== '' && !NOISE.has(word));
  return words.join(' ');
}

function refsOf(part: string, known: readonly Solution[]): readonly SolutionRef[] {
  const id = SOLUTION_ID.exec(part)?.[0].toUpperCase();
  if (id !== undefined && known.length === 0) return [{ id, name: id }];
  const { exact, close } = lookUp(part, known, ({ name }) => name);
  return (exact.length > 0 ? exact : close).map(refOf);
}

/** Words of three letters or more that only this solution's name has. */
function ownWords(solution: Solution, solutions: readonly Solution[]): readonly string[] {
  const wordsOf = ({ name }: Solution): string[] => toPhrase(name).split(' ');
  const others = new Set(solutions.filter((other) => other !== solution).flatMap(wordsOf));
  return wordsOf(solution).filter((word) => word.length >= 3 && !others.has(word));
}

/** A solution as a deal names it. */
export function refOf({ id, name }: Solution): SolutionRef {
  return { id, name };
}
