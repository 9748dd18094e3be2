import type { KnowledgeFolder, LocaleEntry } from './load.ts';
import type { Problem } from './problem.ts';
import { MEANINGS, type Words } from './words.ts';

/** Phrases that stand under two meanings or twice, and meanings and verbs that one language lacks and another has. */
export function checkWords(folder: KnowledgeFolder): Problem[] {
  return folder.words.flatMap((entry) => [...checkPhrases(entry), ...checkLacks(entry, folder.words)]);
}

function checkPhrases({ file, value }: LocaleEntry<Words>): Problem[] {
  const places = new Map<string, string>();
  return MEANINGS.flatMap((meaning) =>
    value.cues[meaning].flatMap((phrase, at) => {
      const field = `cues.${meaning}[${String(at)}]`;
      const known = places.get(comparable(phrase));
      if (known === undefined) {
        places.set(comparable(phrase), `cues.${meaning}`);
        return [];
      }
      const message = `"${phrase}" stands under ${known} already`;
      return [{ severity: 'error' as const, file, field, message, cure: 'keep it where it means most' }];
    }),
  );
}

/** As the reader compares: without accents, but "è" is not "e" and "sì" is not "si". */
function comparable(phrase: string): string {
  const words = phrase.toLowerCase().split(/[\s'\u2019]+/);
  const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
  return words.map((word) => (word === 'è' || word === 'sì' ? word : bare(word))).join(' ');
}

function checkLacks({ file, value }: LocaleEntry<Words>, all: readonly LocaleEntry<Words>[]): Problem[] {
  const others = all.filter((entry) => entry.file !== file);
  const lacking = (field: string, isEmpty: (words: Words) => boolean): Problem[] => {
    const other = isEmpty(value) ? others.find((entry) => !isEmpty(entry.value)) : undefined;
    if (other === undefined) return [];
    const cure = 'write what people say to it';
    return [
      { severity: 'error', file, field, message: `nothing here, and something in ${other.file}`, cure },
    ];
  };
  return [
    ...MEANINGS.flatMap((meaning) => lacking(`cues.${meaning}`, ({ cues }) => cues[meaning].length === 0)),
    ...(['look', 'put', 'do'] as const).flatMap((kind) =>
      lacking(`verbs.${kind}`, ({ verbs }) => verbs[kind].length === 0),
    ),
  ];
}
