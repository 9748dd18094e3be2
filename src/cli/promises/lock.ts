import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFolder } from '../../storage/folder-lock.ts';
import type { PromiseMeasure } from './measure.ts';

const HOLDER = fileURLToPath(new URL(`./lock-holder${extname(import.meta.url)}`, import.meta.url));

/** How long a container that was killed keeps the one that comes back under another name waiting. */
export const TAKE_OVER: PromiseMeasure = {
  name: 'take-over of the data folder after a kill under another name',
  unit: 's',
  limit: 30,
  async measure() {
    const dataDir = mkdtempSync(join(tmpdir(), 'cosell-lock-'));
    try {
      await holdAndDie(dataDir);
      const startedAt = performance.now();
      const lock = await lockFolder(dataDir);
      const seconds = (performance.now() - startedAt) / 1000;
      await lock.release();
      return seconds;
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

async function holdAndDie(dataDir: string): Promise<void> {
  const holder = spawn(process.execPath, [...process.execArgv, HOLDER, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([
    once(holder.stdout, 'data'),
    once(holder, 'exit').then(() => Promise.reject(new Error('the holder ended by itself'))),
  ]);
  const ended = once(holder, 'exit');
  holder.kill('SIGKILL');
  await ended;
}
