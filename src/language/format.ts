import { partsOf, weekdayOf } from './dates/calendar.ts';
import { monthNames, weekdayNames } from './dates/names.ts';
import type { Day } from './dates/calendar.ts';
import type { Language, Locale } from './locale.ts';

export { addDays, dayIn, daysBetween, HOME_TIME_ZONE, isTimeZone } from './dates/calendar.ts';

/** Currencies whose bare symbol everybody reads as this one; "$" is never a Canadian dollar here. */
const PLAIN_SYMBOL = new Set(['EUR', 'USD', 'GBP']);
const REGION: Readonly<Record<Locale, string>> = { it: 'it-IT', en: 'en-US' };
const CURRENCY_CODE = /^[A-Z]{3}$/;

const formats = new Map<string, Intl.NumberFormat>();

function formatFor(locale: Locale, currency: string | null, isWhole: boolean): Intl.NumberFormat {
  const key = `${locale} ${currency ?? ''} ${String(isWhole)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(REGION[locale], {
    ...(currency === null
      ? {}
      : {
          style: 'currency',
          currency,
          currencyDisplay: PLAIN_SYMBOL.has(currency) ? 'narrowSymbol' : 'code',
        }),
    // Without "always" Italian writes 1200 € and English $1,200.
    useGrouping: 'always',
    minimumFractionDigits: isWhole ? 0 : 2,
    maximumFractionDigits: isWhole ? 0 : 2,
  });
  formats.set(key, made);
  return made;
}

/**
 * An amount as people write it: "80.000 €", "18.000 $", "80.000,50 €", "80.000 CHF"; "€80,000", "$18,000",
 * "CHF 80,000". No decimals when whole. `currency` is an ISO 4217 code; null or an unusable one gives the
 * number alone. Spaces are plain ones.
 */
export function formatMoney(amount: number, currency: string | null, locale: Locale): string {
  const usable = currency !== null && CURRENCY_CODE.test(currency) ? currency : null;
  const isWhole = Math.round(amount * 100) % 100 === 0;
  return formatFor(locale, usable, isWhole)
    .format(amount)
    .replace(/[\u00a0\u202f]/g, ' ');
}

/** "80.000" / "80,000": a count with its thousands separated. */
export function formatNumber(value: number, locale: Locale): string {
  return formatFor(locale, null, Number.isInteger(value)).format(value);
}

/** "venerdì 26 marzo 2027" / "Friday 26 March 2027". Throws RangeError when it isn't `YYYY-MM-DD`. */
export function formatDay(day: Day, locale: Locale): string {
  const { year, month, dayOfMonth } = partsOf(day);
  const weekday = weekdayNames(locale)[weekdayOf(day) - 1] ?? '';
  const ordinal = locale === 'it' && dayOfMonth === 1 ? '1º' : String(dayOfMonth);
  return `${weekday} ${ordinal} ${monthNames(locale)[month - 1] ?? ''} ${String(year)}`;
}

/** "26 mar 2027" / "26 Mar 2027": for lists and buttons. */
export function formatDayShort(day: Day, locale: Locale): string {
  const { year, month, dayOfMonth } = partsOf(day);
  const name = (monthNames(locale)[month - 1] ?? '').slice(0, 3);
  return `${String(dayOfMonth)} ${name} ${String(year)}`;
}

/** "1 giorno", "9 giorni" / "1 day", "9 days". */
export function formatDays(count: number, locale: Locale): string {
  const words = locale === 'it' ? (['giorno', 'giorni'] as const) : (['day', 'days'] as const);
  return `${formatNumber(count, locale)} ${plural(count, words[0], words[1])}`;
}

const languageNames = new Map<Locale, Intl.DisplayNames>();

/** A language's name: "es" is "spagnolo" and "Spanish". */
export function languageName(language: Language, locale: Locale): string {
  const names = languageNames.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' });
  languageNames.set(locale, names);
  return names.of(language) ?? language;
}

/** The word that fits the count: `one` for 1 and -1, else `many`. */
export function plural(count: number, one: string, many: string): string {
  return Math.abs(count) === 1 ? one : many;
}

const AND: Readonly<Record<Locale, string>> = { it: 'e', en: 'and' };
const OR: Readonly<Record<Locale, string>> = { it: 'o', en: 'or' };

/** "a, b e c" / "a, b, and c" without the last comma. In Italian "e" before "e" is "ed". */
export function joinList(items: readonly string[], locale: Locale, kind: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const word = (kind === 'and' ? AND : OR)[locale];
  const isHiatus = word === 'e' && /^[eè]/i.test(last);
  return `${items.slice(0, -1).join(', ')} ${isHiatus ? 'ed' : word} ${last}`;
}
