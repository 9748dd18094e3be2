import { flatten } from '../language/flat.ts';

/** Whether each of these folded words is of a person's name: "galli", "marco galli". */
export function isCalled(name: string, words: readonly string[]): boolean {
  const parts = partsOf(name);
  return words.length > 0 && words.every((word) => parts.includes(word));
}

/** Whether a message, as its folded words, names somebody by a first or a last name. */
export const isNamedIn = (name: string, said: ReadonlySet<string>): boolean =>
  partsOf(name).some((part) => said.has(part));

const partsOf = (name: string): string[] => flatten(name).text.match(/[\p{L}\p{N}]+/gu) ?? [];
