import { flatten } from '../flat.ts';
import { inLists, made, tableOf } from '../said.ts';

const EMOJI_DIGIT = /([0-9])\ufe0f?\u20e3/gu;
/** Words that stand around a place: "voglio la _, grazie". */
const isFrame = inLists('placing');
const places = made(() => tableOf<number>('places'));
const numbers = made(() => tableOf<number>('numbers'));

/** The place that a folded word names in a list of so many items, counted from 1; null where it names none. */
export function placeOf(word: string, count: number): number | null {
  const digits = /^(\d{1,2})(?:st|nd|rd|th|o|a|i)?$/.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  const place = places().get(word);
  // The last is -1, as in the files.
  return place === undefined ? null : place < 0 ? count + 1 + place : place;
}

/**
 * The places an answer names in a list of `count` items, counted from 1: "la seconda" [2], "1 e 3" [1, 3],
 * "l'ultima" [count]. Empty when it names none, says anything else besides, or a place that isn't there.
 */
export function readOrdinals(text: string, count: number): number[] {
  const flat = flatten(text.slice(0, 300).replace(EMOJI_DIGIT, ' $1 ')).text;
  const words = flat.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const found: number[] = [];
  for (const word of words) {
    const place = isFrame(word) ? null : (placeOf(word, count) ?? numbers().get(word) ?? null);
    if (place !== null) found.push(place);
    else if (!isFrame(word)) return [];
  }
  const distinct = [...new Set(withoutArticleOne(found, words))];
  return distinct.every((place) => place >= 1 && place <= count) ? distinct : [];
}

/** In "the second one" the "one" is no number. */
function withoutArticleOne(places: readonly number[], words: readonly string[]): readonly number[] {
  const isSecondOne = words.at(-1) === 'one' && places.length > 1 && places.at(-1) === 1;
  return isSecondOne ? places.slice(0, -1) : places;
}
