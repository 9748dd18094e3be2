import { toPhrase } from '../../src/language/flat.ts';
import { fromToday } from '../../src/language/dates/meaning.ts';
import { readShift } from '../../src/language/dates/rules/relative.ts';
import { patternOf } from '../../src/language/said.ts';
import { toPlain } from '../../src/reading/facts/typed.ts';
import type { Place } from '../../src/reading/reading.ts';

/** In letters: as far as the words reach that make a sum one that is added or taken off. */
const NEAR = 40;
/** In words; more are about something else ("il doppio dei clienti ha detto …"). */
const SHORT = 7;

const addsBefore = patternOf()`(?:(?<![a-z+])(?:${'adds-sum'}|${'raises-value'}(?: [a-z']+){0,3}? ${'by-how-much'})(?: [a-z']{1,4}){0,2}|\+) ?$`;
const takesBefore = patternOf()`(?<![a-z])(?:${'takes-sum'}|${'lowers-value'}(?: [a-z']+){0,3}? ${'by-how-much'})(?: [a-z']{1,4}){0,2} ?$`;
const addsBehind = patternOf()`^ ${'sum-more'}(?![a-z])`;
const takesBehind = patternOf()`^ ${'sum-less'}(?![a-z])`;

/**
 * What a sum does to the value that there is: 1 where it comes to it ("aggiungi 10k", "10k in più"), -1 where it is taken
 * off ("togli 5k"), null where it stands for itself.
 */
export function signOf(text: string, { start, end }: Place): 1 | -1 | null {
  const plain = toPlain(text);
  const before = plain.slice(Math.max(0, start - NEAR), start);
  const behind = plain.slice(end, end + NEAR);
  if (takesBefore().test(before) || takesBehind().test(behind)) return -1;
  return addsBefore().test(before) || addsBehind().test(behind) ? 1 : null;
}

const twice = patternOf()`(?<![a-z])${'twice-value'}(?![a-z])`;
const half = patternOf()`(?<![a-z])${'half-value'}(?![a-z])`;
const PERCENT = /(?<![\d.,])(?<share>\d{1,3}(?:[.,]\d{1,2})?) ?%/;

/** What a few words make of the value that there is: 2 for "il doppio", .9 for "10% in meno"; null where nothing. */
export function factorIn(text: string): number | null {
  const plain = toPlain(text);
  if (plain.trim().split(/\s+/).length > SHORT) return null;
  const share = PERCENT.exec(plain);
  if (share !== null) {
    const sign = signOf(plain, { start: share.index, end: share.index + share[0].length });
    return sign === null
      ? null
      : 1 + (sign * Number((share.groups?.['share'] ?? '').replace(',', '.'))) / 100;
  }
  return twice().test(plain) ? 2 : half().test(plain) ? 0.5 : null;
}

const ofClosing = patternOf()`(?<![a-z])${'closing-day-verbs'}(?![a-z])`;

/**
 * The day that a few words make of the one that there is ("un mese dopo"); null where they make none.
 *
 * @param names the words by which the day is called
 */
export function shifted(text: string, known: string, names: readonly string[]): string | null {
  const phrase = toPhrase(text);
  const isCalled = names.some((name) => ` ${phrase} `.includes(` ${toPhrase(name)} `));
  // "Mi avvisano adesso che la firma slitta di un mese esatto".
  const isAbout = phrase.split(' ').length <= SHORT || isCalled || ofClosing().test(phrase);
  const shift = isAbout ? readShift(phrase) : null;
  return shift === null ? null : fromToday(shift.count, shift.unit, known);
}
