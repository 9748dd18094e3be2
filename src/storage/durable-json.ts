import type { Adapter } from 'lowdb';
import { copyFile, readFile } from 'node:fs/promises';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { isAbsent, replaceFile, storeError } from './durable-file.ts';
import type { WriteOptions } from './durable-file.ts';

export interface DurableJsonOptions<T> extends Omit<WriteOptions, 'isDurable'> {
  /** The data as JSON, in parts where they are many; pretty-printed as a whole unless told. */
  readonly print?: (data: T) => Iterable<string>;
}

/**
 * lowdb adapter for one JSON file that must not lose what it confirmed: lowdb's own writes are atomic but
 * not synced to the disk. The content is checked by a schema when it is read.
 */
export class DurableJson<T> implements Adapter<T> {
  readonly #path: string;
  readonly #schema: z.ZodType<T>;
  readonly #options: WriteOptions;
  readonly #print: (data: T) => Iterable<string>;

  constructor(path: string, schema: z.ZodType<T>, { print, ...options }: DurableJsonOptions<T>) {
    this.#path = path;
    this.#schema = schema;
    this.#options = { ...options, isDurable: true };
    this.#print = print ?? ((data) => [`${JSON.stringify(data, null, 1)}\n`]);
  }

  /**
   * Null when there is no file yet.
   *
   * @throws AppError `unreachable` when it can't be read, or is broken: {@link refuseBroken}.
   */
  async read(): Promise<T | null> {
    const text = await this.#readText();
    if (text === null) return null;
    const parsed = this.#schema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    return refuseBroken(this.#path, describeIssue(parsed.error));
  }

  async write(data: T): Promise<void> {
    await replaceFile(this.#path, this.#print(data), this.#options);
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

/**
 * Refuses to work on a broken file: it is left for a person to mend, and a copy is kept beside it.
 *
 * @throws AppError `unreachable` with reason `broken-file`; its message names the copy.
 */
export async function refuseBroken(path: string, why: string): Promise<never> {
  const copy = `${path}.bak`;
  await copyFile(path, copy).catch((cause: unknown) => {
    throw storeError('copy', path, cause);
  });
  const message = `store: ${path} is broken (${why}); a copy is in ${copy}. Mend the file, or remove it to go on without what is in it`;
  throw new AppError('unreachable', message, { details: { reason: 'broken-file' } });
}

/** The value, or undefined where the text is no JSON (an empty or torn file). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where the first mistake stands. */
export function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined || issue.path.length === 0 ? 'no JSON of ours' : `at ${issue.path.join('.')}`;
}
