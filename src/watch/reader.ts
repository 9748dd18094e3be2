import { AppError } from '../errors.ts';
import type { ReferralGateway } from '../referrals/gateway.ts';
import type { Referral } from '../referrals/referral.ts';
import type { Leases } from '../storage/lease.ts';
import { atTime } from './consent.ts';
import { isMember } from './news.ts';
import type { Teller } from './teller.ts';
import type { WatchPerson } from './watched.ts';
import type { WatchStore } from './watch-store.ts';
import { type Actor, personKey } from '../identity/actor.ts';

export interface ReaderOptions {
  readonly gateway: Pick<ReferralGateway, 'list' | 'get'>;
  readonly store: WatchStore;
  readonly leases: Leases;
  readonly tell: Teller;
  readonly now: () => Date;
  readonly log: WatchLog;
}

/** Codes and ids only. */
export interface WatchLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** Reads deals with the token of a member of their team who agreed to it, and of nobody else. */
export interface TokenReader {
  /** Those of the company who agreed, after the time has passed over what they agreed to. */
  readers(tenantId: string): Promise<WatchPerson[]>;
  /** The person's own deals; null when they could not be read. */
  list(tenantId: string, person: WatchPerson): Promise<readonly Referral[] | null>;
  /** Null when it isn't there for the person, or could not be read. */
  get(tenantId: string, person: WatchPerson, id: string): Promise<Referral | null>;
}

export function createReader(options: ReaderOptions): TokenReader {
  const { gateway, store, now } = options;
  const read = <T>(actor: Actor, call: () => Promise<T>): Promise<T | null> => readFor(options, actor, call);
  return {
    async readers(tenantId) {
      for (const { objectId } of await store.people(tenantId)) {
        await keepTime(options, { tenantId, objectId }, now());
      }
      return (await store.people(tenantId)).filter(mayReadFor);
    },
    async list(tenantId, person) {
      const actor = { tenantId, objectId: person.objectId };
      const deals = await read(actor, () => gateway.list(actor));
      return deals?.filter((deal) => isOwn(deal, tenantId, person)) ?? null;
    },
    async get(tenantId, person, id) {
      const actor = { tenantId, objectId: person.objectId };
      const deal = await read(actor, () => gateway.get(actor, id));
      return deal !== null && isOwn(deal, tenantId, person) ? deal : null;
    },
  };
}

function mayReadFor({ consent }: Pick<WatchPerson, 'consent'>): boolean {
  return consent?.state === 'granted';
}

/** An administrator sees the whole company's deals; we look after those of their own team only. */
function isOwn(deal: Referral, tenantId: string, person: WatchPerson): boolean {
  return deal.tenantId.toLowerCase() === tenantId.toLowerCase() && isMember(deal.team, person);
}

/** Reads; a sign-in that has ended stops the work for this person, who then hears of it. */
async function readFor<T>(parts: ReaderOptions, actor: Actor, call: () => Promise<T>): Promise<T | null> {
  const { store, now, log } = parts;
  // Asked for each call: who withdraws in the middle of a round is left alone from then on.
  const person = await store.person(actor);
  if (person === null || !mayReadFor(person)) return null;
  try {
    const found = await call();
    const lastReadAt = now().toISOString();
    await store.changePerson(actor, (before) => (before === null ? null : { ...before, lastReadAt }));
    return found;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn({ code: error.code, reason: error.details.reason ?? null }, 'watch: deals could not be read');
    if (error.code === 'unauthorized') await pause(parts, actor);
    return null;
  }
}

async function pause(parts: ReaderOptions, actor: Actor): Promise<void> {
  await parts.store.changePerson(actor, (person) => {
    if (person?.consent?.state !== 'granted') return person;
    return { ...person, consent: { ...person.consent, state: 'paused' }, owed: 'sign-in-over' };
  });
  await tellOwed(parts, actor);
}

/** Lets time pass over a consent: its end is told before and after, and again where that wasn't heard. */
async function keepTime(parts: ReaderOptions, actor: Actor, now: Date): Promise<void> {
  await parts.store.changePerson(actor, (person) => {
    if (person === null || person.consent === null) return person;
    const { consent, notice } = atTime(person.consent, now);
    return { ...person, consent, owed: notice ?? person.owed };
  });
  await tellOwed(parts, actor);
}

/** One at a time for each person, so that two readings don't tell the same. */
function tellOwed({ store, tell, leases }: ReaderOptions, actor: Actor): Promise<void> {
  return leases.run(`owed|${personKey(actor)}`, async () => {
    const person = await store.person(actor);
    if (person === null || person.owed === null || person.consent === null) return;
    const { owed: notice, consent, lastReadAt } = person;
    const until = new Date(consent.until);
    const readAt = lastReadAt === null ? null : new Date(lastReadAt);
    if ((await tell(person, { kind: 'consent', notice, until, lastReadAt: readAt })) === 'failed') return;
    await store.changePerson(actor, (before) =>
      before?.owed === notice ? { ...before, owed: null } : before,
    );
  });
}
