import type { AppError } from '../errors.ts';
import { isNothing, newPersonRecord, type PersonRecord, withoutOld } from '../storage/person-record.ts';
import { isUnreadable, type RecordStore } from '../storage/record-store.ts';
import { type Actor, personKey } from '../identity/actor.ts';

/** What a turn has of the person's record, and whether it may be saved. */
export interface Remembered {
  readonly record: PersonRecord;
  /** Why nothing of the person is saved: their record is a newer release's, and stays as it is. Null: it is saved. */
  readonly heldBack: AppError | null;
  saveNow(): Promise<void>;
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
  const { record: found, heldBack } = await read(actor, people);
  const record = withoutOld(found, new Date(now().getTime() - draftDays * DAY_MS));
  return {
    record,
    heldBack,
    async saveNow() {
      if (heldBack !== null) throw heldBack;
      await people.put(personKey(actor), record, { isDurable: true });
    },
  };
}

async function read(
  actor: Actor,
  people: RecordStore<PersonRecord>,
): Promise<Pick<Remembered, 'record' | 'heldBack'>> {
  try {
    return { record: (await people.get(personKey(actor))) ?? newPersonRecord(), heldBack: null };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { record: newPersonRecord(), heldBack: error };
  }
}

/** Saves the record at the end of a turn; of whom nothing is known, nothing is kept. */
export async function saveRemembered(
  { actor, record, heldBack }: Pick<Remembered, 'record' | 'heldBack'> & { readonly actor: Actor },
  { people }: Pick<People, 'people'>,
): Promise<void> {
  if (heldBack !== null) return;
  if (isNothing(record)) await people.change(personKey(actor), () => null);
  else await people.put(personKey(actor), record);
}

/** Empties the record, also of what a newer release put there. */
export function forgetRecord(record: PersonRecord): void {
  for (const name of Object.keys(record)) Reflect.deleteProperty(record, name);
  Object.assign(record, newPersonRecord());
}
