import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Code of one folder: how many files, and how many lines that are neither blank nor comment. */
export interface FolderCount {
  readonly folder: string;
  readonly files: number;
  readonly lines: number;
}

/** Files that hold what users read: they grow with what is said, not with what is done. */
const TEXTS = /(?:^|[/-])texts(?:-\w+)?\.ts$|\/text-types\.ts$/;

/** Counts the code of a folder and of all in it, without files of texts. Throws where there is no such folder. */
export function countFolder(root: string, folder: string): FolderCount {
  const paths = listCode(join(root, folder));
  const lines = paths.reduce((sum, path) => sum + countCode(readFileSync(path, 'utf8')), 0);
  return { folder, files: paths.length, lines };
}

function listCode(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !TEXTS.test(`/${path}`))
    .map((path) => join(folder, path));
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
