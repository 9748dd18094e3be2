import { findNames } from '../../lookup/names.ts';
import { STRENGTH } from './candidate.ts';
import { isForm, isNamePiece, isOrdinary, isOurs, spanOfWords } from './names.ts';
import { isGivenName } from '../../language/name-like.ts';
import type { ProposedFact } from './candidate.ts';
import type { NameInSentence } from '../../lookup/names.ts';
import type { Typed } from './typed.ts';

/** The names that the person may see, however they were typed. Another name that begins like one of them is not it. */
export function findKnownNames(typed: Typed): ProposedFact[] {
  const { known } = typed.context;
  if (known.length === 0) return [];
  const byPlace = new Map<number, NameInSentence<string>[]>();
  for (const name of findNames(typed.text, known, (each) => each)) {
    byPlace.set(name.start, [...(byPlace.get(name.start) ?? []), name]);
  }
  return [...byPlace.values()].flatMap((names) => toCandidates(typed, names));
}

function toCandidates(typed: Typed, names: readonly NameInSentence<string>[]): ProposedFact[] {
  const name = names.find((each) => each.isExact) ?? names[0];
  if (name === undefined) return [];
  const { item: value, start, end, isExact } = name;
  const isSure = isExact || names.length === 1;
  const guess = { kind: 'known-name', value, start, end, isSure } as const;
  const known = { guess, strength: isExact ? STRENGTH.marked + 1 : STRENGTH.marked - 10 };
  const other = otherName(typed, name);
  return other === null ? [known] : [known, other];
}

/** "Litware Energia": a capital word right after a known name makes another company of it. */
function otherName(typed: Typed, name: NameInSentence<string>): ProposedFact | null {
  const { words } = typed;
  const first = words.findIndex((word) => word.start === name.start);
  let next = words.findIndex((word) => word.start >= name.end);
  if (first < 0 || next < 0 || isForm(words[next - 1])) return null;
  const from = next;
  while (next < words.length && next - from < 3 && goesOn(typed, next)) next += 1;
  if (next === from || words[first]?.isCapital !== true) return null;
  const end = isForm(words[next]) ? next + 1 : next;
  return {
    guess: { kind: 'organisation', ...spanOfWords(typed, first, end) },
    strength: STRENGTH.marked + 1,
  };
}

function goesOn({ words }: Typed, at: number): boolean {
  const word = words[at];
  if (word === undefined || !isNamePiece(word) || /\d/.test(word.raw)) return false;
  return !isForm(word) && !isOurs(word.text) && !isOrdinary(word.text) && !isGivenName(word.text);
}
