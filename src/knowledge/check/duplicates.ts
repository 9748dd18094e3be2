import { spokenFirst } from '../../language/locale.ts';
import type { Language } from '../../language/locale.ts';
import type { KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';
import { wordsOf } from '../wording.ts';

/** Two answers say nearly the same when they share so much of their words (Jaccard): 7 of 10. */
const TOO_ALIKE = 0.7;
/** Texts of fewer words are alike by chance: "Vedi il manuale". */
const FEWEST_WORDS = 12;
/** Only answers that share two of their rarest words are compared, so that thousands take a moment. */
const RAREST = 12;
const SHARED = 2;

interface Said {
  readonly file: string;
  readonly id: string;
  readonly words: ReadonlySet<string>;
}

/** Answers that say nearly what another one says. */
export function checkDuplicates(folder: KnowledgeFolder): Problem[] {
  const reported = new Set<string>();
  return spokenFirst(folder.answers.flatMap(({ value }) => Object.keys(value.texts))).flatMap((locale) => {
    const said = saidIn(folder, locale);
    return pairsToCompare(said).flatMap(([first, second]): Problem[] => {
      const share = sharedOf(first.words, second.words);
      const pair = `${first.id}\n${second.id}`;
      if (share < TOO_ALIKE || reported.has(pair)) return [];
      reported.add(pair);
      const message = `says nearly what ${first.id} says (${(100 * share).toFixed(0)} % of the words)`;
      const cure = `keep one and move the other's examples to it, or say what differs`;
      return [{ severity: 'warning', file: second.file, field: `${locale}.body`, message, cure }];
    });
  });
}

function saidIn({ answers }: KnowledgeFolder, locale: Language): Said[] {
  return answers.flatMap(({ file, value }) => {
    const text = value.texts[locale];
    if (text === undefined) return [];
    const words = new Set(wordsOf(`${text.question} ${text.lead} ${text.body}`));
    return words.size < FEWEST_WORDS ? [] : [{ file, id: value.id, words }];
  });
}

function pairsToCompare(said: readonly Said[]): [Said, Said][] {
  const counts = new Map<string, number>();
  for (const { words } of said) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byWord = new Map<string, number[]>();
  return said.flatMap((second, at) => {
    const shared = new Map<number, number>();
    for (const word of rarestOf(second.words, counts)) {
      for (const earlier of byWord.get(word) ?? []) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
      byWord.set(word, [...(byWord.get(word) ?? []), at]);
    }
    return [...shared]
      .filter(([, count]) => count >= SHARED)
      .flatMap(([earlier]): [Said, Said][] => {
        const first = said[earlier];
        return first === undefined ? [] : [[first, second]];
      });
  });
}

/** Words that only one answer has tell nothing of two. */
function rarestOf(words: ReadonlySet<string>, counts: ReadonlyMap<string, number>): string[] {
  const count = (word: string): number => counts.get(word) ?? 0;
  return [...words]
    .filter((word) => count(word) > 1)
    .sort((a, b) => count(a) - count(b) || a.localeCompare(b))
    .slice(0, RAREST);
}

function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}
