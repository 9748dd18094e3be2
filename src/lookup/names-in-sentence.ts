import { flatten, spanOf } from '../language/flat.ts';
import { inLists } from '../language/said.ts';
import { isLegalForm, keyOfName } from './name-key.ts';
import { isEverydayWord } from './everyday-words.ts';
import { isSlip, TypedWords } from './typed-words.ts';
import type { Flat } from '../language/flat.ts';
import type { TypedWord } from './typed-words.ts';

/** A known name found in a sentence; `isExact` is false for a part of it or a slip. */
export interface NameInSentence<T> {
  readonly item: T;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isExact: boolean;
}

interface Known<T> {
  /** All that go by this name, with their places in the caller's list. */
  readonly items: readonly { readonly item: T; readonly index: number }[];
  readonly words: readonly string[];
  /** Parts that stand for the whole: its first word, or what tells it from others with the same first word. */
  readonly parts: readonly string[];
}

interface Hit<T> {
  readonly known: Known<T>;
  readonly first: number;
  readonly size: number;
  /** 3 whole and exact, 2 whole with a slip, 1 a part, 0.5 a part with a slip. */
  readonly quality: number;
}

/**
 * Finds known names inside a sentence ("hanno risposto per Fabrikam?", "il deal con Contosso"): whole names
 * first and longest first, then parts that tell ("Northwind", "wms"). A word of five letters or more may
 * have one slip. Several items may share one place: "Contoso" gives Contoso (exact) and Contoso Pharma.
 */
export function findNames<T>(
  sentence: string,
  items: readonly T[],
  nameOf: (item: T) => string,
): NameInSentence<T>[] {
  const flat = flatten(sentence);
  const words = [...flat.text.matchAll(/[\p{L}\p{N}]+/gu)].map((found) => ({
    text: found[0],
    from: found.index,
    to: found.index + found[0].length,
  }));
  const typed = new TypedWords(words);
  const hits = toKnown(items, nameOf).flatMap((known) => findHits(known, words, typed));
  return withoutCovered(hits)
    .flatMap((hit) => hit.known.items.map((each) => ({ hit, ...each })))
    .sort((a, b) => byFit(a.hit, b.hit) || a.index - b.index)
    .map(({ hit, item }) => ({ item, ...placeOf(hit, words, flat) }));
}

function toKnown<T>(items: readonly T[], nameOf: (item: T) => string): Known<T>[] {
  const byKey = new Map<string, { item: T; index: number }[]>();
  items.forEach((item, index) => {
    const key = keyOfName(nameOf(item));
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [{ item, index }]);
    else same.push({ item, index });
  });
  const all = [...byKey].map(([key, same]) => ({ items: same, words: key.split(' ').filter(Boolean) }));
  const sharing = new Map<string, number>();
  for (const { words } of all) sharing.set(words[0] ?? '', (sharing.get(words[0] ?? '') ?? 0) + 1);
  return all.map(({ items: same, words }) => ({
    items: same,
    words,
    parts: partsOf(words, (sharing.get(words[0] ?? '') ?? 0) > 1),
  }));
}

function partsOf(words: readonly string[], isFirstShared: boolean): string[] {
  if (words.length < 2) return [];
  const rest = isFirstShared ? words.slice(1) : [];
  return [words[0] ?? '', ...rest].filter((word) => word.length >= 3 && !isEverydayWord(word));
}

/** A name that is said more often is looked for no further: nobody means its last place and none before. */
const MOST_PLACES = 32;

function findHits<T>(known: Known<T>, words: readonly TypedWord[], typed: TypedWords): Hit<T>[] {
  const hits: Hit<T>[] = [];
  const opening = known.words.slice(0, 1);
  const places = new Set([...opening, ...known.parts].flatMap((word) => typed.placesOf(word)));
  for (const first of [...places].sort((a, b) => a - b).slice(0, MOST_PLACES)) {
    const hit = hitWhole(known, words, first) ?? hitPart(known, words, first);
    if (hit !== null) hits.push(hit);
  }
  return hits;
}

function hitWhole<T>(known: Known<T>, words: readonly TypedWord[], first: number): Hit<T> | null {
  const typed = known.words.length === 0 ? null : alignWords(known.words, words, first);
  if (typed === null) return null;
  const pairs = known.words.map((word, index) => [word, typed.texts[index] ?? ''] as const);
  const isExact = pairs.every(([word, text]) => word === text);
  if (!isExact && !isWithinOneSlip(pairs)) return null;
  return { known, first, size: typed.size, quality: isExact ? 3 : 2 };
}

const isAnd = inLists('joins-names');

/** The typed words beside a name's words; one "and" or "e" between two of them ("Rossi e Figli") is passed over. */
function alignWords(
  name: readonly string[],
  words: readonly TypedWord[],
  first: number,
): { texts: string[]; size: number } | null {
  const texts: string[] = [];
  let at = first;
  for (const expected of name) {
    const isJoiner = texts.length > 0 && isAnd(words[at]?.text ?? '') && expected !== words[at]?.text;
    if (isJoiner) at += 1;
    const word = words[at]?.text;
    if (word === undefined) return null;
    texts.push(word);
    at += 1;
  }
  return { texts, size: at - first };
}

/** One slip in the whole name, in a word of five letters or more; everyday words are never slips. */
function isWithinOneSlip(pairs: readonly (readonly [string, string])[]): boolean {
  const wrong = pairs.filter(([word, text]) => word !== text);
  const [slip] = wrong;
  return wrong.length === 1 && slip !== undefined && isSlip(slip[0], slip[1]);
}

function hitPart<T>(known: Known<T>, words: readonly TypedWord[], first: number): Hit<T> | null {
  const text = words[first]?.text ?? '';
  if (isEverydayWord(text)) return null;
  if (known.parts.includes(text)) return { known, first, size: 1, quality: 1 };
  return known.parts.some((part) => isSlip(part, text)) ? { known, first, size: 1, quality: 0.5 } : null;
}

/** Longest first, then best spelt. */
function byFit<T>(a: Hit<T>, b: Hit<T>): number {
  return b.size - a.size || b.quality - a.quality || a.first - b.first;
}

/** Longest first: a hit inside a longer, or at the place of a strictly better-spelt one of its kind, goes. */
function withoutCovered<T>(hits: readonly Hit<T>[]): Hit<T>[] {
  const said = new Set<Known<T>>();
  /** By word, the hit that took it first: the best-spelt one of its place. */
  const takenBy = new Map<number, Hit<T>>();
  return [...hits].sort(byFit).filter((hit) => {
    const places = Array.from({ length: hit.size }, (_, at) => hit.first + at);
    const isFree = places.every((place) => !isCovered(hit, takenBy.get(place)));
    if (said.has(hit.known) || !isFree) return false;
    said.add(hit.known);
    for (const place of places) if (!takenBy.has(place)) takenBy.set(place, hit);
    return true;
  });
}

function isCovered<T>(hit: Hit<T>, other: Hit<T> | undefined): boolean {
  if (other === undefined) return false;
  const isSamePlace = hit.first === other.first && hit.size === other.size;
  return (
    !isSamePlace ||
    (Number.isInteger(other.quality) && !Number.isInteger(hit.quality)) ||
    (other.quality === 3 && hit.quality === 2)
  );
}

function placeOf<T>(hit: Hit<T>, words: readonly TypedWord[], flat: Flat): Omit<NameInSentence<T>, 'item'> {
  const from = words[hit.first]?.from ?? 0;
  const to = words[hit.first + hit.size - 1]?.to ?? from;
  return { ...withLegalForm(flat, from, to), isExact: hit.quality === 3 };
}

/** The name as typed, with the legal form or closing part after it: "Fabrikam S.p.A.". */
function withLegalForm(flat: Flat, from: number, to: number): { text: string; start: number; end: number } {
  const name = spanOf(flat, from, to);
  const after = /^,? ?((?:[\p{L}]\.){1,5}[\p{L}]?\.?|[\p{L}]{2,5}\b\.?)/u.exec(flat.source.slice(name.end));
  if (after?.[1] === undefined || !isLegalForm(after[1])) return name;
  const end = name.end + after[0].length;
  return { text: flat.source.slice(name.start, end), start: name.start, end };
}
