const KEY_ROWS: readonly string[] = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Shorter words are left as they are. */
const SHORTEST = 4;

/** A line with so many slips of the keyboard: each in one word of four letters or more, at an inner letter. */
export function mistype(line: string, slips: number, random: () => number): string {
  const parts = line.split(/(\s+)/);
  const words = parts.flatMap((part, at) => (/^\p{L}+$/u.test(part) && part.length >= SHORTEST ? [at] : []));
  for (let slip = 0; slip < slips && words.length > 0; slip++) {
    const at = pick(words, random);
    const word = parts[at] ?? '';
    if (word.length >= SHORTEST) parts[at] = slipIn(word, random);
  }
  return parts.join('');
}

/** One inner letter dropped, swapped with the next, doubled, or replaced by a neighbour on the keyboard. */
function slipIn(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, next, rest] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  const kinds = [
    before + next + rest,
    before + next + letter + rest,
    before + letter + letter + next + rest,
    before + pick(neighbours(letter), random) + next + rest,
  ];
  return pick(kinds, random);
}

function neighbours(letter: string): string[] {
  const row = KEY_ROWS.find((keys) => keys.includes(letter.toLowerCase()));
  if (row === undefined) return [letter];
  const at = row.indexOf(letter.toLowerCase());
  return [row.charAt(at - 1), row.charAt(at + 1)].filter((key) => key !== '');
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('bench: nothing to pick from');
  return item;
}
