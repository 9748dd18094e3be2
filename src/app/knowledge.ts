import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markAlike } from '../documents/alike.ts';
import { ParsedFiles } from '../documents/parsed-files.ts';
import type { Section } from '../documents/section.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ChangedFiles } from '../knowledge/load.ts';
import { hearWords } from '../language/said.ts';

const FROM_HERE = import.meta.url.endsWith('.ts') ? '../../' : '../../../';

/** The knowledge folder that ships with the assistant, seen from `dist/src/app`, or from `src/app` in tests. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL(`${FROM_HERE}knowledge/`, import.meta.url));

/** Whether a folder is the one that ships. */
export const isShipped = (dir: string): boolean => resolve(dir) === resolve(KNOWLEDGE_FOLDER);

/** What in it is proposed and not looked at by an editor yet: it is no knowledge. */
export const PROPOSED = 'proposed';

/**
 * Reads a knowledge folder and gives the readers of language its words, or where it has none those that ship; so it is
 * with the words by which a search is widened. Every program that reads what people say begins with it.
 *
 * @param documentFolders further folders, of which only imported documents are taken
 * @param files what files were parsed to before
 * @param changed what editors changed, which is laid over the folder's files
 * @throws AppError `invalid-input` as `loadKnowledge` does
 */
export async function openKnowledge(
  dir: string = KNOWLEDGE_FOLDER,
  documentFolders: readonly string[] = [],
  files = new ParsedFiles(),
  changed: ChangedFiles = new Map(),
): Promise<Knowledge> {
  // Only where a folder is read: the parser of YAML takes longer to load than all that is kept.
  const { loadKnowledge } = await import('../knowledge/load.ts');
  const knowledge = await loadKnowledge(dir, files, changed);
  const hasOwn = [knowledge.words, knowledge.related].every((own) => Object.keys(own ?? {}).length > 0);
  const shipped = hasOwn ? knowledge : await loadKnowledge(KNOWLEDGE_FOLDER, files);
  const { words = {} } = Object.keys(knowledge.words ?? {}).length > 0 ? knowledge : shipped;
  hearWords(words);
  const { related = {} } = Object.keys(knowledge.related ?? {}).length > 0 ? knowledge : shipped;
  const sections = await withFolders(knowledge, documentFolders, files);
  return { ...knowledge, words, related, sections };
}

async function withFolders(
  { sections = [] }: Knowledge,
  folders: readonly string[],
  files: ParsedFiles,
): Promise<readonly Section[]> {
  if (folders.length === 0) return sections;
  const { loadSections } = await import('../documents/load.ts');
  return markAlike([...sections, ...(await loadSections(folders, files))]);
}
