import * as z from 'zod';

/** A half-made deal (or other form): slot values by name, never a step number. */
export const draftSchema = z.object({
  /** UUID; also the idempotency key of what the form creates. */
  id: z.string(),
  dialog: z.string(),
  /** The form's schema version. */
  version: z.number().int(),
  values: z.record(z.string(), z.unknown()),
  /** Names of the slots that were skipped or answered by the user, in order: what "back" walks. */
  history: z.array(z.string()),
  /** A value that is there in part (a street without its city), and the sentence that asks for the rest. */
  partial: z.object({ slot: z.string(), kept: z.unknown(), text: z.string() }).nullable().exactOptional(),
  /** A name for lists: the customer, if known. */
  title: z.string().nullable(),
  /** ISO UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
});

const feedbackSchema = z.object({
  /** What was rated: the draft whose notes they were. */
  about: z.string(),
  mood: z.enum(['happy', 'sad']),
  /** Which of the template's variants it was. */
  variant: z.number().int(),
  at: z.string(),
});

/** What is remembered of one person over all conversations. */
export const personRecordSchema = z.object({
  schema: z.literal(1),
  /** The language last spoken, or chosen. */
  language: z.enum(['it', 'en']).nullable(),
  /** True when the person asked for that language: it then stays until undone. */
  isLanguageChosen: z.boolean(),
  drafts: z.array(draftSchema),
  feedback: z.array(feedbackSchema),
});

export type Draft = z.infer<typeof draftSchema>;
export type Feedback = z.infer<typeof feedbackSchema>;
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
