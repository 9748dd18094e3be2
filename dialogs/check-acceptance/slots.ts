import { asksForMore } from '../../src/language/more-words.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { sortByUrgency } from '../../src/referrals/rules.ts';
import { amongSlot, chooseFurther, dealChoices, readDeal } from '../deals/choices.ts';
import type { Among } from '../deals/choices.ts';
import type { Parsed, Slot, SlotContext } from '../engine/slot.ts';
import { checkTexts } from './texts.ts';

/** What is collected: one deal. */
export interface CheckValues {
  /** The deal's id. */
  readonly deal: string;
  /** Never asked: the deals to choose from, where the first sentence fitted several. */
  readonly among: Among;
  /** Never asked: that the question was who at Microsoft looks after the deal. */
  readonly isAboutSeller: boolean;
}

export interface CheckFacts {
  /** All that the person may see, newest first. */
  readonly deals: readonly Referral[];
}

type Context = SlotContext<CheckValues, CheckFacts>;

const deal: Slot<CheckValues, CheckFacts, 'deal'> = {
  name: 'deal',
  words: { it: ['deal', 'trattativa', 'cliente'], en: ['deal', 'customer'] },
  ask: (context) => {
    const texts = checkTexts[context.locale];
    const { among } = context.values;
    const choices = dealChoices(offered(context), context.locale);
    if (among !== undefined) return { text: texts.askAmong(among.typed), choices };
    return { text: texts.ask, why: texts.askWhy, choices };
  },
  parse: (text, context) => readAnswer(text, context),
  choose: (id, { facts }) => facts.deals.find((each) => each.id === id)?.id,
  show: () => null,
  isValid: (value): value is string => typeof value === 'string',
};

const isAboutSeller: Slot<CheckValues, CheckFacts, 'isAboutSeller'> = {
  name: 'isAboutSeller',
  words: { it: [], en: [] },
  isAskedWhen: () => false,
  ask: () => ({ text: '' }),
  parse: () => ({ kind: 'invalid', text: '' }),
  show: () => null,
  isValid: (value): value is boolean => typeof value === 'boolean',
};

/** The slots in the order of the conversation. */
export const checkSlots: readonly Slot<CheckValues, CheckFacts>[] = [deal, amongSlot, isAboutSeller];

/** The deals a question offers: those that fitted, else the most urgent. */
function offered({ values, facts, turn }: Context): readonly Referral[] {
  const { among: fitting } = values;
  if (fitting !== undefined) return facts.deals.filter(({ id }) => fitting.ids.includes(id));
  return sortByUrgency(facts.deals, turn.now);
}

function readAnswer(text: string, context: Context): Parsed<string> {
  const texts = checkTexts[context.locale];
  if (asksForMore(text, context.locale)) return chooseFurther(offered(context), context.locale);
  const search = readDeal(text, context.facts.deals, context.turn);
  switch (search.kind) {
    case 'one':
      return { kind: 'value', value: search.deal.id };
    case 'several':
      return {
        kind: 'choose',
        text: texts.askAmong(search.typed),
        choices: dealChoices(search.deals, context.locale),
      };
    case 'not-found':
      return {
        kind: 'invalid',
        text: [search.typed === null ? texts.noSuchId : texts.noSuchDeal(search.typed), texts.ask].join(' '),
      };
    case 'all':
    case 'unsaid':
      return {
        kind: 'choose',
        text: texts.ask,
        choices: dealChoices(sortByUrgency(context.facts.deals, context.turn.now), context.locale),
      };
  }
}
