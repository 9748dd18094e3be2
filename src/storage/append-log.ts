import { type FileHandle, open, readFile } from 'node:fs/promises';
import { AppError } from '../errors.ts';
import { type HeldFolder, isAbsent, replaceFile, storeError } from './durable-file.ts';
import { parseJson } from './durable-json.ts';

/**
 * A file to which lines of JSON are added, each safe from a power cut once it is confirmed. A process begins a
 * file of its own (`start`) and adds to no other: after another took the folder over, it can only have written
 * into a file that nobody reads any more.
 */
export class AppendLog {
  readonly #path: string;
  readonly #folder: HeldFolder;
  /** Null: not begun, or nobody knows what stands at its end. */
  #bytes: number | null = null;

  constructor(path: string, folder: HeldFolder) {
    this.#path = path;
    this.#folder = folder;
  }

  /** Its length in bytes; null while nothing can be added: before `start`, or after a failure. */
  get bytes(): number | null {
    return this.#bytes;
  }

  /**
   * The lines that are there, in order. A last one that was being written when the power went is left out:
   * nobody was told that it is safe. Null when there is no file.
   *
   * @throws AppError `unreachable` when it can't be read.
   */
  async read(): Promise<string[] | null> {
    const text = await readFile(this.#path, 'utf8').catch((cause: unknown) => {
      if (isAbsent(cause)) return null;
      throw storeError('read', this.#path, cause);
    });
    if (text === null) return null;
    const lines = text.split('\n').filter((line) => line !== '');
    return isTorn(text, lines.at(-1) ?? '') ? lines.slice(0, -1) : lines;
  }

  /**
   * Puts an empty file in the place of the one there.
   *
   * @throws AppError `unreachable`; nothing can be added then.
   */
  async start(): Promise<void> {
    this.#bytes = null;
    await replaceFile(this.#path, '', { folder: this.#folder, isDurable: true });
    this.#bytes = 0;
  }

  /**
   * Adds a line. Resolves when it would survive a power cut, and whoever has the folder next would read it.
   *
   * @throws AppError `unreachable`; either the line isn't there, or `bytes` is null and a new start is due.
   */
  async append(line: string): Promise<void> {
    const start = this.#bytes;
    if (start === null) throw new Error('append log: begun before anything is added');
    this.#bytes = null;
    const added = Buffer.from(`${line}\n`);
    const file = await this.#open();
    try {
      await this.#write(file, added, start);
      this.#bytes = start + added.length;
    } finally {
      // What was synced is on the disk, whatever comes of this.
      await file.close().catch(() => undefined);
    }
  }

  async #open(): Promise<FileHandle> {
    try {
      return await open(this.#path, 'r+');
    } catch (cause) {
      await this.#folder.assertHeld();
      throw storeError('write', this.#path, cause);
    }
  }

  async #write(file: FileHandle, added: Buffer, start: number): Promise<void> {
    // Held after the file was opened: so it is the one we began, and not a successor's.
    await this.#folder.assertHeld();
    const { size } = await file.stat().catch((cause: unknown) => {
      throw storeError('write', this.#path, cause);
    });
    if (size !== start) {
      throw new AppError('unreachable', `store: cannot write ${this.#path}: somebody else changed it`, {
        details: { reason: 'store' },
      });
    }
    try {
      await writeAt(file, added, start);
      await file.sync();
    } catch (cause) {
      if (await isCut(file, start)) this.#bytes = start;
      throw storeError('write', this.#path, cause);
    }
    // Held after it is on the disk: so a successor finds it there.
    await this.#folder.assertHeld();
  }
}

/** A disk that is nearly full takes a part, and fails at the next. */
async function writeAt(file: FileHandle, added: Buffer, start: number): Promise<void> {
  for (let done = 0; done < added.length;) {
    const { bytesWritten } = await file.write(added, done, added.length - done, start + done);
    done += bytesWritten;
  }
}

/** Takes back what was written in part; false when even that fails. */
async function isCut(file: FileHandle, start: number): Promise<boolean> {
  try {
    await file.truncate(start);
    await file.sync();
    return true;
  } catch {
    return false;
  }
}

/** The system may have kept the file's new length and not yet what stands there: then there are zeros. */
function isTorn(text: string, last: string): boolean {
  return last.includes('\0') || (!text.endsWith('\n') && parseJson(last) === undefined);
}
