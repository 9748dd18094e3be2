/** Scripts in everyday use, and those of limited use whose letters may be taken for others (Unicode, UAX 31, tables 5 and 7). */
const SCRIPTS = [
  ...['Latn', 'Grek', 'Cyrl', 'Armn', 'Hebr', 'Arab', 'Syrc', 'Thaa', 'Nkoo', 'Deva', 'Beng', 'Guru', 'Gujr'],
  ...['Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Thai', 'Laoo', 'Tibt', 'Mymr', 'Khmr', 'Mong', 'Geor'],
  ...['Ethi', 'Cher', 'Cans', 'Copt', 'Lisu', 'Vaii', 'Tfng', 'Hang', 'Hani', 'Hira', 'Kana', 'Bopo'],
];

/** Scripts that one word may mix (Unicode, UTS 39, "highly restrictive"): Japanese, Chinese and Korean, each with Latin. */
const MIXTURES = [
  ['Latn', 'Hani', 'Hira', 'Kana'],
  ['Latn', 'Hani', 'Bopo'],
  ['Latn', 'Hani', 'Hang'],
];

const classOf = (scripts: readonly string[]): string =>
  scripts.map((script) => String.raw`\p{scx=${script}}`).join('');

/** What a word may consist of; digits, punctuation and marks without a script of their own go with any. */
const WHOLE_WORDS = [
  ...[...SCRIPTS.map((script) => [script]), ...MIXTURES].map(
    (scripts) => new RegExp(String.raw`^[${classOf(scripts)}\p{scx=Zyyy}\p{sc=Zinh}]*$`, 'u'),
  ),
  new RegExp(`^[^${classOf(SCRIPTS)}]*$`, 'u'),
];

/** Letters and digits, with full stops between them: "S.p.A" is one word. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:\.[\p{L}\p{M}\p{N}]+)*/gu;

/** Latin letters, digits, and signs of no script: most texts have nothing else. */
const ALL_LATIN = /^[\n\t -~\u00a0-\u024f\u2010-\u2027\u20ac]*$/;

/**
 * The words of a text that mix scripts, each once: a name whose letters look like another's. Japanese, Chinese and
 * Korean mixtures are usual and aren't among them, and neither are words of one script beside those of another.
 *
 * @example mixedWords('Cоntoso Ελλάς') // ['Cоntoso'], where the first "о" is Cyrillic
 */
export function mixedWords(text: string): readonly string[] {
  if (ALL_LATIN.test(text)) return [];
  const words = text.match(WORD) ?? [];
  return [...new Set(words.filter((word) => !WHOLE_WORDS.some((whole) => whole.test(word))))];
}
