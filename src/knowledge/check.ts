import { checkAddress } from './check/address.ts';
import { checkCases } from './check/cases.ts';
import { checkDuplicates } from './check/duplicates.ts';
import { checkExamples } from './check/examples.ts';
import { checkAnchors } from './check/links.ts';
import { checkNearness } from './check/nearness.ts';
import { checkNumbers } from './check/numbers.ts';
import { checkReferences } from './check/references.ts';
import { checkReviews } from './check/reviews.ts';
import { checkTexts } from './check/texts.ts';
import { checkVocabulary } from './check/vocabulary.ts';
import { checkWords } from './check/words.ts';
import type { KnowledgeFolder } from './load.ts';
import type { Problem } from './problem.ts';

/**
 * Everything wrong with a knowledge folder, errors first, then by file: what the loader refused, references and links
 * that lead nowhere, cases of an answer that overlap or lack somebody, texts that are missing, too long or nearly those of another answer, figures that differ, old
 * reviews, examples that are weak or in the wrong place, mixed address, words with two meanings, what people say in
 * one language and not in the others. `today` (`YYYY-MM-DD`) tells how old a review is; null leaves its age out.
 */
export function checkKnowledge(folder: KnowledgeFolder, today: string | null = null): Problem[] {
  const problems = [
    ...folder.problems,
    ...checkReferences(folder),
    ...checkAnchors(folder),
    ...checkTexts(folder),
    ...checkCases(folder),
    ...checkDuplicates(folder),
    ...checkNumbers(folder),
    ...checkReviews(folder, today),
    ...checkExamples(folder),
    ...checkNearness(folder),
    ...checkAddress(folder),
    ...checkVocabulary(folder),
    ...checkWords(folder),
  ];
  return problems.sort((a, b) => a.severity.localeCompare(b.severity) || a.file.localeCompare(b.file));
}
