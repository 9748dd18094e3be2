import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { ACTS } from '../../src/knowledge/words.ts';
import type { ReadingContext } from '../../src/reading/reading.ts';

/** The kinds of facts that are judged; what a reader finds beside them isn't. */
export const JUDGED = [
  'money',
  'recurring',
  'day',
  'phone',
  'email',
  'known-name',
  'organisation',
  'person',
  'address',
  'number-id',
  'outcome',
  'deal-kind',
] as const;

/**
 * A fact as it is labelled, with the fields that the words tell: `{ kind: money, amount: 80000, currency: null }`,
 * where `null` is "the words name none" and isn't judged. A kind alone stands for every fact of that kind.
 */
export type Label = z.infer<typeof labelSchema>;
const field = z.union([z.string(), z.number(), z.null(), z.array(z.string())]);
const labelSchema = z.object({ kind: z.enum(JUDGED) }).catchall(field);

const acts = z.array(z.enum(ACTS)).min(1);

const messageSchema = z
  .strictObject({
    id: z.string(),
    text: z.string(),
    locale: z.enum(['it', 'en']),
    /** `YYYY-MM-DD`. */
    today: z.iso.date(),
    /** What the form asked last, `review` at its summary. */
    asked: z.string().nullable(),
    /** Customers of the person's deals. */
    known: z.array(z.string()),
    /** The act of each clause, neighbours with the same act merged. */
    acts: acts.optional(),
    /** Instead, where several are defensible. */
    acts_any: z.array(acts).optional(),
    /** True where only the beginning is labelled: pasted records and e-mails. */
    acts_rest: z.boolean().default(false),
    /** What the message is about; for the reader of the file. */
    object: z.string().nullable().optional(),
    /** All that must be found. */
    facts: z.array(labelSchema),
    /** May be found and need not be. */
    maybe: z.array(labelSchema).default([]),
    /** Must not be found. */
    not: z.array(labelSchema).default([]),
  })
  .refine((line) => (line.acts === undefined) !== (line.acts_any === undefined), 'either acts or acts_any');

/** A message with what a good colleague would hear in it. */
export interface LabelledMessage extends ReadingContext {
  readonly id: string;
  readonly text: string;
  /** Each of these is right. */
  readonly acts: readonly (readonly string[])[];
  readonly areActsOpen: boolean;
  readonly facts: readonly Label[];
  readonly maybe: readonly Label[];
  readonly not: readonly Label[];
}

/** The labelled messages of a file, one JSON object a line. */
export function readLabelled(path: string): LabelledMessage[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => toMessage(JSON.parse(line)));
}

function toMessage(raw: unknown): LabelledMessage {
  const parsed = messageSchema.safeParse(raw);
  if (!parsed.success) throw new Error(`${JSON.stringify(raw)}: ${z.prettifyError(parsed.error)}`);
  const { acts: one, acts_any: several, acts_rest: areActsOpen, ...line } = parsed.data;
  return { ...line, acts: several ?? [one ?? []], areActsOpen };
}
