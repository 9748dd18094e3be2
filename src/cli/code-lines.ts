import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Code of one file: how many lines are neither blank nor comment. */
export interface FileCount {
  /** From the project's root. */
  readonly path: string;
  readonly lines: number;
}

/** Files that hold what users read: they grow with what is said, not with what is done. */
const TEXTS = /(?:^|[/-])texts(?:-\w+)?\.ts$|\/text-types\.ts$/;

/** Counts the code of a folder and of all in it, without files of texts. Throws where there is no such folder. */
export function countFiles(root: string, folder: string): readonly FileCount[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !TEXTS.test(`/${path}`))
    .sort()
    .map((path) => join(folder, path))
    .map((path) => ({ path, lines: countCode(readFileSync(join(root, path), 'utf8')) }));
}

/**
 * Lines of a source that are neither blank nor comment. A comment is told by how its line begins, as the formatter
 * writes it; one after code on the same line is part of a line of code.
 */
export function countCode(source: string): number {
  let isInComment = false;
  let count = 0;
  for (const line of source.split('\n').map((each) => each.trim())) {
    const isComment = isInComment || line.startsWith('/*');
    if (isComment) isInComment = !line.includes('*/');
    else if (line !== '' && !line.startsWith('//')) count += 1;
  }
  return count;
}
