import { z } from 'zod';
import { parseWith, type Parsed } from './schema.ts';
import { MEANINGS, VERB_FORMS } from './words.ts';
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

const wordsFile = z.strictObject({
  spellings: pairs,
  contractions: pairs,
  cues: z.record(z.enum(MEANINGS, { error: `write one of ${MEANINGS.join(', ')}` }), phrases, {
    error: `write a list for each of ${MEANINGS.join(', ')}`,
  }),
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
});

/** Reads one file of `words/`. */
export function parseWords(file: string, raw: unknown): Parsed<Words> {
  return parseWith(wordsFile, file, raw, (value) => value);
}
