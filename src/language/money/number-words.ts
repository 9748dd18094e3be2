/**
 * Numbers in words, Italian and English, from folded words. Doubled letters are read as single ones on
 * both sides, so "otanta" and "ottantta" are 80: doubling is the most usual Italian slip.
 */

const ITALIAN_ONES: readonly string[] = [
  'zero',
  'uno',
  'due',
  'tre',
  'quatro',
  'cinque',
  'sei',
  'sete',
  'oto',
  'nove',
  'dieci',
  'undici',
  'dodici',
  'tredici',
  'quatordici',
  'quindici',
  'sedici',
  'diciasete',
  'dicioto',
  'dicianove',
];
const ITALIAN_TENS: readonly string[] = [
  'venti',
  'trenta',
  'quaranta',
  'cinquanta',
  'sesanta',
  'setanta',
  'otanta',
  'novanta',
];
const ENGLISH_ONES: readonly string[] = [
  'zero',
  'one',
  'two',
  'thre',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirten',
  'fourten',
  'fiften',
  'sixten',
  'seventen',
  'eighten',
  'nineten',
];
const ENGLISH_TENS: readonly string[] = [
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
];

/** "Novecentonovantanovemilanovecentonovantanove" has 44 letters; a longer word is no number. */
const LONGEST_NUMBER = 60;

const single = (word: string): string => word.replace(/([a-z])\1/g, '$1');

function englishBelowHundred(): Map<string, number> {
  const made = new Map<string, number>();
  ENGLISH_ONES.forEach((word, value) => made.set(word, value));
  ENGLISH_TENS.forEach((word, index) => made.set(word, (index + 2) * 10));
  made.set('fourty', 40).set('ninty', 90).set('thirtey', 30);
  return made;
}

function italianBelowHundred(): Map<string, number> {
  const made = new Map<string, number>();
  ITALIAN_ONES.forEach((word, value) => made.set(word, value));
  made.set('un', 1).set('una', 1).set('dodic', 12);
  ITALIAN_TENS.forEach((word, index) => addItalianTen(made, word, (index + 2) * 10));
  return made;
}

/** "ventuno", "ventotto" lose the vowel; "ventidue" keeps it. */
function addItalianTen(made: Map<string, number>, ten: string, value: number): void {
  made.set(ten, value);
  for (let one = 1; one <= 9; one += 1) {
    const unit = ITALIAN_ONES[one] ?? '';
    made.set(single((one === 1 || one === 8 ? ten.slice(0, -1) : ten) + unit), value + one);
    if (one === 1) made.set(single(ten.slice(0, -1) + 'un'), value + 1);
  }
}

const ENGLISH = englishBelowHundred();
const ITALIAN = italianBelowHundred();

/** One Italian word below a thousand ("centoventi"), or null. */
function italianBelowThousand(word: string): number | null {
  const small = ITALIAN.get(word);
  if (small !== undefined) return small;
  const found = /^([a-z]*?)cent(?:(?=otanta|oto|undici|uno)|o)([a-z]*)$/.exec(word);
  if (found === null) return null;
  const hundreds = found[1] === '' ? 1 : (ITALIAN.get(found[1] ?? '') ?? null);
  const rest = found[2] === '' ? 0 : (ITALIAN.get(found[2] ?? '') ?? null);
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
  const english = ENGLISH.get(word);
  if (english !== undefined) return english;
  const below = italianBelowThousand(word);
  if (below !== null) return below;
  if (word === 'mile') return 1000;
  const found = /^([a-z]+?)mila([a-z]*)$/.exec(word) ?? /^()mile([a-z]+)$/.exec(word);
  if (found === null) return null;
  const thousands = found[1] === '' ? 1 : italianBelowThousand(found[1] ?? '');
  const rest = found[2] === '' ? 0 : italianBelowThousand(found[2] ?? '');
  return thousands === null || rest === null ? null : thousands * 1000 + rest;
}
