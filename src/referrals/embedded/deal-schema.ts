import * as z from 'zod';
import type { Referral } from '../referral.ts';

const state = z.object({
  status: z.enum(['New', 'Active', 'Closed']),
  substatus: z.enum([
    'Pending',
    'Received',
    'Accepted',
    'Engaged',
    'Won',
    'Lost',
    'Declined',
    'Expired',
    'Error',
    'Unknown',
  ]),
  raw: z.string().exactOptional(),
});

const contact = z.object({
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string(),
  email: z.string(),
});

const customer = z.object({
  name: z.string(),
  address: z.object({
    line1: z.string(),
    city: z.string(),
    country: z.string(),
    state: z.string().exactOptional(),
    postalCode: z.string().exactOptional(),
  }),
  contact: contact.nullable(),
});

const microsoftSide = z.object({
  state,
  invitedAt: z.iso.datetime(),
  reason: z.string().nullable(),
  sellers: z.array(z.object({ name: z.string(), email: z.string().nullable() })),
  msxId: z.string().nullable(),
});

const helpCode = z.enum([
  'GeneralOrOther',
  'CustomerTechnicalArchitecture',
  'ProofOfConceptOrDemo',
  'QuotesOrLicensing',
  'PostSalesCustomerSuccess',
  'WorkloadSpecificValueProposition',
]);

const classification = z.object({
  area: z.string().exactOptional(),
  play: z.string().exactOptional(),
  role: z.string().exactOptional(),
});

const referral: z.ZodType<Referral> = z.object({
  id: z.string(),
  engagementId: z.string(),
  tenantId: z.string(),
  kind: z.enum(['co-sell', 'shared', 'private']),
  name: z.string(),
  customer,
  solutions: z.array(z.object({ id: z.string(), name: z.string() })),
  value: z.object({ amount: z.number(), currency: z.string() }),
  closingDate: z.iso.date(),
  helpCode: helpCode.nullable(),
  notes: z.string().nullable(),
  marketplaceIntent: z.enum(['Yes', 'No', 'HaveNotDecided']).nullable(),
  team: z.array(contact.extend({ objectId: z.string().exactOptional() })),
  classification: classification.exactOptional(),
  crmId: z.string().nullable(),
  recreates: z.string().nullable(),
  state,
  statusReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  microsoft: microsoftSide.nullable(),
  eTag: z.string(),
  isSample: z.boolean(),
});

/** A deal as stored: who created it for which key, so that a repeated creation finds it. */
export interface StoredDeal {
  readonly referral: Referral;
  /** Null for sample deals. */
  readonly creation: { readonly key: string; readonly objectId: string } | null;
}

/** All deals as lowdb holds them. */
export interface DealFile {
  readonly deals: readonly StoredDeal[];
}

const storedDeal: z.ZodType<StoredDeal> = z.object({
  referral,
  creation: z.object({ key: z.string(), objectId: z.string() }).nullable(),
});

/** The whole of `deals.json`: all deals after so many changes. Version 1 had no log beside it. */
export const dealFileSchema = z.discriminatedUnion('schema', [
  z.object({ schema: z.literal(1), deals: z.array(storedDeal) }),
  z.object({ schema: z.literal(2), changes: z.number().int().min(1), deals: z.array(storedDeal) }),
]);

/** A line of `deals.log`: the deal as it is since this change, counted from the first ever made. */
export const dealChangeSchema = z.object({ change: z.number().int().min(2), deal: storedDeal });

export type DealSnapshot = z.infer<typeof dealFileSchema>;
export type DealChange = z.infer<typeof dealChangeSchema>;
