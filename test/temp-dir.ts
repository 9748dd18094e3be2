import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of its own for every test of the suite. Call it inside `describe`. It goes when the next test begins or the
 * suite is over, not after the test: what the test opened in it is closed by hooks that run later.
 */
export function useTempDir(): { readonly path: string } {
  const dir = { path: '' };
  const remove = (): void => {
    if (dir.path !== '') rmSync(dir.path, { recursive: true, force: true });
  };
  beforeEach(() => {
    remove();
    dir.path = mkdtempSync(join(tmpdir(), 'co-sell-'));
  });
  after(remove);
  return dir;
}
