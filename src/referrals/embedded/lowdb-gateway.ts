import type { Adapter } from 'lowdb';
import { randomUUID } from 'node:crypto';
import type { Directory, Person } from '../../directory/directory.ts';
import { AppError } from '../../errors.ts';
import type { DealFile, StoredDeal } from './deal-schema.ts';
import { openDealStore } from './deal-store.ts';
import type { Changed } from './deal-store.ts';
import { dealsSeenBy, isSameId, maySee } from './embedded-service.ts';
import type { EmbeddedService, MaySee } from './embedded-service.ts';
import type { Closing, ReferralChange, ReferralGateway } from '../gateway.ts';
import { checkChange, checkNewDeal, makeReferral } from './new-deal.ts';
import type { NewReferral, Referral, Solution } from '../referral.ts';
import { isTerminal, withExpiry } from '../rules.ts';
import { laySampleDeals, SAMPLE_SOLUTIONS } from './sample-deals.ts';
import { createSandbox } from './lowdb-sandbox.ts';
import type { Sandbox } from './sandbox.ts';
import type { Actor } from '../../identity/actor.ts';

export interface LowdbGatewayOptions {
  /** Where the deals are kept: `dealFileIn(lock)`. */
  readonly file: Adapter<DealFile>;
  /** Says which roles the actor has. */
  readonly directory: Directory;
  /** True: starts with the deals of the sample companies and knows their solutions. */
  readonly withSampleData?: boolean;
  /** Solutions by tenant; those of the sample companies unless told. */
  readonly solutions?: ReadonlyMap<string, readonly Solution[]>;
  readonly now?: () => Date;
  /** Makes ids and eTags. */
  readonly newId?: () => string;
}

/**
 * The embedded service: does with deals what Partner Center does, in one file. Time passes for it as it does
 * there: an invitation that nobody answered for 14 days has expired.
 *
 * @throws AppError `unreachable` when the file can't be read or written, or is broken.
 */
export async function createLowdbGateway(options: LowdbGatewayOptions): Promise<ReferralGateway & Sandbox> {
  const { directory, withSampleData = false, now = () => new Date(), newId = randomUUID } = options;
  const layDeals = () => laySampleDeals(now(), newId).map((referral) => ({ referral, creation: null }));
  const store = await openDealStore(options.file, withSampleData ? layDeals : () => []);
  const service: EmbeddedService = { store, now, newId, layDeals: withSampleData ? layDeals : null };
  const solutions = options.solutions ?? (withSampleData ? SAMPLE_SOLUTIONS : new Map<string, Solution[]>());
  return { ...createPartnerSide(service, directory, solutions), ...createSandbox(service) };
}

function createPartnerSide(
  service: EmbeddedService,
  directory: Directory,
  solutions: ReadonlyMap<string, readonly Solution[]>,
): ReferralGateway {
  const { store } = service;
  const seenBy = async (actor: Actor) => maySee(await directory.findPerson(actor));
  const solutionsOf = (person: Person | null) => (person && solutions.get(person.tenantId)) ?? [];
  return {
    async list(actor) {
      return dealsSeenBy(await directory.findPerson(actor), service);
    },
    async get(actor, id) {
      const canSee = await seenBy(actor);
      const found = store
        .index()
        .withId(id)
        .find(({ referral }) => canSee(referral));
      return found === undefined ? null : withExpiry(found.referral, service.now());
    },
    async findByKey(actor, key) {
      const canSee = await seenBy(actor);
      const found = findCreated(store.deals(), actor, key);
      return found !== null && canSee(found) ? withExpiry(found, service.now()) : null;
    },
    async create(actor, draft, key) {
      const creator = await directory.findPerson(actor);
      return store.change((deals) =>
        createOnce(deals, service, { creator, solutions: solutionsOf(creator), draft, key }),
      );
    },
    async close(actor, id, closing, eTag) {
      const canSee = await seenBy(actor);
      return changeOpen(service, { canSee, id, eTag }, (referral) =>
        closed(referral, closing, service.now()),
      );
    },
    async update(actor, id, change, eTag) {
      checkChange(change);
      const canSee = await seenBy(actor);
      return changeOpen(service, { canSee, id, eTag }, (referral) => changed(referral, change));
    },
    async listSolutions(actor) {
      return solutionsOf(await directory.findPerson(actor));
    },
  };
}

/** The key counts for the person who used it: to others it names nothing. */
function findCreated(deals: readonly StoredDeal[], actor: Actor, key: string): Referral | null {
  const found = deals.find(
    ({ referral, creation }) =>
      creation?.key === key &&
      isSameId(creation.objectId, actor.objectId) &&
      isSameId(referral.tenantId, actor.tenantId),
  );
  return found?.referral ?? null;
}

interface Wanted {
  readonly creator: Person | null;
  readonly solutions: readonly Solution[];
  readonly draft: NewReferral;
  /** The draft's id. */
  readonly key: string;
}

function createOnce(
  deals: readonly StoredDeal[],
  { now, newId }: EmbeddedService,
  { creator, solutions, draft, key }: Wanted,
): Changed<{ referral: Referral; isNew: boolean }> {
  if (creator?.roles?.some((role) => role === 'referrals-admin' || role === 'referrals-user') !== true) {
    const message = 'embedded service: deal not created: neither referrals admin nor referrals user';
    throw new AppError('refused', message, { details: { reason: 'role-missing' } });
  }
  const existing = findCreated(deals, creator, key);
  if (existing !== null) return { deals, result: { referral: withExpiry(existing, now()), isNew: false } };
  checkNewDeal(draft, solutions);
  const ids = { id: newId(), engagementId: newId(), eTag: newId() };
  const referral = makeReferral(draft, { creator, now: now(), ...ids });
  const creation = { key, objectId: creator.objectId };
  return { deals: [...deals, { referral, creation }], result: { referral, isNew: true } };
}

function changeOpen(
  { store, now, newId }: EmbeddedService,
  { canSee, id, eTag }: { readonly canSee: MaySee; readonly id: string; readonly eTag: string },
  apply: (referral: Referral) => Referral,
): Promise<Referral> {
  return store.change((deals) => {
    const found = store
      .index()
      .withId(id)
      .find(({ referral }) => canSee(referral));
    if (found === undefined) throw refuse('not-found', id);
    if (isTerminal(found.referral.state)) throw refuse('terminal-state', id);
    if (found.referral.eTag !== eTag) {
      throw new AppError('conflict', `embedded service: deal ${id} was changed meanwhile`);
    }
    const referral = { ...apply(found.referral), updatedAt: now().toISOString(), eTag: newId() };
    const kept = deals.map((each) => (each === found ? { ...each, referral } : each));
    return { deals: kept, result: withExpiry(referral, now()) };
  });
}

function closed(referral: Referral, closing: Closing, now: Date): Referral {
  const statusReason = closing.substatus === 'Lost' ? closing.reason : null;
  const state = { status: 'Closed', substatus: closing.substatus } as const;
  return { ...referral, state, statusReason, closedAt: now.toISOString() };
}

/** Only what the port lets change, whatever else the object carries. */
function changed(referral: Referral, change: ReferralChange): Referral {
  const { value, closingDate, notes } = change;
  return {
    ...referral,
    value: value ?? referral.value,
    closingDate: closingDate ?? referral.closingDate,
    notes: notes ?? referral.notes,
  };
}

function refuse(reason: 'not-found' | 'terminal-state', id: string): AppError {
  return new AppError('refused', `embedded service: deal ${id}: ${reason}`, { details: { reason } });
}
