import type { Amendment } from '../../src/language/amendment.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import { MAX_SOLUTIONS, type Solution, type SolutionRef } from '../../src/referrals/referral.ts';
import type { Amended, Parsed, Said, Taken } from '../engine/slot.ts';
import { asChoices } from '../kinds/choice.ts';
import { addId, withMore } from '../kinds/list.ts';
import { earlierDeal } from './earlier-deals.ts';
import { placesOfSolutions, refOf, SOLUTION_ID, solutionsCalled, solutionsNamed } from './solutions-named.ts';
import { dealTexts } from './texts.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

type Chosen = DealValues['solution'];
type Others = DealValues['otherSolutions'];

const MOST_CHOICES = 5;

/** Whether a solution may go into a deal that Microsoft sees; an unlisted one can't be judged here. */
export function isReady(id: string, { solutions }: DealFacts): boolean {
  const known = solutions.find((solution) => solution.id === id);
  return known === undefined || (known.isPublished && known.isCoSellReady);
}

/** The solutions that fit the deal: ready ones, and for a private deal all that are published. */
export function fittingSolutions(context: DealContext): readonly Solution[] {
  const { facts, values } = context;
  return values.kind === 'private'
    ? facts.solutions.filter(({ isPublished }) => isPublished)
    : readySolutions(context);
}

/** Those that Microsoft may see. */
export function readySolutions({ facts }: DealContext): readonly Solution[] {
  return facts.solutions.filter(({ isPublished, isCoSellReady }) => isPublished && isCoSellReady);
}

/** The solution that an answer means: typed carelessly, or by id where the company's list isn't known. */
export function readSolution({ text }: Said, context: DealContext): Parsed<Chosen> {
  const texts = dealTexts[context.locale];
  const row = placesOfSolutions(text, context.facts);
  const called = row.isRow ? row.found : solutionsCalled(text, context.facts);
  const [first, ...more] = called;
  if (first !== undefined && (row.isRow || more.length === 0)) return { kind: 'value', value: first };
  if (first !== undefined)
    return { kind: 'choose', text: texts.solutionWhich, choices: asChoices(called.slice(0, MOST_CHOICES)) };
  const fitting = fittingSolutions(context);
  const id = SOLUTION_ID.exec(text)?.[0].toUpperCase();
  if (fitting.length === 0 && id !== undefined) return { kind: 'value', value: { id, name: id } };
  return { kind: 'invalid', text: noSuchSolution(context) };
}

/** The solution that a sentence about several things names: the first of a row, else the only one. */
export function solutionSaid(said: Said, { facts }: DealContext): Taken<Chosen> | null {
  const { found, isRow } = placesOfSolutions(said.rest, facts);
  const [first, ...more] = found;
  const ids = said.facts.filter((fact) => fact.kind === 'number-id' && fact.what === 'solution');
  if (first !== undefined && (isRow || more.length === 0)) return { kind: 'value', value: first, facts: ids };
  // A solution is written like a company: "Aurelia WMS".
  for (const fact of said.facts.filter(({ kind }) => kind === 'organisation')) {
    const [only, ...others] = solutionsCalled(said.text.slice(fact.start, fact.end), facts);
    if (only !== undefined && others.length === 0) return { kind: 'value', value: only, facts: [fact] };
  }
  return null;
}

/** The published solution of this id, as a button names it. */
export function chooseSolution(id: string, { facts }: { readonly facts: DealFacts }): Chosen | undefined {
  const known = facts.solutions.find((solution) => solution.id === id && solution.isPublished);
  return known === undefined ? undefined : refOf(known);
}

/** The solution of the earlier deal, while it can be used, or the only one that fits. */
export function proposedSolution(context: DealContext): Chosen | undefined {
  const { facts, values } = context;
  const [only, ...more] = fittingSolutions(context);
  const earlier = earlierDeal(context)?.solutions[0];
  const isGone = facts.solutions.length > 0 && !facts.solutions.some(({ id }) => id === earlier?.id);
  if (earlier !== undefined && !isGone && (values.kind === 'private' || isReady(earlier.id, facts)))
    return { id: earlier.id, name: earlier.name };
  return only !== undefined && more.length === 0 ? refOf(only) : undefined;
}

/** A sentence that speaks of solutions in so many words, at its beginning: "la soluzione Analytics". */
const SAYS_SOLUTION =
  /^(?:(?:anche|pure|la|le|una|il|un|altr[aei]|unaltra|also|the|a|an|another|other|more) |(?:l|un)')*(?:soluzion[ei]|prodott[oi]|solutions?|products?)(?![\p{L}])/u;

/** The further solutions that go into the deal: none twice, and for Microsoft's eyes only those that are ready. */
export function otherSolutions({ values, facts }: DealContext): readonly SolutionRef[] {
  const others = (values.otherSolutions ?? []).filter(({ id }) => id !== values.solution?.id);
  return values.kind === 'private' ? others : others.filter(({ id }) => isReady(id, facts));
}

/** Further solutions that stay out because the deal's kind asks for ready ones. */
export function leftOutSolutions(context: DealContext): readonly SolutionRef[] {
  const { otherSolutions: all = [], solution } = context.values;
  const inside = otherSolutions(context);
  return all.filter((other) => other.id !== solution?.id && !inside.includes(other));
}

/** Two and more solutions in a row: the main one first, where none is chosen yet. */
export function othersIn({ rest }: Said, { values, facts }: DealContext): Others | undefined {
  const { found, isRow } = placesOfSolutions(rest, facts);
  const main = values.solution?.id ?? found[0]?.id;
  const others = isRow ? found.filter(({ id }) => id !== main) : [];
  return others.length === 0 ? undefined : withMore(values.otherSolutions ?? [], others, ({ id }) => id);
}

/** "aggiungi anche la soluzione X", once there is a main one; "togli Analytics". */
export function amendOthers(
  { kind, what }: Amendment,
  { values, facts }: DealContext,
): Amended<Others> | 'yes' | null {
  if (values.solution === undefined) return null;
  const isSaid = SAYS_SOLUTION.test(flatten(what).text);
  const { found, unsure, unknown } = solutionsNamed(what, facts);
  const isNothing = found.length + unsure.length === 0 && unknown === null;
  if (isSaid) return isNothing && kind === 'add' ? { kind: 'ask' } : 'yes';
  const isNamed = unknown === null && unsure.length === 0 && found.length > 0;
  return isNamed && isPublishedName(what, facts) ? 'yes' : null;
}

/** A mere likeness of a name is no reason to take a sentence for a wish. */
function isPublishedName(what: string, { solutions }: DealFacts): boolean {
  const said = ` ${toPhrase(what)} `;
  const isIn = (word: string): boolean => word.length >= 3 && said.includes(` ${word} `);
  return SOLUTION_ID.test(what) || solutions.some(({ name }) => toPhrase(name).split(' ').some(isIn));
}

/** The list with the solutions that words name. */
export function addOthers(what: string, context: DealContext): Parsed<Others> {
  const { values, facts } = context;
  const texts = dealTexts[context.locale];
  const named = solutionsNamed(what, facts);
  if (named.unsure.length > 0) {
    const choices = named.unsure.map(({ id, name }) => ({ id: addId([id]), label: name }));
    return { kind: 'choose', text: texts.solutionWhich, choices: choices.slice(0, MOST_CHOICES) };
  }
  const notReady = named.found.filter(({ id }) => values.kind !== 'private' && !isReady(id, facts));
  const fitting = named.found.filter((ref) => !notReady.includes(ref));
  const more = fitting.filter(({ id }) => id !== values.solution?.id);
  const unknown = named.unknown === null ? null : noSuchSolution(context);
  const problem = notReady.length > 0 ? texts.solutionsNotReady(namesOf(notReady, context)) : unknown;
  if (more.length === 0) {
    const text = fitting[0] === undefined ? problem : texts.solutionIsMain(fitting[0].name);
    return { kind: 'invalid', text: text ?? texts.solutionByIdInvalid };
  }
  const value = withMore(values.otherSolutions ?? [], more, ({ id }) => id);
  if (value.length >= MAX_SOLUTIONS) return { kind: 'invalid', text: texts.solutionsTooMany };
  const note = `${texts.solutionsAdded(namesOf(more, context))} ${problem ?? ''}`;
  return problem === null ? { kind: 'value', value } : { kind: 'value', value, note };
}

/** Why nothing is taken out of the list: the main solution stays, others aren't in it. */
export function notAmongOthers(what: string, { values, facts, locale }: DealContext): string {
  const main = solutionsNamed(what, facts).found.find(({ id }) => id === values.solution?.id);
  const texts = dealTexts[locale];
  return main === undefined ? texts.solutionNotThere : texts.solutionKept(main.name);
}

function noSuchSolution(context: DealContext): string {
  const texts = dealTexts[context.locale];
  const fitting = fittingSolutions(context);
  return fitting.length === 0 ? texts.solutionByIdInvalid : texts.solutionInvalid(namesOf(fitting, context));
}

/** "Aurelia WMS, Aurelia Edge e Aurelia Analytics". */
export function namesOf(refs: readonly { readonly name: string }[], { locale }: DealContext): string {
  const names = refs.map(({ name }) => name);
  return joinList(names, locale, 'and');
}
