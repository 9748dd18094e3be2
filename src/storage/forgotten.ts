import * as z from 'zod';
import { COPY_ENDING, homeOf, nameOf, RECORD_ENDING } from './record-names.ts';
import { type RecordKey, recordObject } from './record-store.ts';

const placeSchema = recordObject({
  /** The store and what the names of the deleted records begin with: `people/ab/cdef…`. */
  place: z.string(),
  /** ISO UTC. */
  at: z.string(),
});

/** The note that a person had their data deleted. It holds hashes alone, and says nothing to who doesn't know the person. */
export const forgottenSchema = recordObject({ schema: z.literal(1), places: z.array(placeSchema) });

export type Forgotten = z.infer<typeof forgottenSchema>;
export type ForgottenPlace = z.infer<typeof placeSchema>;

/** Where the records of that key are, or all of that owner's. */
export function placeOf(store: string, key: RecordKey): string {
  const start = typeof key === 'string' ? homeOf(key) : nameOf(key).slice(0, -RECORD_ENDING.length);
  return `${store}/${start}`;
}

/** The note with these places too; of each its latest time. */
export function withPlaces(before: Forgotten | null, places: readonly ForgottenPlace[]): Forgotten {
  const latest = new Map<string, ForgottenPlace>();
  for (const each of [...(before?.places ?? []), ...places])
    if (each.at > (latest.get(each.place)?.at ?? '')) latest.set(each.place, each);
  return { ...before, schema: 1, places: [...latest.values()] };
}

/** The times of deletions by place, to be asked of many records. */
export type ForgottenTimes = ReadonlyMap<string, Date>;

/** All places of all notes, each with its latest time. */
export function timesOf(notes: Iterable<Forgotten>): ForgottenTimes {
  const all = withPlaces(
    null,
    [...notes].flatMap(({ places }) => places),
  );
  return new Map(all.places.map(({ place, at }) => [place, new Date(at)]));
}

const ENDING = new RegExp(`${RECORD_ENDING}(${COPY_ENDING})?$`);

/** Whether a record was written before its owner had it deleted. */
export function isForgotten(
  { store, name, writtenAt }: { readonly store: string; readonly name: string; readonly writtenAt: Date },
  times: ForgottenTimes,
): boolean {
  const path = `${store}/${name}`.replace(ENDING, '');
  return [path, path.slice(0, path.lastIndexOf('/'))].some((place) => {
    const at = times.get(place);
    return at !== undefined && writtenAt <= at;
  });
}
