import { parseArgs } from 'node:util';
import { backUp } from '../app/backup.ts';
import { readConfig } from '../config/config.ts';
import { AppError } from '../errors.ts';

/** Writes all that the assistant keeps into one file, whether it runs or not. */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
  if (values.out === undefined) throw new AppError('invalid-input', 'backup: say where to, with --out FILE');
  const { counts, leftOut } = await backUp(readConfig(process.env), values.out, () => new Date());
  for (const [store, count] of counts) print(`${String(count).padStart(8)}  ${store}`);
  const waiting = counts.get('outbound') ?? 0;
  if (waiting > 0)
    print(
      `Of these the ${String(waiting)} in outbound are sent by no restore: wait for the queue to be empty if you move.`,
    );
  if (leftOut > 0)
    print(
      `${String(leftOut)} files of an older release are not in it; start this release once to carry them over, and back up again.`,
    );
  print(`Written to ${values.out}. It holds what people wrote: keep it as you keep the data itself.`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
