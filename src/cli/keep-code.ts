import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBundle } from '../bundle.ts';

/** A part of the build: starts the bundle once, on a free port and a folder of its own, and keeps its compiled code. */
async function keepCode(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-build-'));
  const bundle = openBundle<typeof import('../run.ts')>();
  if (bundle === null) throw new Error('the bundle is missing; run "npm run build"');
  const env = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'silent' };
  const { app } = await bundle.exports.startApp(env);
  bundle.keepCode();
  await app.stop();
  rmSync(folder, { recursive: true });
}

await keepCode();
