import { joinList } from '../../src/language/format.ts';
import type { Slot } from '../engine/slot.ts';
import { earlierDeal } from './earlier-deals.ts';
import { fittingSolutions, isReady, SOLUTION_ID, solutionIn, solutionsCalled } from './solutions.ts';
import { solutionsInRow } from './solutions-named.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { validBy } from './values.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

/** What is offered: typed carelessly, or by id where the company's list isn't known. */
export const solutionSlot: Slot<DealValues, DealFacts, 'solution'> = {
  name: 'solution',
  words: wordsOf('solution'),
  ask(context) {
    const texts = dealTexts(context.locale);
    const fitting = fittingSolutions(context).slice(0, 5);
    if (fitting.length === 0) return texts.solutionById;
    return { ...texts.solution, choices: fitting.map(({ id, name }) => ({ id, label: name })) };
  },
  parse(text, context) {
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
    if (fitting.length === 0) return { kind: 'invalid', text: texts.solutionByIdInvalid };
    const names = joinList(
      fitting.map(({ name }) => name),
      context.locale,
      'and',
    );
    return { kind: 'invalid', text: texts.solutionInvalid(names) };
  },
  choose: (id, { facts }) => {
    const known = facts.solutions.find((solution) => solution.id === id && solution.isPublished);
    return known === undefined ? undefined : { id: known.id, name: known.name };
  },
  take: (sentence, context) => solutionsInRow(sentence, context.facts)[0] ?? solutionIn(sentence, context),
  propose: (context) => proposed(context),
  show: ({ name }) => name,
  effects: () => ({ readiness: null }),
  isValid: validBy('solution'),
};

/** A solution that isn't ready for a deal that Microsoft sees: another one, or a private deal. */
export const readinessSlot: Slot<DealValues, DealFacts, 'readiness'> = {
  name: 'readiness',
  isDecision: true,
  words: wordsOf('readiness'),
  isAskedWhen: ({ values, facts }) =>
    values.kind !== 'private' && values.solution !== undefined && !isReady(values.solution.id, facts),
  ask(context) {
    const texts = dealTexts(context.locale);
    const ready = context.facts.solutions.filter(
      ({ isPublished, isCoSellReady }) => isPublished && isCoSellReady,
    );
    const choices = [
      ...ready.slice(0, 4).map(({ id, name }) => ({ id, label: name })),
      { id: 'private', label: texts.notReadyPrivate, words: texts.kinds.private.words },
    ];
    return { ...texts.notReady(context.values.solution?.name ?? ''), choices, isClosed: true };
  },
  parse(text, context) {
    const [first] = solutionsInRow(text, context.facts).filter(({ id }) => isReady(id, context.facts));
    if (first !== undefined) return { kind: 'value', value: first };
    const [only, ...more] = solutionsCalled(text, context);
    if (only !== undefined && more.length === 0 && isReady(only.id, context.facts)) {
      return { kind: 'value', value: only };
    }
    return { kind: 'invalid', text: dealTexts(context.locale).notReadyInvalid };
  },
  choose: (id, context) => (id === 'private' ? 'private' : solutionSlot.choose?.(id, context)),
  show: () => null,
  effects: (value) =>
    value === 'private' ? { kind: 'private', readiness: null } : { solution: value, readiness: null },
  isValid: validBy('readiness'),
};

/** The solution of the earlier deal, or the only one that fits. */
function proposed(context: DealContext): DealValues['solution'] | undefined {
  const fitting = fittingSolutions(context);
  const [only, ...more] = fitting;
  const earlier = earlierDeal(context)?.solutions[0];
  if (earlier !== undefined && isUsable(earlier.id, context)) return { id: earlier.id, name: earlier.name };
  return only !== undefined && more.length === 0 ? { id: only.id, name: only.name } : undefined;
}

function isUsable(id: string, { facts, values }: DealContext): boolean {
  const isGone = facts.solutions.length > 0 && !facts.solutions.some((solution) => solution.id === id);
  return !isGone && (values.kind === 'private' || isReady(id, facts));
}
