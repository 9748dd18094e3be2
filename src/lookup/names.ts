import { editDistance, forgivenSlips } from '../language/edit-distance.ts';
import { rankBySpelling } from './fuzzy.ts';
import { keyOfName } from './name-key.ts';

export { findNames } from './names-in-sentence.ts';
export { nameAfterPreposition } from './unknown-name.ts';
export type { NameInSentence } from './names-in-sentence.ts';

/** What a typed name may mean. `exact` wins; `close` is the rest, best first ("There's also Contoso Pharma"). */
export interface Candidates<T> {
  /** The same name, apart from case, accents, punctuation and legal form. */
  readonly exact: T[];
  /** Names that begin with it, contain it as words or are a slip away. Never those of `exact`. */
  readonly close: T[];
}

const MOST_LETTERS = 120;

/** Those whose name is the same as a typed one, apart from case, accents, punctuation and legal form. */
export function sameNamed<T>(typed: string, items: readonly T[], nameOf: (item: T) => string): T[] {
  const wanted = keyOfName(typed.slice(0, MOST_LETTERS));
  return wanted === '' ? [] : items.filter((item) => keyOfName(nameOf(item)) === wanted);
}

/** Whether two names are the same, as for {@link sameNamed}. */
export function isSameName(one: string, other: string): boolean {
  return sameNamed(one, [other], (name) => name).length > 0;
}

/**
 * Looks a name up as people type it: "contoso spa" is exactly Contoso, "contos" is close to Contoso and
 * Contoso Pharma, "Contosso" is close to both with Contoso first. Fewer than two letters find nothing but
 * an exact name.
 */
export function lookUp<T>(typed: string, items: readonly T[], nameOf: (item: T) => string): Candidates<T> {
  const wanted = keyOfName(typed.slice(0, MOST_LETTERS));
  if (wanted === '') return { exact: [], close: [] };
  const keyed = items.map((item, index) => ({ item, index, key: keyOfName(nameOf(item)) }));
  const exact = keyed.filter(({ key }) => key === wanted);
  const others = keyed.filter(({ key }) => key !== wanted);
  const ranks = others.map((other) => ({ ...other, rank: rankOf(wanted, other.key) }));
  const near = ranks.filter(({ rank }) => rank < Infinity);
  const rest = near.length > 0 || exact.length > 0 ? [] : bySpelling(wanted, others);
  near.sort((a, b) => a.rank - b.rank || (a.rank === 0 ? a.key.length - b.key.length : a.index - b.index));
  return { exact: exact.map(({ item }) => item), close: [...near.map(({ item }) => item), ...rest] };
}

/** 0 begins with it, 1 has it as words, 2 and more is mistyped, 9 is part of it; Infinity is something else. */
function rankOf(wanted: string, key: string): number {
  if (wanted.length < 2) return Infinity;
  if (key.startsWith(wanted)) return 0;
  const compactKey = key.replace(/ /g, '');
  const compactWanted = wanted.replace(/ /g, '');
  if (compactKey === compactWanted) return 0;
  const [typed, words] = [wanted.split(' '), key.split(' ')];
  if (wanted.length >= 3 && (compactKey.startsWith(compactWanted) || areBeginnings(typed, words))) return 1;
  const slips = slipsOf(wanted, key, compactWanted, compactKey);
  if (slips < Infinity) return 2 + slips;
  return words.every((word) => word.length >= 3 && typed.includes(word)) ? CONTAINED : Infinity;
}

/** The name is part of what was typed ("Contoso Farma" holds Contoso): after every mistyped name. */
const CONTAINED = 9;

/** Every typed word begins a word of the name: "adv works". */
function areBeginnings(typed: readonly string[], words: readonly string[]): boolean {
  return typed.every((word) => word.length >= 2 && words.some((each) => each.startsWith(word)));
}

function slipsOf(wanted: string, key: string, compactWanted: string, compactKey: string): number {
  const whole = forgiven(compactWanted, compactKey);
  if (whole < Infinity) return whole;
  const typed = wanted.split(' ');
  // "Contosso" for Contoso Pharma, "Nortwind" for Northwind Traders: the first words, mistyped.
  const start = key.split(' ').slice(0, typed.length).join('');
  const beginning = start.length < compactKey.length ? forgiven(compactWanted, start) : Infinity;
  return beginning + 0.5;
}

function forgiven(a: string, b: string): number {
  const limit = forgivenSlips(Math.min(a.length, b.length));
  const slips = editDistance(a, b, limit);
  return slips <= limit && limit > 0 ? slips : Infinity;
}

/** What is longer is a sentence, not a name. */
const LONGEST_FUZZY = 32;

/** Only where nothing better was found: what fuse.js thinks resembles it. */
function bySpelling<T>(wanted: string, others: readonly { readonly key: string; readonly item: T }[]): T[] {
  if (wanted.length < 4 || wanted.length > LONGEST_FUZZY) return [];
  const keys = others.map(({ key }, index) => ({ key, index }));
  return rankBySpelling(wanted, keys).flatMap(({ index }) =>
    others.slice(index, index + 1).map(({ item }) => item),
  );
}
