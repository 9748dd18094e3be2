import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { RecordStore } from '../storage/record-store.ts';
import { createSerial } from '../serial.ts';

/** Fingerprints of the events taken last, oldest first. */
export const takenEventsSchema = z.object({ schema: z.literal(1), taken: z.array(z.string()) });

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
  const serial = createSerial();
  return {
    take: (body) =>
      serial.run(KEY, async () => {
        const print = createHash('sha256').update(body).digest('base64url').slice(0, 22);
        const taken = (await store.get(KEY))?.taken ?? [];
        if (taken.includes(print)) return false;
        await store.put(KEY, { schema: 1, taken: [...taken, print].slice(-MOST_TAKEN) });
        return true;
      }),
  };
}
