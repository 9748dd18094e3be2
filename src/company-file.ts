import { readFile } from 'node:fs/promises';
import { parse as parseYaml } from 'yaml';
import type * as z from 'zod';
import { AppError } from './errors.ts';
import { readOutside } from './outside-value.ts';

/**
 * Reads a list that a company maintains itself, YAML or JSON.
 *
 * @param what how messages call it: "people list"
 * @throws AppError `invalid-input` that names the file, every bad field and what is expected there;
 *   `unreachable` when the file can't be read.
 */
export async function readCompanyFile<S extends z.ZodType>(
  path: string,
  schema: S,
  what: string,
): Promise<z.infer<S>> {
  const parsed = readOutside(schema, parseText(path, await readText(path, what), what));
  if (parsed.success) return parsed.data;
  const list = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`);
  throw new AppError('invalid-input', `${what}: ${path} cannot be used:\n  ${list.join('\n  ')}`);
}

async function readText(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new AppError('unreachable', `${what}: cannot read ${path}`, { cause });
  }
}

function parseText(path: string, content: string, what: string): unknown {
  try {
    return parseYaml(content, { logLevel: 'error' }) as unknown;
  } catch (cause) {
    throw new AppError('invalid-input', `${what}: ${path} is neither YAML nor JSON`, { cause });
  }
}
