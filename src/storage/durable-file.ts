import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';

/** A folder that this process may write; `lockFolder` gives it. */
export interface HeldFolder {
  readonly dir: string;
  /**
   * For temporary files. The moment another process takes the folder over, this one is gone, and whatever was
   * on its way through it can't reach its place any more: that is what keeps two processes from writing.
   */
  readonly tempDir: string;
  /**
   * Resolves when this process holds the folder.
   *
   * @throws AppError `unreachable`, with reason `folder-lost` when another process has it.
   */
  assertHeld(): Promise<void>;
}

export interface WriteOptions {
  /** The held folder that the file is in, at any depth. */
  readonly folder: HeldFolder;
  /** True: the data also survives a power cut, since file and folder are synced; about 3 ms instead of 0.5. */
  readonly isDurable: boolean;
  /** Name of the temporary file; each write needs one of its own. */
  readonly newTempName?: () => string;
}

/**
 * Replaces the file with `text`, wholly or not at all: a temporary file is written and then renamed, so
 * a crash leaves the old content or the new one. Only the owner may read it. A long text may come in parts;
 * between two of them others get the processor.
 *
 * @throws AppError `unreachable` when it can't be written; the old content is then still there. With reason
 *   `folder-lost` when another process has the folder now.
 */
export async function replaceFile(
  path: string,
  text: string | Uint8Array | Iterable<string>,
  options: WriteOptions,
): Promise<void> {
  const { folder, isDurable } = options;
  const temp = join(folder.tempDir, options.newTempName?.() ?? newTempName());
  try {
    await writeNew(temp, text, isDurable);
    const firstNewFolder = await moveInto(temp, path);
    if (isDurable) await syncFolders(dirname(path), firstNewFolder);
  } catch (cause) {
    await rm(temp, { force: true }).catch(() => undefined);
    await folder.assertHeld();
    throw storeError('write', path, cause);
  }
}

/** Moves a file to its place. Its folder is there all but the first time. Returns the first folder that was not. */
async function moveInto(temp: string, path: string): Promise<string | undefined> {
  try {
    await rename(temp, path);
    return undefined;
  } catch (error) {
    if (!isAbsent(error)) throw error;
    const firstNewFolder = await makeFolder(dirname(path));
    await rename(temp, path);
    return firstNewFolder;
  }
}

/**
 * Removes a file, or a folder with all that is in it, if it is there. It leaves through the folder for temporary files,
 * so that a process that has lost the folder can't remove what another wrote.
 *
 * @param isDurable true: it stays removed after a power cut
 * @throws AppError `unreachable`, as for {@link replaceFile}.
 */
export async function removeFile(path: string, folder: HeldFolder, isDurable = false): Promise<void> {
  const temp = join(folder.tempDir, newTempName());
  try {
    await rename(path, temp);
    await rm(temp, { recursive: true });
    if (isDurable) await syncFolder(dirname(path));
  } catch (cause) {
    const isGone = isAbsent(cause);
    // What could not be removed is where it was: not gone, and not kept where nobody looks for it.
    if (!isGone) await rename(temp, path).catch(() => undefined);
    await folder.assertHeld();
    if (!isGone) throw storeError('remove', path, cause);
  }
}

/**
 * Makes a folder and those above it, for the owner alone. Not Node's recursive mkdir: below /proc, where
 * nothing can be made and the kernel says ENOENT, that one never ends.
 *
 * @returns the first folder that was not there before; undefined when all were.
 * @throws the system's error when it can't be made.
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  try {
    return await makeOneFolder(path);
  } catch (error) {
    const parent = dirname(path);
    if (!isAbsent(error) || parent === path) throw error;
    const first = await makeFolder(parent);
    const own = await makeOneFolder(path);
    return first ?? own;
  }
}

/** Undefined when it is there already. */
async function makeOneFolder(path: string): Promise<string | undefined> {
  try {
    await mkdir(path, { mode: 0o700 });
    return path;
  } catch (error) {
    // Which error an existing folder gives differs by system (EEXIST, EPERM for a drive, EROFS): look.
    if (await isFolder(path)) return undefined;
    throw error;
  }
}

/** The AppError for a file that could not be read, written or removed: our own disk's fault, not a service's. */
export function storeError(act: string, path: string, cause: unknown): AppError {
  return new AppError('unreachable', `store: cannot ${act} ${path}: ${codeOf(cause)}`, {
    cause,
    details: { reason: 'store' },
  });
}

/** True when the error says that there is no such file. */
export function isAbsent(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

/** The system's code of an error (`ENOSPC`), or its name. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function newTempName(): string {
  return `${randomUUID()}.tmp`;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function writeNew(
  path: string,
  text: string | Uint8Array | Iterable<string>,
  isSynced: boolean,
): Promise<void> {
  // Without a handle of ours, which costs as much as the write.
  if (!isSynced) return writeFile(path, text, { mode: 0o600 });
  const file = await open(path, 'w', 0o600);
  try {
    await writeFile(file, text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name lives in its folder, and a new folder in the folder above: each is synced. */
/** Syncs the names that a folder holds. */
export async function syncFolders(folder: string, firstNewFolder: string | undefined): Promise<void> {
  await syncFolder(folder);
  if (firstNewFolder === undefined) return;
  for (let path = folder; path.length >= firstNewFolder.length; path = dirname(path)) {
    await syncFolder(dirname(path));
  }
}

/** Syncs the names that a folder holds. */
export async function syncFolder(path: string): Promise<void> {
  // Windows can't open a folder, and needs no sync of it.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
