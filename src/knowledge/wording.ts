/** What the checks know about words: enough to compare and to count, nothing about their meaning. */

/** The words of a text in lower case, without accents and punctuation. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** One form for texts that differ in case, accents, spaces and punctuation only. */
export function plainForm(text: string): string {
  return wordsOf(text).join(' ');
}

/** How many words a reader counts in a Markdown text: `l'account` is one, a link's address none. */
export function countWords(markdown: string): number {
  const shown = markdown.replace(/\]\([^)]*\)/g, ']');
  return shown.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/**
 * How much two texts share, from 0 to 1: the words in both over the words in either (Jaccard).
 * "crea un deal" and "crea il deal" share 2 of 4 words: 0.5.
 */
export function likeness(a: string, b: string): number {
  const left = new Set(wordsOf(a));
  const right = new Set(wordsOf(b));
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 1 : shared / all;
}
