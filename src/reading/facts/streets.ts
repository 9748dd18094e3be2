import { inLists, patternOf } from '../../language/said.ts';
import { STREET_BEGINS, STREET_ENDS, STREETS_NUMBERED } from '../../language/streets-abroad.ts';
import { isOrdinary, isOurs } from './names.ts';
import type { Place } from '../reading.ts';

/** A street with its number. `isPlain` where its form alone tells it: capitals, or a word that is nothing else. */
export interface Street extends Place {
  readonly isPlain: boolean;
}

const WORD = /[\p{L}\d.'’°º-]+/u;
const BEHIND_NUMBER =
  /(?<!\d)(?:(?<=km ?)\d{1,3}[.,+]\d{1,3}|\d{1,4}(?: ?\/ ?[a-z\d]{1,3}| ?(?:bis|ter)|[a-z])?|s\.?n\.?c\.?)(?![\p{L}\d]|[.,]\d|\/\d)(?: km ?\d+(?:[.,+]\d+)?)?/u;

const [begins, ends, numbered] = [STREET_BEGINS, STREET_ENDS, STREETS_NUMBERED].map(
  (source) => new RegExp(source),
) as [RegExp, RegExp, RegExp];

const FORMS: readonly (() => RegExp)[] = [
  patternOf(
    'gu',
  )`(?<![\p{L}\d])${'streets'} (?:${WORD} ){0,5}?${WORD},? ?${'house-numbers'}?[ ]?${BEHIND_NUMBER}`,
  // "Zona industriale nord, capannone 5".
  patternOf('gu')`(?<![\p{L}\d])${'streets'}(?: ${WORD}){0,4}?,? ${'inside-buildings'} ?${BEHIND_NUMBER}`,
  patternOf(
    'gu',
  )`(?<![\p{L}\d.,/-])\d{1,5}[a-z]?(?:-\d{1,4})?,? (?:${WORD} ){1,4}?${'streets-behind'}(?![\p{L}])\.?(?: ${'street-winds'}(?![\p{L}\d]))?`,
  // Streets abroad are written in the language of their country, whoever writes.
  patternOf('gu')`(?<![\p{L}\d])[\p{L}.-]*(?:${ends}) ?\d{1,4}(?: ?[a-z](?!\p{L}))?`,
  patternOf(
    'gu',
  )`(?<![\p{L}\d.,/])\d{1,4}(?: bis| ter)?,? (?:${numbered}) (?:[\p{L}'’-]+ ?){1,5}?(?=[,\n]|$| \d{5})`,
  patternOf('gu')`(?<![\p{L}\d])(?:${begins}) (?:[\p{L}'’-]+ ){0,4}[\p{L}'’-]+,? ?\d{1,4}(?![\p{L}\d])`,
];
/** A street that has no number: "Piazza del Duomo, 20122 Milano". */
const withoutNumber = patternOf(
  'gu',
)`(?<![\p{L}\d])${'streets'} (?:${WORD} ){0,4}?${WORD}(?=,? ?[,\n-]? ?(?:i-)?\d{5} \p{L})`;
const mayHold = patternOf()`${'streets'}|${'streets-behind'}|${begins}|${ends}|${numbered}`;
/** Street words that are other words as well, and then are written small: "via mail 3", "a way". */
const streetOrWord = patternOf()`^${'streets-or-words'}(?![a-z])|${'streets-or-words-behind'}\.?$`;
const plainStreet = patternOf()`^${'plain-streets'} (?:xx|\d)`;

const isWay = inLists('ways');

const isPlainWord = inLists('plain-streets');

/** "via roma 3" has a name between the word and its number; "via mail 3" has none. */
function isNamed(street: string): boolean {
  const [word = '', ...names] = street.split(/[ ,]+/).filter((piece) => !/\d/.test(piece));
  return (
    isPlainWord(word) &&
    names.length > 0 &&
    !names.some((name) => isOrdinary(name) || isOurs(name) || isWay(name))
  );
}

/** Streets of a text; `plain` is the text folded, place by place. */
export function findStreets(text: string, plain: string): Street[] {
  if (!/\d|snc|s\.n\.c/.test(plain) || !mayHold().test(plain)) return [];
  const numbered = FORMS.flatMap((form) => [...plain.matchAll(form())]);
  const bare = [...plain.matchAll(withoutNumber())];
  return [...numbered, ...bare].map((found) => {
    const end = found.index + found[0].length;
    const typed = text.slice(found.index, end);
    // "via Roma 1", "Via roma 1": a capital beyond the first letter; "58 Abbey Road": any.
    const hasCapital = /\p{Lu}/u.test(/^\d/.test(typed) ? typed : typed.slice(1));
    const isPlain =
      hasCapital || !streetOrWord().test(found[0]) || plainStreet().test(found[0]) || isNamed(found[0]);
    return { start: found.index, end, isPlain };
  });
}
