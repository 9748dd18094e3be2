import type { LRUCache } from 'lru-cache';
import { copyFile, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createBoundedCache } from '../bounded-cache.ts';
import { type HeldFolder, removeFile, replaceFile, storeError } from './durable-file.ts';
import { filesIn, readText, removeIfEmpty, writtenAt } from './record-files.ts';
import { COPY_ENDING, homeOfName, RECORD_ENDING } from './record-names.ts';
import { changedMeanwhile } from './record-store.ts';
import { type FoundText, isFresh, type KeptText, type TextChoice, type TextStore } from './text-store.ts';

export interface FileTextsOptions {
  /** The data folder, or one below it. */
  readonly dir: string;
  /** The data folder that this process holds. */
  readonly folder: HeldFolder;
  /** How many texts are kept in memory, at least 1; 500 unless told. */
  readonly cacheSize?: number;
  readonly now?: () => Date;
}

/** A text as it is on disk; null where there is none. */
interface Remembered {
  readonly text: string | null;
  /** When this process wrote it; null where it didn't. */
  readonly writtenAt: Date | null;
}

/**
 * TextStore in one small file each, so that the cost of a read or write doesn't grow with their number; all that is one
 * owner's stands in one place. Only this process writes here, so what it has read once it needn't read again, and the
 * text itself is the version.
 */
export function createFileTexts(options: FileTextsOptions): TextStore {
  return new FileTexts(options);
}

class FileTexts implements TextStore {
  readonly #dir: string;
  readonly #folder: HeldFolder;
  readonly #now: () => Date;
  readonly #cache: LRUCache<string, Remembered>;
  /** Whether the disk's clock tells our time; null before anything was written. */
  #isDiskOnTime: boolean | null = null;

  constructor({ dir, folder, cacheSize = 500, now = () => new Date() }: FileTextsOptions) {
    this.#dir = dir;
    this.#folder = folder;
    this.#now = now;
    this.#cache = createBoundedCache(cacheSize);
  }

  async read(name: string): Promise<KeptText | null> {
    const { text } = await this.#load(name);
    return text === null ? null : { text, version: text };
  }

  async write(
    name: string,
    text: string,
    { replaces, isDurable = false, ...choice }: TextChoice,
  ): Promise<string> {
    const before = await this.#load(name);
    if (before.text !== replaces) throw changedMeanwhile();
    const at = choice.writtenAt ?? this.#now();
    if (!isDurable && before.text === text && isFresh(before.writtenAt, at)) return text;
    const path = this.placeOf(name);
    await replaceFile(path, text, { folder: this.#folder, isDurable }).catch(async (error: unknown) => {
      await this.#lookAgain(name, before);
      throw error;
    });
    this.#cache.set(name, { text, writtenAt: at });
    await this.#stamp(path, at);
    return text;
  }

  /**
   * Its age is told by our clock: the disk's may be another machine's, which the first write of all finds out. Where
   * both tell the same, what was written now needs no stamp. Failing that the disk's own time holds.
   */
  async #stamp(path: string, at: Date): Promise<void> {
    if (isSameTime(at, new Date()) && (this.#isDiskOnTime ??= await isWrittenAt(path, at))) return;
    await utimes(path, at, at).catch(() => undefined);
  }

  /** A write that failed may have come to the disk all the same; where that can't be read either, it is taken for undone. */
  async #lookAgain(name: string, before: Remembered): Promise<void> {
    this.#cache.delete(name);
    await this.#load(name).catch(() => this.#cache.set(name, { text: before.text, writtenAt: null }));
  }

  async copy(name: string, to: string): Promise<void> {
    const path = this.placeOf(name);
    // A copy is made past the folder for temporary files, so whose the folder is must be asked.
    await this.#folder.assertHeld();
    try {
      await copyFile(path, this.placeOf(to));
      await utimes(this.placeOf(to), this.#now(), this.#now());
    } catch (cause) {
      throw storeError('set aside', path, cause);
    }
    this.#cache.delete(to);
  }

  async remove(name: string, replaces?: string): Promise<void> {
    if (replaces !== undefined && (await this.#load(name)).text !== replaces) throw changedMeanwhile();
    await this.#removeFile(name, true);
  }

  async #removeFile(name: string, isDurable: boolean): Promise<void> {
    this.#cache.delete(name);
    await removeFile(this.placeOf(name), this.#folder, isDurable);
    // The folder of an owner in which nothing is left.
    if (dirname(name) === homeOfName(name)) await removeIfEmpty(join(this.#dir, dirname(name)));
  }

  async *list(home?: string): AsyncGenerator<FoundText> {
    if (home !== undefined) {
      for (const name of [`${home}${RECORD_ENDING}`, `${home}${RECORD_ENDING}${COPY_ENDING}`])
        if ((await writtenAt(this.placeOf(name))) !== null) yield this.#found(name);
    }
    for await (const name of filesIn(this.#dir, home)) yield this.#found(name);
  }

  placeOf(name: string): string {
    return join(this.#dir, name);
  }

  #found(name: string): FoundText {
    return {
      name,
      writtenAt: () => writtenAt(this.placeOf(name)),
      removeIfOlder: async (before) => {
        const written = await writtenAt(this.placeOf(name));
        if (written === null || written >= before) return false;
        await this.#removeFile(name, false);
        return true;
      },
    };
  }

  async #load(name: string): Promise<Remembered> {
    const cached = this.#cache.get(name);
    if (cached !== undefined) return cached;
    const read = { text: await readText(this.placeOf(name)), writtenAt: null };
    this.#cache.set(name, read);
    return read;
  }
}

/** Ages are counted in hours and days: two times so near, in milliseconds, are the same. */
const SAME_TIME_MS = 60_000;

function isSameTime(one: Date, other: Date): boolean {
  return Math.abs(one.getTime() - other.getTime()) < SAME_TIME_MS;
}

async function isWrittenAt(path: string, at: Date): Promise<boolean> {
  const written = await writtenAt(path).catch(() => null);
  return written !== null && isSameTime(written, at);
}
