import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotChild, startBotChild } from './bot-child.ts';
import { type Proxy, type ProxyOptions, startProxy } from './proxy.ts';

export interface FleetOptions {
  readonly processes: number;
  /** Of each process, beside its port and folder. */
  readonly env: (number: number) => Readonly<Record<string, string>>;
  readonly proxy: Pick<ProxyOptions, 'port' | 'staysWithFirst'>;
}

/** Several processes of the assistant behind one address. */
export interface Fleet {
  /** Of the proxy, with a slash at its end. */
  readonly address: string;
  /** How many processes listen now. */
  readonly running: () => number;
  /** Starts those that don't run; resolves once all listen. Rejects with AppError `unreachable` where one can't. */
  start(): Promise<void>;
  /** Ends one of the processes as a power cut would. */
  kill(number: number): Promise<void>;
  /** Asks all of them to stop, one after the other, as a deploy does. */
  close(): Promise<void>;
}

interface Member {
  child: BotChild | null;
  address: string | null;
  readonly dataDir: string;
}

/** Makes the address; the processes are started by `start`. */
export async function createFleet({ processes, env, proxy: proxyOptions }: FleetOptions): Promise<Fleet> {
  const dir = await mkdtemp(join(tmpdir(), 'cosell-fleet-'));
  const members: readonly Member[] = Array.from({ length: processes }, (_, number) => ({
    child: null,
    address: null,
    dataDir: join(dir, String(number)),
  }));
  const addresses = (): string[] => members.flatMap(({ address }) => address ?? []);
  const proxy: Proxy = await startProxy({ ...proxyOptions, targets: addresses });
  const end = async (member: Member, how: 'kill' | 'stop'): Promise<void> => {
    const { child } = member;
    if (how === 'kill') [member.child, member.address] = [null, null];
    await child?.[how]();
    [member.child, member.address] = [null, null];
  };
  return {
    address: proxy.address,
    running: () => addresses().length,
    async start() {
      const missing = members
        .map((member, number) => ({ member, number }))
        .filter(({ member }) => !member.child);
      await Promise.all(
        missing.map(async ({ member, number }) => {
          const child = (member.child = startBotChild({ ...env(number), DATA_DIR: member.dataDir }));
          try {
            const address = await child.listening;
            if (member.child === child) member.address = address;
          } catch (error) {
            if (member.child === child) member.child = null;
            throw error;
          }
        }),
      );
    },
    async kill(number) {
      const member = members[number % members.length];
      if (member !== undefined) await end(member, 'kill');
    },
    async close() {
      for (const member of members) await end(member, 'stop');
      await proxy.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
