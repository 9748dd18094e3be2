import { pathToFileURL } from 'node:url';
import { spread, timeMatches } from './cost.ts';
import { mistyped, readHeldOut } from './held-out.ts';

/** Prints the median of a match in milliseconds, of the build whose code folder is named: a process of its own for each. */
async function printMatchTime(codeFolder: string): Promise<void> {
  const load = (file: string): Promise<unknown> => import(pathToFileURL(`${codeFolder}/${file}`).href);
  const { openKnowledge } = (await load('app/knowledge.js')) as typeof import('../../app/knowledge.ts');
  const { createAnswerer } = (await load(
    'matching/answerer.js',
  )) as typeof import('../../matching/answerer.ts');
  const times = timeMatches(createAnswerer(await openKnowledge()), mistyped(await readHeldOut()));
  process.stdout.write(`${String(spread(times).medianMs)}\n`);
}

await printMatchTime(process.argv[2] ?? '');
