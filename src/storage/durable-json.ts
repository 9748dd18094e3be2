import type { Adapter } from 'lowdb';
import { copyFile, readFile } from 'node:fs/promises';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { isAbsent, replaceFile, storeError } from './durable-file.ts';
import type { WriteOptions } from './durable-file.ts';

/**
 * lowdb adapter for one JSON file that must not lose what it confirmed: lowdb's own writes are atomic but
 * not synced to the disk. The content is checked by a schema when it is read.
 */
export class DurableJson<T> implements Adapter<T> {
  readonly #path: string;
  readonly #schema: z.ZodType<T>;
  readonly #options: WriteOptions;

  constructor(path: string, schema: z.ZodType<T>, options: Omit<WriteOptions, 'isDurable'>) {
    this.#path = path;
    this.#schema = schema;
    this.#options = { ...options, isDurable: true };
  }

  /**
   * Null when there is no file yet.
   *
   * @throws AppError `unreachable` when it can't be read, or is broken: then a copy is kept beside it, named
   *   in the message, and the file itself is left for a person to mend.
   */
  async read(): Promise<T | null> {
    const text = await this.#readText();
    if (text === null) return null;
    const parsed = this.#schema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    const copy = `${this.#path}.bak`;
    await copyFile(this.#path, copy).catch((cause: unknown) => {
      throw storeError('copy', this.#path, cause);
    });
    const message =
      `store: ${this.#path} is broken (${describeIssue(parsed.error)}); a copy is in ${copy}. ` +
      `Mend the file, or remove it to start anew`;
    throw new AppError('unreachable', message, { cause: parsed.error, details: { reason: 'broken-file' } });
  }

  async write(data: T): Promise<void> {
    await replaceFile(this.#path, `${JSON.stringify(data, null, 1)}\n`, this.#options);
  }

  async #readText(): Promise<string | null> {
    try {
      return await readFile(this.#path, 'utf8');
    } catch (cause) {
      if (isAbsent(cause)) return null;
      throw storeError('read', this.#path, cause);
    }
  }
}

/** The value, or undefined where the text is no JSON (an empty or torn file). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined || issue.path.length === 0 ? 'no JSON of ours' : `at ${issue.path.join('.')}`;
}
