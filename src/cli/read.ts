import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { isShipped, openKnowledge } from '../app/knowledge.ts';
import { learn } from '../app/trained-index.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { createReader, type Reader } from '../reading/reader.ts';
import type { ReadingContext } from '../reading/reading.ts';
import { endWithReader } from './closed-pipe.ts';
import { describeReading, toJsonLine } from './read-output.ts';

const USAGE = `Shows how a message is read: its clauses with what each does, the facts, and what nobody claimed.

  npm run -s read -- [--locale LANGUAGE] [--asked SLOT] [--today YYYY-MM-DD] [--known NAME …] "message"
  npm run -s read -- --jsonl < lines

A line is {"text", "locale", "today", "asked", "known"}; "asked" is what a form asked last, "review" for its summary.
`;

const line = z.object({
  text: z.string(),
  locale: z.string(),
  today: z.iso.date(),
  asked: z.string().nullable().default(null),
  known: z.array(z.string()).default([]),
});

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      knowledge: { type: 'string', default: 'knowledge' },
      locale: { type: 'string' },
      asked: { type: 'string' },
      today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      known: { type: 'string', multiple: true, default: [] },
      jsonl: { type: 'boolean', default: false },
    },
  });
  const text = positionals.join(' ');
  if (!values.jsonl && text === '') throw new AppError('invalid-input', USAGE);
  const { knowledge, acts } = isShipped(values.knowledge)
    ? await learn()
    : { knowledge: await openKnowledge(values.knowledge) };
  const reader = createReader(knowledge.words ?? {}, acts);
  if (values.jsonl) return readLines(reader);
  const locale = values.locale ?? detectLanguage(text)?.locale ?? 'it';
  const context = parseLine({ ...values, text, locale, asked: values.asked ?? null });
  process.stdout.write(describeReading(reader.read(text, context)));
}

async function readLines(reader: Reader): Promise<void> {
  for await (const typed of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (typed.trim() === '') continue;
    const given = parseLine(parseJson(typed.replace(/^\uFEFF/, '')));
    if (!process.stdout.write(toJsonLine(reader.read(given.text, given)))) {
      await new Promise((resume) => process.stdout.once('drain', resume));
    }
  }
}

function parseJson(typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch (cause) {
    throw new AppError('invalid-input', `read: no JSON: ${typed.slice(0, 60)}`, { cause });
  }
}

/** What was given, checked. */
function parseLine(given: unknown): ReadingContext & { readonly text: string } {
  const parsed = line.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError(
    'invalid-input',
    `read: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not usable'}`,
  );
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
