import { parseArgs } from 'node:util';
import { readStore } from '../app/read-only.ts';
import { readConfig } from '../config/config.ts';
import { AppError } from '../errors.ts';
import { type KeptQuestion, RATED_BY, type Rating } from '../questions/question.ts';
import { endWithReader } from './closed-pipe.ts';

const USAGE = `Shows what people said of answers, and what was not answered, as far as it is kept.

  npm run -s feedback -- list [--all] [--jsonl]

Without --all only what somebody rated; with --jsonl a line of JSON for each.
`;

/** Lists kept questions, newest first, whether the assistant runs or not. */
async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false }, jsonl: { type: 'boolean', default: false } },
  });
  if (positionals.join(' ') !== 'list') throw new AppError('invalid-input', USAGE);
  const kept = await readStore(readConfig(process.env), 'questions', () => new Date());
  const shown = kept
    .filter(({ rating }) => values.all || rating !== null)
    .sort((one, other) => other.at.localeCompare(one.at));
  for (const each of shown) print(values.jsonl ? JSON.stringify(each) : describe(each));
  if (!values.jsonl) print(summaryOf(shown));
}

function describe({ at, rating, outcome, answerId, candidates, picked, words }: KeptQuestion): string {
  const came =
    answerId ?? `${outcome}${picked === null ? '' : `, picked ${picked}`} (${candidates.join(', ')})`;
  const mark = rating === null ? '     -' : `${rating.as} by ${rating.by}`;
  const comment = rating?.comment == null ? '' : `\n    comment: ${rating.comment}`;
  return `${at.slice(0, 16).replace('T', ' ')}  ${mark}  ${came}\n    ${words ?? '(by a button)'}${comment}`;
}

/** How many of each, and in brackets by which way; how many of them said why. */
function summaryOf(shown: readonly KeptQuestion[]): string {
  const ratings = shown.flatMap(({ rating }) => rating ?? []);
  const count = (as: Rating): string => {
    const own = ratings.filter((rating) => rating.as === as);
    const ways = RATED_BY.flatMap((way) => {
      const count = own.filter(({ by }) => by === way).length;
      return count === 0 ? [] : [`${String(count)} by ${way}`];
    });
    return `${String(own.length)} ${as}d${ways.length === 0 ? '' : ` (${ways.join(', ')})`}`;
  };
  const comments = ratings.filter(({ comment }) => comment !== null).length;
  const unrated = String(shown.length - ratings.length);
  return `${count('like')}, ${count('dislike')}, ${String(comments)} with a comment; ${unrated} not answered or asked back.`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

endWithReader();
main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
