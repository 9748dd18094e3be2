// Does with the lock of a data folder what it is told, a JSON order a line, and answers each with a line.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '../../src/errors.ts';
import { replaceFile } from '../../src/storage/durable-file.ts';
import { type FolderLock, lockFolder, type LockOptions } from '../../src/storage/folder-lock.ts';

export type Order =
  | { readonly act: 'lock'; readonly dir: string; readonly options?: LockOptions }
  | { readonly act: 'write'; readonly text: string }
  | { readonly act: 'release' };

let lock: FolderLock | null = null;

async function obey(order: Order): Promise<string> {
  if (order.act === 'lock') lock = await lockFolder(order.dir, order.options);
  else if (lock === null) return 'no lock';
  else if (order.act === 'release') await lock.release();
  else await replaceFile(join(lock.dir, 'written'), order.text, { folder: lock, isDurable: false });
  return 'done';
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await obey(JSON.parse(line) as Order).catch((error: unknown) =>
    error instanceof AppError ? (error.details.reason ?? error.code) : String(error),
  );
  writeSync(1, `${answer}\n`);
}
