import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { mapStacks } from './stack-places.ts';

/** All modules of the assistant and its libraries in one file, made by `npm run build`. */
export const BUNDLE_FILE = fileURLToPath(new URL('../assistant.cjs', import.meta.url));

/** The bundle as it runs. */
export interface Bundle<T> {
  readonly exports: T;
  /** Keeps the code as compiled so far in a file beside the bundle, so that the next start needs not compile it. */
  keepCode(): void;
}

const HASH_BYTES = 32;

/** Runs what the build has made. Null where it made nothing, or where the code runs as it is written (`.ts`). */
export function openBundle<T>(): Bundle<T> | null {
  const isCompiled = extname(fileURLToPath(import.meta.url)) === '.js';
  return isCompiled && existsSync(BUNDLE_FILE) ? runBundle<T>(BUNDLE_FILE) : null;
}

/**
 * Runs a file of CommonJS. What was kept of its compiled code saves half of the time of a start. It stands under the
 * hash of the file, since V8 compares no more than the length; of another version or machine V8 refuses it itself.
 */
export function runBundle<T>(file: string): Bundle<T> {
  const bytes = readFileSync(file);
  const key = createHash('sha256').update(bytes).digest();
  const codeFile = `${file}.code`;
  const kept = existsSync(codeFile) ? readFileSync(codeFile) : null;
  const isOfThis = kept?.subarray(0, HASH_BYTES).equals(key) === true;
  // The build writes nothing but ASCII; read as Latin-1 it takes half of the memory, and no decoding.
  const code = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  const source = `(function (exports, require, module, __filename, __dirname) {${code}\n})`;
  const script = new Script(source, {
    filename: file,
    ...(isOfThis ? { cachedData: kept.subarray(HASH_BYTES) } : {}),
  });
  mapStacks(file);
  const module = { exports: {} as T };
  const begin = script.runInThisContext() as (...args: readonly unknown[]) => void;
  begin(module.exports, createRequire(file), module, file, dirname(file));
  return {
    exports: module.exports,
    keepCode: () => writeFileSync(codeFile, Buffer.concat([key, script.createCachedData()])),
  };
}
