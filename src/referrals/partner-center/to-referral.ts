import { isMicrosofts, type WireMember, type WireReferral } from './wire.ts';
import { helpCodeSchema, marketplaceIntentSchema, statusSchema, substatusSchema } from '../deal.ts';
import { picklists } from '../picklists.ts';
import type {
  Classification,
  Contact,
  Customer,
  DealKind,
  HelpCode,
  MarketplaceIntent,
  MicrosoftSide,
  Referral,
  ReferralState,
  ReferralStatus,
  ReferralSubstatus,
  TeamMember,
} from '../referral.ts';

/** Marks the assistant's own key where it stands in the place of a CRM id. */
export const OWN_KEY_PREFIX = 'co-sell-assistant:';

/** The status of each substatus (Partner Center developer documentation, referral resources); `Engaged` is newer and never sent by us. */
const STATUS_OF: Readonly<Record<Exclude<ReferralSubstatus, 'Unknown'>, ReferralStatus>> = {
  Pending: 'New',
  Received: 'New',
  Accepted: 'Active',
  Engaged: 'Active',
  Error: 'Active',
  Won: 'Closed',
  Lost: 'Closed',
  Declined: 'Closed',
  Expired: 'Closed',
};
const NOON_MS = 43_200_000;

/** Status and substatus; what isn't known keeps its own words. */
function readState({ status, substatus }: Pick<WireReferral, 'status' | 'substatus'>): ReferralState {
  const known = oneOf(substatusSchema.options, substatus);
  const named = oneOf(statusSchema.options, status);
  if (known !== null && known !== 'Unknown') return { status: named ?? STATUS_OF[known], substatus: known };
  return { status: named ?? 'Active', substatus: 'Unknown', raw: substatus ?? status ?? '' };
}

/** The value as one of those that are known here; null where it is none of them. */
function oneOf<T extends string>(known: readonly T[], value: string | null | undefined): T | null {
  return known.find((one) => one === value) ?? null;
}

/** ISO UTC to milliseconds; the service prints seven decimals. */
function readTime(time: string | null): string {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}

/**
 * The day meant: the portal stores its user's midnight, which in UTC may fall on the day before, so the
 * nearest midnight is taken.
 */
function readDay(time: string | null): string {
  const date = new Date(time ?? Number.NaN);
  return new Date((Number.isNaN(date.getTime()) ? 0 : date.getTime()) + NOON_MS).toISOString().slice(0, 10);
}

function readContact({ firstName, lastName, phoneNumber, email }: WireMember): Contact {
  return {
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    phone: phoneNumber ?? '',
    email: email ?? '',
  };
}

function readCustomer({ customerProfile }: WireReferral): Customer {
  const { addressLine1, city, country, state, postalCode } = customerProfile.address;
  const contact = customerProfile.team[0];
  return {
    name: customerProfile.name ?? '',
    address: {
      line1: addressLine1 ?? '',
      city: city ?? '',
      country: country ?? '',
      ...(state ? { state } : {}),
      ...(postalCode ? { postalCode } : {}),
    },
    contact: contact ? readContact(contact) : null,
  };
}

function readHelpCode({ inviteContext }: WireReferral): HelpCode | null {
  const code = inviteContext.assistanceRequestCode;
  if (code === null || code === 'Unknown' || code === '') return null;
  return oneOf(helpCodeSchema.options, code) ?? 'GeneralOrOther';
}

function readKind(own: WireReferral, isMicrosoftInvited: boolean): DealKind {
  if (isMicrosoftInvited) return 'co-sell';
  if (own.consent.consentToShareReferralWithMicrosoftSellers !== true) return 'private';
  return readHelpCode(own) === null ? 'shared' : 'co-sell';
}

function readIntent({ details }: WireReferral): MarketplaceIntent | null {
  const attributes = details.requirements.additionalRequirements.attributes;
  const intent = attributes.find(({ type }) => type === 'CustomerMarketplaceIntent')?.id;
  return oneOf(marketplaceIntentSchema.options, intent);
}

/** Area, play and role, where the service names them as we guess: a value set in the portal is worth knowing. */
function readClassification({ details }: WireReferral): Classification | null {
  const { attributes } = details.requirements.additionalRequirements;
  const { solutionArea, solutionPlay, partnerRole } = picklists.attributeTypes;
  const find = (wanted: string): string | undefined =>
    attributes.find(({ type }) => type !== null && lettersOf(type) === lettersOf(wanted))?.id ?? undefined;
  const [area, play, role] = [find(solutionArea), find(solutionPlay), find(partnerRole)];
  const known = {
    ...(area === undefined ? {} : { area }),
    ...(play === undefined ? {} : { play }),
    ...(role === undefined ? {} : { role }),
  };
  return Object.keys(known).length === 0 ? null : known;
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

function readMicrosoftSide(wire: WireReferral): MicrosoftSide {
  const state = readState(wire);
  // After a decline no seller is shown (referrals FAQ), whatever the record carries.
  const sellers = state.substatus === 'Declined' ? [] : wire.team;
  return {
    id: wire.id,
    state,
    invitedAt: readTime(wire.createdDateTime),
    reason: wire.statusReason?.trim() ? wire.statusReason : null,
    sellers: sellers.map(({ firstName, lastName, email }) => ({
      name: [firstName, lastName].filter(Boolean).join(' '),
      email,
    })),
    msxId: wire.trackingInfo.microsoftMsxId,
  };
}

function readCrmId({ externalReferenceId }: WireReferral): string | null {
  return externalReferenceId?.startsWith(OWN_KEY_PREFIX) ? null : externalReferenceId;
}

/** The deal: our record, with Microsoft's of the same engagement where it was invited. */
export function toReferral(
  own: WireReferral,
  microsoft: WireReferral | null,
  context: { readonly tenantId: string; readonly toMember: (contact: Contact) => TeamMember },
): Referral {
  const classification = readClassification(own);
  const side = microsoft ? readMicrosoftSide(microsoft) : null;
  const msxId = side?.msxId ?? own.trackingInfo.microsoftMsxId;
  return {
    id: own.id,
    engagementId: own.engagementId ?? '',
    tenantId: context.tenantId,
    kind: readKind(own, side !== null),
    name: own.name ?? '',
    customer: readCustomer(own),
    solutions: own.details.requirements.solutions.map(({ id, name }) => ({
      id: id ?? '',
      name: name ?? id ?? '',
    })),
    // ISO 4217 has XXX for "no currency", which formats without failing.
    value: { amount: own.details.dealValue ?? 0, currency: own.details.currency ?? 'XXX' },
    closingDate: readDay(own.details.closingDateTime),
    helpCode: readHelpCode(own),
    notes: own.details.notes || null,
    marketplaceIntent: readIntent(own),
    team: own.team.map(readContact).map(context.toMember),
    ...(classification === null ? {} : { classification }),
    crmId: readCrmId(own),
    recreates: null,
    state: readState(own),
    statusReason: own.statusReason || null,
    createdAt: readTime(own.createdDateTime),
    updatedAt: readTime(own.updatedDateTime),
    closedAt: own.closedDateTime === null ? null : readTime(own.closedDateTime),
    microsoft: side ? { ...side, msxId } : null,
    eTag: own.eTag ?? '',
    isSample: false,
  };
}

/** Microsoft's record among those of one engagement; null where it isn't there. */
export function findMicrosofts(engagement: readonly WireReferral[], ownId: string): WireReferral | null {
  return engagement.find((record) => record.id !== ownId && isMicrosofts(record)) ?? null;
}
