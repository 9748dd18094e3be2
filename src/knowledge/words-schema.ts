import { z } from 'zod';
import { parseWith, type ParsedFile } from './schema.ts';
import { LIST_NAMES, PHRASE_GROUPS, TABLES } from './sayings.ts';
import { FOLLOW_UPS, MEANINGS, VERB_FORMS } from './words.ts';
import type { Words } from './words.ts';

const phrase = z
  .string({ error: 'write a word or a phrase; "yes", "no", "true" and numbers in quotes' })
  .trim()
  .min(1, { error: 'write a word or a phrase' });
const phrases = z.array(phrase, { error: 'write a list of words and phrases' });
const verbs = z
  .string({ error: 'write verbs with spaces between them' })
  .transform((text) => text.split(/\s+/).filter((verb) => verb !== ''));
const ending = z.string({ error: 'write an ending, or "" for none' });
const forms = z.partialRecord(
  z.enum(VERB_FORMS, { error: `write one of ${VERB_FORMS.join(', ')}` }),
  z.array(ending, { error: 'write a list of endings or forms' }),
);
const pairs = z.record(z.string(), phrase, { error: 'write pairs such as "xke: perché"' }).default({});

/** Words alone may be written with spaces between them. */
const list = z.union([verbs, phrases], { error: 'write a list of words and phrases' });

/** A record with something for each of these names; what is not written is empty, and named by the check. */
const forEach = <Name extends string, Value>(names: readonly Name[], value: z.ZodType<Value>, empty: Value) =>
  z
    .partialRecord(z.enum(names, { error: `write one of ${names.join(', ')}` }), value)
    .default({})
    .transform(
      (read) =>
        Object.fromEntries(
          names.map((name) => [name, (read as Partial<Record<Name, Value>>)[name] ?? empty]),
        ) as Record<Name, Value>,
    );

const wordsFile = z.strictObject({
  spellings: pairs,
  contractions: pairs,
  cues: forEach(MEANINGS, phrases, []),
  verbs: forEach(['look', 'put', 'do'], verbs, []),
  conjugations: z
    .array(z.strictObject({ ending, forms, before: z.record(z.string(), z.string()).default({}) }), {
      error: 'write a list of conjugations, each with "ending" and "forms"',
    })
    .default([]),
  irregular: z.record(z.string(), forms).default({}),
  clitics: phrases.default([]),
  pronouns: phrases.default([]),
  endings: forms.default({}),
  pastWords: phrases.default([]),
  plainYes: phrases.default([]),
  followUps: forEach(FOLLOW_UPS, phrases, []),
  phrases: forEach(Object.values(PHRASE_GROUPS).flat(), phrases, []),
  lists: forEach(LIST_NAMES, list, []),
  tables: forEach(TABLES, z.record(z.string(), z.union([z.string(), z.number()])), {}),
});

/** Reads one file of `words/`. */
export function parseWords(file: string, raw: unknown): ParsedFile<Words> {
  return parseWith(wordsFile, file, raw, (value) => value);
}
