// The one test command: the build with its type check, lint, format and all tests, each counted, and a last line that
// says how it went. What can be done at the same time is: no processor waits for another.
// With `unit` it is the build and the unit tests alone.
import { spawn } from 'node:child_process';
import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';

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

/** Each takes up to a gigabyte and a half of memory. */
const MOST_PROCESSORS = 6;

/** A file system in memory, where the machine has one. */
const MEMORY = '/dev/shm';
/** Bytes: a run needs some hundred megabytes, where a container has 64 of them unless it is given more. */
const ENOUGH = 4 * 2 ** 30;

const FAILED: Outcome = { passed: 0, failed: 1, skipped: [] };

/** Tests of one part each. What takes longest begins first, here and below, so that no process is left alone with it. */
const UNIT_TESTS = [
  'dist/test/{readers,storage,telemetry,webhooks}/**/*.test.js',
  'dist/test/!(readers|storage|telemetry|webhooks|conversations|browser|durability|cli)/**/*.test.js',
  'dist/test/*.test.js',
];

/** With whole conversations, the browser, and programs in processes of their own. */
const ALL_TESTS = [
  'dist/test/conversations/talks/*.test.js',
  'dist/test/browser/*.test.js',
  'dist/test/conversations/*.test.js',
  'dist/test/{durability,cli}/**/*.test.js',
  ...UNIT_TESTS,
];

/** Where tests write: no data of theirs outlives them, so none has to reach a disk. */
function temporaryFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ENOUGH ? MEMORY : tmpdir();
}

/** Runs a script of ours or of node_modules; keeps what it prints, and passes it on at once where that is asked for. */
function run(script: string, args: readonly string[], print = (_: string): void => undefined): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TMPDIR: temporaryFolder() },
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      print(chunk.toString());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
  });
}

/** A step that passes or fails as a whole; what it says is printed in one piece, whatever runs beside it. */
async function check(name: string, script: string, args: readonly string[] = []): Promise<Outcome> {
  const { exitCode, output } = await run(script, args);
  console.log(`${output}${exitCode === 0 ? 'ok' : 'FAILED'}: ${name}`);
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: [] } : FAILED;
}

/** Tests; a run that dies, or finds no test, counts as failed whatever it printed. */
async function tests(files: readonly string[]): Promise<Outcome> {
  const args = [
    '--no-color',
    '--exit',
    // The test files share nothing, so each process takes the next one. Four more than there are processors, since
    // tests also wait: for a disk, a browser, another process.
    '--parallel',
    `--jobs=${String(Math.min(availableParallelism(), MOST_PROCESSORS) + 4)}`,
    // A test that hangs must end; one that is slow on a busy machine must not fail for it.
    '--timeout=60000',
    ...files,
  ];
  const print = (text: string): void => void process.stdout.write(text);
  const { exitCode, output } = await run('node_modules/mocha/bin/mocha.js', args, print);
  const count = (word: string) => Number(new RegExp(`^ {2}(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  const passed = count('passing');
  const failed = count('failing');
  const isComplete = passed > 0 && (exitCode === 0) === (failed === 0);
  // Only up to the sum: below it a difference of two lists has lines of the same look.
  const [listed = ''] = output.split(/^ {2}\d+ passing/m);
  const pending = count('pending');
  // What a test prints may look like one that was skipped: mocha's count says whether there are any.
  const named = [...listed.matchAll(/^ +- (.+)$/gm)].map((match) => match[1] ?? '');
  const skipped = pending === 0 ? [] : named;
  if (skipped.length !== pending) skipped.push(`(${String(pending)} tests by mocha's count)`);
  return { passed, failed: isComplete ? failed : failed + 1, skipped };
}

/** Tests are run as they are compiled. */
async function buildAndTest(files: readonly string[]): Promise<Outcome[]> {
  const built = await check('build', 'build.js');
  return built.failed > 0 ? [built] : [built, await tests(files)];
}

async function checkStyle(): Promise<Outcome[]> {
  return [
    await check('lint', 'node_modules/oxlint/bin/oxlint'),
    await check('format', 'node_modules/oxfmt/bin/oxfmt', ['--check']),
  ];
}

async function main(isUnit: boolean): Promise<void> {
  const parts = isUnit ? [buildAndTest(UNIT_TESTS)] : [buildAndTest(ALL_TESTS), checkStyle()];
  const outcomes = (await Promise.all(parts)).flat();
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  for (const name of skipped) console.log(`skipped: ${name}`);
  const failed = sum((outcome) => outcome.failed);
  const counted = `${String(sum((outcome) => outcome.passed))} passed, ${String(failed)} failed`;
  console.log(skipped.length === 0 ? counted : `${counted}, ${String(skipped.length)} skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main(process.argv[2] === 'unit');
