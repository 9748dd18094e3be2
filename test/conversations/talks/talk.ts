import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import * as people from '../../../src/directory/sample-people.ts';

/**
 * Conversations as data: what a person says or taps, and what must then have been understood and done.
 *
 * What is expected is told by what is kept, not by how it is said, so that it holds whatever the sentences become:
 * which slot is asked, what the draft holds, how the deals stand, which answer was shown, what the buttons would do.
 * Only names and numbers that must be quoted back are looked for in the text.
 */

/** A part of a value: an object's named fields, `null` for "nothing there", a list for "one of these". */
export type Pattern = z.infer<typeof patternSchema>;
const patternSchema = z.json();
const pattern = z.record(z.string(), patternSchema);

const oneOrMore = z.union([z.string(), z.array(z.string())]);

const facts = {
  /** The open form, `none` where no form is open. */
  form: oneOrMore,
  /** The slot asked, `review` where the summary is shown; several where each is fine. */
  asked: oneOrMore,
  /** What the open form's values must be: `{ customer: Acme Srl, value: { amount: 50000 } }`. */
  values: pattern,
  /** What they must not be. */
  unlike: pattern,
  /** A kept draft, open or put aside, has these values. */
  draft: pattern,
  /** How many drafts are kept. */
  drafts: z.number().int(),
  /** How sample deals must stand by now, by customer. In all other turns every deal must stand as before. */
  deals: z.record(z.string(), z.enum(['open', 'won', 'lost'])),
  /** Each deal created in this turn, as far as told; an empty list where none may be, which holds wherever nothing is told. */
  created: z.array(pattern),
  /** The answer shown, by id: one of these. */
  answer: oneOrMore,
  /** Something that a button would do: `{ dialog: close-deal, deal: Fabrikam }`; each must be there. */
  offers: z.array(pattern),
  /** What no button may do. */
  withholds: z.array(pattern),
  /** Names and numbers that must be read in the reply; a list within is "one of these". */
  quotes: z.array(oneOrMore),
  /** What must not be read in it. */
  hides: z.array(z.string()),
  /** The one customer of the sample company that the reply speaks of. */
  about: z.string(),
  language: z.enum(['it', 'en']),
  /** True where nothing may be said. */
  isSilent: z.boolean(),
};

const factsSchema = z.strictObject(facts).partial();

const expectedSchema = z.strictObject({
  ...factsSchema.shape,
  /** Besides, one of these must hold: where an answer is as good as a question back. */
  anyOf: z.array(factsSchema).optional(),
});
export type Expected = z.infer<typeof expectedSchema>;

const fields = z.record(z.string(), patternSchema);

const turnSchema = z.strictObject({
  /** A message. */
  say: z.string().optional(),
  /** Presses the button of the last replies whose title matches. */
  tap: z.string().optional(),
  /** The same, passed over where there is no such button. */
  tapIf: z.string().optional(),
  /** Presses the button that would do this: `{ do: confirm }`. */
  press: pattern.optional(),
  pressIf: pattern.optional(),
  /** Fields of the activity besides, or an activity that says nothing. */
  post: fields.optional(),
  expect: expectedSchema.optional(),
  /** Regular expressions, case ignored, on all that can be read in this turn's replies. */
  must: z.array(z.string()).optional(),
  mustNot: z.array(z.string()).optional(),
  /** Whether what fails here is a silent misread; the conversation's word where absent. */
  misread: z.boolean().optional(),
});
export type TalkTurn = z.infer<typeof turnSchema>;

export const WHO = {
  sara: people.sara,
  marco: people.marco,
  elena: people.elena,
  paolo: people.paolo,
  dario: people.dario,
  nadia: people.nadia,
} as const;

const talkSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  who: z.enum(['sara', 'marco', 'elena', 'paolo', 'dario', 'nadia']).default('sara'),
  locale: z.enum(['it-IT', 'en-US']).default('it-IT'),
  /** True where something that must not be in a reply is a wrong fact, act or answer given as sure. */
  misread: z.boolean().default(false),
  /** Fields of every activity besides the usual ones. */
  with: fields.optional(),
  /** For the reader. */
  note: z.string().optional(),
  turns: z.array(turnSchema).min(1),
});
export type Talk = z.infer<typeof talkSchema>;

/** All conversations of a folder's YAML files, or of a file with one JSON object a line. */
export function readTalks(path: string): Talk[] {
  if (path.endsWith('.jsonl')) {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.filter((line) => line.trim() !== '').map((line) => talkSchema.parse(JSON.parse(line)));
  }
  const files = readdirSync(path).filter((name) => name.endsWith('.yaml'));
  return files.flatMap((name) => readYaml(join(path, name)));
}

function readYaml(path: string): Talk[] {
  const parsed = z.array(talkSchema).safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** What the person does in a turn, for the reader of a failure. */
export function spoken({ say, tap, tapIf, press, pressIf, post }: TalkTurn): string {
  const title = tap ?? tapIf;
  if (say !== undefined) return say;
  return title === undefined ? JSON.stringify(press ?? pressIf ?? post) : `[${title}]`;
}
