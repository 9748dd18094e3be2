import type { Amendment } from '../../src/language/amendment.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import { MAX_SOLUTIONS } from '../../src/referrals/referral.ts';
import type { SolutionRef } from '../../src/referrals/referral.ts';
import type { Amended, Parsed, Said } from '../engine/slot.ts';
import { addId } from '../kinds/list.ts';
import { solutionsInRow, solutionsNamed } from './solutions-named.ts';
import { fittingSolutions, isReady, SOLUTION_ID } from './solutions.ts';
import { dealTexts } from './texts.ts';
import type { DealContext, DealValues } from './values.ts';

type Others = DealValues['otherSolutions'];

/** A sentence that speaks of solutions in so many words, at its beginning: "la soluzione Analytics". */
const SAYS_SOLUTION =
  /^(?:(?:anche|pure|la|le|una|il|un|altr[aei]|unaltra|also|the|a|an|another|other|more) |(?:l|un)')*(?:soluzion[ei]|prodott[oi]|solutions?|products?)(?![\p{L}])/u;
const ALL =
  /^(?:tutt[eio]|le altre|le altre soluzioni|all|all of them|everything|the others|the other solutions)$/;

/** The further solutions that go into the deal: none twice, and for Microsoft's eyes only those that are ready. */
export function otherSolutions({ values, facts }: DealContext): readonly SolutionRef[] {
  const others = (values.otherSolutions ?? []).filter(({ id }) => id !== values.solution?.id);
  return values.kind === 'private' ? others : others.filter(({ id }) => isReady(id, facts));
}

/** Further solutions that stay out because the deal's kind asks for ready ones. */
export function leftOutSolutions(context: DealContext): readonly SolutionRef[] {
  const inside = otherSolutions(context);
  const others = listed(context).filter(({ id }) => id !== context.values.solution?.id);
  return others.filter((other) => !inside.includes(other));
}

/** Two and more solutions in a row: the main one first, where none is chosen yet. */
export function othersIn({ rest }: Said, context: DealContext): Others | undefined {
  const row = solutionsInRow(rest, context.facts);
  const main = context.values.solution?.id ?? row[0]?.id;
  const others = row.filter(({ id }) => id !== main);
  return others.length === 0 ? undefined : joined(listed(context), others);
}

/** "aggiungi anche la soluzione X", once there is a main one; "togli Analytics". */
export function amendOthers(wish: Amendment, _said: Said, context: DealContext): Amended<Others> | null {
  if (context.values.solution === undefined) return null;
  const isSaid = SAYS_SOLUTION.test(flatten(wish.what).text);
  const named = solutionsNamed(wish.what, context.facts);
  const isNothing = named.found.length + named.unsure.length === 0 && named.unknown === null;
  if (isSaid && isNothing) return wish.kind === 'add' ? { kind: 'ask' } : removeOthers(wish.what, context);
  const isNamed = named.unknown === null && named.unsure.length === 0 && named.found.length > 0;
  if (!isSaid && !(isNamed && isPublishedName(wish.what, context))) return null;
  return wish.kind === 'add' ? addOthers(wish.what, context) : removeOthers(wish.what, context);
}

/** A mere likeness of a name is no reason to take a sentence for a wish. */
function isPublishedName(what: string, { facts }: DealContext): boolean {
  if (SOLUTION_ID.test(what)) return true;
  const said = ` ${toPhrase(what)} `;
  const isIn = (word: string): boolean => word.length >= 3 && said.includes(` ${word} `);
  return facts.solutions.some(({ name }) => toPhrase(name).split(' ').some(isIn));
}

/** The list with the solutions that words name. */
export function addOthers(what: string, context: DealContext): Parsed<Others> {
  const texts = dealTexts(context.locale);
  const named = solutionsNamed(what, context.facts);
  if (named.unsure.length > 0) {
    const choices = named.unsure.map(({ id, name }) => ({ id: addId([id]), label: name }));
    return { kind: 'choose', text: texts.solutionWhich, choices: choices.slice(0, 5) };
  }
  const isSeen = context.values.kind !== 'private';
  const notReady = named.found.filter(({ id }) => isSeen && !isReady(id, context.facts));
  const fitting = named.found.filter((ref) => !notReady.includes(ref));
  const more = fitting.filter(({ id }) => id !== context.values.solution?.id);
  const problem = problemOf(named.unknown, notReady, context);
  if (more.length === 0) {
    const text = fitting[0] === undefined ? problem : texts.solutionIsMain(fitting[0].name);
    return { kind: 'invalid', text: text ?? texts.solutionByIdInvalid };
  }
  const value = joined(listed(context), more);
  if (value.length >= MAX_SOLUTIONS) return { kind: 'invalid', text: texts.solutionsTooMany };
  const note = `${texts.solutionsAdded(namesOf(more, context))} ${problem ?? ''}`;
  return problem === null ? { kind: 'value', value } : { kind: 'value', value, note };
}

function problemOf(
  unknown: string | null,
  notReady: readonly SolutionRef[],
  context: DealContext,
): string | null {
  const texts = dealTexts(context.locale);
  if (notReady.length > 0) return texts.solutionsNotReady(namesOf(notReady, context));
  if (unknown === null) return null;
  const fitting = fittingSolutions(context);
  return fitting.length === 0 ? texts.solutionByIdInvalid : texts.solutionInvalid(namesOf(fitting, context));
}

/** The list without the solutions that words name. */
export function removeOthers(what: string, context: DealContext): Parsed<Others> {
  const texts = dealTexts(context.locale);
  const now = listed(context);
  const named = solutionsNamed(what, context.facts);
  const gone = ALL.test(toPhrase(what))
    ? now
    : now.filter(({ id }) => named.found.some((one) => one.id === id));
  if (gone.length === 0) {
    const main = named.found.find(({ id }) => id === context.values.solution?.id);
    const text = main === undefined ? texts.solutionNotThere : texts.solutionKept(main.name);
    return { kind: 'invalid', text };
  }
  const value = now.filter((ref) => !gone.includes(ref));
  return { kind: 'value', value, note: texts.solutionsRemoved(namesOf(gone, context)) };
}

export const listed = ({ values }: DealContext): Others => values.otherSolutions ?? [];

/** The list with more, each once. */
export function joined(now: readonly SolutionRef[], more: readonly SolutionRef[]): Others {
  const fresh = more.filter(({ id }) => !now.some((other) => other.id === id));
  return [...now, ...fresh].map(({ id, name }) => ({ id, name }));
}

function namesOf(refs: readonly { readonly name: string }[], { locale }: DealContext): string {
  return joinList(
    refs.map(({ name }) => name),
    locale,
    'and',
  );
}
