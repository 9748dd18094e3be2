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
 * The log comes first. A process that writes all anew replaces `deals.json` before it begins the log anew, so a file
 * read after the log has whatever came before the log's first line, and lines that are in it already are passed over.
 *
 * @throws AppError `unreachable` when they can't be read
 */
export async function readDealFiles(dir: string): Promise<DealFileTexts | null> {
  const [path, logPath] = pathsIn(dir);
  const changes = await readText(logPath);
  const at = await writtenAt(path);
  const all = await readText(path);
  return all === null || at === null ? null : { all, changes, writtenAt: at };
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
