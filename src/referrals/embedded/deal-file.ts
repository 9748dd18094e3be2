import type { Adapter } from 'lowdb';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { AppendLog } from '../../storage/append-log.ts';
import type { HeldFolder } from '../../storage/durable-file.ts';
import { describeIssue, DurableJson, parseJson, refuseBroken } from '../../storage/durable-json.ts';
import { dealChangeSchema, dealFileSchema } from './deal-schema.ts';
import type { DealChange, DealFile, DealSnapshot, StoredDeal } from './deal-schema.ts';

/** Up to this size `deals.json` is written whole for a change, so that it alone tells all; about 60 deals. */
const SMALL_BYTES = 131_072;

/** So many deals are printed before others get the processor: 2 to 3 ms. */
const PRINTED_AT_ONCE = 50;

/** The deals of a data folder; only who holds it may have them, since two writers would lose some. */
export function dealFileIn(folder: HeldFolder): Adapter<DealFile> {
  return new LoggedDeals(folder);
}

/**
 * lowdb adapter whose writes cost the same however many deals there are: `deals.json` has all deals as they
 * were once, `deals.log` has a line for each deal changed since. At a start, and when the log has outgrown
 * it, the file is written anew and the log begins empty. Both count changes: the file says how many it has in
 * it, a line which one it is. So lines that are in the file already (a crash came between the two) are passed
 * over, and a line that doesn't follow is noticed.
 */
class LoggedDeals implements Adapter<DealFile> {
  readonly #path: string;
  readonly #logPath: string;
  readonly #file: DurableJson<DealSnapshot>;
  readonly #log: AppendLog;
  #deals: readonly StoredDeal[] = [];
  #changes = 0;
  /** Whether file and log stand as we think; after a failure nobody knows what of the file was replaced. */
  #isSettled = false;

  constructor(folder: HeldFolder) {
    this.#path = join(folder.dir, 'deals.json');
    this.#logPath = join(folder.dir, 'deals.log');
    this.#file = new DurableJson(this.#path, dealFileSchema, { folder, print: printDeals });
    this.#log = new AppendLog(this.#logPath, folder);
  }

  /**
   * Null when there are no deals yet, nor were any.
   *
   * @throws AppError `unreachable` when they can't be read, or are broken: {@link refuseBroken}.
   */
  async read(): Promise<DealFile | null> {
    const file = await this.#file.read();
    const lines = await this.#log.read();
    if (file === null && !lines?.length) return null;
    const inFile = file?.schema === 2 ? file.changes : 0;
    const changes = await this.#readChanges(lines ?? [], inFile);
    this.#deals = withChanges(file?.deals ?? [], changes);
    this.#changes = inFile + changes.length;
    await this.#begin(file?.schema === 2 && changes.length === 0);
    return { deals: this.#deals };
  }

  /** @throws AppError `unreachable`; then nothing has changed, and the next write may succeed. */
  async write({ deals }: DealFile): Promise<void> {
    const changed = findOnlyChange(this.#deals, deals);
    const change = this.#changes + 1;
    if (changed !== null && (await this.#isWorthALine())) {
      await this.#log.append(JSON.stringify({ change, deal: changed } satisfies DealChange));
    } else {
      await this.#writeWhole(change, deals);
    }
    this.#deals = deals;
    this.#changes = change;
  }

  /** Those after the first `inFile` changes. */
  async #readChanges(lines: readonly string[], inFile: number): Promise<DealChange[]> {
    const changes: DealChange[] = [];
    for (const [index, line] of lines.entries()) {
      const parsed = dealChangeSchema.safeParse(parseJson(line));
      const where = `line ${String(index + 1)}`;
      if (!parsed.success) return refuseBroken(this.#logPath, `${where}: ${describeIssue(parsed.error)}`);
      const due = inFile + changes.length + 1;
      const { change } = parsed.data;
      if (change > due) {
        const why = `${where} is change ${String(change)}, and ${String(due)} is missing: is deals.json an older one, or gone?`;
        return refuseBroken(this.#logPath, why);
      }
      if (change === due) changes.push(parsed.data);
    }
    return changes;
  }

  /** A log of this process's own. A full disk keeps nobody from reading: the first write then tries again. */
  async #begin(isFileComplete: boolean): Promise<void> {
    try {
      if (!isFileComplete) await this.#writeWhole(Math.max(1, this.#changes), this.#deals);
      else await this.#log.start();
      this.#changes = Math.max(1, this.#changes);
      this.#isSettled = true;
    } catch (error) {
      ignoreUnreachable(error);
    }
  }

  async #isWorthALine(): Promise<boolean> {
    const logBytes = this.#log.bytes;
    if (!this.#isSettled || logBytes === null) return false;
    const bytes = await sizeOf(this.#path);
    return bytes > SMALL_BYTES && logBytes < bytes;
  }

  async #writeWhole(changes: number, deals: readonly StoredDeal[]): Promise<void> {
    this.#isSettled = false;
    await this.#file.write({ schema: 2, changes, deals: [...deals] });
    // The changes are safe now, and lines still in the log are known to be in the file.
    await this.#log.start().catch(ignoreUnreachable);
    this.#isSettled = true;
  }
}

/** The one deal that was added at the end or changed in its place; null when there is more to it. */
function findOnlyChange(before: readonly StoredDeal[], after: readonly StoredDeal[]): StoredDeal | null {
  const [changed, ...others] = after.filter((deal, index) => deal !== before[index]);
  if (changed === undefined || others.length > 0) return null;
  const at = after.indexOf(changed);
  const isAdded = after.length === before.length + 1 && at === before.length;
  const isReplaced = after.length === before.length && before[at]?.referral.id === changed.referral.id;
  return isAdded || isReplaced ? changed : null;
}

function withChanges(deals: readonly StoredDeal[], changes: readonly DealChange[]): StoredDeal[] {
  const kept = [...deals];
  const places = new Map(deals.map(({ referral }, place) => [referral.id, place]));
  for (const { deal } of changes) {
    const place = places.get(deal.referral.id) ?? kept.length;
    places.set(deal.referral.id, place);
    kept[place] = deal;
  }
  return kept;
}

/** JSON that a person can read and mend, in parts. */
function* printDeals({ schema, deals, ...rest }: DealSnapshot): Iterable<string> {
  yield `${JSON.stringify({ schema, ...rest }).slice(0, -1)},"deals":[\n`;
  for (let from = 0; from < deals.length; from += PRINTED_AT_ONCE) {
    const part = deals.slice(from, from + PRINTED_AT_ONCE).map((deal) => JSON.stringify(deal, null, 1));
    yield `${from === 0 ? '' : ',\n'}${part.join(',\n')}`;
  }
  yield '\n]}\n';
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    (found) => (found.isFile() ? found.size : 0),
    () => 0,
  );
}

function ignoreUnreachable(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'unreachable')) throw error;
}
