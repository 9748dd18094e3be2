import { flatten, toPhrase } from '../../src/language/flat.ts';
import { inLists, made, phraseOf } from '../../src/language/said.ts';
import { findNames, lookUp } from '../../src/lookup/names.ts';
import type { Solution, SolutionRef } from '../../src/referrals/referral.ts';
import { withoutFacts } from '../engine/answer.ts';
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
const joining = made(() => new RegExp(`^(?:[\\s,;+&]|${phraseOf('solution-links')})*$`));

const separator = made(() => new RegExp(`[,;\\n+&]|${phraseOf('joining')}`));

const isBesideSolutions = inLists('beside-solutions');

/**
 * The solutions that a sentence names as they are called, in its order; `isRow` where two or more stand one after the
 * other. Where they don't, whole names count before a word that only one has.
 */
export function placesOfSolutions(
  sentence: string,
  { solutions }: DealFacts,
): { readonly found: readonly SolutionRef[]; readonly isRow: boolean } {
  const places = placesIn(sentence, published(solutions));
  const isRow = places.every(
    ({ start }, at) => at === 0 || joining().test(flatten(sentence.slice(places[at - 1]?.end, start)).text),
  );
  const whole = isRow ? [] : places.filter(({ isWhole }) => isWhole);
  const found = (whole.length > 0 ? whole : places).map(({ solution }) => refOf(solution));
  return { found, isRow: isRow && places.length > 1 };
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
  const places = placesIn(typed, known);
  const parts = flatten(withoutFacts({ text: typed, facts: places }))
    .text.split(separator())
    .map(withoutNoise);
  const read = [...new Set(parts)]
    .filter((part) => part !== '')
    .slice(0, MOST_PARTS)
    .map((part) => ({ part, refs: refsOf(part, known) }));
  const sure = read.flatMap(({ refs }) => (refs.length === 1 ? refs : []));
  const found = [...places.map(({ solution }) => refOf(solution)), ...sure];
  return {
    found: [...new Map(found.map((ref) => [ref.id, ref])).values()],
    unsure: read.find(({ refs }) => refs.length > 1)?.refs ?? [],
    unknown: read.find(({ refs }) => refs.length === 0)?.part ?? null,
  };
}

const published = (solutions: readonly Solution[]): readonly Solution[] =>
  solutions.filter(({ isPublished }) => isPublished);

/** Where solutions stand, each once: by its id or name, or by a word that only its name has; never by what several share. */
function placesIn(text: string, solutions: readonly Solution[]): readonly Place[] {
  const names = solutions.flatMap((solution) =>
    [solution.id, solution.name, ...ownWords(solution, solutions)].map((name) => ({ solution, name })),
  );
  const found = findNames(text, names, ({ name }) => name)
    .filter(({ item, isExact }) => isExact || item.name !== item.solution.id)
    .map(({ item: { solution, name }, start, end, isExact }) => {
      const isWhole = isExact && (name === solution.name || name === solution.id);
      return { solution, start, end, isWhole };
    });
  return found
    .filter(({ solution, start }) =>
      found.every((other) => other.solution === solution || other.start !== start),
    )
    .sort((a, b) => a.start - b.start || Number(b.isWhole) - Number(a.isWhole))
    .filter(({ solution }, at, all) => all.findIndex((other) => other.solution === solution) === at);
}

/** Words of three letters or more that only this solution's name has. */
function ownWords(solution: Solution, solutions: readonly Solution[]): readonly string[] {
  const wordsOf = ({ name }: Solution): string[] => toPhrase(name).split(' ');
  const others = new Set(solutions.filter((other) => other !== solution).flatMap(wordsOf));
  return wordsOf(solution).filter((word) => word.length >= 3 && !others.has(word));
}

function withoutNoise(part: string): string {
  const words = part.split(/[\s'.!?:"]+/).filter((word) => word !== '' && !isBesideSolutions(word));
  return words.join(' ');
}

function refsOf(part: string, known: readonly Solution[]): readonly SolutionRef[] {
  const id = SOLUTION_ID.exec(part)?.[0].toUpperCase();
  if (id !== undefined && known.length === 0) return [{ id, name: id }];
  const { exact, close } = lookUp(part, known, ({ name }) => name);
  return (exact.length > 0 ? exact : close).map(refOf);
}

/** A solution as a deal names it. */
export function refOf({ id, name }: Solution): SolutionRef {
  return { id, name };
}
