import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';

/**
 * Stands between this process and `node:fs/promises`, which is all that the project's stores write and read with: while
 * a test watches a folder, each call on what is in it is handed to the test, which has it done, fails it, or does it by
 * half. Loading it changes the functions once; a call on a folder that nobody watches is done as ever.
 */
export interface FileCall {
  /** Of the function of `fs/promises`, or of an open file's (`sync`). */
  readonly name: string;
  /** Of the file, or the one that is moved from. */
  readonly path: string;
  /** Where it is moved or copied to; null for all else. */
  readonly target: string | null;
  /** Does what was asked. */
  readonly run: () => Promise<unknown>;
  /** Writes the first half of what was to be written; null for what writes nothing. */
  readonly writeHalf: (() => Promise<unknown>) | null;
}

/** Answers a call in the place of the system. */
export type Hook = (call: FileCall) => Promise<unknown>;

/** Hands calls on a folder to `hook` while `work` runs. */
export async function watchCalls<T>(folder: string, hook: Hook, work: () => Promise<T>): Promise<T> {
  const path = resolve(folder);
  watched.set(path, hook);
  try {
    return await work();
  } finally {
    watched.delete(path);
  }
}

type Call = (...args: unknown[]) => Promise<unknown>;
type Handle = fs.promises.FileHandle;

const watched = new Map<string, Hook>();
const pathOfHandle = new WeakMap<object, string>();

function hookAt(path: string): Hook | undefined {
  return [...watched].find(([folder]) => path === folder || path.startsWith(folder + sep))?.[1];
}

/** What of `fs/promises` is done by path; the second argument of these two is a path as well. */
const BY_PATH = [
  ...[
    'open',
    'readFile',
    'writeFile',
    'appendFile',
    'mkdir',
    'readdir',
    'rm',
    'rmdir',
    'unlink',
    'stat',
    'lstat',
  ],
  ...['utimes', 'truncate', 'chmod', 'access', 'readlink', 'statfs', 'rename', 'copyFile'],
] as const;
const WITH_TARGET: readonly string[] = ['rename', 'copyFile'];
const OF_HANDLES = [
  'write',
  'writeFile',
  'appendFile',
  'read',
  'readFile',
  'sync',
  'datasync',
  'stat',
  'truncate',
  'close',
] as const;

function intercepted(name: (typeof BY_PATH)[number], real: Call): Call {
  return async (...args) => {
    const [first, second] = args;
    // Of an open file: its own function is intercepted.
    if (typeof first === 'object' && first !== null && pathOfHandle.has(first))
      return ((first as Handle)[name as 'writeFile'] as unknown as Call).apply(first, args.slice(1));
    const path = typeof first === 'string' ? resolve(first) : '';
    const hook = hookAt(path);
    if (hook === undefined) return real(...args);
    const isWrite = name === 'writeFile' || name === 'appendFile';
    return hook({
      name,
      path,
      target: WITH_TARGET.includes(name) ? resolve(String(second)) : null,
      run: async () => {
        const result = await real(...args);
        if (name === 'open') interceptHandle(result as Handle, path);
        return result;
      },
      writeHalf: isWrite ? () => real(first, halfOf(second), ...args.slice(2)) : null,
    });
  };
}

function interceptHandle(handle: Handle, path: string): void {
  pathOfHandle.set(handle, path);
  for (const name of OF_HANDLES) {
    const real = (handle[name] as unknown as Call).bind(handle);
    const writes = ['write', 'writeFile', 'appendFile'].includes(name);
    const value: Call = async (...args) => {
      const run = (): Promise<unknown> => real(...args);
      const hook = hookAt(path);
      if (hook === undefined) return run();
      const writeHalf = writes ? () => writeHalfTo(handle, real, args) : null;
      return hook({ name, path, target: null, run, writeHalf });
    };
    Object.defineProperty(handle, name, { value });
  }
}

/** `write` names where in the file and how much of the buffer; the others take all there is. */
function writeHalfTo(
  handle: Handle,
  real: Call,
  [data, offset, length, position]: unknown[],
): Promise<unknown> {
  if (typeof length === 'number') return real(data, offset, Math.floor(length / 2), position);
  return real(halfOf(data));
}

function halfOf(data: unknown): string | Uint8Array {
  const whole =
    typeof data === 'string' || data instanceof Uint8Array ? data : [...(data as Iterable<string>)].join('');
  return typeof whole === 'string' ? whole.slice(0, whole.length / 2) : whole.subarray(0, whole.length / 2);
}

const promises = fs.promises as unknown as Record<string, Call>;
Object.assign(
  fs.promises,
  Object.fromEntries(BY_PATH.map((name) => [name, intercepted(name, promises[name] as Call)])),
);
// Modules import these functions by name: the names follow only when told.
syncBuiltinESMExports();
