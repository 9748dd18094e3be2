import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../errors.ts';
import { checkKnowledge } from '../knowledge/check.ts';
import { importCsv } from '../knowledge/import-csv.ts';
import { openKnowledge } from '../app/knowledge.ts';
import { readKnowledgeFolder } from '../knowledge/load.ts';
import { describeProblem } from '../knowledge/problem.ts';
import type { Locale } from '../language/locale.ts';
import { LOCALES } from '../language/locale.ts';
import { withDocuments } from '../documents/search/with-documents.ts';
import { createAnswerer } from '../matching/answerer.ts';
import { endWithReader } from './closed-pipe.ts';
import { readQuestions, runQuestions } from './question-sets.ts';
import type { Miss, SetResult } from './question-sets.ts';

const USAGE = `Usage: npm run knowledge -- check [--knowledge DIR]
       npm run knowledge -- import PATH… --out DIR --locale it|en [--url ADDRESS] [--licence TEXT] [--yes] [--dry-run]
       npm run knowledge -- import --csv FILE --out DIR --locale it|en
       npm run knowledge -- test [--knowledge DIR] [--questions FILE.jsonl --locale it|en]`;

/** The flags of all commands. */
function readFlags() {
  return parseArgs({
    allowPositionals: true,
    options: {
      knowledge: { type: 'string', default: 'knowledge' },
      csv: { type: 'string' },
      out: { type: 'string' },
      locale: { type: 'string' },
      questions: { type: 'string' },
      url: { type: 'string' },
      licence: { type: 'string' },
      yes: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
}

async function main(): Promise<void> {
  const { values, positionals } = readFlags();
  const locale = LOCALES.find((each) => each === values.locale);
  if (values.locale !== undefined && locale === undefined) {
    throw new AppError('invalid-input', `knowledge: --locale is it or en, not "${values.locale}"`);
  }
  const [command, ...paths] = positionals;
  if (command === 'check') return check(values.knowledge);
  if (command === 'test') return test(values.knowledge, values.questions, locale);
  if (command === 'import' && values.csv && values.out && locale) {
    return importFolder(values.csv, values.out, locale);
  }
  if (command === 'import' && paths.length > 0 && values.out && locale) {
    const { out, url = null, licence = null, yes, 'dry-run': dryRun } = values;
    // The parsers of documents are loaded for an import only.
    const { importDocuments } = await import('./import.ts');
    return importDocuments({ paths, out, locale, url, licence, yes, dryRun }, print);
  }
  throw new AppError('invalid-input', USAGE);
}

async function check(dir: string): Promise<void> {
  const folder = await readKnowledgeFolder(dir);
  const problems = checkKnowledge(folder);
  for (const problem of problems) print(`${problem.severity}: ${describeProblem(problem)}`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const counts = `${folder.answers.length} answers, ${folder.intents.length} dialogs`;
  print(`${counts}: ${errors} errors, ${problems.length - errors} warnings`);
  if (errors > 0) process.exitCode = 1;
}

async function importFolder(file: string, out: string, locale: Locale): Promise<void> {
  const { answers, examples } = await importCsv({ file, out, locale });
  print(`${answers} answers with ${examples} examples written to ${out}`);
}

async function test(dir: string, file: string | undefined, locale: Locale | undefined): Promise<void> {
  if (file !== undefined && locale === undefined) throw new AppError('invalid-input', USAGE);
  const knowledge = await openKnowledge(dir);
  const answerer = withDocuments(createAnswerer(knowledge), knowledge);
  const sets = LOCALES.filter((each) => locale === undefined || each === locale).map((each) => ({
    locale: each,
    file: file ?? `test/questions/${each}.jsonl`,
  }));
  for (const set of sets) {
    const result = runQuestions(answerer, await readQuestions(set.file), set.locale);
    for (const miss of result.misses) print(describeMiss(miss));
    print(describeResult(basename(set.file), result));
  }
}

function describeMiss({ question, match }: Miss): string {
  const best = match.candidates.map(({ id, confidence }) => `${id} ${confidence.toFixed(2)}`).join(', ');
  const got = match.id === null ? match.outcome : `${match.outcome} ${match.id}`;
  return `"${question.q}" (${question.kind}): ${question.expect} expected, ${got}; best: ${best}`;
}

function describeResult(name: string, result: SetResult): string {
  const share = (part: number) => `${((100 * part) / Math.max(1, result.inScope)).toFixed(1)} %`;
  return [
    `${name}: ${result.inScope} lines with an answer: ${share(result.first)} first,`,
    `${share(result.amongThree)} among three, ${share(result.right)} answered right, ${share(result.wrong)} wrong;`,
    `${result.outOfScope} without: ${result.outOfScopeAnswered} answered`,
  ].join(' ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

endWithReader();
try {
  await main();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
