import { listOf, made, patternOf } from '../language/said.ts';
import type { Place } from '../reading/reading.ts';
import type { MaskedKind } from './mask-texts.ts';

/** A place that tells who or how much, and as what it is hidden. */
export interface Hidden extends Place {
  readonly as: MaskedKind;
}

const percents = patternOf('giu')`\d+(?:[.,]\d+)?\s?(?:%|${'percent'}(?!\p{L}))`;
/** Four digits or more, with or without a unit that grew to them ("40mila"); "14 giorni" and "72 ore" are of the trade. */
const NUMBERS = /(?<![\p{L}\p{N}.,])(?:\d[\d.,]{0,30}\p{L}{1,20}|\d[\d.,]{3,30})(?![\p{L}\p{N}])/gu;
const spelledAddresses = patternOf(
  'giu',
)`(?<![\p{L}\p{N}])[\p{L}\p{N}_-]{1,40}(?: (?:${'said-dot'}) [\p{L}\p{N}_-]{1,40}){0,4} (?:${'said-at'}) [\p{L}\p{N}_-]{1,40}(?: (?:${'said-dot'}) [\p{L}\p{N}_-]{1,40}){1,4}`;
const givenNames = made(() => new Set(listOf('given-names')));

/**
 * What looks like a figure or an address that no reader takes for one: shares, other sums ("40mila"), and addresses that
 * are spelled out ("gino punto mori chiocciola …").
 *
 * @param knows whether a word, in small letters, is one of the trade ("365")
 */
export function figuresIn(text: string, knows: (word: string) => boolean): readonly Hidden[] {
  const found = (pattern: RegExp, as: MaskedKind): Hidden[] =>
    [...text.matchAll(pattern)].map(({ 0: said, index }) => ({ start: index, end: index + said.length, as }));
  const numbers = found(NUMBERS, 'number-id').filter(
    ({ start, end }) => !knows(text.slice(start, end).toLowerCase()),
  );
  return [...found(percents(), 'percent'), ...found(spelledAddresses(), 'email'), ...numbers];
}

/** "gino mori": a given name in small letters and a word behind it that nothing here has. */
export function lowerNamesIn(text: string, isCommon: (word: string) => boolean): readonly Hidden[] {
  const words = [...text.matchAll(/[\p{L}'’-]+/gu)];
  return words.flatMap(({ 0: first, index }, at): readonly Hidden[] => {
    const next = words[at + 1];
    if (next === undefined || !givenNames().has(first.toLowerCase()) || isCommon(next[0].toLowerCase()))
      return [];
    const end = next.index + next[0].length;
    return /^\s+$/u.test(text.slice(index + first.length, next.index))
      ? [{ start: index, end, as: 'person' }]
      : [];
  });
}
