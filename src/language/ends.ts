const SPACE = /\s/u;

/**
 * The text without any of these characters at its end; a blank among them stands for all white space:
 * `withoutEnd('Verona (VR). ', ' .,')` is "Verona (VR)".
 *
 * It looks from the end. A pattern like `/[ .,]+$/` begins anew at each character of a run that stands in the middle
 * of a text, so four thousand commas and a letter cost it eight million steps.
 */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && isOneOf(text.charAt(end - 1), characters)) end -= 1;
  return text.slice(0, end);
}

function isOneOf(character: string, characters: string): boolean {
  return characters.includes(character) || (characters.includes(' ') && SPACE.test(character));
}
