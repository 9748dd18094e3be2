import { expect } from 'chai';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../src/errors.ts';
import type { FileCall, Hook } from '../file-calls.ts';

/** How a call fails: before anything was done, after all of it was, or, if it writes, with half of that written. */
export const WAYS = ['before', 'after', 'half'] as const;
export type Way = (typeof WAYS)[number];

/** A disk whose n-th call fails, counted over those for which it is spoiled. Nothing waits for a real disk's sync. */
export class Disk {
  readonly #at: number;
  readonly #way: Way;
  #seen = 0;
  #isSpoiled = false;

  constructor(at: number, way: Way) {
    this.#at = at;
    this.#way = way;
  }

  /** Whether the call came that was to fail. */
  get hasFailed(): boolean {
    return this.#seen >= this.#at;
  }

  /** Only the calls of this work are counted. */
  readonly spoiled = async <T>(work: () => Promise<T>): Promise<T> => {
    this.#isSpoiled = true;
    try {
      return await work();
    } finally {
      this.#isSpoiled = false;
    }
  };

  readonly hook: Hook = async (call) => {
    const { name, path } = call;
    const counts = this.#isSpoiled && (this.#way !== 'half' || call.writeHalf !== null);
    if (counts) this.#seen += 1;
    if (!counts || this.#seen !== this.#at) return name === 'sync' ? undefined : call.run();
    await this.#begin(call);
    throw Object.assign(new Error(`EIO: i/o error, ${name} '${path}'`), { code: 'EIO', syscall: name });
  };

  /** A file that could not be closed is closed all the same, as close(2) says; and one that could not be opened isn't open. */
  async #begin(call: FileCall): Promise<void> {
    const { name } = call;
    const result = this.#way === 'after' || name === 'close' ? await call.run() : undefined;
    if (name === 'open') await (result as FileHandle | undefined)?.close();
    if (this.#way === 'half') await call.writeHalf?.();
  }
}

/** The error of a step that failed, which says that it was our own disk; anything else is thrown. */
function assertStoreError(error: unknown): void {
  if (!(error instanceof AppError)) throw error as Error;
  expect([error.code, error.details.reason], error.message).to.deep.equal(['unreachable', 'store']);
}

/** Whether it was done. */
export async function tried(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    assertStoreError(error);
    return false;
  }
}
