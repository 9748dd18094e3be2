import { AppError } from '../errors.ts';
import type { ReferralGateway } from '../referrals/gateway.ts';
import type { Leases } from '../storage/lease.ts';
import { createCoalescer } from './coalescer.ts';
import { createConsents } from './consents.ts';
import { createReader, type TokenReader, type WatchLog } from './reader.ts';
import { type CompanyDeals, takeDeals, type TellingOptions } from './telling.ts';
import type { Teller } from './teller.ts';
import type { WatchPerson } from './watched.ts';
import type { Watching } from './watching.ts';
import { createWatchStore, type WatchRecords, type WatchStore } from './watch-store.ts';

export interface WatchOptions {
  readonly gateway: Pick<ReferralGateway, 'list' | 'get'>;
  readonly records: WatchRecords;
  /** One process at a time is at a company's deals. */
  readonly leases: Leases;
  readonly tell: Teller;
  readonly log: WatchLog;
  /** What people's own turns have read: `observeGateway(…).take`. */
  readonly takeSeen: Watching['takeSeen'];
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

/** Looks after deals while nobody writes, and tells their teams what Microsoft answers. */
export interface Watch extends Watching {
  /** Reads the deal again, both sides, and tells what is new. Failures are logged; the next round mends them. */
  onChange(change: AnnouncedChange): Promise<void>;
  /** Reads all deals of all who agreed: what no event told, reminders, and the ends of consents. */
  poll(): Promise<void>;
  /** Resolves when no reading is under way. */
  settle(): Promise<void>;
}

/** How many people are asked in turn about a deal that is nobody's as far as is known. */
const MOST_READERS = 10;

export function createWatch(options: WatchOptions): Watch {
  const now = options.now ?? (() => new Date());
  const store = createWatchStore(options.records);
  const { tell, log } = options;
  const { leases } = options;
  const reader = createReader({ gateway: options.gateway, store, leases, tell, now, log });
  const parts: Parts = { store, reader, tell, now, leases };
  const coalescer = createCoalescer();
  const quietly = (key: string, work: () => Promise<void>): Promise<void> =>
    coalescer.run(key, () => logged(log, work));
  const consents = createConsents(store, now);
  const round = (tenantId: string): Promise<void> =>
    quietly(`round|${tenantId}`, () => readAllOf(parts, tenantId));
  return {
    ...consents,
    takeSeen: options.takeSeen,
    async grant(actor) {
      const grant = await consents.grant(actor);
      // What stands now is the state against which the next look compares.
      if (grant !== null) void round(actor.tenantId.toLowerCase());
      return grant;
    },
    onChange: (change) => quietly(`change|${change.id}`, () => followChange(parts, change, round)),
    poll: () =>
      logged(log, async () => {
        for (const tenantId of await store.tenants()) await round(tenantId);
      }),
    settle: () => coalescer.settle(),
  };
}

interface Parts extends TellingOptions {
  readonly store: WatchStore;
  readonly reader: TokenReader;
  readonly leases: Leases;
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

/** Deals as a person's token has just read them. */
interface JustRead extends Pick<CompanyDeals, 'tenantId' | 'deals' | 'hasJustChanged'> {
  readonly person: WatchPerson;
}

function take({ leases, ...telling }: Parts, { person, ...read }: JustRead): Promise<void> {
  const since = new Date(person.consent?.since ?? telling.now());
  // One reading of a company at a time: two at once would tell the same twice.
  return leases.run(`watch|${read.tenantId}`, () => takeDeals({ ...read, since }, telling));
}

async function readAllOf(parts: Parts, tenantId: string): Promise<void> {
  const done = new Set<string>();
  for (const person of await parts.reader.readers(tenantId)) {
    const deals = (await parts.reader.list(tenantId, person)) ?? [];
    const others = deals.filter(({ id }) => !done.has(id));
    others.forEach(({ id }) => done.add(id));
    await take(parts, { tenantId, person, deals: others, hasJustChanged: false });
  }
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
    await take(parts, { tenantId, person, deals: [deal], hasJustChanged });
    return true;
  }
  return false;
}
