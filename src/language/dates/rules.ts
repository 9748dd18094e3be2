import { dayRules } from './rules/days.ts';
import { monthRules } from './rules/months.ts';
import { periodRules } from './rules/periods.ts';
import { quarterRules } from './rules/quarters.ts';
import { relativeRules } from './rules/relative.ts';
import { weekdayRules } from './rules/weekdays.ts';
import type { DateRule } from './rule.ts';

/** Every rule; where two find overlapping words the longer wins, then the earlier rule. */
export const DATE_RULES: readonly DateRule[] = [
  ...dayRules,
  ...monthRules,
  ...periodRules,
  ...quarterRules,
  ...relativeRules,
  ...weekdayRules,
];
