import { made, oneOf, tableOf } from '../said.ts';

/**
 * Numbers in words, of all languages together, from folded words. Doubled letters are read as single ones on both
 * sides, so "otanta" and "ottantta" are 80: doubling is the most usual Italian slip.
 */
const single = (word: string): string => word.replace(/([a-z])\1/g, '$1');

/** "Novecentonovantanovemilanovecentonovantanove" has 44 letters; a longer word is no number. */
const LONGEST_NUMBER = 60;

/** Words below a hundred, tens and ones in one word too: "ventuno", "ventotto" lose the vowel; "ventidue" keeps it. */
const small = made((): ReadonlyMap<string, number> => {
  const words = [...tableOf<number>('numbers')];
  const tens = words.filter(([, value]) => value >= 20);
  const ones = words.filter(([, value]) => value >= 1 && value <= 9);
  const join = (ten: string, one: string): string =>
    single((/^[aeiou]/.test(one) ? ten.slice(0, -1) : ten) + one);
  return new Map([
    ...tens.flatMap(([ten, value]) => ones.map(([one, more]) => [join(ten, one), value + more] as const)),
    ...words.map(([word, value]) => [single(word), value] as const),
  ]);
});

/** Source of a pattern for a number in one word, ones grown to its tens or not ("sei", "ventisei"). */
export const numberSource = made((): string => {
  const words = [...tableOf<number>('numbers')];
  return oneOf(words.map(([word, value]) => (value < 20 ? word : `${word.slice(0, -1)}*`)));
});

/**
 * One Italian word below a thousand ("centoventi"), or null. How numbers grow together is grammar, of which each language
 * has its own ("achtundzwanzig" says the ones first); one whose numbers are words apart ("ochenta mil") needs no rule.
 */
function belowThousand(word: string): number | null {
  const known = small().get(word);
  if (known !== undefined) return known;
  const found = /^([a-z]*?)cent(?:(?=otanta|oto|undici|uno)|o)([a-z]*)$/.exec(word);
  if (found === null) return null;
  const hundreds = found[1] === '' ? 1 : (small().get(found[1] ?? '') ?? null);
  const rest = found[2] === '' ? 0 : (small().get(found[2] ?? '') ?? null);
  if (hundreds === null || rest === null || hundreds > 9 || hundreds < 1) return null;
  return hundreds * 100 + rest;
}

/**
 * The value of one word: "ottantamila" 80000, "centoventi" 120, "twenty" 20; null when it is no number.
 * "un", "una" and "uno" are 1; whoever reads a sentence must decide whether they are articles.
 */
export function valueOfNumberWord(folded: string): number | null {
  if (folded.length > LONGEST_NUMBER) return null;
  const word = single(folded);
  return valueAsWritten(word) ?? valueMended(word);
}

const MENDABLE = /^(?:vent|trent|quarant|cinquant|sesant|setant|otant|novant|cent)[a-z]{4,}$/;
const ALPHABET = 'adeilmnoqrtu';

/** "Sessantamla" is 60,000: one letter left out or too many, in a number of thousands that begins with its tens. */
function valueMended(word: string): number | null {
  if (!MENDABLE.test(word) || !/m/.test(word)) return null;
  for (let at = 3; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    const added = Array.from(ALPHABET, (letter) => head + letter + tail);
    for (const meant of [head + tail.slice(1), ...added]) {
      const value = valueAsWritten(single(meant));
      if (value !== null && value >= 1000) return value;
    }
  }
  return null;
}

function valueAsWritten(word: string): number | null {
  const below = belowThousand(word);
  if (below !== null) return below;
  if (word === 'mile') return 1000;
  const found = /^([a-z]+?)mila([a-z]*)$/.exec(word) ?? /^()mile([a-z]+)$/.exec(word);
  if (found === null) return null;
  const thousands = found[1] === '' ? 1 : belowThousand(found[1] ?? '');
  const rest = found[2] === '' ? 0 : belowThousand(found[2] ?? '');
  return thousands === null || rest === null ? null : thousands * 1000 + rest;
}
