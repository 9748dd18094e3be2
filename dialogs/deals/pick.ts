import * as z from 'zod';
import { readPhrase } from '../../src/language/phrases.ts';
import { NAMING } from '../../src/reading/focus.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import type { Parsed, Slot, SlotContext } from '../engine/slot.ts';
import { hidden } from '../kinds/hidden.ts';
import { fromRow, type Row } from '../kinds/row.ts';
import { chooseFurther, dealChoices } from './choices.ts';
import { readDeal } from './search.ts';

/** What a form that picks a deal keeps of those that fitted the first sentence. */
const amongSchema = z.object({ ids: z.array(z.string()).readonly(), typed: z.string().nullable() });

export type Among = z.infer<typeof amongSchema>;

interface Loaded {
  /** All that the person may see, newest first. */
  readonly deals: readonly Referral[];
}

/** What a form says while it asks which deal. */
export interface PickTexts {
  readonly ask: string;
  readonly askWhy: string;
  readonly askAmong: (typed: string | null) => string;
  readonly noSuchId: string;
  readonly noSuchDeal: (typed: string) => string;
}

interface DealRow<V, F, K extends keyof V & string> extends Omit<Row<V, F, K>, 'ask'> {
  readonly texts: (context: SlotContext<V, F>) => PickTexts;
  /** The deals that can be picked, the more urgent ones first. */
  readonly offered: (context: SlotContext<V, F>) => readonly Referral[];
  /** The value of a deal, or why it can't be picked. */
  readonly valueOf: (deal: Referral, context: SlotContext<V, F>) => Parsed<V[K]>;
  readonly show: Slot<V, F, K>['show'];
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
    choose(id, context) {
      const deal = context.facts.deals.find((each) => each.id === id);
      const read = deal === undefined ? undefined : row.valueOf(deal, context);
      return read?.kind === 'value' ? read.value : undefined;
    },
    parse({ text, reading, facts }, context) {
      const texts = row.texts(context);
      if (readPhrase(text, 'more') !== null) return chooseFurther(offered(context), context.locale);
      const search = readDeal(text, context.facts.deals, context.turn, reading);
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
          const said = search.typed === null ? texts.noSuchId : texts.noSuchDeal(search.typed);
          return { kind: 'invalid', text: `${said} ${texts.ask}` };
        }
        case 'all':
        case 'unsaid':
          return choose(texts.ask, row.offered(context), context);
      }
    },
  };

  function ask(context: Context) {
    const texts = row.texts(context);
    const { among } = context.values;
    const choices = dealChoices(offered(context), context.locale);
    if (among === undefined) return { text: texts.ask, why: texts.askWhy, choices };
    return { text: texts.askAmong(among.typed), choices };
  }
}

/** The deals to choose from, where the first sentence fitted several: known from the start, never asked or shown. */
export function amongSlot<V extends { readonly among: Among }, F>(): Slot<V, F, 'among'> {
  return hidden<V, F, 'among'>({ name: 'among', schema: amongSchema });
}

/** A list to pick from, as kept between turns. */
export function amongOf(deals: readonly Referral[], typed: string | null): Among {
  return { ids: deals.map(({ id }) => id), typed };
}
