import fs from 'node:fs';
import { join, sep } from 'node:path';
import type { Hook } from '../file-calls.ts';

/**
 * What a power cut leaves of what was not synced: no name and no content of it; names without their content; names with
 * zeros for content, as where a file's new length was kept and not yet what stands there; or everything.
 */
export const LEFT = ['nothing', 'names', 'names and zeros', 'everything'] as const;
export type Left = (typeof LEFT)[number];

interface Entry {
  readonly inode: number;
  readonly isFolder: boolean;
}

/**
 * A disk that knows what of a folder was synced, and of which the power goes after so many calls: whatever is asked of it
 * then fails and is not done. What is there when it is made counts as synced.
 */
export class UnsyncedDisk {
  readonly #root: string;
  /** What was synced: of a folder its names, of a file its content, by inode. */
  readonly #names = new Map<number, ReadonlyMap<string, Entry>>();
  readonly #contents = new Map<number, Buffer>();
  /** Open files, so that no inode is used again for another file. */
  readonly #open: number[] = [];
  #left: number;

  constructor(root: string, callsUntilCut: number) {
    this.#root = root;
    this.#left = callsUntilCut;
    for (const name of ['', ...fs.readdirSync(root, { recursive: true, encoding: 'utf8' })])
      this.#sync(join(root, name));
  }

  /** Whether the power has gone. */
  get isCut(): boolean {
    return this.#left <= 0;
  }

  readonly hook: Hook = async (call) => {
    this.#left -= 1;
    if (this.#left < 0 && call.name === 'close') return call.run();
    if (this.#left < 0) throw Object.assign(new Error('the power is gone'), { code: 'EIO' });
    if (call.name !== 'sync' && call.name !== 'datasync') return call.run();
    this.#sync(call.path);
    return undefined;
  };

  #sync(path: string): void {
    const { ino, isFolder } = look(path);
    this.#open.push(fs.openSync(path, 'r'));
    if (isFolder) this.#names.set(ino, namesIn(path));
    else this.#contents.set(ino, fs.readFileSync(path));
  }

  /** Makes the folder anew as it is found after the power cut, without the lock of the process that died. */
  restoreTo(target: string, left: Left): void {
    this.#restoreFolder(this.#root, look(this.#root).ino, target, left);
  }

  /** Gives its open files back. */
  close(): void {
    for (const file of this.#open.splice(0, Infinity)) fs.closeSync(file);
  }

  /** @param path where the folder is, or was; what is known of it by its inode counts */
  #restoreFolder(path: string, inode: number, target: string, left: Left): void {
    fs.mkdirSync(target);
    const names = left === 'nothing' ? (this.#names.get(inode) ?? new Map<string, Entry>()) : namesIn(path);
    for (const [name, entry] of names) {
      if (name.startsWith('process.lock')) continue;
      const to = join(target, name);
      if (entry.isFolder) this.#restoreFolder(join(path, name), entry.inode, to, left);
      else fs.writeFileSync(to, this.#contentOf(join(path, name), entry.inode, left));
    }
  }

  #contentOf(path: string, inode: number, left: Left): Buffer {
    if (left === 'everything') return fs.readFileSync(path);
    const synced = this.#contents.get(inode) ?? Buffer.alloc(0);
    if (left !== 'names and zeros') return synced;
    const zeros = Buffer.alloc(Math.max(fs.statSync(path).size, synced.length));
    synced.copy(zeros);
    return zeros;
  }
}

function look(path: string): { readonly ino: number; readonly isFolder: boolean } {
  const found = fs.statSync(path.endsWith(sep) ? path.slice(0, -1) : path);
  return { ino: found.ino, isFolder: found.isDirectory() };
}

function namesIn(folder: string): ReadonlyMap<string, Entry> {
  return new Map(
    fs.readdirSync(folder).map((name) => {
      const { ino, isFolder } = look(join(folder, name));
      return [name, { inode: ino, isFolder }];
    }),
  );
}
