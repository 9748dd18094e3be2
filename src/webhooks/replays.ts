import { createHash } from 'node:crypto';
import * as z from 'zod';
import { recordObject, type RecordStore } from '../storage/record-store.ts';

/** Fingerprints of the events taken last, oldest first. */
export const takenEventsSchema = recordObject({ schema: z.literal(1), taken: z.array(z.string()) });

export type TakenEvents = z.infer<typeof takenEventsSchema>;

/** Partner Center sends an event again only while we haven't taken it: one that we have is a replay. */
export interface Replays {
  /** Notes that an event is taken; false when it was taken before, also before a restart. */
  take(body: Buffer): Promise<boolean>;
}

const KEY = 'taken';
/** Events of a busy week, by which time they are too old anyway. */
const MOST_TAKEN = 1000;

export function createReplays(store: RecordStore<TakenEvents>): Replays {
  return {
    async take(body) {
      const print = createHash('sha256').update(body).digest('base64url').slice(0, 22);
      let isNew = true;
      await store.change(KEY, (before) => {
        const record = before ?? { schema: 1, taken: [] };
        isNew = !record.taken.includes(print);
        return isNew ? { ...record, taken: [...record.taken, print].slice(-MOST_TAKEN) } : before;
      });
      return isNew;
    },
  };
}
