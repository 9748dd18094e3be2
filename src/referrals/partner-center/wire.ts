import * as z from 'zod';

/**
 * The referral as Partner Center sends it. Every name of the service's that is read is in this file. All is
 * tolerated: an unknown property is kept, a property of another type than documented counts as absent, and an
 * enum is any text; what it means is decided in reading.ts.
 */

const text = z.string().nullable().catch(null).default(null);

/** Numbers come as text in places. */
const amount = z
  .union([z.number(), z.string().trim().min(1).transform(Number)])
  .nullable()
  .catch(null)
  .default(null)
  .transform((value) => (value !== null && Number.isFinite(value) ? value : null));

const flag = z.boolean().nullable().catch(null).default(null);

function list<T extends z.ZodType>(item: T) {
  return z.array(item).catch([]).default([]);
}

/** An object whose parts may all be absent. */
function part<T extends z.ZodRawShape>(shape: T) {
  const object = z.looseObject(shape);
  return z.preprocess((value) => (isObject(value) ? value : {}), object);
}

function isObject(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

const member = part({ firstName: text, lastName: text, phoneNumber: text, email: text });
const entry = part({ id: text, type: text });

const wireReferralSchema = z.looseObject({
  id: z.string().min(1),
  engagementId: text,
  organizationId: text,
  name: text,
  externalReferenceId: text,
  createdDateTime: text,
  updatedDateTime: text,
  closedDateTime: text,
  status: text,
  substatus: text,
  statusReason: text,
  type: text,
  qualification: text,
  eTag: text,
  target: list(entry),
  customerProfile: part({
    name: text,
    address: part({ addressLine1: text, city: text, country: text, state: text, postalCode: text }),
    team: list(member),
  }),
  consent: part({ consentToShareReferralWithMicrosoftSellers: flag }),
  details: part({
    notes: text,
    dealValue: amount,
    currency: text,
    closingDateTime: text,
    requirements: part({
      solutions: list(part({ id: text, name: text })),
      additionalRequirements: part({ attributes: list(entry) }),
    }),
  }),
  team: list(member),
  inviteContext: part({ assistanceRequestCode: text, notes: text }),
  trackingInfo: part({ microsoftMsxId: text }),
});

export type WireReferral = z.infer<typeof wireReferralSchema>;
export type WireMember = WireReferral['team'][number];

/** The referral in an answer; null where there is none. */
export function readReferral(body: unknown): WireReferral | null {
  const parsed = wireReferralSchema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** Microsoft's own record of a joint deal: it owns it, or is its target. Inferred, nowhere documented. */
export function isMicrosofts({ organizationId, target }: WireReferral): boolean {
  return organizationId === 'msft' || (organizationId === null && target.some(({ id }) => id === 'msft'));
}

/** Leads of the marketplace come through the same list, and can't be managed here. */
export function isMarketplaceLead({ qualification, type }: WireReferral): boolean {
  return qualification === 'Direct' && type === 'Independent';
}
