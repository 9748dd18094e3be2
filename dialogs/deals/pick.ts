import * as z from 'zod';
import { readPhrase } from '../../src/language/phrases.ts';
import { does } from '../../src/reading/contents.ts';
import { describedIn } from '../../src/reading/described.ts';
import { NAMING } from '../../src/reading/focus.ts';
import type { Reading } from '../../src/reading/reading.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import type { BeginRequest, DialogTurn } from '../turn.ts';
import type { Choice, Parsed, Question, Slot, SlotContext } from '../engine/slot.ts';
import { choiceField, fitting } from '../kinds/input.ts';
import { fromRow, type Row } from '../kinds/row.ts';
import { chooseFurther, dealChoices, dealTitle } from './choices.ts';
import { type DealSearch, readDeal, searchDeals } from './search.ts';
import { dealsTexts } from './texts.ts';

/** What a form that picks a deal keeps of those that fitted the first sentence, to choose from: never asked or shown. */
export const amongSchema = z.object({ ids: z.array(z.string()).readonly(), typed: z.string().nullable() });

export type Among = z.infer<typeof amongSchema>;

/** Deals that a field looks through, the more urgent first: who has more names one by its id. */
const MOST_SEARCHED = 200;

interface Loaded {
  /** All that the person may see, newest first. */
  readonly deals: readonly Referral[];
}

interface DealRow<V, F, K extends keyof V & string> extends Row<V, F, K> {
  /** The deals that can be picked, the more urgent ones first. */
  readonly offered: (context: SlotContext<V, F>) => readonly Referral[];
  /** The value of a deal, or why it can't be picked. */
  readonly valueOf: (deal: Referral, context: SlotContext<V, F>) => Parsed<V[K]>;
  readonly show: Slot<V, F, K>['show'];
  /** The deal's id of a value. */
  readonly idOf: (value: V[K]) => string;
}

/** One of the person's deals: by name, id, value or a tap; of several that fit only those are offered. */
export function dealPick<V extends { readonly among: Among }, F extends Loaded, K extends keyof V & string>(
  row: DealRow<V, F, K>,
): Slot<V, F, K> {
  type Context = SlotContext<V, F>;
  const offered = (context: Context): readonly Referral[] => {
    const { among } = context.values;
    const all = row.offered(context);
    return among === undefined ? all : all.filter(({ id }) => among.ids.includes(id));
  };
  const choose = (text: string, deals: readonly Referral[], { locale }: Context): Parsed<V[K]> => ({
    kind: 'choose',
    text,
    choices: dealChoices(deals, locale),
  });
  return {
    ...fromRow<V, F, K>({ ...row, ask }),
    ask,
    show: row.show,
    asInput: (context) => {
      const value = context.values[row.name];
      const id = value === undefined ? '' : row.idOf(value);
      return [choiceField(titled(offered(context), context), id, { look: 'typed' })];
    },
    fromInput({ '': id = '' }, context) {
      if (id === '') return null;
      const deal = context.facts.deals.find((each) => each.id === id);
      return deal === undefined
        ? { kind: 'invalid', text: dealsTexts[context.locale].noSuchDeal(null) }
        : row.valueOf(deal, context);
    },
    suggest: (typed, context) => fitting(typed, titled(row.offered(context), context)),
    isAnsweredByQuestion: ({ reading }) => describedIn(reading) !== null,
    choose(id, context) {
      const deal = context.facts.deals.find((each) => each.id === id);
      const read = deal === undefined ? undefined : row.valueOf(deal, context);
      return read?.kind === 'value' ? read.value : undefined;
    },
    parse({ text, reading, facts }, context) {
      const texts = dealsTexts[context.locale];
      const asking = row.ask(context).text;
      if (readPhrase(text, 'more') !== null) return chooseFurther(offered(context), context.locale);
      // "Il più grosso" is one of those that were offered.
      const among = describedIn(reading) === null ? context.facts.deals : offered(context);
      const search = readDeal(text, among, context.turn, reading);
      switch (search.kind) {
        case 'one': {
          const picked = row.valueOf(search.deal, context);
          return picked.kind === 'value'
            ? { ...picked, facts: facts.filter(({ kind }) => NAMING.has(kind)) }
            : picked;
        }
        case 'several':
          return choose(texts.askAmong(search.typed), search.deals, context);
        case 'not-found': {
          // "Yes, that's right" names no deal: the one that is shown, if only one is.
          const [only, ...more] = agrees(reading) ? offered(context) : [];
          if (only !== undefined)
            return more.length === 0 ? row.valueOf(only, context) : choose(asking, [only, ...more], context);
          return { kind: 'invalid', text: `${texts.noSuchDeal(search.typed)} ${asking}` };
        }
        case 'all':
        case 'unsaid':
          return choose(asking, row.offered(context), context);
      }
    },
  };

  function titled(deals: readonly Referral[], { locale }: Context): readonly Choice[] {
    const shown = deals.slice(0, MOST_SEARCHED);
    return shown.map((deal) => ({ id: deal.id, label: dealTitle(deal, shown, locale) }));
  }

  function ask(context: Context): Question {
    const { among } = context.values;
    const asking =
      among === undefined ? row.ask(context) : { text: dealsTexts[context.locale].askAmong(among.typed) };
    return { ...asking, choices: dealChoices(offered(context), context.locale) };
  }
}

/** Whether words agree and name nothing. */
const agrees = (reading: Reading): boolean =>
  does(reading, 'assent') && !reading.facts.some(({ kind }) => NAMING.has(kind));

/** The deal that a request to begin is about: by its id where a button brings it, else by its words. */
export function dealAsked(
  { referralId, utterance = '' }: BeginRequest,
  deals: readonly Referral[],
  turn: DialogTurn,
  search: (
    text: string,
    deals: readonly Referral[],
    scope: DialogTurn,
    reading: Reading,
  ) => DealSearch = searchDeals,
): DealSearch {
  if (referralId === undefined) return search(utterance, deals, turn, turn.read(utterance, null));
  const deal = deals.find(({ id }) => id === referralId);
  return deal === undefined ? { kind: 'not-found', typed: null } : { kind: 'one', deal };
}

/** A list to pick from, as kept between turns. */
export function amongOf(deals: readonly Referral[], typed: string | null): Among {
  return { ids: deals.map(({ id }) => id), typed };
}
