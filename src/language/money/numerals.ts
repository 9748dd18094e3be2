import type { Language } from '../locale.ts';
import { madeBy } from '../said.ts';

/** What a number in digits may mean: one value, or two usual ones (the likelier first). */
export interface NumeralReading {
  readonly values: readonly number[];
  /** True where thousands are set apart ("80.000"): the mark of an amount. */
  readonly isGrouped: boolean;
  /** True for two decimals ("80,50"): cents were typed. */
  readonly hasCents: boolean;
}

const reading = (values: readonly number[], isGrouped: boolean, hasCents = false): NumeralReading => ({
  values,
  isGrouped,
  hasCents,
});

/**
 * Reads digits with separators: "80.000,50", "80,000.50", "1.200.000", "80 000", "80'000", "1,2".
 * One separator before three digits is thousands in the writer's own style and doubtful in the other
 * ("1.200" is 1,200 in Italian; in English 1,200 or 1.2). Null when it is no number ("31.12.2026").
 */
export function readNumeral(typed: string, locale: Language): NumeralReading | null {
  const digits = typed.replace(/['\s]/g, ' ');
  if (/^\d+$/.test(digits)) return reading([Number(digits)], false);
  if (/^\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?$/.test(digits)) {
    return reading([Number(digits.replace(/ /g, '').replace(',', '.'))], true, /[.,]\d\d$/.test(digits));
  }
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const mark = digits[last] ?? '.';
  const other = mark === '.' ? ',' : '.';
  if (digits.includes(' ')) return null;
  if (digits.includes(other)) return readBothMarks(digits, mark, other);
  if (digits.indexOf(mark) !== last) return readManyGroups(digits, mark);
  return readOneMark(digits, mark, locale);
}

function readBothMarks(digits: string, mark: string, other: string): NumeralReading | null {
  const [whole = '', decimals = ''] = digits.split(mark);
  const isWhole = other === '.' ? /^\d{1,3}(?:\.\d{3})+$/.test(whole) : /^\d{1,3}(?:,\d{3})+$/.test(whole);
  if (!isWhole || digits.split(mark).length !== 2 || decimals.length > 3) return null;
  return reading([Number(`${whole.split(other).join('')}.${decimals}`)], true, decimals.length === 2);
}

function readManyGroups(digits: string, mark: string): NumeralReading | null {
  const isGrouped = mark === '.' ? /^\d{1,3}(?:\.\d{3})+$/.test(digits) : /^\d{1,3}(?:,\d{3})+$/.test(digits);
  return isGrouped ? reading([Number(digits.split(mark).join(''))], true) : null;
}

/** What parts thousands: a dot in Italian. */
const groupMark = madeBy(
  (locale: Language) =>
    new Intl.NumberFormat(locale).formatToParts(1e6).find(({ type }) => type === 'group')?.value ?? '',
);

function readOneMark(digits: string, mark: string, locale: Language): NumeralReading | null {
  const [whole = '', after = ''] = digits.split(mark);
  const decimal = Number(`${whole}.${after}`);
  if (!/^[1-9]\d{0,2}$/.test(whole) || after.length !== 3)
    return reading([decimal], false, after.length === 2);
  const thousands = Number(whole + after);
  const isOwnStyle = mark === groupMark(locale);
  return reading(isOwnStyle ? [thousands] : [thousands, decimal], true);
}
