import { decodeHTMLStrict } from 'entities';
import type { MarkupPiece } from './markup.ts';

/**
 * The marks that Teams leaves in plain text: `<at>Name</at>`, `<quoted messageId="…"/>` in the place of the message
 * that is replied to, `<attachment id="…"></attachment>`. Bounded, so that no text is read over and over.
 */
const MARKS =
  /<at(?:\s[^<>]{0,200})?>([^<>]{0,200})<\/at>|<quoted\b[^<>]{0,200}>(?:([^<>]{0,4000})<\/quoted>)?|<attachment\b[^<>]{0,200}>(?:<\/attachment>)?/gi;

/** "_34k_": the marks around words that are to lean are none of theirs; "first_name" and "_a@b.it" keep them. */
const EMPHASIS = /(?<![\p{L}\p{N}_.@-])_([^_\s][^_\n]{0,80})_(?![\p{L}\p{N}_@])/gu;

/** Of HTML that isn't declared: nobody types the end of such an element. */
const ENDS_ELEMENT =
  /<\/(?:p|div|span|b|strong|i|em|u|s|a|ul|ol|li|table|tr|td|th|h[1-6]|pre|code|blockquote)>|<br ?\/?>/i;

/** Whether a text that is called plain is HTML after all. */
export function looksLikeHtml(text: string): boolean {
  return ENDS_ELEMENT.test(text);
}

/**
 * Reads plain text, cut where it is not the writer's own words. Any other "<" is one that they typed; entities are
 * decoded once, since Teams leaves some in plain text, too.
 *
 * @param untagged mentions that stand in it without a tag
 */
export function readPlain(text: string, untagged: readonly string[]): MarkupPiece[] {
  const typed = text.replace(EMPHASIS, '$1');
  const tagged = untagged.reduce((before, name) => before.replaceAll(name, `<at>${name}</at>`), typed);
  const pieces: MarkupPiece[] = [];
  let read = 0;
  const readTo = (end: number): void => {
    const words = decodeHTMLStrict(tagged.slice(read, end));
    if (words !== '') pieces.push({ kind: 'words', text: words });
  };
  for (const found of tagged.matchAll(MARKS)) {
    readTo(found.index);
    read = found.index + found[0].length;
    const [, name, quoted = ''] = found;
    if (name !== undefined) pieces.push({ kind: 'mention', name: decodeHTMLStrict(name) });
    else if (/^<quoted/i.test(found[0])) pieces.push({ kind: 'quoted', text: decodeHTMLStrict(quoted) });
  }
  readTo(tagged.length);
  return pieces;
}
