import { lockFolder } from '../src/storage/folder-lock.ts';
import type { FolderLock } from '../src/storage/folder-lock.ts';
import { useTempDir } from './temp-dir.ts';

/** A folder of its own for every test of the suite, and the right to write into it. Call it inside `describe`. */
export function useHeldFolder(): { readonly path: string; readonly lock: FolderLock } {
  const dir = useTempDir();
  let lock: FolderLock;
  beforeEach(async () => {
    lock = await lockFolder(dir.path);
  });
  afterEach(() => lock.release());
  return {
    get path() {
      return dir.path;
    },
    get lock() {
      return lock;
    },
  };
}
