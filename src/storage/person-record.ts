import { LOCALES } from '../language/locale.ts';
import * as z from 'zod';
import { recordObject } from './record-store.ts';

/** What there is of a value, the sentence that asks for the rest, and the readings to choose from where it has several. */
const partialSchema = recordObject({
  kept: z.unknown(),
  text: z.string(),
  choices: z
    .array(z.object({ id: z.string(), label: z.string(), words: z.array(z.string()).readonly() }))
    .readonly()
    .exactOptional(),
});

/** A half-made deal (or other form): slot values by name, never a step number. */
export const draftSchema = recordObject({
  /** UUID; also the idempotency key of what the form creates. */
  id: z.string(),
  dialog: z.string(),
  /** The form's schema version. */
  version: z.number().int(),
  values: z.record(z.string(), z.unknown()),
  /** Names of the slots that were skipped or answered by the user, in order: what "back" walks. */
  history: z.array(z.string()),
  /** As releases before `partials` kept the one value that was there in part. */
  partial: recordObject({ slot: z.string(), kept: z.unknown(), text: z.string() }).nullable().exactOptional(),
  /** Values that are there in part (a street without its city) by slot, each with the sentence that asks for the rest. */
  partials: z.record(z.string(), partialSchema).exactOptional(),
  /** A name for lists: the customer, if known. */
  title: z.string().nullable(),
  /** ISO UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
});

const feedbackSchema = recordObject({
  /** What was rated: the draft whose notes they were. */
  about: z.string(),
  mood: z.enum(['happy', 'sad']),
  /** Which of the template's variants it was. */
  variant: z.number().int(),
  at: z.string(),
});

/** What a person said of what holds for them, of one circumstance. */
const circumstanceSchema = recordObject({
  /** Values that hold (`IT`, `csp`), and that don't. */
  is: z.array(z.string()),
  isNot: z.array(z.string()),
  at: z.string(),
});

const circumstancesSchema = z.partialRecord(z.enum(['role', 'country', 'programme']), circumstanceSchema);

const language = z.enum(LOCALES).nullable();

/** What is remembered of one person over all conversations. */
export const personRecordSchema = recordObject({
  schema: z.literal(1),
  /** The language last spoken, or chosen. */
  language,
  /** True when the person asked for that language: it then stays until undone. */
  isLanguageChosen: z.boolean(),
  drafts: z.array(draftSchema),
  feedback: z.array(feedbackSchema),
  /** What holds for them where no directory says it. */
  circumstances: circumstancesSchema.exactOptional(),
  /** True until the person heard that a part of this record could not be read, and was set aside; then false. */
  isInPart: z.boolean().exactOptional(),
});

export type PartialValue = z.infer<typeof partialSchema>;
export type Circumstances = z.infer<typeof circumstancesSchema>;
export type Draft = z.infer<typeof draftSchema>;
export type PersonRecord = z.infer<typeof personRecordSchema>;

/** A person of whom nothing is known yet. */
export function newPersonRecord(): PersonRecord {
  return {
    schema: 1,
    language: null,
    isLanguageChosen: false,
    drafts: [],
    feedback: [],
  };
}

/** True where the record says nothing of the person, and nothing was set aside for its sake. */
export function isNothing({ drafts, feedback, circumstances = {}, ...rest }: PersonRecord): boolean {
  const count = drafts.length + feedback.length + Object.keys(circumstances).length;
  return count === 0 && rest.language === null && rest.isInPart === undefined;
}

/** The record without drafts, ratings and circumstances last touched before then: who keeps writing must not keep them for ever. */
export function withoutOld(record: PersonRecord, before: Date): PersonRecord {
  const isYoung = (at: string): boolean => Date.parse(at) >= before.getTime();
  const { circumstances, ...rest } = record;
  const young = Object.entries(circumstances ?? {}).filter(([, { at }]) => isYoung(at));
  return {
    ...rest,
    ...(young.length === 0 ? {} : { circumstances: Object.fromEntries(young) }),
    drafts: record.drafts.filter(({ updatedAt }) => isYoung(updatedAt)),
    feedback: record.feedback.filter(({ at }) => isYoung(at)),
  };
}

/**
 * What one turn changed, done to the record as another left it meanwhile.
 *
 * Example: a turn made a deal of the draft A and removed it; meanwhile another chat began the draft B. B stays, A goes.
 *
 * @param before the record as the turn knew it, `after` as it wants it
 */
export function withChanges(now: PersonRecord, before: PersonRecord, after: PersonRecord): PersonRecord {
  const isChanged = (name: keyof PersonRecord) =>
    JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  const changed = (Object.keys(after) as (keyof PersonRecord)[]).filter(isChanged);
  return {
    ...now,
    ...Object.fromEntries(changed.map((name) => [name, after[name]])),
    drafts: changedList(now.drafts, before.drafts, after.drafts, ({ id }) => id),
    feedback: changedList(now.feedback, before.feedback, after.feedback, ({ about, at }) => `${about} ${at}`),
  };
}

function changedList<T>(
  now: readonly T[],
  before: readonly T[],
  after: readonly T[],
  idOf: (each: T) => string,
): T[] {
  const known = new Map(before.map((each) => [idOf(each), JSON.stringify(each)]));
  const wanted = new Map(after.map((each) => [idOf(each), each]));
  const isOurs = (each: T) => known.get(idOf(each)) !== JSON.stringify(each);
  const kept = now.flatMap((each) => {
    const ours = wanted.get(idOf(each));
    if (ours !== undefined) return isOurs(ours) ? [ours] : [each];
    return known.has(idOf(each)) ? [] : [each];
  });
  const there = new Set(now.map(idOf));
  return [...kept, ...after.filter((each) => !there.has(idOf(each)) && isOurs(each))];
}

/** Keeps of a list what can be read: one draft that can't costs no other. */
const readable = <T>(each: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((list) => list.flatMap((raw) => readableOf(each, raw)));

function readableOf<T>(schema: z.ZodType<T>, raw: unknown): T[] {
  const parsed = schema.safeParse(raw);
  return parsed.success ? [parsed.data] : [];
}

const mendedSchema = recordObject({
  language: language.catch(null),
  isLanguageChosen: z.boolean().catch(false),
  drafts: readable(draftSchema),
  feedback: readable(feedbackSchema),
  circumstances: circumstancesSchema.catch({}),
});

/** What can still be read of a record that can't be read as a whole; the person hears that it is a part. */
export function mendPersonRecord(raw: unknown): PersonRecord {
  const mended = mendedSchema.safeParse(raw);
  return { ...newPersonRecord(), ...(mended.success ? mended.data : {}), schema: 1, isInPart: true };
}
