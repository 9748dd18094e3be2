import { readAmendment } from '../../src/language/amendment.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import { MAX_SOLUTIONS } from '../../src/referrals/referral.ts';
import type { SolutionRef } from '../../src/referrals/referral.ts';
import type { Amended, Choice, Parsed, Slot } from '../engine/slot.ts';
import { solutionsInRow, solutionsNamed } from './solutions-named.ts';
import type { NamedSolutions } from './solutions-named.ts';
import { fittingSolutions, isReady, SOLUTION_ID } from './solutions.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { validBy } from './values.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

type Others = DealValues['otherSolutions'];

const ADD = 'add:';
const REMOVE = 'remove:';
const MAX_BUTTONS = 5;

/** A sentence that speaks of solutions in so many words, at its beginning: "la soluzione Analytics". */
const SAYS_SOLUTION =
  /^(?:(?:anche|pure|la|le|una|il|un|altr[aei]|unaltra|also|the|a|an|another|other|more) |(?:l|un)')*(?:soluzion[ei]|prodott[oi]|solutions?|products?)(?![\p{L}])/u;
const ALL =
  /^(?:tutt[eio]|le altre|le altre soluzioni|all|all of them|everything|the others|the other solutions)$/;

/** Solutions beside the main one: never asked, added in the summary or by a word at any time. */
export const otherSolutionsSlot: Slot<DealValues, DealFacts, 'otherSolutions'> = {
  name: 'otherSolutions',
  isQuiet: true,
  words: wordsOf('otherSolutions'),
  ask: (context) => ({ ...dealTexts(context.locale).otherSolutions, choices: choicesOf(context) }),
  parse(text, context) {
    if (isNone(text, context)) return { kind: 'value', value: listed(context) };
    const wish = readAmendment(text, context.locale);
    return wish?.kind === 'remove' ? remove(wish.what, context) : add(wish?.what ?? text, context);
  },
  choose(id, context) {
    const now = listed(context);
    if (id.startsWith(REMOVE)) return now.filter((other) => other.id !== id.slice(REMOVE.length));
    if (!id.startsWith(ADD)) return undefined;
    const known = fittingSolutions(context).find((solution) => solution.id === id.slice(ADD.length));
    return known === undefined ? undefined : joined(now, [{ id: known.id, name: known.name }]);
  },
  take(sentence, context) {
    const row = solutionsInRow(sentence, context.facts);
    const main = context.values.solution?.id ?? row[0]?.id;
    const others = row.filter(({ id }) => id !== main);
    return others.length === 0 ? undefined : joined(listed(context), others);
  },
  amend,
  propose: () => [],
  show: (_others, context) => {
    const names = otherSolutions(context).map(({ name }) => name);
    return names.length === 0 ? null : joinList(names, context.locale, 'and');
  },
  isValid: validBy('otherSolutions'),
};

/** The further solutions that go into the deal: none twice, and for Microsoft's eyes only those that are ready. */
export function otherSolutions({ values, facts }: DealContext): readonly SolutionRef[] {
  const others = (values.otherSolutions ?? []).filter(({ id }) => id !== values.solution?.id);
  return values.kind === 'private' ? others : others.filter(({ id }) => isReady(id, facts));
}

/** Further solutions that stay out because the deal's kind asks for ready ones. */
export function leftOutSolutions(context: DealContext): readonly SolutionRef[] {
  const { values } = context;
  const inside = otherSolutions(context);
  const others = (values.otherSolutions ?? []).filter(({ id }) => id !== values.solution?.id);
  return others.filter((other) => !inside.includes(other));
}

/** "aggiungi anche la soluzione X", once there is a main one; "togli Analytics". */
function amend(sentence: string, context: DealContext): Amended<Others> | null {
  const wish = readAmendment(sentence, context.locale);
  if (wish === null || context.values.solution === undefined) return null;
  const what = flatten(wish.what).text;
  const named = solutionsNamed(wish.what, context.facts);
  const isSaid = SAYS_SOLUTION.test(what);
  if (isSaid && named.found.length === 0 && named.unsure.length === 0 && named.unknown === null) {
    return wish.kind === 'add' ? { kind: 'ask' } : remove(wish.what, context);
  }
  const isNamed = named.unknown === null && named.unsure.length === 0 && named.found.length > 0;
  if (!isSaid && !(isNamed && isPublishedName(wish.what, context))) return null;
  return wish.kind === 'add' ? add(wish.what, context) : remove(wish.what, context);
}

/** A mere likeness of a name is no reason to take a sentence for a wish. */
function isPublishedName(what: string, { facts }: DealContext): boolean {
  if (SOLUTION_ID.test(what)) return true;
  const said = ` ${toPhrase(what)} `;
  return facts.solutions.some(({ name }) =>
    toPhrase(name)
      .split(' ')
      .some((word) => word.length >= 3 && said.includes(` ${word} `)),
  );
}

function add(what: string, context: DealContext): Parsed<Others> {
  const texts = dealTexts(context.locale);
  const named = solutionsNamed(what, context.facts);
  if (named.unsure.length > 0) {
    const choices = named.unsure.map(({ id, name }) => ({ id: `${ADD}${id}`, label: name }));
    return { kind: 'choose', text: texts.solutionWhich, choices: choices.slice(0, MAX_BUTTONS) };
  }
  const isSeen = context.values.kind !== 'private';
  const notReady = named.found.filter(({ id }) => isSeen && !isReady(id, context.facts));
  const fitting = named.found.filter((ref) => !notReady.includes(ref));
  const isMain = (ref: SolutionRef): boolean => ref.id === context.values.solution?.id;
  const more = fitting.filter((ref) => !isMain(ref));
  const problem = problemOf(named, notReady, context);
  if (more.length === 0) {
    const text = fitting[0] === undefined ? problem : texts.solutionIsMain(fitting[0].name);
    return { kind: 'invalid', text: text ?? texts.solutionByIdInvalid };
  }
  const value = joined(listed(context), more);
  if (value.length >= MAX_SOLUTIONS) return { kind: 'invalid', text: texts.solutionsTooMany };
  return problem === null
    ? { kind: 'value', value }
    : { kind: 'value', value, note: `${texts.solutionsAdded(namesOf(more, context))} ${problem}` };
}

function problemOf(
  { unknown }: NamedSolutions,
  notReady: readonly SolutionRef[],
  context: DealContext,
): string | null {
  const texts = dealTexts(context.locale);
  if (notReady.length > 0) return texts.solutionsNotReady(namesOf(notReady, context));
  if (unknown === null) return null;
  const fitting = fittingSolutions(context);
  return fitting.length === 0 ? texts.solutionByIdInvalid : texts.solutionInvalid(namesOf(fitting, context));
}

function remove(what: string, context: DealContext): Parsed<Others> {
  const texts = dealTexts(context.locale);
  const now = listed(context);
  const named = solutionsNamed(what, { ...context.facts });
  const isAll = ALL.test(toPhrase(what));
  const gone = isAll ? now : now.filter(({ id }) => named.found.some((one) => one.id === id));
  if (gone.length === 0) {
    const main = named.found.find(({ id }) => id === context.values.solution?.id);
    return {
      kind: 'invalid',
      text: main === undefined ? texts.solutionNotThere : texts.solutionKept(main.name),
    };
  }
  const value = now.filter((ref) => !gone.includes(ref));
  return { kind: 'value', value, note: texts.solutionsRemoved(namesOf(gone, context)) };
}

/** First what can be taken out, then what fits the deal and isn't in it. */
function choicesOf(context: DealContext): readonly Choice[] {
  const texts = dealTexts(context.locale);
  const now = otherSolutions(context);
  const isIn = (id: string): boolean =>
    id === context.values.solution?.id || now.some((other) => other.id === id);
  const addable = fittingSolutions(context).filter(({ id }) => !isIn(id));
  const removals = now.slice(0, addable.length > 0 ? MAX_BUTTONS - 2 : MAX_BUTTONS);
  return [
    ...removals.map(({ id, name }) => ({ id: `${REMOVE}${id}`, label: texts.takeOut(name), words: [] })),
    ...addable.map(({ id, name }) => ({ id: `${ADD}${id}`, label: name })),
  ].slice(0, MAX_BUTTONS);
}

function isNone(text: string, { locale }: DealContext): boolean {
  const said = toPhrase(text);
  return dealTexts(locale).noneWords.some((word) => toPhrase(word) === said);
}

const listed = ({ values }: DealContext): Others => values.otherSolutions ?? [];

function joined(now: readonly SolutionRef[], more: readonly SolutionRef[]): Others {
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
