import { editDistance } from '../../language/edit-distance.ts';
import { valueOfNumberWord } from '../../language/money/number-words.ts';
import { inLists, made, patternOf, tableOf } from '../../language/said.ts';
import type { Place } from '../reading.ts';

/** How often a payment comes. */
export type Per = 'week' | 'month' | 'quarter' | 'year';

interface Rate extends Place {
  /** Null where it comes at times that are none of ours ("al giorno", "a semestre"). */
  readonly per: Per | null;
}

/** "9.99 per user per month" is the price of one user: no payment of a deal. */
const ofOne = patternOf()`^ ?(?:\/|${'per'}) ?${'priced-things'}s? ?(?:\/|${'per'}) ?[a-z]`;
const after = patternOf()`^[ ,]*(?:${'beside-rates'}[ ,]+)?(?:(?:${'rate-links'}|\/|p\/) ?(?<unit>${'rate-units'})(?![a-z])|(?:${'of-rate-nouns'} )?(?<adjective>${'rate-adjectives'})(?![a-z])|(?<short>p\.? ?a\.?|p\.? ?m\.?)(?![a-z]))`;
const before = patternOf()`(?:${'rate-nouns'}[a-z ]{0,12} )?(?:(?<adjective>${'rate-adjectives'})(?![a-z])|${'rate-links-before'} (?<unit>${'rate-units'})(?![a-z]))(?: ${'after-rates'})*[ :]*$`;

/** "9k a trimstre". */
const mistyped = patternOf()`^[ ,]*(?:${'rate-links'}|\/|p\/) ?(?<typed>[a-z]{6,14})(?![a-z])`;
const SHORTEST_MISTYPED = 6;

/** The unit that a longer word is a slip of; null where it is none. */
function slipOf(typed: string): string | null {
  const units = [...pers().keys()].filter((unit) => unit.length >= SHORTEST_MISTYPED);
  return units.find((unit) => editDistance(typed, unit, 1) === 1) ?? null;
}

const pers = made(() => new Map([...tableOf<string>('rate-units'), ...tableOf<string>('rate-adjectives')]));

/** How often it is paid that a word or an abbreviation tells: "mese", "p.a.". */
function perOf(word: string): Per | null {
  if (word.startsWith('p')) return word.endsWith('m') || word.endsWith('m.') ? 'month' : 'year';
  const per = pers().get(word);
  return per === undefined || per === 'other' ? null : (per as Per);
}

/** The rate beside an amount, with the place of both; null where the amount is paid once. */
export function readRate(plain: string, amount: Place): Rate | null {
  if (ofOne().test(plain.slice(amount.end, amount.end + 40))) return { ...amount, per: null };
  const behind = after().exec(plain.slice(amount.end, amount.end + 40));
  const said = wordOf(behind);
  if (behind !== null && said !== null)
    return { per: perOf(said), start: amount.start, end: amount.end + behind[0].length };
  const slip = mistyped().exec(plain.slice(amount.end, amount.end + 40));
  const meant = slip === null ? null : slipOf(slip.groups?.['typed'] ?? '');
  if (slip !== null && meant !== null)
    return { per: perOf(meant), start: amount.start, end: amount.end + slip[0].length };
  const from = Math.max(0, amount.start - 50);
  const found = before().exec(plain.slice(from, amount.start));
  const word = wordOf(found);
  if (found === null || word === null) return null;
  return { per: perOf(word), start: from + found.index, end: amount.end };
}

function wordOf(found: RegExpExecArray | null): string | null {
  const { unit, adjective, short } = found?.groups ?? {};
  return unit ?? adjective ?? short ?? null;
}

const MONTHS: Readonly<Record<string, number>> = {
  week: 12 / 52,
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};
const term = patternOf(
  'g',
)`(?<![a-z\d])(?:(?<=${'before-one-term'} )${'one'}|(?<count>\d{1,3}|[a-z]{2,14}))(?:[ -]|(?<=\d))(?<unit>${'term-units'})(?![a-z])`;
const wholeTerm = patternOf()`(?<![a-z])(?<term>${'terms'})(?![a-z])`;
const units = made(() => tableOf<string>('term-units'));
const terms = made(() => tableOf<number>('terms'));
/** A term stands in the same sentence as its rate, within about ten words. */
const NEAR = 70;
/** So many letters stand at most between a term and the rate right behind it: " at ". */
const LINK = 4;

/** How many payments a term near the rate makes, and where the term ends; null where none is named. */
export function findTerm(
  plain: string,
  start: number,
  end: number,
  per: Per,
): { times: number; start: number; end: number } | null {
  const after = termIn(plain.slice(end, end + NEAR).split(/[\n?!]|\. /)[0] ?? '');
  const led =
    plain
      .slice(Math.max(0, start - NEAR), start)
      .split(/[\n?!]|\. /)
      .at(-1) ?? '';
  const found = after ?? termIn(led);
  if (found === null) return null;
  const times = found.months === null ? found.count : Math.round(found.months / (MONTHS[per] ?? 1));
  if (times < 1) return null;
  if (after !== null) return { times, start, end: end + after.end };
  // "18 months at 1,150 monthly": the term is part of it.
  const isRight = led.length - found.end <= LINK;
  return { times, start: isRight ? start - led.length + found.start : start, end };
}

/** A length, or null months where payments themselves are counted ("48 rate"). */
function termIn(text: string): { months: number | null; count: number; start: number; end: number } | null {
  const whole = wholeTerm().exec(text);
  const length = terms().get(whole?.groups?.['term'] ?? '');
  if (whole !== null && length !== undefined)
    return { months: length, count: 0, start: whole.index, end: whole.index + whole[0].length };
  for (const found of text.matchAll(term())) {
    const count = countOf(found.groups?.['count'] ?? null);
    const unit = MONTHS[units().get(found.groups?.['unit'] ?? '') ?? ''];
    if (count === null) continue;
    const [start, end] = [found.index, found.index + found[0].length];
    return { months: unit === undefined ? null : count * unit, count, start, end };
  }
  return null;
}

const isOne = inLists('one');

/** One where nothing but an article stands before the unit. */
export function countOf(word: string | null): number | null {
  if (word === null || isOne(word)) return 1;
  return /^\d+$/.test(word) ? Number(word) : valueOfNumberWord(word);
}
