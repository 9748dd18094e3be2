import { editDistance } from '../edit-distance.ts';
import type { Locale } from '../locale.ts';
import type { MoneyToken } from './tokens.ts';

/** Keys have doubled letters made single: "milla" and "mila" are one. */
const MULTIPLIERS: Readonly<Record<string, readonly number[]>> = {
  k: [1e3],
  mila: [1e3],
  mile: [1e3],
  migliaia: [1e3],
  migliaio: [1e3],
  thousand: [1e3],
  thousands: [1e3],
  grand: [1e3],
  mln: [1e6],
  mio: [1e6],
  mn: [1e6],
  milione: [1e6],
  milioni: [1e6],
  milion: [1e6],
  milions: [1e6],
  mld: [1e9],
  bn: [1e9],
  miliardo: [1e9],
  miliardi: [1e9],
  bilion: [1e9],
  bilions: [1e9],
};
const LONG_MULTIPLIERS = Object.keys(MULTIPLIERS).filter((word) => word.length >= 6);
const single = (word: string): string => word.replace(/([a-z])\1/g, '$1');

/** The multiplier a word stands for; "m" is a million, but to an Italian in lower case it may be "mila". */
export function multiplierOf(
  token: MoneyToken | undefined,
  isGlued: boolean,
  locale: Locale,
): readonly number[] | null {
  if (token === undefined || token.kind !== 'word') return null;
  if (token.text === 'm') return isGlued ? (token.raw === 'M' || locale === 'en' ? [1e6] : [1e3, 1e6]) : null;
  if (token.text === 'b') return isGlued && token.raw === 'B' ? [1e9] : null;
  if (token.text === 'mil') return locale === 'en' ? [1e6] : [1e3, 1e6];
  const word = single(token.text);
  const known = MULTIPLIERS[word];
  if (known !== undefined) return known;
  const meant =
    word.length < 6 ? undefined : LONG_MULTIPLIERS.find((long) => editDistance(word, long, 1) === 1);
  return meant === undefined ? null : (MULTIPLIERS[meant] ?? null);
}

/** "keur", "meuro", "k€": a multiplier and a currency in one word glued to the number. */
export function splitGlued(token: MoneyToken): { factor: number; currency: string } | null {
  const found = /^(k|mila|mln|m)(eur|euro|usd|gbp|chf)$/.exec(token.text);
  if (found === null) return null;
  return {
    factor: found[1]?.startsWith('m') === true && found[1] !== 'mila' ? 1e6 : 1e3,
    currency: found[2] ?? '',
  };
}
