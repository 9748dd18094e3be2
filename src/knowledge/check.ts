import { checkAddress } from './check/address.ts';
import { checkExamples } from './check/examples.ts';
import { checkReferences } from './check/references.ts';
import { checkTexts } from './check/texts.ts';
import { checkVocabulary } from './check/vocabulary.ts';
import { checkWords } from './check/words.ts';
import type { KnowledgeFolder } from './load.ts';
import type { Problem } from './problem.ts';

/**
 * Everything wrong with a knowledge folder, errors first, then by file: what the loader refused,
 * references that lead nowhere, texts that are missing or too long, weak examples, mixed address, words with two meanings,
 * what people say in one language and not in the others.
 */
export function checkKnowledge(folder: KnowledgeFolder): Problem[] {
  const problems = [
    ...folder.problems,
    ...checkReferences(folder),
    ...checkTexts(folder),
    ...checkExamples(folder),
    ...checkAddress(folder),
    ...checkVocabulary(folder),
    ...checkWords(folder),
  ];
  return problems.sort((a, b) => a.severity.localeCompare(b.severity) || a.file.localeCompare(b.file));
}
