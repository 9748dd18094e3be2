import type { RecordKey, RecordStore, WriteChoice } from '../storage/record-store.ts';
import type { KnownDeal, TenantDeals, WatchPerson } from './watched.ts';
import type { Actor } from '../identity/actor.ts';

/** Where the watch keeps what it knows: a record a person, under their company, and one of each company's deals. */
export interface WatchRecords {
  readonly people: RecordStore<WatchPerson>;
  readonly deals: RecordStore<TenantDeals>;
}

/** The watch's memory, company by company; nothing of one is ever read for another. */
export interface WatchStore {
  tenants(): Promise<readonly string[]>;
  people(tenantId: string): Promise<readonly WatchPerson[]>;
  person(actor: Actor): Promise<WatchPerson | null>;
  /** Changes a person's record, one change at a time, durably unless told; null deletes it. */
  changePerson(
    actor: Actor,
    change: (before: WatchPerson | null) => WatchPerson | null,
    choice?: WriteChoice,
  ): Promise<WatchPerson | null>;
  deals(tenantId: string): Promise<readonly KnownDeal[]>;
  putDeals(tenantId: string, deals: readonly KnownDeal[]): Promise<void>;
}

export function createWatchStore({ people, deals }: WatchRecords): WatchStore {
  return {
    tenants: async () => [...new Set((await people.list()).map(({ tenantId }) => tenantId))],
    people: (tenantId) => people.list(tenantId.toLowerCase()),
    person: (actor) => people.get(watchPersonKey(actor)),
    changePerson: (actor, change, choice = { isDurable: true }) =>
      people.change(watchPersonKey(actor), change, choice),
    deals: async (tenantId) => (await deals.get(tenantId.toLowerCase()))?.deals ?? [],
    async putDeals(tenantId, known) {
      const key = tenantId.toLowerCase();
      await deals.change(key, (before) => ({ ...before, schema: 1, deals: [...known] }), { isDurable: true });
    },
  };
}

/** GUIDs are the same in either case. A person stands under their company, whose people are asked in turn. */
export function watchPersonKey({ tenantId, objectId }: Actor): RecordKey {
  return [tenantId.toLowerCase(), objectId.toLowerCase()];
}
