import { dayRules } from './date-rules-days.ts';
import { monthRules } from './date-rules-months.ts';
import { periodRules } from './date-rules-periods.ts';
import { quarterRules } from './date-rules-quarters.ts';
import { relativeRules } from './date-rules-relative.ts';
import type { DateRule } from './date-rule.ts';

/** Every rule; where two find overlapping words the longer wins, then the earlier rule. */
export const DATE_RULES: readonly DateRule[] = [
  ...dayRules,
  ...monthRules,
  ...periodRules,
  ...quarterRules,
  ...relativeRules,
];
