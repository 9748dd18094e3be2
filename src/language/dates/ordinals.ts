import { flatten } from '../flat.ts';

const ORDINALS: Readonly<Record<string, number>> = {
  prim: 1,
  second: 2,
  terz: 3,
  quart: 4,
  quint: 5,
  sest: 6,
  settim: 7,
  ottav: 8,
  non: 9,
  decim: 10,
};
const ENGLISH: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};
const COUNTS: Readonly<Record<string, number>> = {
  uno: 1,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  sei: 6,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};
const EMOJI_DIGIT = /([0-9])\ufe0f?\u20e3/gu;
const FRAME = new Set(
  (
    'il la lo l i le the number numero n nr no opzione option scelta choice voglio vorrei scelgo prendo direi metti quella ' +
    'quello one di delle dei e o and or pick choose take ok si grazie please thanks in per favore facciamo allora un una ' +
    'want would like answer risposta voce riga punto lista elenco della list of from a lei lui me that'
  ).split(' '),
);

function placeOf(word: string, count: number): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const digits = /^(\d{1,2})(?:st|nd|rd|th|o|a|i)$/.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  if (/^ultim[oaie]$|^last$/.test(word)) return count;
  if (/^penultim[oa]$/.test(word)) return count - 1;
  const english = ENGLISH[word];
  if (english !== undefined) return english;
  const root = /^([a-z]+)[oa]$/.exec(word)?.[1] ?? '';
  return ORDINALS[root] ?? COUNTS[word] ?? null;
}

/**
 * The places an answer names in a list of `count` items, counted from 1: "la seconda" [2], "1 e 3" [1, 3],
 * "l'ultima" [count]. Empty when it names none, says anything else besides, or a place that isn't there.
 */
export function readOrdinals(text: string, count: number): number[] {
  const flat = flatten(text.slice(0, 300).replace(EMOJI_DIGIT, ' $1 ')).text;
  const words = flat.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const places: number[] = [];
  for (const word of words) {
    const place = FRAME.has(word) && COUNTS[word] === undefined ? null : placeOf(word, count);
    if (place !== null) places.push(place);
    else if (!FRAME.has(word)) return [];
  }
  const distinct = [...new Set(withoutArticleOne(places, words))];
  return distinct.every((place) => place >= 1 && place <= count) ? distinct : [];
}

/** In "the second one" the "one" is no number. */
function withoutArticleOne(places: readonly number[], words: readonly string[]): number[] {
  const isSecondOne = words.at(-1) === 'one' && places.length > 1 && places.at(-1) === 1;
  return isSecondOne ? places.slice(0, -1) : [...places];
}
