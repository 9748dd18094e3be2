import type { Locale } from './locale.ts';

/** Month names as written in a date, January first. */
export const MONTH_NAMES: Readonly<Record<Locale, readonly string[]>> = {
  it: [
    'gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno',
    'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre',
  ],
  en: [
    'January', 'February', 'March', 'April', 'May', 'June',
    'July', 'August', 'September', 'October', 'November', 'December',
  ],
};

/** Weekday names as written in a date, Monday first. */
export const WEEKDAY_NAMES: Readonly<Record<Locale, readonly string[]>> = {
  it: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** Short forms as typed (folded), by number. "mar" is March or Tuesday: rules decide by what stands near. */
export const MONTH_SHORT: Readonly<Record<string, number>> = {
  gen: 1, genn: 1, jan: 1, feb: 2, febb: 2, febr: 2, mar: 3, mrz: 3, apr: 4, mag: 5, magg: 5, may: 5, giu: 6, giug: 6,
  jun: 6, lug: 7, lugl: 7, jul: 7, ago: 8, ag: 8, aug: 8, set: 9, sett: 9, sep: 9, sept: 9, ott: 10, oct: 10, nov: 11,
  dic: 12, dec: 12,
};
export const WEEKDAY_SHORT: Readonly<Record<string, number>> = {
  lun: 1, mon: 1, mart: 2, tue: 2, tues: 2, mer: 3, merc: 3, wed: 3, weds: 3, gio: 4, giov: 4, thu: 4, thur: 4, thurs: 4,
  ven: 5, vener: 5, fri: 5, sab: 6, sat: 6, dom: 7, sun: 7,
};
