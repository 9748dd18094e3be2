import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../src/errors.ts';
import type { HeldFolder } from '../../src/storage/durable-file.ts';
import { watchCalls } from '../file-calls.ts';
import { useTempDir } from '../temp-dir.ts';
import { expectBetween } from './between.ts';
import { type Script, SCRIPTS } from './scripts.ts';
import { LEFT, UnsyncedDisk } from './unsynced-disk.ts';

/** The power goes after each call in turn; what was not synced is lost, in whole or in part. */
describe('a power cut after each file call', function () {
  this.timeout(240_000);
  const dir = useTempDir();

  const held = (folder: string): HeldFolder => {
    const tempDir = join(folder, 'process.lock');
    mkdirSync(tempDir);
    return { dir: folder, tempDir, assertHeld: () => Promise.resolve() };
  };

  /** What is kept after so many steps, the first being none. */
  const undisturbed = async (script: Script): Promise<unknown[]> => {
    const folder = mkdtempSync(join(dir.path, 'u-'));
    script.prepare?.(folder);
    const { steps, look } = await script.open(held(folder));
    const kept = [await look()];
    for (const step of steps) {
      await step();
      kept.push(await look());
    }
    return kept;
  };

  /** How many steps were said to be done before the power went. */
  const playUntilCut = async (script: Script, folder: string, disk: UnsyncedDisk): Promise<number> => {
    let done = 0;
    try {
      await watchCalls(folder, disk.hook, async () => {
        const { steps } = await script.open(held(folder));
        for (const step of steps) {
          await step();
          done += 1;
        }
      });
    } catch (error) {
      if (!(error instanceof AppError) || !disk.isCut) throw error;
    }
    return done;
  };

  for (const script of SCRIPTS.filter(({ isDurable }) => isDurable)) {
    it(`${script.name}: what was done is there, whole`, async () => {
      const kept = await undisturbed(script);
      let isCut = true;
      for (let calls = 0; isCut; calls += 1) {
        const folder = mkdtempSync(join(dir.path, 'c-'));
        script.prepare?.(folder);
        const disk = new UnsyncedDisk(folder, calls);
        const done = await playUntilCut(script, folder, disk);
        for (const left of LEFT) {
          const after = `${folder}-after`;
          disk.restoreTo(after, left);
          const found = await (await script.open(held(after))).look();
          expectBetween(
            found,
            kept[done],
            kept[done + 1] ?? kept[done],
            `call ${String(calls)}, left: ${left}`,
          );
          rmSync(after, { recursive: true });
        }
        disk.close();
        rmSync(folder, { recursive: true });
        isCut = disk.isCut;
      }
    });
  }
});
