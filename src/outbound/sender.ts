import { AppError } from '../errors.ts';
import type { Sent } from '../channel/connector.ts';
import type { Delivery } from '../channel/delivery.ts';
import type { RecordStore } from '../storage/record-store.ts';
import { openTurnRecord, type TurnRecord } from '../storage/turn-record.ts';
import type { Actor } from '../identity/actor.ts';
import { keyOfItem, letterOf, entryKey, itemOf, type OutboundEntry } from './entry.ts';
import { COUNTS_FOR_MS, createPacing, type Pacing } from './pacing.ts';
import type { TakenItem, WorkQueue } from './work-queue.ts';

export interface SenderOptions {
  readonly records: RecordStore<OutboundEntry>;
  readonly queue: WorkQueue;
  readonly delivery: Pick<Delivery, 'post' | 'idsOf'>;
  /** Told what came of a message that is about something, and what the channel calls it; `failed` when it is given up. */
  readonly onOver?: (entry: OutboundEntry, outcome: Sent, activityId: string | null) => Promise<void>;
  readonly log: OutboundLog;
  readonly now: () => Date;
  /** Told of a person who blocked the assistant: nothing more is to be sent to them. */
  readonly onBlocked: (actor: Actor) => Promise<void>;
}

/** Codes and counts only. */
export interface OutboundLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** Sends what stands in the queue, while this process alone is at it. */
export interface Sender {
  /** Sends what is due; resolves to how many items were looked at. Ends early when the signal is raised. */
  sendDue(signal: AbortSignal): Promise<number>;
  /** Milliseconds that the oldest message waits which was seen and not sent yet; 0 where none is. */
  oldestMs(): number;
}

/** In milliseconds. News that is older is told by the assistant's answers, and by Partner Center itself. */
const GIVEN_UP_AFTER_MS = 3 * 86_400_000;
const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 900_000;

/**
 * For how long the id of a sent message is kept, in milliseconds. Who posted it and died before noting that posts it
 * again with their next round, a quarter of an hour later at most.
 */
const REMEMBERED_MS = 3_600_000;

/**
 * Begins with what others left: what is not sent is put into the queue again, since who kept it may have died before;
 * what was sent in the last minute counts against the limits.
 *
 * Example: a process sends eight messages to a person and is killed. The next one to be at it sends two at once, and
 * the ninth and tenth a minute after the first one.
 */
export async function openSender(options: SenderOptions): Promise<Sender> {
  const { records, queue, now } = options;
  const pacing = createPacing();
  const waiting = new Map<string, number>();
  const begunAt = now().getTime();
  for (const entry of await records.list()) {
    const { sentAt, postedAt } = entry;
    const item = itemOf(entryKey(entry));
    if (sentAt === null) waiting.set(item, Date.parse(postedAt));
    else if (begunAt - Date.parse(sentAt) < COUNTS_FOR_MS) pacing.note(entry, Date.parse(sentAt));
    await queue.add(item);
  }
  const parts: Parts = { ...options, pacing, waiting, reserved: new Map() };
  return {
    async sendDue(signal) {
      const taken = await queue.take();
      await Promise.all([...byOwner(taken)].map((items) => sendInOrder(items, parts, signal)));
      return taken.length;
    },
    oldestMs: () => (waiting.size === 0 ? 0 : Math.max(0, now().getTime() - Math.min(...waiting.values()))),
  };
}

interface Parts extends SenderOptions {
  readonly pacing: Pacing;
  /** When each item that is not sent was posted, in milliseconds. */
  readonly waiting: Map<string, number>;
  /** When each item may be sent that had to wait for the channels' limits, in milliseconds. */
  readonly reserved: Map<string, number>;
}

/** A channel that takes nothing holds up its own person's messages, and nobody else's. */
function byOwner(taken: readonly TakenItem[]): Iterable<readonly TakenItem[]> {
  const owners = new Map<string, TakenItem[]>();
  for (const each of taken) {
    const owner = keyOfItem(each.item)?.[0] ?? '';
    owners.set(owner, [...(owners.get(owner) ?? []), each]);
  }
  return owners.values();
}

async function sendInOrder(items: readonly TakenItem[], parts: Parts, signal: AbortSignal): Promise<void> {
  for (const taken of items) {
    // What is left comes again by itself, here or elsewhere.
    if (signal.aborted) return;
    try {
      await look(taken, parts);
    } catch (error) {
      // Its person was forgotten meanwhile, or the storage is away; the item comes again in a minute.
      if (!(error instanceof AppError)) throw error;
      parts.log.warn({ code: error.code }, 'outbound: a message could not be looked at');
    }
  }
}

async function look(taken: TakenItem, parts: Parts): Promise<void> {
  const { records, now, waiting, pacing, reserved } = parts;
  const key = keyOfItem(taken.item);
  const kept = key === null ? null : await openTurnRecord(records, key);
  const entry = kept?.found ?? null;
  if (kept === null || entry === null) {
    // Its person was forgotten, or it was sent and is gone.
    waiting.delete(taken.item);
    reserved.delete(taken.item);
    return taken.done();
  }
  const time = now().getTime();
  if (entry.sentAt !== null) return endOrWait(taken, kept, Date.parse(entry.sentAt) + REMEMBERED_MS - time);
  if (time - Date.parse(entry.postedAt) > GIVEN_UP_AFTER_MS) return giveUp(taken, kept, parts);
  waiting.set(taken.item, Date.parse(entry.postedAt));
  const sendAt = reserved.get(taken.item) ?? pacing.reserve(entry, time);
  if (sendAt > time) {
    reserved.set(taken.item, sendAt);
    return taken.again(sendAt - time);
  }
  reserved.delete(taken.item);
  await send(taken, { kept, entry }, parts);
}

async function endOrWait(taken: TakenItem, kept: TurnRecord<OutboundEntry>, waitMs: number): Promise<void> {
  if (waitMs > 0) return taken.again(waitMs);
  await kept.remove();
  await taken.done();
}

async function giveUp(taken: TakenItem, kept: TurnRecord<OutboundEntry>, parts: Parts): Promise<void> {
  parts.log.warn(
    { tries: kept.found?.tries ?? 0 },
    'outbound: a message was not taken for days, and is dropped',
  );
  parts.waiting.delete(taken.item);
  await overWith(kept.found, 'failed', parts);
  await endOrWait(taken, kept, 0);
}

async function send(
  taken: TakenItem,
  { kept, entry }: { readonly kept: TurnRecord<OutboundEntry>; readonly entry: OutboundEntry },
  parts: Parts,
): Promise<void> {
  const { delivery, waiting, now, log, onBlocked } = parts;
  const outcome = await delivery.post(letterOf(entry));
  if (outcome === 'blocked') {
    waiting.delete(taken.item);
    await overWith(entry, outcome, parts);
    await kept.remove();
    await taken.done();
    return onBlocked(entry);
  }
  if (isOver(outcome)) {
    waiting.delete(taken.item);
    await overWith(entry, outcome, parts);
    // Nothing of what was said is kept longer than it has to be.
    await kept.save({ ...entry, activities: [], sentAt: now().toISOString() }, { isDurable: true });
    return taken.again(REMEMBERED_MS);
  }
  log.info(
    { outcome, tries: entry.tries + 1 },
    'outbound: a message was not taken, and is tried again later',
  );
  await kept.save({ ...entry, tries: entry.tries + 1 });
  await taken.again(Math.min(FIRST_RETRY_MS * 2 ** entry.tries, LONGEST_RETRY_MS));
}

async function overWith(
  entry: OutboundEntry | null,
  outcome: Sent,
  { delivery, onOver }: Pick<Parts, 'delivery' | 'onOver'>,
): Promise<void> {
  if (entry === null || entry.about === null) return;
  await onOver?.(entry, outcome, delivery.idsOf(entry).at(-1) ?? null);
}

/** What is refused as it is may be our own fault, and mended before it is tried again. */
function isOver(outcome: Sent): boolean {
  return outcome === 'taken' || outcome === 'unwanted';
}
