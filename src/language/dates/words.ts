import { MONTHS, WEEKDAYS, monthNames, numbered, weekdayNames } from './names.ts';
import { editDistance } from '../edit-distance.ts';
import { valueOfNumberWord } from '../money/number-words.ts';

/** The words of dates, both languages together: people mix them. All folded. */

const longestFirst = (words: Iterable<string>): string =>
  [...words].sort((a, b) => b.length - a.length).join('|');

/** Source of a pattern for a month, short forms with or without a dot. */
export const MONTH = `(?:${longestFirst(MONTHS.keys())})(?![a-z])\\.?`;
/** Full month names only: a short form alone ("set", "mar", "ago") is too often another word. */
export const FULL_MONTH = `(?:${longestFirst(numbered(monthNames).map(([name]) => name))})(?![a-z'])`;
/** "mar" alone is not here: next to a number rules read it as a month and offer Tuesday. */
export const WEEKDAY = `(?:${longestFirst(WEEKDAYS.keys())})(?![a-z])(?:'|\\.)?`;

/** 1 to 12, or null. */
export function monthOf(word: string | undefined): number | null {
  return MONTHS.get((word ?? '').replace(/\.$/, '')) ?? null;
}

/** 1 (Monday) to 7, or null. */
export function weekdayNumberOf(word: string | undefined): number | null {
  return WEEKDAYS.get((word ?? '').replace(/['.]$/, '')) ?? null;
}

const ENGLISH_ORDINALS = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ');
const ITALIAN_DAY_WORDS =
  'primo|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove|vent[a-z]*|trenta|trentuno';

/** Source of a pattern for a day of the month: "15", "15th", "1°", "quindici", "fifteenth". */
export const DAY = `(?:[0-3]?\\d(?:st|nd|rd|th|o|°|º)?(?![\\d])|(?:${longestFirst([...ENGLISH_ORDINALS, ...ITALIAN_DAY_WORDS.split('|')])}|twenty[ -][a-z]+|thirtieth|thirty[ -]first)(?![a-z]))`;

/** The number of a day of the month as `DAY` finds it, or null. */
export function dayNumberOf(text: string | undefined): number | null {
  const typed = (text ?? '').trim();
  const digits = /^\d+/.exec(typed)?.[0];
  if (digits !== undefined) return Number(digits);
  if (typed === 'primo') return 1;
  if (typed === 'thirtieth') return 30;
  const [tens = '', ones = ''] = typed.split(/[ -]/);
  if (ones !== '') return (tens === 'thirty' ? 30 : 20) + ENGLISH_ORDINALS.indexOf(ones) + 1;
  const ordinal = ENGLISH_ORDINALS.indexOf(typed);
  return ordinal >= 0 ? ordinal + 1 : valueOfNumberWord(typed);
}

const YEAR_IN_WORDS =
  'duemila(?:vent|trent)[a-z]*|twenty[ -](?:twenty|thirty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?';
/** Source of a pattern for a year: 2027, '27, "duemilaventisette", "twenty twenty-seven". */
export const YEAR = `(?:20\\d\\d(?!\\d)|'\\d\\d(?!\\d)|(?:${YEAR_IN_WORDS})(?![a-z]))`;
/** What a bare number after a day and its month must not be followed by to be a year: "10 settembre 28", but "… 28k". */
const UNIT =
  '(?:k|m|mila|mln|milion|mld|€|\\$|£|%|eur|usd|gbp|chf|dollar|sterlin|pound|thousand|utent|user|licen|seat)';
/** Source of a pattern for a year of two digits that stands alone; only behind a month. */
export const SHORT_YEAR = `[2-3]\\d(?![\\d.,:/]*\\d| ?${UNIT})`;

/** The year as a number; two digits are of this century. */
export function yearOf(text: string | undefined): number | null {
  const said = text ?? '';
  const digits = /\d+/.exec(said)?.[0];
  if (digits !== undefined) return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  if (said.startsWith('duemila')) return valueOfNumberWord(said);
  const [century, tens = '', ones = ''] = said.split(/[ -]/);
  if (century !== 'twenty') return null;
  return 2000 + (valueOfNumberWord(tens) ?? 0) + (valueOfNumberWord(ones) ?? 0);
}

const LONG_WORDS: readonly string[] = [
  ...[...numbered(monthNames), ...numbered(weekdayNames)]
    .map(([name]) => name)
    .filter((name) => name.length > 5),
  ...'marzo prossimo prossima trimestre semestre settimana settimane quarter domani dopodomani tomorrow'.split(
    ' ',
  ),
];
/** Words, names and forms one slip away from a date word that are meant as they stand. */
const NO_SLIPS = new Set(
  (
    'marco mario mazzo marso aprire aprite aprirle gennaro augusto augusta maggior maggiore giungo domain sabati sabata martina domanda ' +
    'domando quarters prossimi prossime trimestri semestri quarte lunetta luglia marmo marzi parzo'
  ).split(' '),
);
const KNOWN: ReadonlySet<string> = new Set([...LONG_WORDS, ...MONTHS.keys(), ...WEEKDAYS.keys()]);

/**
 * The date word that a mistyped word meant ("settmbre", "venrdi"), or null. After a number, or after "fine",
 * even a name or a word one slip away is a month: "15 marco", "fine giungo".
 */
export function mendDateWord(word: string, isBesideDate: boolean): string | null {
  if (word.length < 5 || KNOWN.has(word) || (NO_SLIPS.has(word) && !isBesideDate)) return null;
  return LONG_WORDS.find((known) => editDistance(word, known, 1) === 1) ?? null;
}
