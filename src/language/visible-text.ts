/** Line ends but for the line feed: carriage return, vertical tab, form feed, next line, U+2028 and U+2029. */
const OTHER_LINE_ENDS = /[\v\f\u0085\u2028\u2029]/g;

/**
 * What takes no place on the screen: Unicode's Default_Ignorable_Code_Point (zero-width and bidi characters, the soft
 * hyphen, fillers, variation selectors, tags), control characters, halves of surrogate pairs, and what is no character.
 * Joiners are looked at apart.
 */
const INVISIBLE =
  /(?![\n\t\u200c\u200d])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufff9-\ufffb]/gu;

/**
 * A joiner that isn't between two letters, with their marks. Between letters it stays, since in Persian and the scripts
 * of India it makes another word; where names are compared it counts for nothing (`flat.ts`), so that no second
 * customer comes of one that nobody sees.
 */
const IDLE_JOINER = /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?!\p{L})/gu;

/** Most texts have nothing but these characters, each of which is seen. */
const ALL_SEEN = /^[\n\t -~\u00a1-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac]*$/;

/**
 * Text as it is seen, without what nobody sees and what only turns the direction of reading. Line feeds and tabs
 * stay; other line ends become spaces. Letters that merely look alike stay: see `mixedWords`.
 *
 * @example visibleText('Con\u200btoso \u202eapS') // 'Contoso apS'
 */
export function visibleText(text: string): string {
  if (ALL_SEEN.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(OTHER_LINE_ENDS, ' ')
    .replace(INVISIBLE, '')
    .replace(IDLE_JOINER, '');
}

/** The same on one line, as names are shown: line feeds and tabs become spaces too. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/[\n\t]/g, ' ');
}

/**
 * A line as it is seen, cut where it is longer than there is room for.
 *
 * @param most letters, whole characters each; the last one is then "…"
 * @example cutLine('Contoso Pharma', 8) // 'Contoso…'
 */
export function cutLine(text: string, most: number): string {
  const letters = Array.from(visibleLine(text));
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}
