import { openKnowledge } from '../../app/knowledge.ts';
import { endWithReader } from '../closed-pipe.ts';

const USAGE = `Measures the assistant.

  npm run -s bench                               a turn beside an echo bot of the same framework
  npm run -s bench -- accuracy --data DIR        the matching engine on public sets, beside other engines
      [--only NAME] [--typos 2] [--json]         or one set: --train FILE --test FILE [--out-of-scope LABEL] [--locale it|en]
  npm run -s bench -- few-shot --data DIR        the engine on the same sets drawn to 1, 5 and 10 examples, and on our own
      [--only NAME] [--seed 1]                   answers with their titles alone
  npm run -s bench -- speed [--json]             cost of a match at 14 to 10,000 entries, beside MiniSearch
  npm run -s bench -- promises                   what is promised in numbers, beside what this machine takes
  npm run -s bench -- durability                 what is lost, doubled or left unsaid when the bot is killed under load
      [--kills 60] [--seed N] [--json]
  npm run -s bench -- load                       16, 64 and 256 conversations at once, beside an echo bot; exits 1 over a limit
      [--parallel 16,64,256] [--only echo|bot|slow]
  npm run -s bench -- notices                    weekly lists of 10,000 people, due at one time, within Teams' limits;
      [--people N] [--tenants N] [--kills N]     exits 1 where one is lost or doubled
  npm run -s bench -- compare OLD NEW            by how much a change moved the cost of a turn, a start and a match, on equal
      [--knowledge DIR] [--rounds 5]             knowledge; OLD and NEW are folders or revisions; exits 1 over a tenth
  npm run -s bench -- memory                     whether memory stays flat over 100,000 turns of 5,000 people
      [--turns N] [--people N]
  npm run -s bench -- calibrate --data DIR       fits the constants of the confidence
  npm run -s bench -- documents --data DIR       how often the section that answers is found in a folder of documents, by
      --questions FILE [--questions FILE …]      questions {"q","gold":[{"path","heading"}]}; fits the weights of the mix
      [--locale it|en] [--parts] [--plain]       by signal, and without the words by which a question is widened
`;

/** Each bench is loaded only when it is wanted: the other engines are development dependencies. */
async function main([what, ...args]: readonly string[]): Promise<void> {
  await openKnowledge();
  if (what === undefined) return (await import('./turn.ts')).runTurnBench();
  if (what === 'accuracy') return (await import('./accuracy.ts')).runAccuracyBench(args);
  if (what === 'few-shot') return (await import('./few-shot.ts')).runFewShotBench(args);
  if (what === 'speed') return (await import('./speed.ts')).runSpeedBench(args);
  if (what === 'promises') return (await import('./promises.ts')).runPromisesBench();
  if (what === 'durability') return (await import('./durability.ts')).runDurabilityBench(args);
  if (what === 'load') return (await import('./load/bench.ts')).runLoadBench(args);
  if (what === 'notices') return (await import('./notices/bench.ts')).runNoticesBench(args);
  if (what === 'compare') return (await import('./compare.ts')).runCompareBench(args);
  if (what === 'memory') return (await import('./memory.ts')).runMemoryBench(args);
  if (what === 'calibrate') return (await import('./calibrate.ts')).runCalibration(args);
  if (what === 'documents') return (await import('./documents/bench.ts')).runDocumentsBench(args);
  process.stderr.write(USAGE);
  process.exitCode = 1;
}

endWithReader();
main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
