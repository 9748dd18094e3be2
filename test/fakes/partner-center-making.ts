import { randomUUID } from 'node:crypto';
import { asJson, asList, type Json } from './partner-center-rules.ts';

export interface PartnerTenant {
  readonly tenantId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly mpnId: string;
}

const ANSWER_DAYS = 14;
const DAY_MS = 86_400_000;

/** ISO UTC with the seven decimals that the service prints. */
export const printTime = (date: Date): string => date.toISOString().replace('Z', '0000Z');

export const newETag = (): string =>
  `"${randomUUID().replaceAll('-', '').slice(0, 8)}-0000-0d00-0000-${Date.now().toString(16)}"`;

function createBase(body: Json, now: Date): Json {
  const createdDateTime = printTime(now);
  return {
    qualification: 'SalesQualified',
    ...structuredClone(body),
    id: randomUUID(),
    engagementId: randomUUID(),
    createdDateTime,
    updatedDateTime: createdDateTime,
    expirationDateTime: null,
    closedDateTime: null,
    statusReason: null,
    salesStage: body['salesStage'] ?? '10',
    registrations: [],
    registrationStatus: 'None',
    isSpam: false,
    tags: [],
    quality: 'Unknown',
    dealSensitivity: 'None',
    eTag: newETag(),
  };
}

/** The partner's own record: Active/Accepted at once, whatever the body says. */
export function createOwn(
  tenant: PartnerTenant,
  body: Json,
  { now, ownDirection }: { readonly now: () => Date; readonly ownDirection: string },
): Json {
  const { organizationId, name: organizationName } = tenant;
  const invitedBy = { organizationId, organizationName };
  return {
    ...createBase(body, now()),
    organizationId,
    organizationName,
    acceptedDateTime: printTime(now()),
    status: 'Active',
    substatus: 'Accepted',
    direction: ownDirection,
    mpnId: body['mpnId'] ?? tenant.mpnId,
    inviteContext: { ...asJson(body['inviteContext']), invitedBy, invitedMpnId: tenant.mpnId },
    trackingInfo: { microsoftMsxId: null },
  };
}

/** Microsoft's record of the engagement: it has 14 days to answer. */
export function createInvitation(tenant: PartnerTenant, body: Json, now: Date): Json {
  const { organizationId, name: organizationName } = tenant;
  return {
    ...createBase(body, now),
    engagementId: body['engagementId'],
    organizationId: 'msft',
    organizationName: 'Microsoft',
    expirationDateTime: printTime(new Date(now.getTime() + ANSWER_DAYS * DAY_MS)),
    acceptedDateTime: null,
    status: 'New',
    substatus: 'Pending',
    direction: 'Outgoing',
    team: [],
    target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
    inviteContext: { ...asJson(body['inviteContext']), invitedBy: { organizationId, organizationName } },
  };
}

/** What the service adds to registrations as they were sent. */
export function withRegistrations(record: Json, now: Date): Json {
  const registrations = asList(record['registrations']).map((one) => ({
    id: randomUUID(),
    registrationDateTime: printTime(now),
    status: 'ReviewPending',
    statusReason: null,
    ...one,
  }));
  const registrationStatus = registrations.length > 0 ? 'ReviewPending' : 'None';
  return { ...record, registrations, registrationStatus };
}
