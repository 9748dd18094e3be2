import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { hearWords } from '../language/said.ts';

const FROM_HERE = import.meta.url.endsWith('.ts') ? '../../' : '../../../';

/** The knowledge folder that ships with the assistant, seen from `dist/src/app`, or from `src/app` in tests. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL(`${FROM_HERE}knowledge/`, import.meta.url));

/** What in it is proposed and not looked at by an editor yet: it is no knowledge. */
export const PROPOSED = 'proposed';

/**
 * Reads a knowledge folder and gives the readers of language its words, or where it has none those that ship; so it is
 * with the words by which a search is widened. Every program that reads what people say begins with it.
 *
 * @throws AppError `invalid-input` as `loadKnowledge` does
 */
export async function openKnowledge(dir: string = KNOWLEDGE_FOLDER): Promise<Knowledge> {
  // Only where a folder is read: the parser of YAML takes longer to load than all that is kept.
  const { loadKnowledge } = await import('../knowledge/load.ts');
  const knowledge = await loadKnowledge(dir);
  const hasOwn = [knowledge.words, knowledge.related].every((own) => Object.keys(own ?? {}).length > 0);
  const shipped = hasOwn ? knowledge : await loadKnowledge(KNOWLEDGE_FOLDER);
  const own = Object.keys(knowledge.words ?? {}).length > 0 ? knowledge : shipped;
  hearWords(own.words ?? {});
  const { related = {} } = Object.keys(knowledge.related ?? {}).length > 0 ? knowledge : shipped;
  return { ...knowledge, related };
}
