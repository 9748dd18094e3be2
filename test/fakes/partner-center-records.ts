import type { PartnerTenant } from './partner-center-making.ts';
import {
  createInvitation,
  createOwn,
  printTime,
  withRegistrations,
  newETag,
} from './partner-center-making.ts';
import { applyOperation, checkChange, readPatch } from './partner-center-patch.ts';
import {
  asList,
  checkCreate,
  helpAsked,
  isInvitationOfMicrosoft,
  ServiceError,
  type Json,
} from './partner-center-rules.ts';

/** Who calls, as the access token says, with the role that Partner Center has for that person. */
export interface Caller {
  readonly tenantId: string;
  readonly objectId: string;
  readonly email: string;
  readonly role: 'admin' | 'user' | 'none';
}

/** A referral with the tenant that may see it; Microsoft's records belong to the tenant that invited it. */
export interface Stored {
  readonly tenantId: string;
  readonly record: Json;
}

export interface RecordsOptions {
  readonly now: () => Date;
  readonly tenants: readonly PartnerTenant[];
  /** `two`: Microsoft is invited by a second POST. `one`: a help code in the first POST is enough. */
  readonly coSellSteps: 'one' | 'two';
  /** Whether a referrals user may create and change; the documentation says both. */
  readonly mayUsersWrite: boolean;
  /** What the captured payloads say of the partner's own deals; the documentation says Outgoing. */
  readonly ownDirection: 'Outgoing' | 'Incoming';
  /** Called after each change: `isRelated` for the record of the other party. */
  readonly onChange: (event: 'created' | 'updated', stored: Stored, isRelated: boolean) => void;
}

/** The referrals of all tenants, with the rules of the service and the part that Microsoft plays. */
export class ReferralRecords {
  readonly #options: RecordsOptions;
  readonly #all: Stored[] = [];

  constructor(options: RecordsOptions) {
    this.#options = options;
  }

  /** Every record that the caller may see, in the order of creation. */
  visibleTo(caller: Caller): Json[] {
    this.#expireOld();
    if (caller.role === 'none')
      throw new ServiceError(403, 'accessDenied', 'The caller has no referrals role.', 'referral');
    return this.#all.filter((stored) => this.#isVisible(stored, caller)).map(({ record }) => record);
  }

  get(caller: Caller, id: string): Json {
    const record = this.visibleTo(caller).find((one) => one['id'] === id);
    if (!record) throw new ServiceError(404, 'itemNotFound', `There is no referral ${id}.`, 'referral');
    return record;
  }

  /** Creates the caller's referral, or Microsoft's where the body invites it. */
  create(caller: Caller, body: Json): Json {
    this.#checkMayWrite(caller);
    checkCreate(body);
    if (isInvitationOfMicrosoft(body)) return this.#invite(caller, body);
    const own = this.#store(caller, createOwn(this.#tenantOf(caller), body, this.#options), false);
    if (this.#options.coSellSteps === 'one' && helpAsked(body))
      this.#invite(caller, { ...body, engagementId: own['engagementId'] });
    return own;
  }

  patch(caller: Caller, id: string, body: unknown, ifMatch: string | null): Json {
    this.#checkMayWrite(caller);
    const current = this.get(caller, id);
    if (current['organizationId'] === 'msft')
      throw new ServiceError(403, 'accessDenied', "Not the caller's record.");
    if (ifMatch !== null && ifMatch !== current['eTag']) {
      throw new ServiceError(
        412,
        'resourceModified',
        'The referral was changed by another caller.',
        'referral',
      );
    }
    const operations = readPatch(body);
    const changed = structuredClone(current);
    for (const operation of operations) applyOperation(changed, operation);
    checkChange(current, changed, operations);
    return this.#save(current, withRegistrations(changed, this.#options.now()));
  }

  /** Changes a record from within: what another caller or Microsoft does. Returns the changed record. */
  change(id: string, change: (record: Json) => void): Json {
    const stored = this.#all.find(({ record }) => record['id'] === id);
    if (!stored) throw new Error(`fake: there is no referral ${id}`);
    const changed = structuredClone(stored.record);
    change(changed);
    return this.#save(stored.record, changed);
  }

  /** Microsoft's record of the engagement; null where it was not invited. */
  microsoftSideOf(engagementId: string): Json | null {
    const found = this.#all.find(
      ({ record }) => record['engagementId'] === engagementId && record['organizationId'] === 'msft',
    );
    return found?.record ?? null;
  }

  /** Every record, whoever it belongs to. */
  get all(): readonly Json[] {
    return this.#all.map(({ record }) => record);
  }

  #isVisible({ tenantId, record }: Stored, caller: Caller): boolean {
    if (tenantId !== caller.tenantId) return false;
    if (caller.role === 'admin') return true;
    const own = this.#all.find(
      (one) =>
        one.record['engagementId'] === record['engagementId'] && one.record['organizationId'] !== 'msft',
    );
    const team = asList((own?.record ?? record)['team']);
    return team.some(({ email }) => String(email).toLowerCase() === caller.email.toLowerCase());
  }

  #checkMayWrite(caller: Caller): void {
    const isAllowed = caller.role === 'admin' || (caller.role === 'user' && this.#options.mayUsersWrite);
    if (!isAllowed) {
      throw new ServiceError(
        403,
        'accessDenied',
        'Caller lacks rights on this referral.',
        'referral',
        'roleScope',
      );
    }
  }

  #tenantOf(caller: Caller): PartnerTenant {
    const tenant = this.#options.tenants.find(({ tenantId }) => tenantId === caller.tenantId);
    if (!tenant) throw new ServiceError(403, 'accessDenied', 'The tenant is no partner.', 'referral');
    return tenant;
  }

  #invite(caller: Caller, body: Json): Json {
    const tenant = this.#tenantOf(caller);
    const isKnown = this.#all.some(
      (one) => one.tenantId === caller.tenantId && one.record['engagementId'] === body['engagementId'],
    );
    if (!isKnown)
      throw new ServiceError(400, 'invalidRequest', 'There is no such engagement.', 'engagementId');
    return this.#store(caller, createInvitation(tenant, body, this.#options.now()), true);
  }

  #store(caller: Caller, record: Json, isRelated: boolean): Json {
    const stored = { tenantId: caller.tenantId, record };
    this.#all.push(stored);
    this.#options.onChange('created', stored, isRelated);
    return record;
  }

  #save(before: Json, after: Json): Json {
    const index = this.#all.findIndex(({ record }) => record === before);
    const stored = this.#all[index];
    if (!stored) throw new Error('fake: the referral was changed while it was changed');
    after['updatedDateTime'] = printTime(this.#options.now());
    if (after['status'] === 'Closed') after['closedDateTime'] ??= printTime(this.#options.now());
    after['eTag'] = newETag();
    const changed = { tenantId: stored.tenantId, record: after };
    this.#all[index] = changed;
    this.#options.onChange('updated', changed, after['organizationId'] === 'msft');
    return after;
  }

  #expireOld(): void {
    for (const { record } of this.#all) {
      const end = record['expirationDateTime'];
      if (
        record['status'] !== 'New' ||
        typeof end !== 'string' ||
        Date.parse(end) > this.#options.now().getTime()
      )
        continue;
      this.#save(record, { ...structuredClone(record), status: 'Closed', substatus: 'Expired' });
    }
  }
}
