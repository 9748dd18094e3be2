import * as z from 'zod';
import { recordObject, type RecordStore } from '../storage/record-store.ts';
import type { Account } from './sign-in.ts';
import { type Actor, personKey } from '../identity/actor.ts';

/** Under which names channels know a person. No tokens: those stay with the token service. */
export const accountsSchema = recordObject({
  schema: z.literal(1),
  /** Most recent last. */
  accounts: z.array(recordObject({ channelId: z.string(), userId: z.string() })),
  /** The connections that the person is signed in to, as far as we know: an end of that is news to them. */
  signedIn: z.array(z.string()),
  /** The day, UTC, on which a token was last brought by it: a sign-in that is used doesn't grow old. */
  usedOn: z.string().exactOptional(),
});

export type AccountsRecord = z.infer<typeof accountsSchema>;

/** More names than this are from conversations long gone. */
const MOST_ACCOUNTS = 5;

/** Remembers people's accounts over restarts. */
export interface Accounts {
  list(actor: Actor): Promise<readonly Account[]>;
  remember(actor: Actor, account: Account): Promise<void>;
  hasSignedIn(actor: Actor, connectionName: string): Promise<boolean>;
  noteSignedIn(actor: Actor, connectionName: string, isSignedIn: boolean): Promise<void>;
  /** @param day such as `2026-11-24`; once a day is enough, and nothing is written for a person unknown */
  noteUsed(actor: Actor, day: string): Promise<void>;
  delete(actor: Actor): Promise<void>;
}

export function createAccounts(store: RecordStore<AccountsRecord>): Accounts {
  const read = async (actor: Actor): Promise<AccountsRecord> =>
    (await store.get(personKey(actor))) ?? nothing();
  /** What comes back as it was isn't written: of a stranger no empty record is made. */
  const change = (actor: Actor, make: (before: AccountsRecord) => AccountsRecord): Promise<unknown> =>
    store.change(personKey(actor), (before) => {
      const record = before ?? nothing();
      const after = make(record);
      return after === record ? before : after;
    });
  return {
    list: async (actor) => (await read(actor)).accounts,
    async remember(actor, { channelId, userId }) {
      await change(actor, (record) => {
        const others = record.accounts.filter((known) => !isSame(known, { channelId, userId }));
        return { ...record, accounts: [...others, { channelId, userId }].slice(-MOST_ACCOUNTS) };
      });
    },
    delete: (actor) => store.delete(personKey(actor)),
    hasSignedIn: async (actor, connectionName) => (await read(actor)).signedIn.includes(connectionName),
    async noteSignedIn(actor, connectionName, isSignedIn) {
      await change(actor, (record) => {
        if (record.signedIn.includes(connectionName) === isSignedIn) return record;
        const others = record.signedIn.filter((name) => name !== connectionName);
        return { ...record, signedIn: isSignedIn ? [...others, connectionName] : others };
      });
    },
    noteUsed: async (actor, day) =>
      void (await store.change(personKey(actor), (before) => before && { ...before, usedOn: day })),
  };
}

function nothing(): AccountsRecord {
  return { schema: 1, accounts: [], signedIn: [] };
}

function isSame(a: Account, b: Account): boolean {
  return a.channelId === b.channelId && a.userId === b.userId;
}
