import * as z from 'zod';
import { recordObject } from '../storage/record-store.ts';

/**
 * The shape of a deal, written once. The types of `referral.ts`, the file of the embedded service, the journal of
 * deals on their way to Partner Center and the values of the form are all made of these schemas, so a new field is
 * one line here. Every object is a record object: fields of a newer release stay in it through a read and a write.
 * Names follow the Partner Center referrals API; how the service itself spells them is in `partner-center/wire.ts`.
 */

/** Microsoft's help asked / its sellers may see it, no help asked / kept to ourselves. */
export const dealKindSchema = z.enum(['co-sell', 'shared', 'private']);

export const statusSchema = z.enum(['New', 'Active', 'Closed']);

/** The substatuses that have a meaning here; for any other, see `raw` of {@link stateSchema}. */
export const substatusSchema = z.enum([
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
]);

/** The kind of help wanted from Microsoft, in the order in which it is offered. Codes of the referrals connector's schema. */
export const helpCodeSchema = z.enum([
  'WorkloadSpecificValueProposition',
  'CustomerTechnicalArchitecture',
  'ProofOfConceptOrDemo',
  'QuotesOrLicensing',
  'PostSalesCustomerSuccess',
  'GeneralOrOther',
]);

/** Whether the customer means to buy through the marketplace. */
export const marketplaceIntentSchema = z.enum(['Yes', 'No', 'HaveNotDecided']);

export const stateSchema = recordObject({
  status: statusSchema,
  substatus: substatusSchema,
  /** The service's own words where `substatus` is `Unknown`, shown raw with a link to the portal. */
  raw: z.string().exactOptional(),
});

export const moneySchema = recordObject({
  amount: z.number(),
  /** ISO 4217, e.g. `EUR`. */
  currency: z.string(),
});

export const contactSchema = recordObject({
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string(),
  email: z.string(),
});

/** One of our people on the deal; `objectId` is known for people of the directory. */
export const teamMemberSchema = contactSchema.extend({ objectId: z.string().exactOptional() });

export const addressSchema = recordObject({
  line1: z.string(),
  city: z.string(),
  /** ISO 3166 alpha-2, e.g. `IT`. */
  country: z.string(),
  state: z.string().exactOptional(),
  postalCode: z.string().exactOptional(),
});

export const customerSchema = recordObject({
  name: z.string(),
  address: addressSchema,
  /** Required when help is asked, else null. */
  contact: contactSchema.nullable(),
});

export const solutionRefSchema = recordObject({ id: z.string(), name: z.string() });

/** A solution of one's own (the API's "IP co-sell"), or a services offer. */
export const solutionTypeSchema = z.enum(['ip', 'services']);

/**
 * What Partner Center's portal asks about a solution besides, as ids of the picklists. How its API names these is
 * not published, so they are read where they are recognised and never sent; see the picklists.
 */
export const classificationSchema = recordObject({
  area: z.string().exactOptional(),
  play: z.string().exactOptional(),
  /** Only for a services offer. */
  role: z.string().exactOptional(),
});

/** What its seller says of a deal, be it new or there already. */
const termsSchema = recordObject({
  kind: dealKindSchema,
  name: z.string(),
  customer: customerSchema,
  /** At least one; the first is the main one, at most `MAX_SOLUTIONS`. */
  solutions: z.array(solutionRefSchema),
  value: moneySchema,
  /** `YYYY-MM-DD`. */
  closingDate: z.iso.date(),
  /** Set exactly for co-sell. */
  helpCode: helpCodeSchema.nullable(),
  notes: z.string().nullable(),
  /** At least one; the first is the seller who created the deal. */
  team: z.array(teamMemberSchema),
  /** Kept with the deal, and told to the seller to be set in the portal. Absent where nothing of it is known. */
  classification: classificationSchema.exactOptional(),
});

/** What is needed to create a deal. */
export const newReferralSchema = termsSchema.extend({
  marketplaceIntent: marketplaceIntentSchema,
  /** The customer and the contacts agreed to their data being shared; nothing is created without it. */
  hasConsent: z.literal(true),
  /** The company's own CRM id, where given. */
  crmId: z.string().nullable().exactOptional(),
  /** Id of the deal this one recreates, where it does. */
  recreates: z.string().nullable().exactOptional(),
  /** PartnerID of the location; chosen only where the company has several. */
  partnerLocation: z.string().nullable().exactOptional(),
});

/** Microsoft's connected referral of the same engagement. */
export const microsoftSideSchema = recordObject({
  /** The record's own id, by which its changes are announced; absent where there is no such record. */
  id: z.string().exactOptional(),
  state: stateSchema,
  /** When Microsoft was invited, ISO UTC; it has 14 days from here. */
  invitedAt: z.iso.datetime(),
  /** Free text as the service has it; null where none is shown. */
  reason: z.string().nullable(),
  sellers: z.array(recordObject({ name: z.string(), email: z.string().nullable() })),
  /** The opportunity's id in Microsoft's CRM, null until accepted. */
  msxId: z.string().nullable(),
});

/** A deal: our referral and, where Microsoft was invited, its side. */
export const referralSchema = termsSchema.extend({
  id: z.string(),
  engagementId: z.string(),
  tenantId: z.string(),
  marketplaceIntent: marketplaceIntentSchema.nullable(),
  crmId: z.string().nullable(),
  recreates: z.string().nullable(),
  state: stateSchema,
  statusReason: z.string().nullable(),
  /** ISO UTC. */
  createdAt: z.iso.datetime(),
  /** ISO UTC. */
  updatedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  /** Null when Microsoft was never invited. */
  microsoft: microsoftSideSchema.nullable(),
  /** Concurrency token of our record; opaque. */
  eTag: z.string(),
  /** True for invented data of the sample company. */
  isSample: z.boolean(),
});

/** The type of what a schema reads, as it is handed on: nobody changes it, at any depth. */
export type Unchanging<T> = { readonly [K in keyof T]: Unchanging<T[K]> };
