import { join } from 'node:path';
import * as z from 'zod';
import { journalOf, REGISTER, type Stores, watchRecordsOf } from './stores.ts';
import { plannedDealSchema } from '../referrals/partner-center/planned-deal.ts';
import { createJournal } from '../referrals/partner-center/journal.ts';
import { type HeldFolder, removeFile } from '../storage/durable-file.ts';
import { parseJson } from '../storage/durable-json.ts';
import { readText, shardFilesIn } from '../storage/record-files.ts';
import { nameOf } from '../storage/record-names.ts';
import type { RecordStore } from '../storage/record-store.ts';
import { watchPersonKey, type WatchRecords } from '../watch/watch-store.ts';
import { NEWS_KINDS, tenantDealsSchema, type WatchPerson, watchPersonSchema } from '../watch/watched.ts';

/**
 * Carries over what was kept before records were found by person. Sessions of that time are dropped: nothing says
 * whose they are, and they hold the thread of a chat but no draft. Confirmed deals and consents go on. Runs at each
 * start; where nothing of that time is left it looks at one level of three folders.
 *
 * @throws AppError `unreachable` when the data folder can't be read or written; what is there then stays
 */
export async function carryOver(folder: HeldFolder, stores: Stores, now: () => Date): Promise<void> {
  await removeAll(REGISTER.sessions.folder, folder);
  await carryJournalOver(folder, stores, now);
  await carryWatchOver(folder, watchRecordsOf(stores), now);
}

/** How many files are there that the next start carries over, or has left because it could not read them. */
export async function leftOfFormerLayout(dataDir: string): Promise<number> {
  const dirs = ['journal', join('watch', 'people'), join('watch', 'tenants')];
  const found = await Promise.all(dirs.map((dir) => shardFilesIn(join(dataDir, dir))));
  return found.flat().length;
}

/** Today's records of these stores stand one folder deeper. */
async function removeAll(name: string, folder: HeldFolder): Promise<void> {
  const dir = join(folder.dir, name);
  for (const file of await shardFilesIn(dir)) await removeFile(join(dir, file), folder);
}

async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  return text === null ? null : parseJson(text);
}

/** Other kinds of records there say nothing that the planned deals don't. */
const otherKind = z.object({ kind: z.enum(['claim', 'open']) });

/** One that can't be read stays where it is: its deal may have been made. */
async function carryJournalOver(folder: HeldFolder, stores: Stores, now: () => Date): Promise<void> {
  const dir = join(folder.dir, 'journal');
  const journal = createJournal(journalOf(stores), now);
  const others: string[] = [];
  for (const file of await shardFilesIn(dir)) {
    const path = join(dir, file);
    const raw = await readJson(path);
    if (otherKind.safeParse(raw).success) others.push(path);
    const planned = plannedDealSchema.safeParse(raw);
    if (!planned.success) continue;
    const { referralId } = planned.data;
    if (referralId !== null) await journal.claim(planned.data, referralId);
    await journal.save(planned.data);
    await removeFile(path, folder);
  }
  for (const path of others) await removeFile(path, folder);
}

const formerTenants = z.object({ tenants: z.array(z.string()) });
const formerPeople = z.object({
  people: z.array(watchPersonSchema.omit({ schema: true, tenantId: true, metOn: true, told: true })),
});
const formerDeals = tenantDealsSchema.extend({
  deals: z.array(
    tenantDealsSchema.shape.deals.element.extend({
      told: z.array(z.object({ objectId: z.string(), kind: z.enum(NEWS_KINDS) })).default([]),
    }),
  ),
});

/** A company's people stood in one record, and who was told of a deal stood with the deal. */
async function carryWatchOver(folder: HeldFolder, records: WatchRecords, now: () => Date): Promise<void> {
  const dir = join(folder.dir, 'watch');
  const listDir = join(dir, 'tenants');
  const list = formerTenants.safeParse(await readJson(join(listDir, nameOf('tenants'))));
  for (const tenantId of list.success ? list.data.tenants : [])
    await carryTenantOver(dir, tenantId, records, now);
  await removeAll(join('watch', 'people'), folder);
  await removeFile(listDir, folder);
}

async function carryTenantOver(
  dir: string,
  tenantId: string,
  { people, deals }: WatchRecords,
  now: () => Date,
): Promise<void> {
  const found = formerPeople.safeParse(await readJson(join(dir, 'people', nameOf(tenantId))));
  const known = formerDeals.safeParse(await readJson(join(dir, 'deals', nameOf(tenantId))));
  const all = known.success ? known.data.deals : [];
  const at = now().toISOString();
  for (const person of found.success ? found.data.people : []) {
    const told = all.flatMap((deal) =>
      deal.told
        .filter(({ objectId }) => objectId === person.objectId)
        .map(({ kind }) => ({ dealId: deal.id, kind, at })),
    );
    const record: WatchPerson = { ...person, schema: 1, tenantId, metOn: at.slice(0, 10), told };
    await putNew(people, watchPersonKey(record), record);
  }
  if (known.success)
    await deals.put(tenantId, { ...known.data, deals: all.map(({ told: _, ...deal }) => deal) });
}

/** A start that was cut off has perhaps carried it over already. */
async function putNew(
  people: RecordStore<WatchPerson>,
  key: Parameters<typeof people.put>[0],
  record: WatchPerson,
) {
  await people.change(key, (before) => before ?? record, { isDurable: true });
}
