import { editDistance } from '../edit-distance.ts';
import type { Language } from '../locale.ts';
import { made, madeBy, patternOf, tableOf } from '../said.ts';
import type { MoneyToken } from './tokens.ts';

const single = (word: string): string => word.replace(/([a-z])\1/g, '$1');
/** Doubled letters are made single: "milla" and "mila" are one. */
const multipliers = made(
  () => new Map([...tableOf<number>('multipliers')].map(([word, factor]) => [single(word), factor] as const)),
);
/** What is cut short may stand for more than one, the likelier first; as each language has it. */
const shortened = madeBy(
  (locale: Language) =>
    new Map(
      [...tableOf('short-multipliers', [locale])].map(([word, factors]) => [
        word,
        String(factors).split(' ').map(Number),
      ]),
    ),
);
/** A slip is forgiven in a word of so many letters or more. */
const LONG_WORD = 6;

/** The multiplier a word stands for; "M" and "B" are everybody's, "m" and "mil" what the language has them for. */
export function multiplierOf(
  token: MoneyToken | undefined,
  isGlued: boolean,
  locale: Language,
): readonly number[] | null {
  if (token === undefined || token.kind !== 'word') return null;
  if (token.text === 'm' && (!isGlued || token.raw === 'M')) return isGlued ? [1e6] : null;
  if (token.text === 'b') return isGlued && token.raw === 'B' ? [1e9] : null;
  const short = shortened(locale).get(token.text);
  if (short !== undefined) return short;
  const word = single(token.text);
  const isNear = (known: string): boolean => known.length >= LONG_WORD && editDistance(word, known, 1) === 1;
  const meant =
    multipliers().has(word) || word.length < LONG_WORD ? word : [...multipliers().keys()].find(isNear);
  const factor = multipliers().get(meant ?? '');
  return factor === undefined ? null : [factor];
}

/** Whether a folded word multiplies the number before it: "mila", "k", "thousand". */
export const isMultiplierWord = (word: string): boolean => word !== '' && multipliers().has(single(word));

/** "keur", "meuro", "k€": a multiplier and a currency in one word glued to the number. */
export function splitGlued(token: MoneyToken): { factor: number; currency: string } | null {
  const [, word, currency] = glued().exec(token.text) ?? [];
  if (word === undefined || currency === undefined) return null;
  return { factor: multipliers().get(single(word)) ?? 1e6, currency };
}

/** "M" alone is a million there, whoever writes it. */
const glued = patternOf()`^(${'multipliers'}|m)(${'currencies'}|usd|gbp)$`;
