import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { type HeldFolder, replaceFile } from './durable-file.ts';

/** As much as a small record, in characters: a disk may have room for a name and for nothing in it. */
const PROBE = ' '.repeat(4_096);

/** An answer is good for this long, in milliseconds: whoever asks often must not make us write often. */
const GOOD_FOR_MS = 2_000;

/** Says whether the folder takes data now, by writing some. */
export function createDiskProbe(folder: HeldFolder, nowMs: () => number = Date.now): () => Promise<boolean> {
  let last: { readonly atMs: number; readonly answer: Promise<boolean> } | null = null;
  return () => {
    if (last === null || nowMs() - last.atMs > GOOD_FOR_MS)
      last = { atMs: nowMs(), answer: canWrite(folder) };
    return last.answer;
  };
}

async function canWrite(folder: HeldFolder): Promise<boolean> {
  const path = join(folder.tempDir, `${randomUUID()}.probe`);
  try {
    await replaceFile(path, PROBE, { folder, isDurable: false });
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
}
