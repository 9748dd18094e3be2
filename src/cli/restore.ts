import { parseArgs } from 'node:util';
import { restore } from '../app/backup.ts';
import type { LeftOut } from '../backup/restore.ts';
import { readConfig } from '../config/config.ts';
import { AppError } from '../errors.ts';

const REASONS: Readonly<Record<LeftOut, string>> = {
  forgotten: 'left out: their owner had them deleted since',
  'over its days': 'left out: over the days that they are kept for',
  'not sent again': 'left out: messages that waited to be sent, and may have been sent since',
  'deals kept elsewhere': 'left out: the embedded deals, since deals are Partner Center’s here',
};

/** Puts a backup into the storage that the environment names. */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      replace: { type: 'boolean', default: false },
      'older-than-retention': { type: 'boolean', default: false },
    },
  });
  if (values.from === undefined)
    throw new AppError('invalid-input', 'restore: say from where, with --from FILE');
  const choice = {
    file: values.from,
    isReplacing: values.replace,
    mayBeOld: values['older-than-retention'],
    onWait: (message: string) => process.stderr.write(`${message}\n`),
  };
  const { header, counts, leftOut } = await restore(readConfig(process.env), choice, () => new Date());
  for (const [store, count] of counts) print(`${String(count).padStart(8)}  ${store}`);
  for (const [why, count] of leftOut) print(`${String(count).padStart(8)}  ${REASONS[why]}`);
  print(`Restored as it was on ${header.createdAt}.`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
