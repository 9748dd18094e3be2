import { parseArgs } from 'node:util';
import { KNOWLEDGE_FOLDER } from '../app/knowledge.ts';
import { examine } from '../doctor/examine.ts';
import type { Diagnosis } from '../doctor/diagnosis.ts';
import { examineOnline } from '../doctor/online.ts';

const LABELS: Readonly<Record<Diagnosis['level'], string>> = {
  fine: 'ok    ',
  advice: 'note  ',
  soon: 'SOON  ',
  broken: 'BROKEN',
};

/** Says in plain words what of the configuration is missing or ends soon; `--online` also asks Microsoft. */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { online: { type: 'boolean' } } });
  const findings = await examine({
    env: process.env,
    now: new Date(),
    knowledgeFolder: KNOWLEDGE_FOLDER,
    nodeVersion: process.versions.node,
    ...(values.online === true ? { online: examineOnline } : {}),
  });
  for (const { level, text } of findings) process.stdout.write(`${LABELS[level]} ${text}\n`);
  const count = (level: Diagnosis['level']) => findings.filter((each) => each.level === level).length;
  const [wrong, soon] = [count('broken'), count('soon')];
  process.stdout.write(`\n${summaryOf(wrong, soon)}\n`);
  if (wrong > 0) process.exitCode = 1;
}

function summaryOf(broken: number, soon: number): string {
  const later = soon === 0 ? '' : ` ${String(soon)} ${soon === 1 ? 'thing ends' : 'things end'} soon.`;
  if (broken === 0) return `The bot can start.${later}`;
  return `${String(broken)} ${broken === 1 ? 'thing has' : 'things have'} to be mended first.${later}`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`doctor: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
