import * as z from 'zod';
import { parseJson } from '../storage/durable-json.ts';

/** What of a record's text goes into a storage that it is restored into; null where the record stays out. */
type Carry = (text: string) => string | null;

/**
 * By store, where it isn't the whole. What was to be done when the backup was taken may have been done since.
 */
const CARRIED: Readonly<Record<string, Carry>> = {
  outbound: () => null,
  sessions: withoutKeptReplies,
  intents: lookedUpFirst,
  'watch-people': withoutLetter,
  'knowledge-layers': withoutAuthors,
};

/** What of a store's record is carried over. */
export function carry(store: string, text: string): string | null {
  const carried = CARRIED[store];
  return carried === undefined ? text : carried(text);
}

const repliesSchema = z.looseObject({ outbox: z.array(z.unknown()).min(1) });

/** Replies that their channel had not taken yet would be sent again. */
function withoutKeptReplies(text: string): string {
  const found = repliesSchema.safeParse(parseJson(text));
  return found.success ? JSON.stringify({ ...found.data, outbox: [] }) : text;
}

const letterSchema = z.looseObject({ letter: z.looseObject({}) });

/** So would news that were on their way. */
function withoutLetter(text: string): string {
  const found = letterSchema.safeParse(parseJson(text));
  return found.success ? JSON.stringify({ ...found.data, letter: null }) : text;
}

const unsentSchema = z.looseObject({
  step: z.literal('create'),
  createAskedAt: z.null(),
  recordedAt: z.string(),
});

/** A deal that was never sent is taken for one in doubt, so that Partner Center is asked for it before it is made. */
function lookedUpFirst(text: string): string {
  const found = unsentSchema.safeParse(parseJson(text));
  if (!found.success) return text;
  return JSON.stringify({ ...found.data, createAskedAt: found.data.recordedAt });
}

const editedSchema = z.looseObject({
  layers: z.record(z.string(), z.record(z.string(), z.array(z.looseObject({ by: z.unknown() })))),
});

/** Who edited may have had their data deleted since; one record holds many people's, so that all names stay behind. */
function withoutAuthors(text: string): string {
  const found = editedSchema.safeParse(parseJson(text));
  if (!found.success) return text;
  for (const files of Object.values(found.data.layers))
    for (const version of Object.values(files).flat()) version.by = null;
  return JSON.stringify(found.data);
}
