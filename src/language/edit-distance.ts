/** What it counts to have one letter in the place of another. */
export type Replacing = (typed: string, meant: string) => number;

/**
 * How many typing slips lie between two words: letters added, left out, replaced, or two neighbours
 * swapped (optimal string alignment). Gives up past `limit` and returns `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number, replacing: Replacing = () => 1): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  // What both words begin and end with costs nothing, and decides most comparisons without a table.
  const from = countAlike(a, b);
  const [restOfA, restOfB] = withoutSameEnd(a.slice(from), b.slice(from));
  return between(restOfA, restOfB, limit, replacing);
}

function countAlike(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}

function withoutSameEnd(a: string, b: string): readonly [string, string] {
  let count = 0;
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count])
    count += 1;
  return [a.slice(0, a.length - count), b.slice(0, b.length - count)];
}

/** The slips between two words that differ in their first and in their last letters. */
function between(a: string, b: string, limit: number, replacing: Replacing): number {
  // One slip changes a letter or swaps two: where more than two are left, it was more than one.
  if (limit <= 1 && Math.max(a.length, b.length) > 2 * limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      line.push(slips(a, b, row, column, line, last, before, replacing));
    }
    if (Math.min(...line) > limit) return limit + 1;
    before = last;
    last = line;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

function slips(
  a: string,
  b: string,
  row: number,
  column: number,
  line: readonly number[],
  last: readonly number[],
  before: readonly number[],
  replacing: Replacing,
): number {
  const isSame = a[row - 1] === b[column - 1];
  let best = Math.min(
    (last[column] ?? 0) + 1,
    (line[column - 1] ?? 0) + 1,
    (last[column - 1] ?? 0) + (isSame ? 0 : replacing(a[row - 1] ?? '', b[column - 1] ?? '')),
  );
  const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  if (isSwapped) best = Math.min(best, (before[column - 2] ?? 0) + 1);
  return best;
}

/** How many slips a word of this length is forgiven: none under 5 letters, one to 8, then two. */
export function forgivenSlips(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/** A bit for each letter of the word; letters beyond the alphabet share bits with others, which only lets more through. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/**
 * Whether two words have too different letters ({@link lettersOf}) to lie so few slips apart: a slip changes two letters
 * at most, one for the other, and most words have more letters that the other has not.
 */
export function areFarApart(one: number, other: number, slips: number): boolean {
  return countBits(one ^ other) > 2 * slips;
}

/** How many bits are set (Warren, "Hacker's Delight", 5-1). */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
