import { expect } from 'chai';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type FolderLock, lockFolder } from '../../src/storage/folder-lock.ts';
import { watchCalls } from '../file-calls.ts';
import { useTempDir } from '../temp-dir.ts';
import { expectBetween } from './between.ts';
import { Disk, tried, type Way, WAYS } from './failing-disk.ts';
import { type OpenScript, type Script, SCRIPTS } from './scripts.ts';

const CALM = { heartbeatMs: 3_600_000 };

/** What each step resolved to, and what was kept after it; before the first one too. */
interface Course {
  readonly results: readonly unknown[];
  readonly kept: readonly unknown[];
}

async function courseOf({ steps, look }: OpenScript): Promise<Course> {
  const [results, kept]: [unknown[], unknown[]] = [[], [await look()]];
  for (const step of steps) {
    results.push(await step());
    kept.push(await look());
  }
  return { results, kept };
}

describe('each file call fails once', function () {
  this.timeout(240_000);
  const dir = useTempDir();

  /** A folder of its own with what is there before. */
  const newFolder = ({ prepare }: Pick<Script, 'prepare'>): string => {
    const folder = mkdtempSync(join(dir.path, 'f-'));
    prepare?.(folder);
    return folder;
  };

  const undisturbed = async (script: Script): Promise<Course> => {
    const lock = await lockFolder(newFolder(script), CALM);
    const course = await courseOf(await script.open(lock));
    await lock.release();
    return course;
  };

  /** What a process finds that starts on what is on the disk now. */
  const foundAnew = async (script: Script, folder: string): Promise<unknown> => {
    const copy = `${folder}-copy`;
    const tempDir = join(copy, 'temp');
    cpSync(folder, copy, { recursive: true, filter: (path) => !path.includes('process.lock') });
    mkdirSync(tempDir);
    const found = await (
      await script.open({ dir: copy, tempDir, assertHeld: () => Promise.resolve() })
    ).look();
    rmSync(copy, { recursive: true });
    return found;
  };

  /**
   * Plays a script on a disk of which one call fails. Then the same step is done again, and all that follow: what was
   * said to be done is there, and at most what was being done beside it; also for a process that starts then.
   */
  async function play(script: Script, course: Course, disk: Disk): Promise<void> {
    const folder = newFolder(script);
    const lock = await lockFolder(folder, CALM);
    let opened: OpenScript | null = null;
    await tried(async () => (opened = await disk.spoiled(() => script.open(lock))));
    const { steps, look } = opened ?? (await script.open(lock));
    for (const [at, step] of steps.entries()) {
      const what = `step ${String(at)}`;
      let result: unknown;
      const isDone = await tried(async () => (result = await disk.spoiled(step)));
      if (isDone) expect(result, what).to.deep.equal(course.results[at]);
      else {
        const [before, after] = course.kept.slice(at, at + 2);
        expectBetween(await foundAnew(script, folder), before, after, `${what}, failed, anew`);
        expectBetween(await look(), before, after, `${what}, failed`);
        await step();
      }
      if (disk.hasFailed) expect(await look(), what).to.deep.equal(course.kept[at + 1]);
    }
    expect(await foundAnew(script, folder), 'anew at the end').to.deep.equal(course.kept.at(-1));
    expect(readdirSync(lock.tempDir), 'left over').to.deep.equal(['holder.json']);
    await lock.release();
    rmSync(folder, { recursive: true });
  }

  /** Does it with a disk whose first call fails, then the second, until there is none left; resolves to how many there were. */
  async function forEachCall(way: Way, work: (disk: Disk) => Promise<void>): Promise<number> {
    for (let at = 1; ; at += 1) {
      const disk = new Disk(at, way);
      try {
        await watchCalls(dir.path, disk.hook, () => work(disk));
      } catch (error) {
        if (error instanceof Error) error.message = `call ${String(at)}: ${error.message}`;
        throw error;
      }
      if (!disk.hasFailed) return at - 1;
    }
  }

  for (const script of SCRIPTS) {
    for (const way of WAYS) {
      it(`of ${script.name}: ${way}`, async () => {
        const course = await watchCalls(dir.path, new Disk(Infinity, way).hook, () => undisturbed(script));
        const calls = await forEachCall(way, (disk) => play(script, course, disk));
        expect(calls).to.be.above(0);
      });
    }
  }

  for (const way of WAYS) {
    it(`of the lock of the folder: ${way}`, async () => {
      const hold = (folder: string): Promise<FolderLock> => lockFolder(folder, CALM);
      const calls = await forEachCall(way, async ({ spoiled }) => {
        const folder = join(mkdtempSync(join(dir.path, 'l-')), 'data');
        let lock: FolderLock | null = null;
        await tried(async () => (lock = await spoiled(() => hold(folder))));
        const held = lock ?? (await hold(folder));
        await tried(() => spoiled(() => held.assertHeld()));
        await held.assertHeld();
        if (!(await tried(() => spoiled(() => held.release())))) await held.release();
        await (await hold(folder)).release();
        expect(readdirSync(folder)).to.deep.equal([]);
      });
      expect(calls).to.be.above(0);
    });
  }
});
