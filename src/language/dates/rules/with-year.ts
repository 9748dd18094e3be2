import { partsOf } from '../calendar.ts';
import type { DateContext } from '../meaning.ts';
import type { Groups } from '../rule.ts';
import { yearOf } from '../words.ts';

export const NEXT_YEAR = '(?<nextYear> {next-year})';
/** What may say behind a month or a feast of which year it is: "2028", "del prossimo anno". */
export const AND_YEAR = `(?:,? (?:{date-of} ?|-)?(?<year>{year})|${NEXT_YEAR}| {date-next}| p\\.?v\\.?(?![a-z]))?`;

/** The year that was said so, or null. */
export function yearIn(groups: Groups, { today }: DateContext): number | null {
  return groups['nextYear'] !== undefined ? partsOf(today).year + 1 : yearOf(groups['year']);
}
