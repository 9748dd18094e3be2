import * as z from 'zod';
import type { Referral } from '../../src/referrals/referral.ts';
import { sortByUrgency } from '../../src/referrals/rules.ts';
import { amongSlot, dealPick } from '../deals/pick.ts';
import type { Among } from '../deals/pick.ts';
import type { Slot } from '../engine/slot.ts';
import { hidden } from '../kinds/hidden.ts';
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

/** The slots in the order of the conversation. */
export const checkSlots: readonly Slot<CheckValues, CheckFacts>[] = [
  dealPick<CheckValues, CheckFacts, 'deal'>({
    name: 'deal',
    words: { it: ['deal', 'trattativa', 'cliente'], en: ['deal', 'customer'] },
    schema: z.string(),
    texts: ({ locale }) => checkTexts[locale],
    offered: ({ facts, turn }) => sortByUrgency(facts.deals, turn.now),
    valueOf: ({ id }) => ({ kind: 'value', value: id }),
    show: () => null,
  }),
  amongSlot(),
  hidden({ name: 'isAboutSeller', schema: z.boolean() }),
];
