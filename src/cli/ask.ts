import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { AppError } from '../errors.ts';
import { learnFrom } from '../app/trained-index.ts';
import { detectLanguage } from '../language/detect-language.ts';
import type { Language } from '../language/locale.ts';
import { languages } from '../language/said.ts';
import type { ExplainingAnswerer } from '../matching/answerer.ts';
import { endWithReader } from './closed-pipe.ts';
import {
  describeExplanation,
  describeMatch,
  listSources,
  type PassageSources,
  toJsonLine,
} from './ask-output.ts';

const USAGE = `Asks the matching engine, without a chat.

  npm run -s ask -- [--knowledge DIR] [--locale LANGUAGE] [--explain] "utterance"
  npm run -s ask -- --jsonl [--knowledge DIR] [--locale LANGUAGE] < lines

A line is an utterance, or a JSON object with "q" or "utterance". Without --locale each line's words tell its language.
`;

/** Asks one thing, or line by line from standard input. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      knowledge: { type: 'string', default: 'knowledge' },
      locale: { type: 'string' },
      jsonl: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
    },
  });
  const utterance = positionals.join(' ');
  if (!values.jsonl && utterance === '') throw new AppError('invalid-input', USAGE);
  const { knowledge, answerer } = await learnFrom(values.knowledge);
  const locale = readLocale(values.locale);
  const sources = listSources(knowledge);
  if (values.jsonl) return answerLines(answerer, sources, locale);
  const context = { locale: locale ?? languageOf(utterance) };
  process.stdout.write(describeMatch(answerer.match(utterance, context)));
  if (values.explain) process.stdout.write(`\n${describeExplanation(answerer.explain(utterance, context))}`);
}

function readLocale(given: string | undefined): Language | null {
  if (given === undefined || languages().includes(given)) return given ?? null;
  throw new AppError('invalid-input', `ask: --locale is ${languages().join(' or ')}, not "${given}"`);
}

function languageOf(utterance: string): Language {
  return detectLanguage(utterance)?.locale ?? 'it';
}

async function answerLines(
  answerer: ExplainingAnswerer,
  sources: PassageSources,
  locale: Language | null,
): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    // Some editors begin a file with a byte order mark, which nobody said.
    const utterance = readLine(line.replace(/^\uFEFF/, ''));
    const match = answerer.match(utterance, { locale: locale ?? languageOf(utterance) });
    if (!process.stdout.write(toJsonLine(utterance, match, sources))) {
      await new Promise((resume) => process.stdout.once('drain', resume));
    }
  }
}

/** The utterance of a line: its `q` or `utterance` where it is a JSON object, else all of it. */
function readLine(line: string): string {
  if (!line.trimStart().startsWith('{')) return line;
  try {
    const read: unknown = JSON.parse(line);
    if (typeof read !== 'object' || read === null) return line;
    const text = 'q' in read ? read.q : 'utterance' in read ? read.utterance : null;
    return typeof text === 'string' ? text : line;
  } catch {
    return line;
  }
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
