import { AppError } from '../errors.ts';
import type { ReferralGateway } from '../referrals/gateway.ts';
import type { Referral } from '../referrals/referral.ts';
import type { Leases } from '../storage/lease.ts';
import { createCoalescer } from './coalescer.ts';
import { createReader, type TokenReader, type WatchLog } from './reader.ts';
import { isAboutDeals, noticesOf } from './notices.ts';
import { sideBySide } from './side-by-side.ts';
import { nextSlot } from './slots.ts';
import { type DealRead, noteDeals, tellPeople, type TellingOptions } from './telling.ts';
import type { Teller } from './teller.ts';
import type { WatchPerson } from './watched.ts';
import { createWatchStore, type WatchRecords, type WatchStore } from './watch-store.ts';

export interface WatchOptions {
  readonly gateway: Pick<ReferralGateway, 'list' | 'get'>;
  readonly records: WatchRecords;
  /** One process at a time is at a company's deals. */
  readonly leases: Leases;
  readonly teller: Teller;
  /** False where deals are kept here, and read with nobody's sign-in. */
  readonly needsConsent: boolean;
  readonly log: WatchLog;
  readonly now?: () => Date;
}

/** A change as the service announces it: an id, and nothing else that is believed. */
export interface AnnouncedChange {
  /** Of our record or of Microsoft's. */
  readonly id: string;
  /** Whose registration it came through; null where the address doesn't say. */
  readonly tenantId: string | null;
  /** Whether it is the other party's record that changed. */
  readonly isMicrosofts: boolean;
}

/** Looks after deals while nobody writes, and tells each person what they want to be told. */
export interface Watch {
  /** Reads the deal again, both sides, and tells what is new. Failures are logged; the next round mends them. */
  onChange(change: AnnouncedChange): Promise<void>;
  /** Reads the deals of all who want it: what no event told, reminders, weekly lists, and the ends of consents. */
  poll(): Promise<void>;
  /** The same for the companies where somebody's weekly list has become due since. */
  pollDue(): Promise<void>;
  /** The same for one company: what stands now is the state against which the next look compares. */
  look(tenantId: string): void;
  /** Resolves when no reading is under way. */
  settle(): Promise<void>;
}

/** How many people are asked in turn about a deal that is nobody's as far as is known. */
const MOST_READERS = 10;

/** Of a service that names no limit. */
const MOST_READ_AT_ONCE = 4;

export function createWatch(options: WatchOptions): Watch {
  const now = options.now ?? (() => new Date());
  const store = createWatchStore(options.records);
  const { log } = options;
  const reader = createReader({ ...options, store, now });
  const parts: Parts = { ...options, store, reader, now, nextLists: new Map() };
  const coalescer = createCoalescer();
  const quietly = (key: string, work: () => Promise<void>): Promise<void> =>
    coalescer.run(key, () => logged(log, work));
  const round = (tenantId: string): Promise<void> =>
    quietly(`round|${tenantId}`, () => readAllOf(parts, tenantId));
  const inTurn = async (tenants: readonly string[]): Promise<void> => {
    for (const tenantId of tenants) await round(tenantId);
  };
  return {
    onChange: (change) => quietly(`change|${change.id}`, () => followChange(parts, change, round)),
    poll: () => logged(log, async () => inTurn(await store.tenants())),
    pollDue: () => inTurn([...parts.nextLists].flatMap(([id, at]) => (at <= now() ? [id] : []))),
    look: (tenantId) => void round(tenantId.toLowerCase()),
    settle: () => coalescer.settle(),
  };
}

interface Parts extends TellingOptions {
  readonly store: WatchStore;
  readonly reader: TokenReader;
  readonly leases: Leases;
  /** When the next weekly list of a company is due, as far as this process has seen. */
  readonly nextLists: Map<string, Date>;
}

/** Work that nobody waits for has nobody to throw to. */
async function logged(log: WatchLog, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';
    log.warn({ code }, 'watch: a reading failed');
  }
}

/** One look at a company's deals at a time: two at once would each overwrite what the other saw. */
function note(parts: Parts, tenantId: string, reads: readonly DealRead[]): Promise<void> {
  return parts.leases.run(`watch|${tenantId}`, () => noteDeals(tenantId, reads, parts));
}

/** Since when a deal is looked after that this person's reading shows. */
function sinceOf(person: WatchPerson, now: Date): Date {
  return new Date(person.consent?.since ?? noticesOf(person)?.since ?? now);
}

async function readAllOf(parts: Parts, tenantId: string): Promise<void> {
  const { store, reader, now, nextLists } = parts;
  nextLists.delete(tenantId);
  const reads = new Map<string, DealRead>();
  const own = new Map<string, readonly Referral[]>();
  await sideBySide(await reader.readers(tenantId), MOST_READ_AT_ONCE, async (person) => {
    const deals = await reader.list(tenantId, person);
    if (deals === null) return;
    own.set(person.objectId, deals);
    for (const deal of deals.filter(({ id }) => !reads.has(id)))
      reads.set(deal.id, { deal, since: sinceOf(person, now()), hasJustChanged: false });
  });
  await note(parts, tenantId, [...reads.values()]);
  await tellPeople({ tenantId, deals: [...reads.values()].map(({ deal }) => deal), own }, parts);
  const nexts = (await store.people(tenantId)).flatMap((person) => nextListOf(person, now()) ?? []);
  const [first] = nexts.sort((a, b) => a.getTime() - b.getTime());
  if (first !== undefined) nextLists.set(tenantId, first);
}

function nextListOf(person: WatchPerson, now: Date): Date | null {
  const notices = noticesOf(person);
  if (notices?.digest == null || !isAboutDeals(notices)) return null;
  return nextSlot(notices.digest, person.timeZone, now).at;
}

async function followChange(
  parts: Parts,
  change: AnnouncedChange,
  round: (tenantId: string) => Promise<void>,
): Promise<void> {
  for (const tenantId of await tenantsOf(parts.store, change)) {
    const own = await ownIdOf(parts.store, tenantId, change.id);
    if (await readOne(parts, tenantId, own ?? change.id, change.isMicrosofts)) continue;
    // A record of Microsoft's that we have never seen belongs to a deal that only the list can show.
    if (own === null && change.isMicrosofts) await round(tenantId);
  }
}

/** The company that the address names; else all, each asked with the tokens of its own people. */
async function tenantsOf(store: WatchStore, { tenantId }: AnnouncedChange): Promise<readonly string[]> {
  return tenantId === null ? store.tenants() : [tenantId.toLowerCase()];
}

async function ownIdOf(store: WatchStore, tenantId: string, id: string): Promise<string | null> {
  const isSame = (other: string | null) => other?.toLowerCase() === id.toLowerCase();
  const deals = await store.deals(tenantId);
  return deals.find((deal) => isSame(deal.id) || isSame(deal.microsoftId))?.id ?? null;
}

async function readOne(
  parts: Parts,
  tenantId: string,
  id: string,
  hasJustChanged: boolean,
): Promise<boolean> {
  const people = await parts.reader.readers(tenantId);
  for (const person of people.slice(0, MOST_READERS)) {
    const deal = await parts.reader.get(tenantId, person, id);
    if (deal === null) continue;
    await note(parts, tenantId, [{ deal, since: sinceOf(person, parts.now()), hasJustChanged }]);
    await tellPeople({ tenantId, deals: [deal], own: new Map() }, parts);
    return true;
  }
  return false;
}
