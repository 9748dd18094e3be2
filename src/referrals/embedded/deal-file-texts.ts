import { join } from 'node:path';
import { type HeldFolder, removeFile, replaceFile } from '../../storage/durable-file.ts';
import { readText, writtenAt } from '../../storage/record-files.ts';

/** The files that the deals of a data folder are kept as: all as they were once, and what changed since. */
export interface DealFileTexts {
  /** Of `deals.json`. */
  readonly all: string;
  /** Of `deals.log`; null where there is none. */
  readonly changes: string | null;
  readonly writtenAt: Date;
}

/**
 * Reads the two as they belong together, also while a process writes there; null where no deals are kept.
 *
 * A process that writes all anew replaces `deals.json` first and begins the log after it. So a log read between two
 * looks at the same `deals.json` is that one's.
 *
 * @throws AppError `unreachable` when they can't be read
 */
export async function readDealFiles(dir: string): Promise<DealFileTexts | null> {
  const [path, logPath] = pathsIn(dir);
  for (let before = await readText(path); ;) {
    const at = await writtenAt(path);
    const changes = await readText(logPath);
    const all = await readText(path);
    if (all === null) return null;
    if (all === before && at !== null) return { all, changes, writtenAt: at };
    before = all;
  }
}

/**
 * Puts deals in the place of those that are there. The log goes first: its lines follow another file.
 *
 * @throws AppError `unreachable` when they can't be written
 */
export async function writeDealFiles(
  folder: HeldFolder,
  texts: Omit<DealFileTexts, 'writtenAt'>,
): Promise<void> {
  const [path, logPath] = pathsIn(folder.dir);
  const choice = { folder, isDurable: true };
  await removeFile(logPath, folder, true);
  await replaceFile(path, texts.all, choice);
  if (texts.changes !== null) await replaceFile(logPath, texts.changes, choice);
}

function pathsIn(dir: string): readonly [all: string, changes: string] {
  return [join(dir, 'deals.json'), join(dir, 'deals.log')];
}
