import type { Letter } from '../channel/delivery.ts';
import type { Actor } from '../identity/actor.ts';
import { isChangedMeanwhile, type RecordStore } from '../storage/record-store.ts';
import { entryKey, itemOf, newEntry, type OutboundEntry } from './entry.ts';
import type { WorkQueue } from './work-queue.ts';

/** Takes what is to be said without anybody having asked: it is sent within the channels' limits, and kept until then. */
export interface Outbound {
  /**
   * Resolves when the letter is kept: from then on it is sent, also after a crash, by whichever process is at it. One
   * with an id that is kept already, or was sent within the last hour, is not sent again.
   *
   * @param about a question whose message's fate somebody wants to hear of (`SenderOptions.onOver`)
   * @throws AppError `unreachable` when it can't be kept
   */
  post(actor: Actor, letter: Letter, about?: string): Promise<void>;
}

export interface OutboundOptions {
  readonly records: RecordStore<OutboundEntry>;
  readonly queue: WorkQueue;
  /** Told that there is something to send. */
  readonly onPosted: () => void;
  readonly now: () => Date;
}

export function createOutbound({ records, queue, onPosted, now }: OutboundOptions): Outbound {
  return {
    async post(actor, letter, about) {
      const entry = newEntry(actor, letter, now(), about);
      const key = entryKey(entry);
      try {
        await records.put(key, entry, { isDurable: true, replaces: null });
      } catch (error) {
        if (!isChangedMeanwhile(error)) throw error;
        return;
      }
      // Who dies here leaves a record that the next one to be at it finds.
      await queue.add(itemOf(key));
      onPosted();
    },
  };
}
