import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createFileStorage } from '../../../app/storage.ts';
import { openStores, watchRecordsOf } from '../../../app/stores.ts';
import { lockFolder } from '../../../storage/folder-lock.ts';
import { type LimitedConnector, openLimitedConnector, type ArrivedMessage } from './connector.ts';
import { chatOf, peopleOf, wantLists } from './crowd.ts';

export interface NoticesRun {
  readonly people: number;
  readonly tenants: number;
  /** How often the process that tells is killed meanwhile. */
  readonly kills: number;
}

/** What came of it. */
export interface NoticesOutcome extends NoticesRun {
  /** People who got no list, and lists that came more than once. */
  readonly lost: number;
  readonly doubled: number;
  /** Calls that the connector refused for coming too fast. */
  readonly refused: number;
  /** From the first list that was taken to the last one, in milliseconds. */
  readonly sentMs: number;
  /** Most messages of one company within any second. */
  readonly mostASecond: number;
  /** Of the process that tells, at the end. */
  readonly rssMiB: number;
}

/** In milliseconds: nothing more comes after that. */
const PATIENCE_MS = 60_000;

/** Has the weekly lists of so many people sent that are due at one time, and counts what arrives. */
export async function runNotices(run: NoticesRun): Promise<NoticesOutcome> {
  const dir = await mkdtemp(join(tmpdir(), 'cosell-notices-'));
  const connector = await openLimitedConnector();
  let teller: ChildProcess | null = null;
  try {
    await prepare(run, dir, connector.url);
    teller = startTeller(dir);
    for (let kill = 1; kill <= run.kills; kill += 1) {
      await connector.until(Math.floor((run.people * kill) / (run.kills + 1)), PATIENCE_MS);
      await end(teller);
      teller = startTeller(dir);
    }
    await connector.until(run.people, PATIENCE_MS);
    // What comes twice comes late.
    await connector.until(Infinity, 3_000);
    teller.send('memory');
    const rssMiB = await memoryOf(teller);
    return { ...run, ...countOf(run, connector), rssMiB };
  } finally {
    if (teller !== null) await end(teller);
    await connector.close();
    await rm(dir, { recursive: true, force: true });
  }
}

async function prepare({ people, tenants }: NoticesRun, dir: string, url: string): Promise<void> {
  const lock = await lockFolder(dir, { onWait: () => undefined });
  const storage = createFileStorage(lock, () => new Date());
  const stores = openStores({ storage, log: pino({ level: 'silent' }) });
  await wantLists(peopleOf(people, tenants), watchRecordsOf(stores), url);
  await lock.release();
}

function startTeller(dir: string): ChildProcess {
  const script = fileURLToPath(new URL(`./teller-process${extname(import.meta.url)}`, import.meta.url));
  return fork(script, [dir], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

async function end(teller: ChildProcess): Promise<void> {
  if (teller.exitCode !== null || teller.signalCode !== null) return;
  const gone = once(teller, 'exit');
  teller.kill('SIGKILL');
  await gone;
}

async function memoryOf(teller: ChildProcess): Promise<number> {
  for (;;) {
    const [told] = (await once(teller, 'message')) as readonly { readonly rssMiB?: number }[];
    if (told?.rssMiB !== undefined) return told.rssMiB;
  }
}

function countOf(run: NoticesRun, { taken, refused }: LimitedConnector) {
  const arrived = new Map<string, number>();
  for (const { conversation } of taken) arrived.set(conversation, (arrived.get(conversation) ?? 0) + 1);
  const lost = peopleOf(run.people, run.tenants).filter((person) => !arrived.has(chatOf(person))).length;
  const doubled = [...arrived.values()].reduce((sum, count) => sum + count - 1, 0);
  const sentMs = (taken.at(-1)?.at ?? 0) - (taken[0]?.at ?? 0);
  return { lost, doubled, refused, sentMs, mostASecond: mostWithinASecond(taken) };
}

function mostWithinASecond(taken: readonly ArrivedMessage[]): number {
  let most = 0;
  for (const messages of byTenant(taken).values()) {
    let from = 0;
    messages.forEach(({ at }, index) => {
      while ((messages[from]?.at ?? at) <= at - 1_000) from += 1;
      most = Math.max(most, index - from + 1);
    });
  }
  return most;
}

function byTenant(taken: readonly ArrivedMessage[]): ReadonlyMap<string, readonly ArrivedMessage[]> {
  const groups = new Map<string, ArrivedMessage[]>();
  for (const each of taken) {
    const group = groups.get(each.tenantId);
    if (group === undefined) groups.set(each.tenantId, [each]);
    else group.push(each);
  }
  return groups;
}
