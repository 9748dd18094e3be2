import { z } from 'zod';
import type { ByLanguage } from '../language/locale.ts';
import { readOutside } from '../outside-value.ts';
import { CIRCUMSTANCES, READER_FACTS } from './knowledge.ts';
import type {
  Answer,
  AnswerCase,
  AnswerText,
  AnswerVariant,
  Intent,
  OutsideTopics,
  SourceDocument,
  Vocabulary,
} from './knowledge.ts';
import type { Problem } from './problem.ts';
import { MODALS } from './sayings.ts';

/** What a file says itself, and in each language under the language's code of two letters. */
interface LanguageFile<Shape extends z.ZodRawShape, Part extends z.ZodType> {
  readonly own: z.infer<z.ZodObject<Shape>>;
  readonly parts: ByLanguage<z.infer<Part>>;
}

const LANGUAGE = /^[a-z]{2}$/;

/** The schema of such files, for the languages that one has; a name of the file's own is no language. */
function inLanguages<Shape extends z.ZodRawShape, Part extends z.ZodType>(shape: Shape, part: Part) {
  const schemas = new Map<string, z.ZodType<LanguageFile<Shape, Part>>>();
  return (raw: unknown): z.ZodType<LanguageFile<Shape, Part>> => {
    const codes = Object.keys(Object(raw) as object).filter(
      (name) => LANGUAGE.test(name) && !(name in shape),
    );
    const schema = schemas.get(codes.join()) ?? make(codes);
    schemas.set(codes.join(), schema);
    return schema;
  };

  function make(codes: readonly string[]): z.ZodType<LanguageFile<Shape, Part>> {
    const parts = Object.fromEntries(codes.map((code) => [code, part]));
    return z.strictObject({ ...shape, ...parts }).transform((read) => {
      const all = Object.entries(read);
      return {
        own: Object.fromEntries(all.filter(([name]) => name in shape)),
        parts: Object.fromEntries(all.filter(([name]) => !(name in shape))),
      } as LanguageFile<Shape, Part>;
    });
  }
}

/**
 * The shape of the files in a knowledge folder. Each rule's error text is the cure that the editor
 * reads. Unknown fields are refused, so that a mistyped name is not silently ignored.
 */
const text = (cure: string) => z.string({ error: cure }).trim().min(1, { error: cure });
const lines = (cure: string) => z.array(text(cure), { error: cure });
const day = z
  .string({ error: 'write a day as 2026-11-24' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write a day as 2026-11-24' });

const lead = text('write one sentence that answers by itself');
const body = z.string({ error: 'write text, or leave the field out' }).trim();

const variant = z.strictObject({
  for: z
    .array(z.enum(READER_FACTS, { error: `write facts of ${READER_FACTS.join(', ')}` }))
    .min(1, { error: 'name at least one fact, or write the general lead instead' }),
  lead,
  body: body.optional(),
});

const answerCase = z.strictObject({
  for: lines('name roles, countries as IT, or programmes').min(1, { error: 'name at least one, or others' }),
  label: text('write one to four words, as on a button, or leave the field out').optional(),
  lead,
  body: body.optional(),
});

const answerText = z.strictObject({
  question: text('write the question as a person would ask it'),
  label: text('write one to four words, as on a button, or leave the field out').optional(),
  examples: lines('write a list of phrasings, each a line of text in quotes').default([]),
  lead,
  verdicts: z.partialRecord(z.enum(MODALS, { error: `write one of ${MODALS.join(', ')}` }), lead).optional(),
  variants: z.array(variant, { error: 'write a list of "for", "lead" and "body"' }).optional(),
  cases: z.array(answerCase, { error: 'write a list of "for", "lead" and "body"' }).optional(),
  body: body.default(''),
  offer: text('write the offer as a question, or leave the field out').optional(),
});

const source = z.strictObject({
  document: text('name a document of sources/'),
  heading: text('name a heading of that document'),
});

const answerFile = inLanguages(
  {
    id: text('write the id, the same as the file name'),
    sources: z.array(source, { error: 'write a list of document and heading' }).default([]),
    related: lines('write a list of answer ids').default([]),
    dialog: text('name a dialog of intents/, or leave the field out').nullable().default(null),
    who: text('name a dialog of intents/, or leave the field out').optional(),
    variesBy: z.enum(CIRCUMSTANCES, { error: `write one of ${CIRCUMSTANCES.join(', ')}` }).optional(),
    reviewed: day,
  },
  answerText,
);

const intentText = z.strictObject({
  title: text('write the button text, one to four words'),
  examples: lines('write a list of phrasings, each a line of text in quotes'),
});

const intentFile = inLanguages({ dialog: text('name the dialog, the same as the file name') }, intentText);

const vocabularyFile = z.strictObject({
  synonyms: z
    .array(lines('write a list of words that mean the same'), { error: 'write a list of lists of words' })
    .default([]),
  chatSpellings: z
    .record(z.string(), text('write the full word'), { error: 'write pairs such as xke: perché' })
    .default({}),
  courtesy: lines('write a list of words and phrases').default([]),
  aspects: z
    .record(z.string(), z.record(z.string(), lines('write the words and phrases that tell this value')), {
      error: 'write the values of each aspect, and their words below',
    })
    .default({}),
  decisive: lines('write a list of aspects').default([]),
});

const outsideFile = z.strictObject({
  topics: z.record(
    z.string().regex(/^[a-z][a-z\d-]*$/, { error: 'write a topic in small letters, such as office-life' }),
    lines('write a list of questions that nothing here answers'),
    { error: 'write a list of questions for each topic, such as "invoices: [download an invoice]"' },
  ),
});

const relatedFile = z.array(z.array(z.string().min(1)).min(2), {
  error: 'write a list of groups of words, such as "- [tax, duty]"',
});

/** A heading in the document's own words, and in other languages. */
interface Heading {
  readonly own: string;
  readonly renderings: ByLanguage<string>;
}

const headingCure =
  'write the heading as the document has it, or "own:" with it and a language such as "it:" below';
const heading = z.union(
  [
    text(headingCure).transform((own): Heading => ({ own, renderings: {} })),
    z
      .object({ own: text(headingCure) })
      .catchall(text(headingCure))
      .refine((read) => Object.keys(read).every((name) => name === 'own' || LANGUAGE.test(name)))
      .transform(({ own, ...renderings }): Heading => ({ own, renderings })),
  ],
  { error: headingCure },
);

const sourceFile = inLanguages(
  {
    id: text('write the id, the same as the file name'),
    url: z.url({ protocol: /^https$/, error: 'write the full address, beginning with https://' }).nullable(),
    isConfirmed: z.boolean({ error: 'write true or false' }),
    headings: z
      .array(heading, { error: 'write a list of the headings that answers refer to' })
      .min(1, { error: 'write at least one heading' }),
    readOn: day.nullable().default(null),
    licence: text('write the licence, or that it is not stated'),
  },
  z.strictObject({ title: text('write the title of the document') }),
);

/** Why a file's content is refused; `parent` of an answer is found later, when all ids are known. */
export type ParsedFile<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads one file of `answers/`. */
export function parseAnswer(file: string, raw: unknown): ParsedFile<Answer> {
  return parseWith(answerFile(raw), file, raw, ({ own: { who, variesBy, ...rest }, parts }) => {
    return {
      ...rest,
      ...(who === undefined ? {} : { who }),
      ...(variesBy === undefined ? {} : { variesBy }),
      parent: null,
      texts: inEach(parts, toAnswerText),
    };
  });
}

/** Reads one file of `intents/`. */
export function parseIntent(file: string, raw: unknown): ParsedFile<Intent> {
  return parseWith(intentFile(raw), file, raw, ({ own, parts }) => ({
    ...own,
    examples: inEach(parts, ({ examples }) => examples),
    titles: inEach(parts, ({ title }) => title),
  }));
}

/** Reads one file of `vocabulary/`. */
export function parseVocabulary(file: string, raw: unknown): ParsedFile<Vocabulary> {
  return parseWith(vocabularyFile, file, raw, (value) => value);
}

/** Reads one file of `outside/`. */
export function parseOutside(file: string, raw: unknown): ParsedFile<OutsideTopics> {
  return parseWith(outsideFile, file, raw, ({ topics }) => topics);
}

/** Reads one file of `related/`. */
export function parseRelated(file: string, raw: unknown): ParsedFile<readonly (readonly string[])[]> {
  return parseWith(relatedFile, file, raw, (value) => value);
}

/** Reads one file of `sources/`. */
export function parseSource(file: string, raw: unknown): ParsedFile<SourceDocument> {
  return parseWith(sourceFile(raw), file, raw, ({ own, parts }) => ({
    ...own,
    titles: inEach(parts, ({ title }) => title),
  }));
}

function toAnswerText(read: z.infer<typeof answerText>): AnswerText {
  const { offer, label, verdicts, variants, cases, ...rest } = read;
  return {
    ...rest,
    ...(offer === undefined ? {} : { offer }),
    ...(label === undefined ? {} : { label }),
    ...(verdicts === undefined ? {} : { verdicts }),
    ...(variants === undefined ? {} : { variants: variants.map(toVariant) }),
    ...(cases === undefined ? {} : { cases: cases.map(toCase) }),
  };
}

function toVariant({ body: own, ...rest }: z.infer<typeof variant>): AnswerVariant {
  return own === undefined ? rest : { ...rest, body: own };
}

function toCase({ body: own, label, ...rest }: z.infer<typeof answerCase>): AnswerCase {
  return { ...rest, ...(label === undefined ? {} : { label }), ...(own === undefined ? {} : { body: own }) };
}

/** What is made of each language's part of a file. */
const inEach = <T, R>(parts: ByLanguage<T>, make: (part: T) => R): ByLanguage<R> =>
  Object.fromEntries(Object.entries(parts).map(([language, part]) => [language, make(part)]));

/** Reads a file with a schema; each problem names its field and the cure. */
export function parseWith<S extends z.ZodType, T>(
  schema: S,
  file: string,
  raw: unknown,
  toDomain: (value: z.infer<S>) => T,
): ParsedFile<T> {
  const result = readOutside(schema, raw);
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
