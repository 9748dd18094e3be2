/** Features of a clause are numbers below this; two that fall on one number are as one. */
export const FEATURES = 1 << 15;

/** The features of a clause, with repetitions: those of its words, those of its letters, and those around it. */
export interface ClauseFeatures {
  readonly words: readonly number[];
  readonly letters: readonly number[];
  readonly around: readonly number[];
}

/** How long groups of letters are, the ends of a word among them. */
const SHORTEST_GROUP = 3;
const LONGEST_GROUP = 4;
/** A longer clause is a text, and like no example. */
export const MOST_LETTERS = 300;

/**
 * What tells what a clause does: its words and pairs of words (with its ends), its groups of letters, what was asked
 * when it was said, and whether it has a question mark. All figures are the same one.
 */
export function featuresOf(clause: string, asked: string | null): ClauseFeatures {
  const text = clause.slice(0, MOST_LETTERS).toLowerCase().replaceAll('’', "'").replaceAll(/\d/g, '0').trim();
  const words = text.match(/[\p{L}\p{N}']+|[?!.,:;…]/gu) ?? [];
  return {
    words: [...words.map((word) => `w${word}`), ...pairsOf(words)].map(numberOf),
    letters: groupsOf(text).map(numberOf),
    around: [`a${asked ?? ''}`, text.includes('?') ? 'q' : 'n'].map(numberOf),
  };
}

function pairsOf(words: readonly string[]): string[] {
  const bounded = ['^', ...words, '$'];
  return bounded.slice(1).map((word, at) => `p${bounded[at] ?? ''} ${word}`);
}

function groupsOf(text: string): string[] {
  const groups: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const padded = ` ${word} `;
    for (let size = SHORTEST_GROUP; size <= LONGEST_GROUP; size += 1)
      for (let at = 0; at + size <= padded.length; at += 1) groups.push(`g${padded.slice(at, at + size)}`);
  }
  return groups;
}

/** FNV-1a over UTF-16 units, its upper half folded onto the lower. */
function numberOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (FEATURES - 1);
}
