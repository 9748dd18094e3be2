import { editDistance } from '../edit-distance.ts';
import { rememberedByWord } from '../remembered.ts';
import { anyOf, inLists, listOf, made, madeBy, oneOf, phraseOf, tableOf, wordsOf } from '../said.ts';
import type { ListName, TableName } from '../../knowledge/sayings.ts';
import { numberSource, valueOfNumberWord } from '../money/number-words.ts';
import { monthNames, months, numbered, weekdayNames, weekdays } from './names.ts';

/** The words of dates, all languages together: people mix them. All folded. */

const keysOf = (name: TableName): string => wordsOf(tableOf(name).keys());

/** What the names in the source of a rule stand for, beside the lists of words. */
const SOURCES: Readonly<Record<string, () => string>> = {
  /** Short forms with or without a dot. */
  month: () => `${oneOf(months().keys())}(?![a-z])\\.?`,
  /** Full names only: a short form alone ("set", "mar", "ago") is too often another word. */
  'full-month': () => `${oneOf(numbered(monthNames).map(([name]) => name))}(?![a-z'])`,
  /** "mar" alone is not here: next to a number rules read it as a month and offer Tuesday. */
  weekday: () => `${oneOf(weekdays().keys())}(?![a-z])(?:'|\\.)?`,
  /** "15", "15th", "1°", "quindici", "fifteenth". */
  day: () => `(?:[0-3]?\\d(?:${anyOf('day-endings')}|°|º)?(?![\\d])|${keysOf('month-days')})`,
  /** 2027, '27, "duemilaventisette", "twenty twenty-seven". */
  year: () => `(?:20\\d\\d(?!\\d)|'\\d\\d(?!\\d)|${keysOf('years')})`,
  /** Of two digits; only behind a month. A bare number before a unit is none: "10 settembre 28k". */
  'short-year': () => `[2-3]\\d(?![\\d.,:/]*\\d| ?${counted()})`,
  /** What makes a number an amount or a count. */
  counted,
  /** How a sum ends that is written with a figure: "50k", "80 mila", "80.000 €". */
  sum: () => `(?:\\d ?${sumUnit()}|[€$£]|[.,]\\d{3})`,
  part: () => phraseOf('part-start', 'part-middle', 'part-end'),
  which: () => phraseOf('date-next', 'date-coming', 'date-this'),
  by: () => phraseOf('by-date', 'by-period'),
  'quarter-sign': () => anyOf('quarter-signs'),
  unit: () => keysOf('units'),
  count: () => `(?:\\d{1,4}|${keysOf('counts')}|${numberSource()}(?![a-z]))`,
  near: () => keysOf('near-days'),
  holiday: () => keysOf('holidays'),
  nth: () => `(?:[1-5](?:°|º|${anyOf('place-endings')})|${keysOf('places')})`,
};

function counted(): string {
  return `(?:${sumUnit()}|${anyOf('counted')}(?![a-z])|[%€$£])`;
}

/** "k", "mila", "euro". */
function sumUnit(): string {
  const words = [...tableOf('multipliers').keys(), ...tableOf('currencies').keys()];
  return `(?:${oneOf(words.filter((word) => /^[a-z]/.test(word)))}|m)(?![a-z])`;
}

/** A source with its names, as `{month}` or `{date-of}`, filled in. */
export const filled = (source: string): string =>
  source.replace(/\{([a-z][a-z-]*)\}/g, (_, name: string) => SOURCES[name]?.() ?? phraseOf(name as ListName));

/** 1 to 12, or null. */
export function monthOf(word: string | undefined): number | null {
  return months().get((word ?? '').replace(/\.$/, '')) ?? null;
}

/** 1 (Monday) to 7, or null. */
export function weekdayNumberOf(word: string | undefined): number | null {
  return weekdays().get((word ?? '').replace(/['.]$/, '')) ?? null;
}

const values = madeBy((table: TableName) => tableOf(table));

/** What a word found by a rule stands for in a table; null where it was not found. */
export function valueIn<T extends string | number>(table: TableName, words: string | undefined): T | null {
  return (values(table).get((words ?? '').trim().replaceAll('-', ' ')) as T | undefined) ?? null;
}

/** The number of a day of the month as `{day}` finds it, or null. */
export function dayNumberOf(text: string | undefined): number | null {
  const digits = /^\d+/.exec(text?.trim() ?? '')?.[0];
  return digits === undefined ? valueIn('month-days', text) : Number(digits);
}

/** The number of a place ("terzo", "3rd"), below zero from the end; or null. */
export function placeNumberOf(text: string | undefined): number | null {
  const digits = /^\d+/.exec(text?.trim() ?? '')?.[0];
  return digits === undefined ? valueIn('places', text) : Number(digits);
}

/** The year as a number; two digits are of this century. */
export function yearOf(text: string | undefined): number | null {
  const digits = /\d+/.exec(text ?? '')?.[0];
  if (digits === undefined) return valueIn('years', text);
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** How many of a unit of time: "2", "un paio di", "half a", "ventuno". */
export function countOf(text: string | undefined): number | null {
  const said = (text ?? '').trim();
  return /^\d+$/.test(said) ? Number(said) : (valueIn<number>('counts', said) ?? valueOfNumberWord(said));
}

/** Words long enough that a slip in them can be told: names, and what stands around them. */
const longWords = made((): readonly string[] => [
  ...[...numbered(monthNames), ...numbered(weekdayNames)]
    .map(([name]) => name)
    .filter((name) => name.length > 5),
  ...['marzo', ...tableOf('near-days').keys(), ...tableOf('units').keys()].filter((word) =>
    MENDED.test(word),
  ),
  ...listOf('date-next').filter((word) => MENDED.test(word)),
]);
const MENDED = /^(?:[a-z]{6,}|marzo)$/;
/** Words, names and forms one slip away from a date word that are meant as they stand. */
const isNoSlip = inLists('no-slips');
const known = made(
  () => new Set([...longWords(), ...months().keys(), ...weekdays().keys(), ...tableOf('units').keys()]),
);

/**
 * The date word that a mistyped word meant ("settmbre", "venrdi"), or null. After a number, or after "fine",
 * even a name or a word one slip away is a month: "15 marco", "fine giungo".
 */
export function mendDateWord(word: string, isBesideDate: boolean): string | null {
  if (word.length < 5 || known().has(word) || (isNoSlip(word) && !isBesideDate)) return null;
  return nearestLongWord(word);
}

const nearestLongWord = rememberedByWord(
  (word) => longWords().find((meant) => editDistance(word, meant, 1) === 1) ?? null,
);
