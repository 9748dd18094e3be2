import { z } from 'zod';
import type { Locale } from '../language/locale.ts';
import type { Answer, AnswerText, Intent, OutsideTopics, SourceDocument, Vocabulary } from './knowledge.ts';
import type { Problem } from './problem.ts';

/**
 * The shape of the files in a knowledge folder. Each rule's error text is the cure that the editor
 * reads. Unknown fields are refused, so that a mistyped name is not silently ignored.
 */
const text = (cure: string) => z.string({ error: cure }).trim().min(1, { error: cure });
const lines = (cure: string) => z.array(text(cure), { error: cure });
const day = z
  .string({ error: 'write a day as 2026-11-24' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write a day as 2026-11-24' });

const answerText = z.strictObject({
  question: text('write the question as a person would ask it'),
  label: text('write one to four words, as on a button, or leave the field out').optional(),
  examples: lines('write a list of phrasings, each a line of text in quotes').default([]),
  lead: text('write one sentence that answers by itself'),
  body: z.string({ error: 'write text, or leave the field out' }).trim().default(''),
  offer: text('write the offer as a question, or leave the field out').optional(),
});

const source = z.strictObject({
  document: text('name a document of sources/'),
  heading: text('name a heading of that document'),
});

const answerFile = z.strictObject({
  id: text('write the id, the same as the file name'),
  sources: z.array(source, { error: 'write a list of document and heading' }).default([]),
  related: lines('write a list of answer ids').default([]),
  dialog: text('name a dialog of intents/, or leave the field out').nullable().default(null),
  reviewed: day,
  it: answerText.optional(),
  en: answerText.optional(),
});

const intentText = z.strictObject({
  title: text('write the button text, one to four words'),
  examples: lines('write a list of phrasings, each a line of text in quotes'),
});

const intentFile = z.strictObject({
  dialog: text('name the dialog, the same as the file name'),
  it: intentText.optional(),
  en: intentText.optional(),
});

const vocabularyFile = z.strictObject({
  synonyms: z
    .array(lines('write a list of words that mean the same'), { error: 'write a list of lists of words' })
    .default([]),
  chatSpellings: z
    .record(z.string(), text('write the full word'), { error: 'write pairs such as xke: perché' })
    .default({}),
  courtesy: lines('write a list of words and phrases').default([]),
});

const outsideFile = z.strictObject({
  topics: z.record(
    z.string().regex(/^[a-z][a-z\d-]*$/, { error: 'write a topic in small letters, such as office-life' }),
    lines('write a list of questions that nothing here answers'),
    { error: 'write a list of questions for each topic, such as "invoices: [download an invoice]"' },
  ),
});

const headingCure = 'write the heading as the document has it, or "own:" with it and "it:" or "en:" below';
const heading = z.union(
  [
    text(headingCure).transform((own) => ({ own, it: undefined, en: undefined })),
    z.strictObject({
      own: text(headingCure),
      it: text(headingCure).optional(),
      en: text(headingCure).optional(),
    }),
  ],
  { error: headingCure },
);

const sourceFile = z.strictObject({
  id: text('write the id, the same as the file name'),
  it: z.strictObject({ title: text('write the title of the document') }).optional(),
  en: z.strictObject({ title: text('write the title of the document') }).optional(),
  url: z.url({ protocol: /^https$/, error: 'write the full address, beginning with https://' }),
  isConfirmed: z.boolean({ error: 'write true or false' }),
  headings: z
    .array(heading, { error: 'write a list of the headings that answers refer to' })
    .min(1, { error: 'write at least one heading' }),
  readOn: day.nullable().default(null),
  licence: text('write the licence, or that it is not stated'),
});

/** Why a file's content is refused; `parent` of an answer is found later, when all ids are known. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads one file of `answers/`. */
export function parseAnswer(file: string, raw: unknown): Parsed<Answer> {
  return parseWith(answerFile, file, raw, ({ it, en, ...rest }) => ({
    ...rest,
    parent: null,
    texts: byLocale(it && toAnswerText(it), en && toAnswerText(en)),
  }));
}

/** Reads one file of `intents/`. */
export function parseIntent(file: string, raw: unknown): Parsed<Intent> {
  return parseWith(intentFile, file, raw, ({ dialog, it, en }) => ({
    dialog,
    examples: byLocale(it?.examples, en?.examples),
    titles: byLocale(it?.title, en?.title),
  }));
}

/** Reads one file of `vocabulary/`. */
export function parseVocabulary(file: string, raw: unknown): Parsed<Vocabulary> {
  return parseWith(vocabularyFile, file, raw, (value) => value);
}

/** Reads one file of `outside/`. */
export function parseOutside(file: string, raw: unknown): Parsed<OutsideTopics> {
  return parseWith(outsideFile, file, raw, ({ topics }) => topics);
}

/** Reads one file of `sources/`. */
export function parseSource(file: string, raw: unknown): Parsed<SourceDocument> {
  return parseWith(sourceFile, file, raw, ({ it, en, headings, ...rest }) => ({
    ...rest,
    titles: byLocale(it?.title, en?.title),
    headings: headings.map((each) => ({ own: each.own, renderings: byLocale(each.it, each.en) })),
  }));
}

function toAnswerText({ offer, label, ...rest }: z.infer<typeof answerText>): AnswerText {
  return { ...rest, ...(offer === undefined ? {} : { offer }), ...(label === undefined ? {} : { label }) };
}

function byLocale<T>(it: T | undefined, en: T | undefined): Partial<Record<Locale, T>> {
  return { ...(it === undefined ? {} : { it }), ...(en === undefined ? {} : { en }) };
}

/** Reads a file with a schema; each problem names its field and the cure. */
export function parseWith<S extends z.ZodType, T>(
  schema: S,
  file: string,
  raw: unknown,
  toDomain: (value: z.infer<S>) => T,
): Parsed<T> {
  const result = schema.safeParse(raw);
  if (result.success) return { ok: true, value: toDomain(result.data) };
  return { ok: false, problems: result.error.issues.map((issue) => toProblem(file, raw, issue)) };
}

function toProblem(file: string, raw: unknown, issue: z.core.$ZodIssue): Problem {
  const base = { severity: 'error', file } as const;
  if (issue.code === 'unrecognized_keys') {
    const field = fieldName([...issue.path, ...issue.keys.slice(0, 1)]);
    return { ...base, field, message: 'unknown field', cure: 'correct its name or remove it' };
  }
  const value = issue.path.reduce(valueAt, raw);
  const message = value === undefined ? 'missing' : `cannot use ${quote(value)}`;
  const cure = issue.path.length === 0 ? 'write fields, one a line, as "name: value"' : issue.message;
  return { ...base, field: fieldName(issue.path), message, cure };
}

function valueAt(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function quote(value: unknown): string {
  const written = JSON.stringify(value);
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}
