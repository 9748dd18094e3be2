import type { Actor } from '../referrals/gateway.ts';
import type { RecordStore } from '../storage/record-store.ts';
import { createSerial } from '../serial.ts';
import type { KnownDeal, TenantDeals, TenantList, TenantPeople, WatchPerson } from './watched.ts';

/** Where the watch keeps what it knows: one record a company of each kind. */
export interface WatchRecords {
  readonly tenants: RecordStore<TenantList>;
  readonly people: RecordStore<TenantPeople>;
  readonly deals: RecordStore<TenantDeals>;
}

/** The watch's memory, company by company; nothing of one is ever read for another. */
export interface WatchStore {
  tenants(): Promise<readonly string[]>;
  people(tenantId: string): Promise<readonly WatchPerson[]>;
  person(actor: Actor): Promise<WatchPerson | null>;
  /** Changes a person's record, one change at a time; null deletes it. */
  changePerson(actor: Actor, change: (before: WatchPerson | null) => WatchPerson | null): Promise<void>;
  deals(tenantId: string): Promise<readonly KnownDeal[]>;
  putDeals(tenantId: string, deals: readonly KnownDeal[]): Promise<void>;
}

const LIST = 'tenants';

export function createWatchStore(records: WatchRecords): WatchStore {
  const serial = createSerial();
  const people = async (tenantId: string): Promise<readonly WatchPerson[]> =>
    (await records.people.get(keyOf(tenantId)))?.people ?? [];
  const tenants = async (): Promise<readonly string[]> => (await records.tenants.get(LIST))?.tenants ?? [];

  const listTenant = (tenantId: string): Promise<void> =>
    serial.run(LIST, async () => {
      const known = await tenants();
      if (known.includes(keyOf(tenantId))) return;
      await records.tenants.put(LIST, { schema: 1, tenants: [...known, keyOf(tenantId)] });
    });

  return {
    tenants,
    people,
    person: async (actor) => findPerson(await people(actor.tenantId), actor),
    changePerson: ({ tenantId, objectId }, change) =>
      serial.run(`people|${keyOf(tenantId)}`, async () => {
        const all = await people(tenantId);
        const before = findPerson(all, { objectId });
        const after = change(before === null ? null : structuredClone(before));
        if (JSON.stringify(after) === JSON.stringify(before)) return;
        const others = all.filter((each) => each !== before);
        const kept = after === null ? others : [...others, after];
        await records.people.put(keyOf(tenantId), { schema: 1, people: kept }, { isDurable: true });
        await listTenant(tenantId);
      }),
    deals: async (tenantId) => (await records.deals.get(keyOf(tenantId)))?.deals ?? [],
    putDeals: (tenantId, deals) =>
      records.deals.put(keyOf(tenantId), { schema: 1, deals: [...deals] }, { isDurable: true }),
  };
}

function findPerson(
  people: readonly WatchPerson[],
  { objectId }: Pick<Actor, 'objectId'>,
): WatchPerson | null {
  return people.find((each) => each.objectId === objectId.toLowerCase()) ?? null;
}

/** GUIDs are the same in either case. */
function keyOf(tenantId: string): string {
  return tenantId.toLowerCase();
}
