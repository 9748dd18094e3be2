import * as z from 'zod';
import type { Person } from '../../src/directory/directory.ts';
import {
  addressSchema,
  contactSchema,
  dealKindSchema,
  helpCodeSchema,
  marketplaceIntentSchema,
  moneySchema,
  solutionRefSchema,
  teamMemberSchema,
  type Unchanging,
} from '../../src/referrals/deal.ts';
import { MAX_SOLUTIONS, type Referral, type Solution } from '../../src/referrals/referral.ts';
import { formatMoney } from '../../src/language/format.ts';
import { countryName } from '../../src/language/places.ts';
import type { SlotContext } from '../engine/slot.ts';
import type { ContactParts } from '../kinds/contact-said.ts';
import { knownParts } from '../kinds/row.ts';
import { earlierDeal } from './earlier-deals.ts';
import type { Known } from './text-types.ts';

const short = z.string().min(1).max(200);

/** An object of the deal as the form takes it: its texts are short and not empty, and it has no other fields. */
function formObject<T extends Readonly<Record<string, z.ZodType>>>(
  object: z.ZodObject<T>,
): z.ZodObject<T, z.core.$strip> {
  const fits = (part: unknown): boolean => typeof part !== 'string' || short.safeParse(part).success;
  const shape = Object.fromEntries(
    Object.entries(object.shape).map(([name, part]) => [name, part.refine(fits)]),
  );
  return z.object(shape as unknown as T);
}

const money = formObject(moneySchema).extend({
  amount: z.number().positive(),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
const address = formObject(addressSchema).extend({ country: z.string().regex(/^[A-Z]{2}$/) });
const contact = formObject(contactSchema);
const solution = formObject(solutionRefSchema);

/** People on a deal's team beside its creator; the service gives no number. */
export const MAX_TEAM = 20;

/** What a stored value of each slot must look like; a value of an older release that doesn't is asked again. */
export const dealSchemas = {
  kind: dealKindSchema,
  customer: short,
  address,
  contact,
  solution,
  /** The id of a ready solution, or `private`. */
  readiness: short,
  /** Beside the main one; empty for none. */
  otherSolutions: z.array(solution).max(MAX_SOLUTIONS - 1),
  partnerRole: short,
  solutionArea: short,
  solutionPlay: short,
  value: money,
  smallValue: z.enum(['go-on', 'change', 'private']),
  closingDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  helpCode: helpCodeSchema,
  marketplaceIntent: marketplaceIntentSchema,
  /** `variant` is the template's variant, null where the user wrote the words; no notes are an empty text. */
  notes: z.object({ text: z.string().max(2000), variant: z.number().int().min(0).nullable() }),
  notesReview: z.union([
    z.enum(['keep', 'another', 'shorter', 'formal', 'happy', 'sad']),
    z.object({ edit: z.string().min(1).max(2000) }),
  ]),
  dealName: short,
  /** Beside the creator; empty for none. `objectId` is known for people of the directory. */
  team: z.array(formObject(teamMemberSchema)).max(MAX_TEAM),
  ownContact: contact,
  /** PartnerID of the location. */
  partnerLocation: short,
  /** Empty where the company gives none. */
  crmId: z.string().max(100).regex(/^\S*$/),
  recreates: short,
  /** Further deals of the same message: who they are with, and what was said of them. */
  later: z.array(z.object({ customer: short, text: z.string().max(2000) })),
};

type Schemas = typeof dealSchemas;

/** The values of the form by slot. */
export type DealValues = Unchanging<{ [K in keyof Schemas]: z.infer<Schemas[K]> }>;

/** What the form loads each turn. */
export interface DealFacts {
  readonly person: Person | null;
  /** The deals that this person may see, newest first. */
  readonly deals: readonly Referral[];
  readonly solutions: readonly Solution[];
  /** The people whom the company lists, without this person. */
  readonly colleagues: readonly Person[];
}

export type DealContext = SlotContext<DealValues, DealFacts>;

/** The currency chosen for this deal, else of the earlier one with this customer, else the company's; null where none is known. */
export function usualCurrency(context: DealContext): string | null {
  const { values, facts } = context;
  const chosen = values.value?.currency ?? earlierDeal(context)?.value.currency;
  return chosen ?? facts.person?.company.currency ?? null;
}

/** What is known of the deal, as its questions and notes name it. */
export function knownOf(context: DealContext): Known {
  const { values, locale, facts } = context;
  const { value, address } = values;
  return {
    customer: values.customer ?? '',
    solution: values.solution?.name ?? '',
    partner: facts.person?.company.name ?? '',
    country: address === undefined ? '' : countryName(address.country, locale),
    kind: values.kind,
    value: value === undefined ? '' : formatMoney(value.amount, value.currency, locale),
    isUsd: value?.currency === 'USD',
    currency: usualCurrency(context),
  };
}

/** The person who creates the deal, as far as the directory knows them. */
export function directoryContact({ facts }: DealContext): ContactParts {
  const { firstName, lastName, phone, email } = facts.person ?? {};
  return knownParts({ firstName, lastName, phone, email });
}
