import * as z from 'zod';
import type { Referral } from '../../src/referrals/referral.ts';
import { sortByUrgency } from '../../src/referrals/rules.ts';
import { type Among, amongSlot, dealPick } from '../deals/pick.ts';
import type { Slot } from '../engine/slot.ts';
import { hidden } from '../kinds/hidden.ts';
import { checkTexts } from './texts.ts';

/** What is collected: one deal. */
export interface CheckValues {
  /** The deal's id. */
  readonly deal: string;
  /** Never asked: the deals to choose from, where the first sentence fitted several. */
  readonly among: Among;
  /** Never asked: what of the deal is wanted, where it isn't its card: who looks after it, why it stands so. */
  readonly about: 'seller' | 'why';
}

export interface CheckFacts {
  /** All that the person may see, newest first. */
  readonly deals: readonly Referral[];
}

/** The slots in the order of the conversation. */
export const checkSlots: readonly Slot<CheckValues, CheckFacts>[] = [
  dealPick<CheckValues, CheckFacts, 'deal'>({
    name: 'deal',
    words: { it: ['deal', 'trattativa', 'cliente'], en: ['deal', 'customer'] },
    schema: z.string(),
    ask: ({ locale }) => ({ text: checkTexts[locale].ask, why: checkTexts[locale].askWhy }),
    offered: ({ facts, turn }) => sortByUrgency(facts.deals, turn.now),
    valueOf: ({ id }) => ({ kind: 'value', value: id }),
    show: () => null,
  }),
  amongSlot(),
  hidden({ name: 'about', schema: z.enum(['seller', 'why']) }),
];
