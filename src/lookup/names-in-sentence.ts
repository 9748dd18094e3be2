import { editDistance } from '../language/edit-distance.ts';
import { flatten, spanOf } from '../language/flat.ts';
import { isLegalForm, keyOfName } from './name-key.ts';
import { isEverydayWord } from './everyday-words.ts';
import type { Flat } from '../language/flat.ts';

/** A known name found in a sentence; `isExact` is false for a part of it or a slip. */
export interface NameInSentence<T> {
  readonly item: T;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isExact: boolean;
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Known<T> {
  readonly item: T;
  readonly words: readonly string[];
  /** Parts that stand for the whole: its first word, or what tells it from others with the same first word. */
  readonly parts: readonly string[];
}

interface Hit<T> {
  readonly item: T;
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
  const hits = toKnown(items, nameOf).flatMap((known) => findHits(known, words));
  return withoutCovered(hits).map((hit) => toName(hit, words, flat));
}

function toKnown<T>(items: readonly T[], nameOf: (item: T) => string): Known<T>[] {
  const all = items.map((item) => ({ item, words: keyOfName(nameOf(item)).split(' ').filter(Boolean) }));
  const owners = new Map<string, Set<string>>();
  for (const { words } of all) {
    const first = words[0] ?? '';
    owners.set(first, (owners.get(first) ?? new Set()).add(words.join(' ')));
  }
  return all.map(({ item, words }) => ({
    item,
    words,
    parts: partsOf(words, (owners.get(words[0] ?? '')?.size ?? 0) > 1),
  }));
}

function partsOf(words: readonly string[], isFirstShared: boolean): string[] {
  if (words.length < 2) return [];
  const rest = isFirstShared ? words.slice(1) : [];
  return [words[0] ?? '', ...rest].filter((word) => word.length >= 3 && !isEverydayWord(word));
}

function findHits<T>(known: Known<T>, words: readonly Word[]): Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const whole = hitWhole(known, words, first);
    const hit = whole ?? hitPart(known, words, first);
    if (hit !== null) hits.push(hit);
  }
  return hits;
}

function hitWhole<T>(known: Known<T>, words: readonly Word[], first: number): Hit<T> | null {
  const typed = known.words.length === 0 ? null : alignWords(known.words, words, first);
  if (typed === null) return null;
  const pairs = known.words.map((word, index) => [word, typed.texts[index] ?? ''] as const);
  const isExact = pairs.every(([word, text]) => word === text);
  if (!isExact && !isWithinOneSlip(pairs)) return null;
  return { item: known.item, first, size: typed.size, quality: isExact ? 3 : 2 };
}

/** The typed words beside a name's words; one "and" or "e" between two of them ("Rossi e Figli") is passed over. */
function alignWords(
  name: readonly string[],
  words: readonly Word[],
  first: number,
): { texts: string[]; size: number } | null {
  const texts: string[] = [];
  let at = first;
  for (const expected of name) {
    const isJoiner =
      texts.length > 0 && /^(?:e|and)$/.test(words[at]?.text ?? '') && expected !== words[at]?.text;
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

function isSlip(word: string, text: string): boolean {
  return word.length >= 5 && text.length >= 4 && !isEverydayWord(text) && editDistance(word, text, 1) === 1;
}

function hitPart<T>(known: Known<T>, words: readonly Word[], first: number): Hit<T> | null {
  const text = words[first]?.text ?? '';
  if (isEverydayWord(text)) return null;
  if (known.parts.includes(text)) return { item: known.item, first, size: 1, quality: 1 };
  return known.parts.some((part) => isSlip(part, text))
    ? { item: known.item, first, size: 1, quality: 0.5 }
    : null;
}

/** Longest first: a hit inside a longer, or at the place of a strictly better-spelt one of its kind, goes. */
function withoutCovered<T>(hits: readonly Hit<T>[]): Hit<T>[] {
  const best = [...hits].sort((a, b) => b.size - a.size || b.quality - a.quality || a.first - b.first);
  const kept: Hit<T>[] = [];
  for (const hit of best) {
    const isSaid = kept.some((other) => other.item === hit.item);
    if (!isSaid && !kept.some((other) => isCovered(hit, other))) kept.push(hit);
  }
  return kept;
}

function isCovered<T>(hit: Hit<T>, other: Hit<T>): boolean {
  const [end, otherEnd] = [hit.first + hit.size, other.first + other.size];
  const overlaps = hit.first < otherEnd && other.first < end;
  const isSamePlace = hit.first === other.first && hit.size === other.size;
  if (!overlaps) return false;
  return (
    !isSamePlace ||
    (Number.isInteger(other.quality) && !Number.isInteger(hit.quality)) ||
    (other.quality === 3 && hit.quality === 2)
  );
}

function toName<T>(hit: Hit<T>, words: readonly Word[], flat: Flat): NameInSentence<T> {
  const from = words[hit.first]?.from ?? 0;
  const to = words[hit.first + hit.size - 1]?.to ?? from;
  return { item: hit.item, ...withLegalForm(flat, from, to), isExact: hit.quality === 3 };
}

/** The name as typed, with the legal form or closing part after it: "Fabrikam S.p.A.". */
function withLegalForm(flat: Flat, from: number, to: number): { text: string; start: number; end: number } {
  const name = spanOf(flat, from, to);
  const after = /^,? ?((?:[\p{L}]\.){1,5}[\p{L}]?\.?|[\p{L}]{2,5}\b\.?)/u.exec(flat.source.slice(name.end));
  if (after?.[1] === undefined || !isLegalForm(after[1])) return name;
  const end = name.end + after[0].length;
  return { text: flat.source.slice(name.start, end), start: name.start, end };
}
