import { renameSync, utimesSync, writeFileSync } from 'node:fs';
import { rename, utimes, writeFile } from 'node:fs/promises';

/** A call that took longer than this, in milliseconds, waited for something. */
const SLOW_MS = 5;
/** One may have waited for the processor and not for the disk; of two in a row that is unlikely. */
const SLOW_IN_A_ROW = 2;
/** After that others do the work for so many times as long: so a fiftieth of the time is waited at most. */
const REST = 100;
/** In characters: a longer text is others' work in any case. */
const LONGEST_TEXT = 65_536;

let [slow, othersUntil] = [0, 0];

/**
 * What small records are written by. A disk at hand takes a call in hundredths of a millisecond, and to hand it to
 * another thread and hear from that takes ten times as long; so it is done at once, unless the last such calls were
 * slow: a disk in a network, or one that is busy. What fails, rejects.
 */
export const disk = {
  /** Writes a file that only the owner may read. */
  writeFile: (path: string, text: string): Promise<void> =>
    text.length > LONGEST_TEXT
      ? writeFile(path, text, OWN)
      : atOnce(
          () => writeFileSync(path, text, OWN),
          () => writeFile(path, text, OWN),
        ),
  rename: (from: string, to: string): Promise<void> =>
    atOnce(
      () => renameSync(from, to),
      () => rename(from, to),
    ),
  utimes: (path: string, accessed: Date, written: Date): Promise<void> =>
    atOnce(
      () => utimesSync(path, accessed, written),
      () => utimes(path, accessed, written),
    ),
};

const OWN = { mode: 0o600 } as const;

async function atOnce(here: () => void, byOthers: () => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  if (startedAt < othersUntil) return byOthers();
  try {
    here();
  } finally {
    const tookMs = performance.now() - startedAt;
    slow = tookMs > SLOW_MS ? slow + 1 : 0;
    if (slow >= SLOW_IN_A_ROW) othersUntil = startedAt + REST * tookMs;
  }
}
