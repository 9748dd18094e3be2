import { joinList } from '../../src/language/format.ts';
import type { Parsed, Said, Taken } from '../engine/slot.ts';
import { earlierDeal } from './earlier-deals.ts';
import { fittingSolutions, isReady, SOLUTION_ID, solutionIn, solutionsCalled } from './solutions.ts';
import { solutionsInRow } from './solutions-named.ts';
import { dealTexts } from './texts.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

type Chosen = DealValues['solution'];

/** The solution that an answer means: typed carelessly, or by id where the company's list isn't known. */
export function readSolution({ text }: Said, context: DealContext): Parsed<Chosen> {
  const texts = dealTexts(context.locale);
  const [first] = solutionsInRow(text, context.facts);
  if (first !== undefined) return { kind: 'value', value: first };
  const found = solutionsCalled(text, context);
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return { kind: 'value', value: only };
  if (only !== undefined) {
    const choices = found.slice(0, 5).map(({ id, name }) => ({ id, label: name }));
    return { kind: 'choose', text: texts.solutionWhich, choices };
  }
  const fitting = fittingSolutions(context);
  const id = SOLUTION_ID.exec(text)?.[0].toUpperCase();
  if (fitting.length === 0 && id !== undefined) return { kind: 'value', value: { id, name: id } };
  const names = fitting.map(({ name }) => name);
  const invalid = texts.solutionInvalid(joinList(names, context.locale, 'and'));
  return { kind: 'invalid', text: fitting.length === 0 ? texts.solutionByIdInvalid : invalid };
}

/** The solution that a sentence about several things names, with the fact of its id. */
export function solutionSaid(said: Said, context: DealContext): Taken<Chosen> | null {
  const value = solutionsInRow(said.rest, context.facts)[0] ?? solutionIn(said.rest, context);
  const facts = said.facts.filter((fact) => fact.kind === 'number-id' && fact.what === 'solution');
  const byId = facts.map(({ start, end }) => solutionsCalled(said.text.slice(start, end), context)[0]);
  const named = byId.find((each) => each !== undefined) ?? value ?? null;
  if (named !== null) return { kind: 'value', value: named, facts };
  // A solution is written like a company: "Aurelia WMS".
  for (const fact of said.facts.filter(({ kind }) => kind === 'organisation')) {
    const [only, ...more] = solutionsCalled(said.text.slice(fact.start, fact.end), context);
    if (only !== undefined && more.length === 0) return { kind: 'value', value: only, facts: [fact] };
  }
  return null;
}

/** The published solution of this id, as a button names it. */
export function chooseSolution(id: string, { facts }: { readonly facts: DealFacts }): Chosen | undefined {
  const known = facts.solutions.find((solution) => solution.id === id && solution.isPublished);
  return known === undefined ? undefined : { id: known.id, name: known.name };
}

/** The solution of the earlier deal, or the only one that fits. */
export function proposedSolution(context: DealContext): Chosen | undefined {
  const [only, ...more] = fittingSolutions(context);
  const earlier = earlierDeal(context)?.solutions[0];
  if (earlier !== undefined && isUsable(earlier.id, context)) return { id: earlier.id, name: earlier.name };
  return only !== undefined && more.length === 0 ? { id: only.id, name: only.name } : undefined;
}

function isUsable(id: string, { facts, values }: DealContext): boolean {
  const isGone = facts.solutions.length > 0 && !facts.solutions.some((solution) => solution.id === id);
  return !isGone && (values.kind === 'private' || isReady(id, facts));
}
