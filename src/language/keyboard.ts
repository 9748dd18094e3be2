const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const PLACES = new Map(
  KEYS.flatMap((keys, row) => [...keys].map((letter, column) => [letter, { row, column }] as const)),
);

/** Whether two letters lie side by side on a keyboard, so that one is easily hit for the other. */
export function areNearKeys(one: string, other: string): boolean {
  const [first, second] = [PLACES.get(one), PLACES.get(other)];
  if (first === undefined || second === undefined) return false;
  return Math.abs(first.row - second.row) <= 1 && Math.abs(first.column - second.column) <= 1;
}
