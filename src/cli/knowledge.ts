import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config/config.ts';
import { AppError } from '../errors.ts';
import { checkKnowledge } from '../knowledge/check.ts';
import { importCsv } from '../knowledge/import-csv.ts';
import { chatAnswerer } from '../app/chat-answerer.ts';
import { learnFrom } from '../app/trained-index.ts';
import { readKnowledgeFolder } from '../knowledge/load.ts';
import { describeProblem } from '../knowledge/problem.ts';
import { type Language, LOCALES } from '../language/locale.ts';
import { endWithReader } from './closed-pipe.ts';
import { belowFloor, describeMiss, describeResult } from './question-report.ts';
import { readQuestions, runQuestions } from '../workshop/question-sets.ts';
import { acceptFromQueue, listQueue } from './queue.ts';
import { findUnreached } from './reach.ts';

const USAGE = `Usage: npm run knowledge -- check [--knowledge DIR]
       npm run knowledge -- import PATH… --out DIR --locale LANGUAGE [--url ADDRESS] [--licence TEXT] [--yes] [--dry-run]
       npm run knowledge -- import --csv FILE --out DIR --locale LANGUAGE
       npm run knowledge -- export [--out DIR] [--knowledge DIR] [--company TENANT]
       npm run knowledge -- queue [--knowledge DIR]
       npm run knowledge -- accept ID… [--as ANSWER|DIALOG] [--not-ours TOPIC] [--line TEXT] [--knowledge DIR]
       npm run knowledge -- test [--knowledge DIR] [FILE.jsonl] [--locale LANGUAGE] [--floor 0.9]
A question set is of the language that its name begins with (en-sales.jsonl), or of --locale.`;

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
      floor: { type: 'string' },
      as: { type: 'string' },
      'not-ours': { type: 'string' },
      line: { type: 'string' },
      company: { type: 'string' },
    },
  });
}

async function main(): Promise<void> {
  const { values, positionals } = readFlags();
  const { locale } = values;
  if (locale !== undefined && !/^[a-z]{2}$/.test(locale)) {
    throw new AppError('invalid-input', `knowledge: --locale is two letters, such as it, not "${locale}"`);
  }
  const [command, ...paths] = positionals;
  if (command === 'check') return check(values.knowledge);
  if (command === 'test') {
    const sets = setsOf(paths[0] ?? values.questions, locale);
    return test(values.knowledge, sets, readFloor(values.floor));
  }
  if (command === 'import' && values.csv && values.out && locale) {
    return importFolder(values.csv, values.out, locale);
  }
  if (command === 'import' && paths.length > 0 && values.out && locale) {
    const { out, url = null, licence = null, yes, 'dry-run': dryRun } = values;
    // The parsers of documents are loaded for an import only.
    const { importDocuments } = await import('./import.ts');
    return importDocuments({ paths, out, locale, url, licence, yes, dryRun }, print);
  }
  if (command === 'export') {
    const { knowledge: dir, out = 'exported-knowledge', company = null } = values;
    const { exportLayers } = await import('./export.ts');
    if (!(await exportLayers({ dir, out, company }, readConfig(process.env), print))) process.exitCode = 1;
    return;
  }
  if (command === 'queue') return listQueue({ dir: values.knowledge }, print);
  if (command === 'accept' && paths.length > 0) {
    const { knowledge: dir, as = null, 'not-ours': notOurs = null, line = null } = values;
    if (!(await acceptFromQueue(paths, { dir, as, notOurs, line }, print))) process.exitCode = 1;
    return;
  }
  throw new AppError('invalid-input', USAGE);
}

async function check(dir: string): Promise<void> {
  const folder = await readKnowledgeFolder(dir);
  const found = checkKnowledge(folder, new Date().toISOString().slice(0, 10));
  const isUsable = !found.some(({ severity }) => severity === 'error');
  // The engine can learn only from a folder that it can read.
  const unreached = isUsable ? findUnreached(folder, (await learnFrom(dir)).answerer) : [];
  const problems = [...found, ...unreached];
  for (const problem of problems) print(`${problem.severity}: ${describeProblem(problem)}`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const counts = `${folder.answers.length} answers, ${folder.intents.length} dialogs`;
  print(`${counts}: ${errors} errors, ${problems.length - errors} warnings`);
  if (errors > 0) process.exitCode = 1;
}

async function importFolder(file: string, out: string, locale: Language): Promise<void> {
  const { answers, examples } = await importCsv({ file, out, locale });
  print(`${answers} answers with ${examples} examples written to ${out}`);
}

interface QuestionSet {
  readonly locale: Language;
  readonly file: string;
}

/** The set named, else those that ship. */
function setsOf(file: string | undefined, locale: Language | undefined): QuestionSet[] {
  if (file === undefined) {
    const locales = LOCALES.filter((each) => locale === undefined || each === locale);
    return locales.map((each) => ({ locale: each, file: `test/questions/${each}.jsonl` }));
  }
  const named = locale ?? /^[a-z]{2}(?![a-z])/i.exec(basename(file))?.[0].toLowerCase();
  if (named === undefined) throw new AppError('invalid-input', USAGE);
  return [{ locale: named, file }];
}

function readFloor(given: string | undefined): number {
  const floor = Number(given ?? 0);
  if (floor >= 0 && floor <= 1) return floor;
  throw new AppError('invalid-input', `knowledge: --floor is a share from 0 to 1, not "${String(given)}"`);
}

async function test(dir: string, sets: readonly QuestionSet[], floor: number): Promise<void> {
  const answerer = chatAnswerer(await learnFrom(dir));
  for (const { file, locale } of sets) {
    const result = runQuestions(answerer, await readQuestions(file), locale);
    for (const miss of result.misses) {
      print(describeMiss(miss, answerer.explain(miss.question.q, { locale })));
    }
    print(describeResult(basename(file), result));
    const lack = belowFloor(result, floor);
    if (lack === null) continue;
    print(`${basename(file)}: ${lack}`);
    process.exitCode = 1;
  }
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
