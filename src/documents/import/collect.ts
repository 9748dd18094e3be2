import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import { AppError } from '../../errors.ts';

/** A file that was named, or lies in a folder that was. */
export interface FoundFile {
  readonly file: string;
  /** The folder that was named, or the file's own. */
  readonly root: string;
  /** Relative to `root`, with `/`. */
  readonly path: string;
}

/** More files than any documentation has; a wrong folder (a home folder) is told at once. */
const MOST_FILES = 20_000;
/** Folders that hold no documents, whatever lies in them. */
const PASSED_OVER = /^(?:\..*|node_modules)$/;

/**
 * Finds the files of paths, in the order of their names; links are not followed.
 *
 * @throws AppError `invalid-input` where a path isn't there, or holds too many files
 */
export async function collectFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) {
    const stats = await lstat(path).catch((cause: unknown) => {
      throw new AppError('invalid-input', `import: cannot read "${path}"`, { cause });
    });
    if (stats.isDirectory()) await walk(path, path, found);
    else found.push({ file: path, root: dirname(path), path: basename(path) });
  }
  return found;
}

async function walk(root: string, folder: string, found: FoundFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = join(folder, entry.name);
    if (PASSED_OVER.test(entry.name)) continue;
    if (entry.isDirectory()) await walk(root, file, found);
    else if (entry.isFile())
      found.push({ file, root, path: relative(root, file).split(sep).join(posix.sep) });
    if (found.length > MOST_FILES)
      throw new AppError('invalid-input', `import: ${root} has more than ${String(MOST_FILES)} files`);
  }
}
