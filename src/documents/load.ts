import { readdir, readFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { AppError } from '../errors.ts';
import { DOCUMENTS } from './section.ts';
import { describeProblem, type Problem } from '../knowledge/problem.ts';
import { parseWith } from '../knowledge/schema.ts';
import { documentFileSchema, type FiledDocument, toDocument } from './file.ts';
import { ParsedFiles } from './parsed-files.ts';
import { sectionsOf } from './sections.ts';
import type { Section } from './section.ts';

/** A document and the file it was read from, relative to the knowledge folder. */
export interface DocumentEntry {
  readonly file: string;
  readonly document: FiledDocument;
}

/** All documents that could be read from a folder, and what could not. */
export interface DocumentFolder {
  readonly documents: readonly DocumentEntry[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the imported documents of a knowledge folder (`documents/`, with folders in it); none where it has none.
 *
 * @param files what files were parsed to before
 * @param changed files of the folder that are read as they would be: with another text, or (null) gone
 */
export async function readDocumentFolder(
  dir: string,
  files = new ParsedFiles(),
  changed: ReadonlyMap<string, string | null> = new Map(),
): Promise<DocumentFolder> {
  const documents: DocumentEntry[] = [];
  const problems: Problem[] = [];
  for (const file of withChanged(await listFiles(dir), changed)) {
    const content = changed.get(file) ?? (await readFile(join(dir, file), 'utf8'));
    const parsed = files.parse(file, content, () => parseDocument(file, content));
    if (parsed.ok) documents.push({ file, document: parsed.value });
    else problems.push(...parsed.problems);
  }
  return { documents, problems };
}

/**
 * The sections of all documents of knowledge folders; near-duplicates aren't marked yet.
 *
 * @throws AppError `invalid-input` that names every file, field and cure when anything is malformed
 */
export async function loadSections(dirs: readonly string[], files = new ParsedFiles()): Promise<Section[]> {
  const folders = await Promise.all(dirs.map((dir) => readDocumentFolder(dir, files)));
  const problems = folders.flatMap((folder) => folder.problems);
  if (problems.length > 0) {
    const list = problems.map(describeProblem).join('\n  ');
    throw new AppError('invalid-input', `documents: ${dirs.join(', ')} cannot be used:\n  ${list}`);
  }
  return folders.flatMap(({ documents }) => documents.flatMap(({ document }) => sectionsOf(document)));
}

async function listFiles(dir: string): Promise<string[]> {
  const names = await readdir(join(dir, DOCUMENTS), { recursive: true }).catch(() => []);
  return names
    .map((name) => posix.join(DOCUMENTS, name.split(sep).join(posix.sep)))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
}

function withChanged(files: readonly string[], changed: ReadonlyMap<string, string | null>): string[] {
  const kept = files.filter((file) => changed.get(file) !== null);
  const added = [...changed].flatMap(([file, text]) =>
    text !== null && file.startsWith(`${DOCUMENTS}/`) ? [file] : [],
  );
  return [...new Set([...kept, ...added])].sort();
}

function parseDocument(file: string, content: string) {
  try {
    return parseWith(documentFileSchema, file, parseYaml(content), toDocument);
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    const cure = 'correct the syntax; text with ": " or " #" in it goes in quotes';
    return { ok: false as const, problems: [{ severity: 'error' as const, file, field: '', message, cure }] };
  }
}
