import { toPhrase } from '../../src/language/flat.ts';
import { lookUp } from '../../src/lookup/names.ts';
import type { Solution, SolutionRef } from '../../src/referrals/referral.ts';
import type { DealContext, DealFacts } from './values.ts';

/** The id of a solution as Partner Center writes it. */
export const SOLUTION_ID = /\bSOL-[A-Z0-9]+(?:-[A-Z0-9]+)+\b/i;

/** Whether a solution may go into a deal that Microsoft sees; an unlisted one can't be judged here. */
export function isReady(id: string, { solutions }: DealFacts): boolean {
  const known = solutions.find((solution) => solution.id === id);
  return known === undefined || (known.isPublished && known.isCoSellReady);
}

/** The solutions that fit the deal: ready ones, and for a private deal all that are published. */
export function fittingSolutions({ facts, values }: DealContext): readonly Solution[] {
  const published = facts.solutions.filter(({ isPublished }) => isPublished);
  return values.kind === 'private' ? published : published.filter(({ isCoSellReady }) => isCoSellReady);
}

/** The published solutions that a typed name means: by id, by name, or by a word of one name alone. */
export function solutionsCalled(typed: string, { facts }: DealContext): readonly SolutionRef[] {
  const published = facts.solutions.filter(({ isPublished }) => isPublished);
  const byId = SOLUTION_ID.exec(typed)?.[0].toUpperCase();
  if (byId !== undefined) {
    const known = published.find(({ id }) => id.toUpperCase() === byId);
    return known === undefined ? [] : [refOf(known)];
  }
  const said = solutionsIn(typed, published);
  if (said.length > 0) return said.map(refOf);
  const { exact, close } = lookUp(typed, published, ({ name }) => name);
  return (exact.length > 0 ? exact : close).map(refOf);
}

/** The one solution that a sentence names, by its whole name or by a word that no other has. */
export function solutionIn(sentence: string, { facts }: DealContext): SolutionRef | undefined {
  const published = facts.solutions.filter(({ isPublished }) => isPublished);
  const [only, ...more] = solutionsIn(sentence, published);
  return only === undefined || more.length > 0 ? undefined : refOf(only);
}

function solutionsIn(sentence: string, solutions: readonly Solution[]): readonly Solution[] {
  const said = ` ${toPhrase(sentence)} `;
  const byName = solutions.filter(({ name }) => said.includes(` ${toPhrase(name)} `));
  if (byName.length > 0) return byName;
  return solutions.filter((solution) => ownWords(solution, solutions).some((w) => said.includes(` ${w} `)));
}

/** Words of three letters or more that only this solution's name has. */
export function ownWords(solution: Solution, solutions: readonly Solution[]): readonly string[] {
  const wordsOf = ({ name }: Solution): string[] => toPhrase(name).split(' ');
  const others = new Set(solutions.filter((other) => other !== solution).flatMap(wordsOf));
  return wordsOf(solution).filter((word) => word.length >= 3 && !others.has(word));
}

/** A solution as a deal names it. */
export function refOf({ id, name }: Solution): SolutionRef {
  return { id, name };
}
