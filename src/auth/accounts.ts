import * as z from 'zod';
import type { Actor } from '../referrals/gateway.ts';
import type { RecordStore } from '../storage/record-store.ts';
import type { Account } from './sign-in.ts';

/** Under which names channels know a person. No tokens: those stay with the token service. */
export const accountsSchema = z.object({
  schema: z.literal(1),
  /** Most recent last. */
  accounts: z.array(z.object({ channelId: z.string(), userId: z.string() })),
  /** The connections that the person is signed in to, as far as we know: an end of that is news to them. */
  signedIn: z.array(z.string()),
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
  delete(actor: Actor): Promise<void>;
}

export function createAccounts(store: RecordStore<AccountsRecord>): Accounts {
  const read = async (actor: Actor): Promise<AccountsRecord> =>
    (await store.get(keyOf(actor))) ?? { schema: 1, accounts: [], signedIn: [] };
  return {
    list: async (actor) => (await read(actor)).accounts,
    async remember(actor, account) {
      const record = await read(actor);
      if (isSame(record.accounts.at(-1), account)) return;
      const others = record.accounts.filter((known) => !isSame(known, account));
      const { channelId, userId } = account;
      const accounts = [...others, { channelId, userId }].slice(-MOST_ACCOUNTS);
      await store.put(keyOf(actor), { ...record, accounts });
    },
    delete: (actor) => store.delete(keyOf(actor)),
    hasSignedIn: async (actor, connectionName) => (await read(actor)).signedIn.includes(connectionName),
    async noteSignedIn(actor, connectionName, isSignedIn) {
      const record = await read(actor);
      if (record.signedIn.includes(connectionName) === isSignedIn) return;
      const others = record.signedIn.filter((name) => name !== connectionName);
      await store.put(keyOf(actor), {
        ...record,
        signedIn: isSignedIn ? [...others, connectionName] : others,
      });
    },
  };
}

function isSame(a: Account | undefined, b: Account): boolean {
  return a?.channelId === b.channelId && a.userId === b.userId;
}

/** One person, whatever the case of their ids. */
export function keyOf({ tenantId, objectId }: Actor): string {
  return `${tenantId}|${objectId}`.toLowerCase();
}
