import { AppError } from '../errors.ts';
import { parseJson } from '../storage/durable-json.ts';
import {
  type Forgotten,
  forgottenSchema,
  type ForgottenTimes,
  timesOf,
  withPlaces,
} from '../storage/forgotten.ts';
import { RECORD_ENDING } from '../storage/record-names.ts';
import type { TextStore } from '../storage/text-store.ts';

/** Notes of deletions, by the names of their records. */
export type Notes = ReadonlyMap<string, Forgotten>;

/**
 * @throws AppError `invalid-input` for one that can't be read: then nobody knows who must not come back
 */
export function readNote(text: string, place: string): Forgotten {
  const parsed = forgottenSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new AppError(
    'invalid-input',
    `backup: the note of a deletion can't be read (${place}), and so not who must stay deleted`,
  );
}

/** Adds the notes of a backup to those of the storage, so that what was deleted in either stays deleted. */
export async function mergeNotes(texts: TextStore, ofBackup: Notes): Promise<ForgottenTimes> {
  const all = new Map(ofBackup);
  for await (const { name } of texts.list()) {
    const kept = name.endsWith(RECORD_ENDING) ? await texts.read(name) : null;
    if (kept === null) continue;
    const { places } = readNote(kept.text, texts.placeOf(name));
    all.set(name, withPlaces(ofBackup.get(name) ?? null, places));
  }
  for (const name of ofBackup.keys()) {
    const note = all.get(name);
    const latest = note?.places
      .map(({ at }) => at)
      .sort()
      .at(-1);
    if (note === undefined || latest === undefined) continue;
    const replaces = (await texts.read(name))?.version ?? null;
    await texts.write(name, JSON.stringify(note), { replaces, isDurable: true, writtenAt: new Date(latest) });
  }
  return timesOf(all.values());
}
