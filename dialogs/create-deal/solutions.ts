import { deniedIn, withoutDenied } from '../../src/language/denied.ts';
import type { Amendment } from '../../src/language/amendment.ts';
import { flatten } from '../../src/language/flat.ts';
import { made, phraseOf } from '../../src/language/said.ts';
import { joinList } from '../../src/language/format.ts';
import { MAX_SOLUTIONS, type Solution, type SolutionRef } from '../../src/referrals/referral.ts';
import type { Field } from '../../src/cards/box.ts';
import type { Amended, Choice, Parsed, Said, Taken, Inputs } from '../engine/slot.ts';
import { asChoices } from '../kinds/choice.ts';
import { answered, choiceField, chosen, fitting } from '../kinds/input.ts';
import { addId, withMore } from '../kinds/list.ts';
import { earlierDeal } from './earlier-deals.ts';
import { placesOfSolutions, refOf, SOLUTION_ID, solutionsNamed } from './solutions-named.ts';
import { dealTexts } from './texts.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

type Chosen = DealValues['solution'];
type Others = DealValues['otherSolutions'];

const MOST_CHOICES = 5;

/** Whether a solution may go into the deal: for Microsoft's eyes it must be ready; an unlisted one can't be judged here. */
export function isFit(id: string, { values, facts }: DealContext): boolean {
  const known = facts.solutions.find((solution) => solution.id === id);
  return values.kind === 'private' || known === undefined || (known.isPublished && known.isCoSellReady);
}

/** Those of the company's list that may. */
export function fittingSolutions(context: DealContext): readonly Solution[] {
  return context.facts.solutions.filter(({ id, isPublished }) => isPublished && isFit(id, context));
}

/** The solution that an answer means: typed carelessly, or by id where the company's list isn't known. */
export function readSolution({ text: typed }: Said, context: DealContext): Parsed<Chosen> {
  const texts = dealTexts[context.locale];
  const text = withoutDenied(typed);
  const { found, isRow } = placesOfSolutions(text, context.facts);
  const { found: named, unsure } = solutionsNamed(text, context.facts);
  const called = found.length > 0 ? found : [...named, ...unsure];
  const [first, ...more] = called;
  if (first !== undefined && (isRow || more.length === 0)) return { kind: 'value', value: first };
  if (first !== undefined)
    return { kind: 'choose', text: texts.solutionWhich, choices: asChoices(called.slice(0, MOST_CHOICES)) };
  const id = SOLUTION_ID.exec(text)?.[0].toUpperCase();
  if (id !== undefined && fittingSolutions(context).length === 0)
    return { kind: 'value', value: { id, name: id } };
  return butDenied(typed, context) ?? { kind: 'invalid', text: noSuchSolution(context) };
}

/** "Non analytics, l'altra": what is left without it, one or several to choose from. */
function butDenied(typed: string, context: DealContext): Parsed<Chosen> | null {
  const denied = deniedIn(typed).map(({ what }) => what);
  const { found } = placesOfSolutions(denied.join(', '), context.facts);
  const left = fittingSolutions(context).filter(({ id }) => !found.some((each) => each.id === id));
  const [only, ...more] = left;
  if (found.length === 0 || only === undefined) return null;
  if (more.length === 0) return { kind: 'value', value: refOf(only) };
  const choices = asChoices(left.slice(0, MOST_CHOICES));
  return { kind: 'choose', text: dealTexts[context.locale].solutionWhich, choices };
}

/** The solution that a sentence about several things names: the first of a row, else the only one. */
export function solutionSaid(said: Said, { facts }: DealContext): Taken<Chosen> | null {
  // A solution is written like a company: "Aurelia WMS".
  const companies = said.facts.filter(({ kind }) => kind === 'organisation');
  const ids = said.facts.filter((fact) => fact.kind === 'number-id' && fact.what === 'solution');
  const places = [
    { words: said.rest, own: ids },
    ...companies.map((fact) => ({ words: said.text.slice(fact.start, fact.end), own: [fact] })),
  ];
  for (const { words, own } of places) {
    const { found, isRow } = placesOfSolutions(withoutDenied(words), facts);
    const [first, ...more] = found;
    if (first !== undefined && (isRow || more.length === 0))
      return { kind: 'value', value: first, facts: own };
  }
  return null;
}

/** The published solution of this id, as a button names it. */
export function chooseSolution(id: string, { facts }: { readonly facts: DealFacts }): Chosen | undefined {
  const known = facts.solutions.find((solution) => solution.id === id && solution.isPublished);
  return known === undefined ? undefined : refOf(known);
}

/** The solutions that fit, to be searched; a line for an id where the company's list isn't known. */
export function solutionFields(context: DealContext): readonly Field[] {
  const { solution } = context.values;
  const fit = asChoices(fittingSolutions(context));
  if (fit.length === 0) return [{ part: 'id', kind: 'line', value: solution?.id ?? '' }];
  const isListed = solution === undefined || fit.some(({ id }) => id === solution.id);
  const all = isListed ? fit : [...fit, ...asChoices([solution])];
  return [choiceField(all, solution?.id ?? '', { look: 'typed' })];
}

/** The solution that was put into these fields, under the rules of an answer. */
export function solutionPut({ '': id, id: typed }: Inputs, context: DealContext): Parsed<Chosen> | null {
  return chosen(id, chooseSolution, context) ?? answered(typed, 'solution', readSolution, context);
}

/** Those that fit to what is being typed. */
export function suggestedSolutions(typed: string, context: DealContext): readonly Choice[] {
  return fitting(typed, asChoices(fittingSolutions(context)));
}

/** The solution of the earlier deal, while it can be used, or the only one that fits. */
export function proposedSolution(context: DealContext): Chosen | undefined {
  const { solutions } = context.facts;
  const [only, ...more] = fittingSolutions(context);
  const earlier = earlierDeal(context)?.solutions[0];
  const isGone = solutions.length > 0 && !solutions.some(({ id }) => id === earlier?.id);
  if (earlier !== undefined && !isGone && isFit(earlier.id, context)) return earlier;
  return only !== undefined && more.length === 0 ? refOf(only) : undefined;
}

/** A sentence that speaks of solutions in so many words, at its beginning: "la soluzione Analytics". */
const saysSolution = made(
  () => new RegExp(`^(?:${phraseOf('before-solutions')} ?)*${phraseOf('solution-nouns')}`),
);

/** The further solutions, each once: those that go into the deal, and (`isLeft`) those that its kind leaves out. */
export function otherSolutions(context: DealContext, isLeft = false): readonly SolutionRef[] {
  const { otherSolutions: others = [], solution } = context.values;
  return others.filter(({ id }) => id !== solution?.id && isFit(id, context) !== isLeft);
}

/** Two and more solutions in a row: the main one first, where none is chosen yet. */
export function othersIn({ rest }: Said, { values, facts }: DealContext): Others | undefined {
  const { found, isRow } = placesOfSolutions(withoutDenied(rest), facts);
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
  const { found, unsure, unknown } = solutionsNamed(what, facts);
  if (saysSolution().test(flatten(what).text))
    return kind === 'add' && found.length + unsure.length === 0 && unknown === null ? { kind: 'ask' } : 'yes';
  // A mere likeness of a name is no reason to take a sentence for a wish.
  const isNamed = placesOfSolutions(what, facts).found.length > 0;
  return isNamed && unsure.length === 0 && unknown === null ? 'yes' : null;
}

/** The list with the solutions that words name. */
export function addOthers(what: string, context: DealContext): Parsed<Others> {
  const { values, facts, locale } = context;
  const texts = dealTexts[locale];
  const { found, unsure, unknown } = solutionsNamed(what, facts);
  if (unsure.length > 0) {
    const choices = unsure.map(({ id, name }) => ({ id: addId([id]), label: name }));
    return { kind: 'choose', text: texts.solutionWhich, choices: choices.slice(0, MOST_CHOICES) };
  }
  const notReady = found.filter(({ id }) => !isFit(id, context));
  const more = found.filter((ref) => !notReady.includes(ref) && ref.id !== values.solution?.id);
  const problem =
    notReady.length > 0
      ? texts.solutionsNotReady(namesOf(notReady, context))
      : unknown === null
        ? null
        : noSuchSolution(context);
  if (more.length === 0) {
    const main = found.find(({ id }) => id === values.solution?.id);
    const isMain = main === undefined ? texts.solutionByIdInvalid : texts.solutionIsMain(main.name);
    return { kind: 'invalid', text: problem ?? isMain };
  }
  const value = withMore(values.otherSolutions ?? [], more, ({ id }) => id);
  if (value.length >= MAX_SOLUTIONS) return { kind: 'invalid', text: texts.solutionsTooMany };
  if (problem === null) return { kind: 'value', value };
  return { kind: 'value', value, note: `${texts.solutionsAdded(namesOf(more, context))} ${problem}` };
}

/** Those of the list that words name, or why none is: the main solution stays, others aren't in it. */
export function othersNamed(words: string, { values, facts, locale }: DealContext): Others | string {
  const named = solutionsNamed(words, facts).found.map(({ id }) => id);
  const gone = (values.otherSolutions ?? []).filter(({ id }) => named.includes(id));
  if (gone.length > 0) return gone;
  const { solutionNotThere, solutionKept } = dealTexts[locale];
  const { solution } = values;
  return solution !== undefined && named.includes(solution.id)
    ? solutionKept(solution.name)
    : solutionNotThere;
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
