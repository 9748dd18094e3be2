import type { Vocabulary } from '../knowledge.ts';
import type { FileEntry, KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';
import { plainForm } from '../wording.ts';

/** Words with two canonical forms, groups of one word, chat spellings that stand for themselves, aspects that say two things. */
export function checkVocabulary(folder: KnowledgeFolder): Problem[] {
  return folder.vocabulary.flatMap((entry) => [
    ...checkSynonyms(entry),
    ...checkChatSpellings(entry),
    ...checkAspects(entry),
    ...checkDecisive(entry),
  ]);
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

/** Whatever is decisive is an aspect. */
function checkDecisive({ file, value }: FileEntry<Vocabulary>): Problem[] {
  return (value.decisive ?? [])
    .filter((aspect) => value.aspects[aspect] === undefined)
    .map((aspect) => error(file, 'decisive', `"${aspect}" is no aspect`, 'write the name of one of aspects'));
}

/** A phrase tells one value of an aspect; before its star a word has letters enough to be told from others. */
function checkAspects({ file, value }: FileEntry<Vocabulary>): Problem[] {
  return Object.entries(value.aspects).flatMap(([aspect, values]) => {
    const firstOf = new Map<string, string>();
    return Object.entries(values).flatMap(([name, phrases]) =>
      phrases.flatMap((phrase) => {
        const field = `aspects.${aspect}.${name}`;
        const first = firstOf.get(phrase) ?? name;
        firstOf.set(phrase, first);
        return [
          ...(first === name
            ? []
            : [error(file, field, `"${phrase}" tells ${first} already`, 'keep it in one place')]),
          ...(/(?:^|\s)\S{0,2}\*/.test(phrase)
            ? [error(file, field, `"${phrase}" begins too many words`, 'write three letters before the star')]
            : []),
        ];
      }),
    );
  });
}

function error(file: string, field: string, message: string, cure: string): Problem {
  return { severity: 'error', file, field, message, cure };
}
