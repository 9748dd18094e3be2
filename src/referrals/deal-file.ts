import type { Adapter } from 'lowdb';
import { join } from 'node:path';
import * as z from 'zod';
import { DurableJson } from '../storage/durable-json.ts';
import type { FolderLock } from '../storage/folder-lock.ts';
import type { Referral } from './referral.ts';

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

/** The whole of `deals.json`. */
export interface DealFile {
  readonly schema: 1;
  readonly deals: readonly StoredDeal[];
}

export const dealFileSchema: z.ZodType<DealFile> = z.object({
  schema: z.literal(1),
  deals: z.array(
    z.object({ referral, creation: z.object({ key: z.string(), objectId: z.string() }).nullable() }),
  ),
});

/** `deals.json` of a data folder; only who holds the folder may have it, since two writers would lose deals. */
export function dealFileIn(folder: FolderLock): Adapter<DealFile> {
  return new DurableJson(join(folder.dir, 'deals.json'), dealFileSchema, { folder });
}
