import { z } from 'zod';
import { isSpoken } from '../language/locale.ts';
import { parseWith, type ParsedFile } from './schema.ts';
import { LIST_NAMES, PHRASE_GROUPS, TABLES } from './sayings.ts';
import { ACTS, FOLLOW_UPS, MEANINGS, VERB_FORMS } from './words.ts';
import type { ActExamples, Words } from './words.ts';

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

/** A record with something for each of these names. */
const forEach = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  z.record(z.enum(names, { error: `write one of ${names.join(', ')}` }), value).prefault({} as never);

const wordsFile = z.strictObject({
  spellings: pairs,
  contractions: pairs,
  cues: forEach(MEANINGS, phrases),
  verbs: z.strictObject({ look: verbs, put: verbs, do: verbs }),
  conjugations: z.array(
    z.strictObject({ ending, forms, before: z.record(z.string(), z.string()).default({}) }),
    { error: 'write a list of conjugations, each with "ending" and "forms"' },
  ),
  irregular: z.record(z.string(), forms).default({}),
  clitics: phrases.default([]),
  pronouns: phrases.default([]),
  endings: forms.default({}),
  pastWords: phrases.default([]),
  plainYes: phrases,
  followUps: forEach(FOLLOW_UPS, phrases),
  phrases: forEach(Object.values(PHRASE_GROUPS).flat(), phrases),
  lists: forEach(LIST_NAMES, list),
  tables: forEach(TABLES, z.record(z.string(), z.union([z.string(), z.number()]))),
});

const each = <T>(names: readonly string[], value: T): Readonly<Record<string, T>> =>
  Object.fromEntries(names.map((name) => [name, value]));

/** A language of which nothing is written yet. */
const EMPTY: Readonly<Record<string, unknown>> = {
  cues: each(MEANINGS, []),
  verbs: { look: '', put: '', do: '' },
  conjugations: [],
  plainYes: [],
  followUps: each(FOLLOW_UPS, []),
  phrases: each(Object.values(PHRASE_GROUPS).flat(), []),
  lists: each(LIST_NAMES, []),
  tables: each(TABLES, {}),
};

/**
 * Reads one file of `words/`. One of a language that is spoken is whole; one of another may be partial, and the check
 * names what it lacks.
 */
export function parseWords(file: string, raw: unknown): ParsedFile<Words> {
  const [, language] = /(?:^|\/)([a-z]{2})\.\w+$/.exec(file) ?? [];
  const whole = isSpoken(language) ? raw : asWhole(raw);
  return parseWith(wordsFile, file, whole, (value) => value);
}

const actsFile = z
  .partialRecord(
    z.enum(ACTS, { error: `write one of ${ACTS.join(', ')}` }),
    z.record(z.string(), phrases, { error: 'write lists of clauses by what was asked' }),
  )
  .superRefine((acts, context) => {
    for (const [clause, among] of actsByClause(acts))
      if (among.size > 1)
        context.addIssue({
          code: 'custom',
          path: [[...among].at(-1) ?? ''],
          message: `"${clause}" is also an example of ${[...among].slice(0, -1).join(', ')}; keep one`,
        });
  });

/** What each clause is an example of, by what was asked. */
function actsByClause(acts: ActExamples): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [act, lists] of Object.entries(acts))
    for (const [asked, clauses] of Object.entries(lists))
      for (const clause of clauses) {
        const key = `${asked}: ${clause}`;
        found.set(key, (found.get(key) ?? new Set<string>()).add(act));
      }
  return found;
}

/** Reads one file of `acts/`. */
export function parseActs(file: string, raw: unknown): ParsedFile<ActExamples> {
  return parseWith(actsFile, file, raw, (value) => value);
}

function asWhole(raw: unknown): unknown {
  if (!isRecord(raw)) return raw;
  const filled = Object.entries(EMPTY).map(([part, none]) => {
    const own = raw[part];
    return [part, isRecord(own) && isRecord(none) ? { ...none, ...own } : (own ?? none)];
  });
  return { ...raw, ...Object.fromEntries(filled) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
