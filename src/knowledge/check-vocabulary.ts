import type { Vocabulary } from './knowledge.ts';
import type { FileEntry, KnowledgeFolder } from './load.ts';
import type { Problem } from './problem.ts';
import { plainForm } from './wording.ts';

/** Words with two canonical forms, groups of one word, and chat spellings that stand for themselves. */
export function checkVocabulary(folder: KnowledgeFolder): Problem[] {
  return folder.vocabulary.flatMap((entry) => [...checkSynonyms(entry), ...checkChatSpellings(entry)]);
}

function checkSynonyms({ file, value }: FileEntry<Vocabulary>): Problem[] {
  const groupOf = new Map<string, number>();
  return value.synonyms.flatMap((words, group) => {
    const alone =
      words.length < 2
        ? [error(file, `synonyms[${group}]`, 'one word alone', 'add what means the same')]
        : [];
    const repeated = words.flatMap((word, at) => {
      const earlier = groupOf.get(plainForm(word));
      groupOf.set(plainForm(word), earlier ?? group);
      if (earlier === undefined) return [];
      const message = `"${word}" is in synonyms[${earlier}] already`;
      return [error(file, `synonyms[${group}][${at}]`, message, 'keep it in one place')];
    });
    return [...alone, ...repeated];
  });
}

function checkChatSpellings({ file, value }: FileEntry<Vocabulary>): Problem[] {
  return Object.entries(value.chatSpellings)
    .filter(([short, full]) => short.toLowerCase() === full.toLowerCase())
    .map(([short]) =>
      error(file, `chatSpellings.${short}`, `"${short}" stands for itself`, 'write the full word'),
    );
}

function error(file: string, field: string, message: string, cure: string): Problem {
  return { severity: 'error', file, field, message, cure };
}
