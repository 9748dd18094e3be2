import { AppError } from '../errors.ts';
import type { ReferralGateway } from '../referrals/gateway.ts';
import type { Referral } from '../referrals/referral.ts';
import type { Leases } from '../storage/lease.ts';
import { atTime } from './consent.ts';
import { isMember } from './news.ts';
import { isAboutDeals, noticesOf } from './notices.ts';
import { dueSlot, isQuiet } from './slots.ts';
import { tell, type Teller } from './teller.ts';
import type { WatchPerson } from './watched.ts';
import type { WatchStore } from './watch-store.ts';
import { type Actor, personKey } from '../identity/actor.ts';

export interface ReaderOptions {
  readonly gateway: Pick<ReferralGateway, 'list' | 'get'>;
  readonly store: WatchStore;
  readonly leases: Leases;
  readonly teller: Teller;
  /** False where deals are kept here, and read with nobody's sign-in. */
  readonly needsConsent: boolean;
  readonly now: () => Date;
  readonly log: WatchLog;
}

/** Codes and ids only. */
export interface WatchLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** Reads deals as a member of their team who agreed to it, and as nobody else. */
export interface TokenReader {
  /**
   * Those of the company whose deals are to be read now, after the time has passed over what they agreed to: who wants
   * news of them, and whose weekly list is due.
   */
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
      if (options.needsConsent) {
        for (const person of await store.people(tenantId)) await keepTime(options, person, now());
      }
      return (await store.people(tenantId)).filter(
        (person) => mayReadFor(person, options) && wantsReading(person, now()),
      );
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

function mayReadFor({ consent }: WatchPerson, { needsConsent }: ReaderOptions): boolean {
  return !needsConsent || consent?.state === 'granted';
}

/** A list alone wants its deals read when it is due. */
function wantsReading(person: WatchPerson, now: Date): boolean {
  const notices = noticesOf(person);
  if (notices === null) return false;
  const { digest, quiet } = notices;
  const isDue = dueSlot(digest, person.digestOn, person.timeZone, now) !== null;
  return isAboutDeals({ ...notices, digest: null }) || (isDue && !isQuiet(quiet, person.timeZone, now));
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
  if (person === null || !mayReadFor(person, parts)) return null;
  try {
    const found = await call();
    if (!parts.needsConsent) return found;
    const lastReadAt = now().toISOString();
    await store.changePerson(actor, (before) => (before === null ? null : { ...before, lastReadAt }));
    return found;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn({ code: error.code, reason: error.details.reason ?? null }, 'watch: deals could not be read');
    if (error.code === 'unauthorized' && parts.needsConsent) await pause(parts, actor);
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
function tellOwed({ store, teller, leases, now }: ReaderOptions, actor: Actor): Promise<void> {
  return leases.run(`owed|${personKey(actor)}`, async () => {
    const person = await store.person(actor);
    if (person === null || person.owed === null || person.consent === null) return;
    const { owed: notice, consent, lastReadAt } = person;
    const until = new Date(consent.until);
    const readAt = lastReadAt === null ? null : new Date(lastReadAt);
    const message = { kind: 'consent', notice, until, lastReadAt: readAt } as const;
    if ((await tell(teller, person, message, now())) === 'failed') return;
    await store.changePerson(actor, (before) =>
      before?.owed === notice ? { ...before, owed: null } : before,
    );
  });
}
