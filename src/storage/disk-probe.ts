import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HeldFolder } from './durable-file.ts';

/** As much as a small record, in characters: a disk may have room for a name and for nothing in it. */
const PROBE = ' '.repeat(4_096);

/** Says whether the folder takes data now, by writing some. */
export function createDiskProbe(folder: HeldFolder, nowMs: () => number = Date.now): () => Promise<boolean> {
  return askedSeldom(2_000, () => canWrite(folder), nowMs);
}

/**
 * Gives an answer again while it is good: whoever asks often must not make us write often.
 *
 * @param goodForMs so many milliseconds, for which a failure that begins may stay unnoticed
 */
export function askedSeldom(
  goodForMs: number,
  ask: () => Promise<boolean>,
  nowMs: () => number = Date.now,
): () => Promise<boolean> {
  let last: { readonly atMs: number; readonly answer: Promise<boolean> } | null = null;
  return () => {
    if (last === null || nowMs() - last.atMs > goodForMs) last = { atMs: nowMs(), answer: ask() };
    return last.answer;
  };
}

/**
 * Straight into the folder for temporary files, which is gone once another process has the data folder: nothing may
 * make it anew, as the folders of records are made when they are missing.
 */
async function canWrite({ tempDir }: HeldFolder): Promise<boolean> {
  const path = join(tempDir, `${randomUUID()}.probe`);
  try {
    await writeFile(path, PROBE, { mode: 0o600 });
    return true;
  } catch {
    return false;
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
}
