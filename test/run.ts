// The one test command: lint, format and all tests, each counted, and a last line that says how it went.
// The build comes before it and checks the types.
import { spawn } from 'node:child_process';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Names of the tests that did not run, each with its reason if it gave one. */
  readonly skipped: readonly string[];
}

interface Run {
  readonly exitCode: number;
  readonly output: string;
}

/** The build with its type check: without it this file would not run. */
const BUILT: Outcome = { passed: 1, failed: 0, skipped: [] };

/** Runs a script of node_modules; what it prints is passed on at once, and kept. */
function run(script: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
  });
}

/** A step that passes or fails as a whole. */
async function check(name: string, script: string, args: readonly string[]): Promise<Outcome> {
  const { exitCode } = await run(script, args);
  console.log(`${exitCode === 0 ? 'ok' : 'FAILED'}: ${name}`);
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };
}

/** All tests; a run that dies, or finds no test, counts as failed whatever it printed. */
async function tests(): Promise<Outcome> {
  const { exitCode, output } = await run('mocha/bin/mocha.js', [
    '--no-color',
    '--exit',
    // The test files share nothing, so each of two processes takes the next one.
    '--parallel',
    '--jobs=2',
    '--enable-source-maps',
    // A test that hangs must end; one that is slow on a busy machine must not fail for it.
    '--timeout=60000',
    // What takes longest begins first, so that no process is left alone with it.
    'dist/test/readers/*.test.js',
    'dist/test/conversations/talks/*.test.js',
    'dist/test/conversations/!(talks)/**/*.test.js',
    'dist/test/conversations/*.test.js',
    'dist/test/!(readers|conversations)/**/*.test.js',
    'dist/test/*.test.js',
  ]);
  const count = (word: string) => Number(new RegExp(`^ {2}(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  const passed = count('passing');
  const failed = count('failing');
  const isComplete = passed > 0 && (exitCode === 0) === (failed === 0);
  // Only up to the sum: below it a difference of two lists has lines of the same look.
  const [listed = ''] = output.split(/^ {2}\d+ passing/m);
  const skipped = [...listed.matchAll(/^ +- (.+)$/gm)].map((match) => match[1] ?? '');
  if (skipped.length !== count('pending'))
    skipped.push(`(${String(count('pending'))} tests by mocha's count)`);
  return { passed, failed: isComplete ? failed : failed + 1, skipped };
}

async function main(): Promise<void> {
  const outcomes = await Promise.all([
    check('lint', 'eslint/bin/eslint.js', ['.']),
    check('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  ]);
  outcomes.push(BUILT, await tests());
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  for (const name of skipped) console.log(`skipped: ${name}`);
  const failed = sum((outcome) => outcome.failed);
  const counted = `${String(sum((outcome) => outcome.passed))} passed, ${String(failed)} failed`;
  console.log(skipped.length === 0 ? counted : `${counted}, ${String(skipped.length)} skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
