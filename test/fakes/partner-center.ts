import { randomUUID } from 'node:crypto';
import type { Claims } from './jwt.ts';
import { odataError } from './faults.ts';
import { FilterError } from './odata-filter.ts';
import { answerList, REFERRALS_AUDIENCE, SHORT_ROOT, type ListingRules } from './partner-center-listing.ts';
import type { PartnerTenant } from './partner-center-making.ts';
import { ReferralRecords, type Caller, type RecordsOptions } from './partner-center-records.ts';
import { ServiceError, type Json } from './partner-center-rules.ts';
import { Webhooks } from './partner-center-webhooks.ts';
import {
  headerOf,
  startWireServer,
  type WireReply,
  type WireRequest,
  type WireServer,
} from './wire-server.ts';

export const PARTNER_AUDIENCE = 'https://api.partnercenter.microsoft.com';

export interface PartnerCenterOptions
  extends ListingRules, Partial<Omit<RecordsOptions, 'onChange' | 'tenants'>> {
  readonly tenants: readonly PartnerTenant[];
  /** The Partner Center role by object id; whoever is not listed has none. */
  readonly roles: Readonly<Record<string, 'admin' | 'user'>>;
  /** The claims of a token that is good for this audience, else null. */
  readonly verifyToken: (token: string, audience: string) => Claims | null;
  /** The status of a successful POST: both are documented. */
  readonly createStatus?: 200 | 201;
  /** Milliseconds between two attempts to deliver an event. */
  readonly retryDelayMs?: number;
}

export interface PartnerCenter {
  /** Stands for https://api.partner.microsoft.com. */
  readonly referrals: WireServer;
  /** Stands for https://api.partnercenter.microsoft.com: webhooks, the partner's profile. */
  readonly partner: WireServer;
  readonly records: ReferralRecords;
  readonly webhooks: Webhooks;
  /** Microsoft accepts the deal (by the id of either record), with the seller who took it. */
  accept(id: string, seller?: { firstName: string; lastName: string; email: string }): void;
  /** Microsoft declines, with the reason it shows, or none. */
  decline(id: string, reason?: string | null): void;
  /** The 14 days have run out. */
  expire(id: string): void;
  close(): Promise<void>;
}

const ROOT = '/v1.0/engagements/referrals';

function readCaller(request: WireRequest, audience: string, options: PartnerCenterOptions): Caller {
  const token = /^Bearer (.+)$/.exec(headerOf(request, 'authorization'))?.[1];
  const claims = token ? options.verifyToken(token, audience) : null;
  if (!claims) throw new ServiceError(401, 'unauthenticated', 'A valid token is needed.');
  if (claims['idtyp'] === 'app')
    throw new ServiceError(403, 'accessDenied', 'Application-only access is not supported.');
  const objectId = String(claims['oid']);
  return {
    tenantId: String(claims['tid']),
    objectId,
    email: String(claims['preferred_username']),
    role: options.roles[objectId] ?? 'none',
  };
}

function withRecord(status: number, record: Json): WireReply {
  const uri = `${REFERRALS_AUDIENCE}/v1.0/engagements/referrals`;
  const links = {
    self: { uri: `${uri}/${String(record['id'])}`, method: 'GET' },
    relatedReferrals: {
      uri: `${uri}?$filter=engagementId eq ${String(record['engagementId'])}`,
      method: 'GET',
    },
  };
  const body = {
    '@odata.context': `${REFERRALS_AUDIENCE}/v1.0/engagements/$metadata#Referrals/$entity`,
    ...record,
    links,
  };
  return { status, body, headers: { etag: String(record['eTag']) } };
}

function answerPatch(records: ReferralRecords, caller: Caller, id: string, request: WireRequest): WireReply {
  const ifMatch = headerOf(request, 'if-match');
  const record = records.patch(caller, id, JSON.parse(request.body), ifMatch === '' ? null : ifMatch);
  if (headerOf(request, 'prefer').includes('return=representation')) return withRecord(200, record);
  return { status: 204, headers: { etag: String(record['eTag']) } };
}

function route(records: ReferralRecords, request: WireRequest, options: PartnerCenterOptions): WireReply {
  const isNextPage = request.path === SHORT_ROOT && request.query.has('$skiptoken');
  const path = isNextPage ? ROOT : request.path;
  if (path !== ROOT && !path.startsWith(`${ROOT}/`))
    throw new ServiceError(404, 'itemNotFound', 'No such path.');
  const caller = readCaller(request, REFERRALS_AUDIENCE, options);
  const id = path.slice(ROOT.length + 1);
  if (!id && request.method === 'GET') return answerList(records.visibleTo(caller), request, options);
  if (!id && request.method === 'POST') {
    return withRecord(options.createStatus ?? 200, records.create(caller, JSON.parse(request.body) as Json));
  }
  if (id && request.method === 'GET') return withRecord(200, records.get(caller, id));
  if (id && request.method === 'PATCH') return answerPatch(records, caller, id, request);
  throw new ServiceError(405, 'invalidRequest', `${request.method} is not allowed here.`);
}

function toReply(error: unknown): WireReply {
  if (error instanceof ServiceError) {
    return { status: error.status, body: odataError(error.code, error.message, error.target, error.inner) };
  }
  if (error instanceof FilterError)
    return { status: 400, body: odataError('invalidRequest', error.message, '$filter') };
  if (error instanceof SyntaxError) return { status: 400, body: odataError('invalidRequest', 'No JSON.') };
  throw error;
}

function withIds(request: WireRequest, reply: WireReply): WireReply {
  const sent = headerOf(request, 'client-request-id');
  const ids = { 'request-id': randomUUID(), ...(sent ? { 'client-request-id': sent } : {}) };
  return { ...reply, headers: { ...ids, ...reply.headers } };
}

function answerPartner(webhooks: Webhooks, request: WireRequest, options: PartnerCenterOptions): WireReply {
  const caller = readCaller(request, PARTNER_AUDIENCE, options);
  const tenant = options.tenants.find(({ tenantId }) => tenantId === caller.tenantId);
  if (request.path === '/v1/profiles/mpn' && tenant) {
    const asked = request.query.get('mpnId') ?? tenant.mpnId;
    if (asked === tenant.mpnId) return { status: 200, body: { mpnId: asked, profileType: 'MpnProfile' } };
    return {
      status: 404,
      body: { code: 3000, description: 'No such partner.', data: [], source: 'PartnerFD' },
    };
  }
  const reply = webhooks.answer(request.method, request.path, caller.tenantId, request.body);
  return reply ?? { status: 404, body: { code: 404, description: 'No such path.' } };
}

/** Starts stand-ins for both of Partner Center's hosts over one set of records. */
export async function startPartnerCenter(options: PartnerCenterOptions): Promise<PartnerCenter> {
  const now = options.now ?? (() => new Date());
  const webhooks = await Webhooks.start({ now, retryDelayMs: options.retryDelayMs ?? 20 });
  const records = new ReferralRecords({
    coSellSteps: 'two',
    mayUsersWrite: true,
    ownDirection: 'Outgoing',
    ...options,
    now,
    onChange: (event, { tenantId, record }, isRelated) => {
      webhooks.announce(tenantId, `${isRelated ? 'related-' : ''}referral-${event}`, String(record['id']));
    },
  });
  const attempt = (request: WireRequest, work: () => WireReply): WireReply => {
    try {
      return withIds(request, work());
    } catch (error) {
      return withIds(request, toReply(error));
    }
  };
  const referrals = await startWireServer((request) =>
    attempt(request, () => route(records, request, options)),
  );
  const partner = await startWireServer((request) =>
    attempt(request, () => answerPartner(webhooks, request, options)),
  );
  const close = async (): Promise<void> => {
    await Promise.all([referrals.close(), partner.close(), webhooks.close()]);
  };
  return { referrals, partner, records, webhooks, ...microsoftsPart(records), close };
}

function microsoftsPart(records: ReferralRecords): Pick<PartnerCenter, 'accept' | 'decline' | 'expire'> {
  const sideOf = (id: string): Json => {
    const own = records.all.find((record) => record['id'] === id);
    const side = own ? records.microsoftSideOf(String(own['engagementId'])) : null;
    if (!side) throw new Error(`fake: Microsoft was not invited to ${id}`);
    return side;
  };
  const act = (id: string, change: Json): void => {
    records.change(String(sideOf(id)['id']), (record) => void Object.assign(record, change));
  };
  return {
    accept: (
      id,
      seller = { firstName: 'Dario', lastName: 'Venditore', email: 'dario.venditore@microsoft.example' },
    ) => {
      const trackingInfo = { microsoftMsxId: '7-AB12CD34EF' };
      const team = [{ ...seller, phoneNumber: null }];
      act(id, { status: 'Active', substatus: 'Accepted', team, trackingInfo });
      const engagementId = sideOf(id)['engagementId'];
      const own = records.all.find(
        (one) => one['engagementId'] === engagementId && one['organizationId'] !== 'msft',
      );
      if (own) records.change(String(own['id']), (record) => void (record['trackingInfo'] = trackingInfo));
    },
    decline: (id, reason = null) =>
      act(id, { status: 'Closed', substatus: 'Declined', statusReason: reason }),
    expire: (id) => act(id, { status: 'Closed', substatus: 'Expired' }),
  };
}
