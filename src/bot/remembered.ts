import type { AppError } from '../errors.ts';
import {
  isNothing,
  newPersonRecord,
  type PersonRecord,
  withChanges,
  withoutOld,
} from '../storage/person-record.ts';
import { isChangedMeanwhile, isUnreadable, type RecordStore } from '../storage/record-store.ts';
import { openTurnRecord, type TurnRecord } from '../storage/turn-record.ts';
import { type Actor, personKey } from '../identity/actor.ts';

/** What a turn has of the person's record, and whether it may be saved. */
export interface Remembered {
  readonly record: PersonRecord;
  /** Why nothing of the person is saved: their record is a newer release's, and stays as it is. Null: it is saved. */
  readonly heldBack: AppError | null;
  /** Saves the record before something is done that can't be taken back. */
  saveNow(): Promise<void>;
  /** Saves the record at the end of a turn; of whom nothing is known, nothing is kept. */
  saveRecord(): Promise<void>;
  /** All that is kept of the person was deleted in this turn. */
  noteForgotten(): void;
}

interface People {
  readonly people: RecordStore<PersonRecord>;
  /** Days after which a draft or a rating goes that nobody touched. */
  readonly draftDays: number;
  readonly now: () => Date;
}

const DAY_MS = 86_400_000;

/** The person's record; where it is a newer release's, an empty one that isn't saved. */
export async function openRemembered(actor: Actor, services: People): Promise<Remembered> {
  const { people, draftDays, now } = services;
  const { kept, heldBack } = await read(actor, people);
  const record = withoutOld(kept?.found ?? newPersonRecord(), new Date(now().getTime() - draftDays * DAY_MS));
  /** As it was saved before something was done: from then on the turn can't begin again. */
  let before: PersonRecord | null = null;
  return {
    record,
    heldBack,
    async saveNow() {
      if (heldBack !== null) throw heldBack;
      await kept?.save(record, { isDurable: true });
      before = structuredClone(record);
    },
    async saveRecord() {
      try {
        await (isNothing(record) ? kept?.remove() : kept?.save(record));
      } catch (error) {
        const known = before;
        if (known === null || !isChangedMeanwhile(error)) throw error;
        await people.change(personKey(actor), (now) => withChanges(now ?? newPersonRecord(), known, record));
      }
    },
    noteForgotten: () => kept?.noteRemoved(),
  };
}

async function read(
  actor: Actor,
  people: RecordStore<PersonRecord>,
): Promise<{ kept: TurnRecord<PersonRecord> | null; heldBack: AppError | null }> {
  try {
    return { kept: await openTurnRecord(people, personKey(actor)), heldBack: null };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { kept: null, heldBack: error };
  }
}

/** Empties the record, also of what a newer release put there. */
export function forgetRecord(record: PersonRecord): void {
  for (const name of Object.keys(record)) Reflect.deleteProperty(record, name);
  Object.assign(record, newPersonRecord());
}
