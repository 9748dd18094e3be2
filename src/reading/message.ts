import { dealIdOf, findLinks } from '../language/ids.ts';
import { MAX_READ_LENGTH } from '../language/flat.ts';
import { findQuoted } from '../language/quoted.ts';
import { visibleText } from '../language/visible-text.ts';
import { type MarkupPiece, readHtml } from './markup.ts';
import { type BotNames, botMentionLength, botNamesOf } from './mentions.ts';
import { looksLikeHtml, readPlain } from './plain.ts';
import { partQuoted } from './quotes.ts';
import { labelRows } from './table.ts';
import { type Quote, readWire, type Wire } from './wire.ts';

/** What a person sent, made clean. */
export interface Message {
  /**
   * The person's own words as they are seen: without mentions of the bot, with those of others as their names. A link
   * whose label hides the page of a deal stands as its address, so that the words name the deal.
   */
  readonly text: string;
  /** What they quoted, replied to or forwarded: nobody's words in this turn. Null where nothing is. */
  readonly quoted: string | null;
  /** The mail of somebody else that they pasted below their words, without its headers; null where there is none. */
  readonly mail: string | null;
  readonly links: readonly MessageLink[];
  /** Number of files and images that came along. They are not read. */
  readonly files: number;
  /** Whether the bot is mentioned. */
  readonly isToBot: boolean;
  /** True where it is longer than what is read; the other fields are then of no use. */
  readonly isTooLong: boolean;
}

export interface MessageLink {
  readonly url: string;
  /** The deal whose page it is, in lower case, or null. */
  readonly dealId: string | null;
}

/** The longest text or HTML that is looked at, in characters: markup may be several times the words. */
const LONGEST_WRAPPED = 8 * MAX_READ_LENGTH;

/** `[this deal](https://…)`; bounded, so that no bracket is looked at over and over. */
const MARKDOWN_LINK = /\[([^[\]\n]{0,300})\]\((https?:\/\/[^\s()<>]{1,2000})\)/gi;

/**
 * Turns an activity into a message. Never throws, whatever is missing, null or of another type than it should be.
 *
 * @param activity a Bot Framework activity of type `message`, as it came over the wire
 */
export function readMessage(activity: unknown): Message {
  const wire = readWire(activity);
  const bot = botNamesOf(wire);
  if (wire.text.length > LONGEST_WRAPPED || (wire.html?.length ?? 0) > LONGEST_WRAPPED) {
    return {
      text: '',
      quoted: null,
      mail: null,
      links: [],
      files: wire.files,
      isToBot: bot.isMentioned,
      isTooLong: true,
    };
  }
  const html = wire.html === null ? [] : readHtml(wire.html);
  const pieces = bodyOf(wire, html, bot);
  const { text: said, hasCut } = say(pieces, bot);
  const inText = pieces.flatMap((piece) => (piece.kind === 'quoted' ? [piece.text] : []));
  const { own, quoted, mail } = partQuoted(
    tidy(inText.length > 0 ? said : withoutPreviews(said, wire.quotes)),
  );
  // What stands in quotes is a name as it is, though it look like a link.
  const quotes = findQuoted(own);
  const isQuoted = (at: number): boolean => quotes.some(({ start, end }) => at > start && at < end);
  const text = labelRows(own)
    .replace(MARKDOWN_LINK, (typed, label: string, url: string, at: number) =>
      isQuoted(at) ? typed : labelled(label, url),
    )
    .trim();
  return {
    text,
    quoted: joinQuoted([
      ...inText,
      ...wire.quotes.map(({ preview }) => preview ?? ''),
      ...(quoted === null ? [] : [quoted]),
    ]),
    mail,
    links: linksOf([...pieces, { kind: 'words', text: own }]),
    files: Math.max(wire.files, html.filter(({ kind }) => kind === 'image').length),
    isToBot: bot.isMentioned || hasCut,
    isTooLong: text.length > MAX_READ_LENGTH,
  };
}

/** The HTML beside a text says the same with more: it is read where that matters, and where there is no text. */
function bodyOf(
  { text, isHtml }: Wire,
  html: readonly MarkupPiece[],
  { untagged }: BotNames,
): readonly MarkupPiece[] {
  if (text.trim() === '' || html.some(saysMore)) return html;
  return isHtml || looksLikeHtml(text) ? readHtml(text) : readPlain(text, untagged);
}

/** A quotation, or a link that the text beside it shows by its label alone. */
function saysMore(piece: MarkupPiece): boolean {
  if (piece.kind === 'link') return dealIdOf(piece.url) !== null && dealIdOf(piece.label) === null;
  return piece.kind === 'quoted';
}

/** The words of a body, and whether a mention of the bot was cut out of it. */
function say(
  pieces: readonly MarkupPiece[],
  bot: BotNames,
): { readonly text: string; readonly hasCut: boolean } {
  let text = '';
  let hasCut = false;
  let isAfterCut = false;
  for (let at = 0; at < pieces.length; at++) {
    const mentioned = botMentionLength(pieces, at, bot);
    const piece = pieces[at];
    if (mentioned > 0) {
      hasCut = isAfterCut = true;
      at += mentioned - 1;
    } else if (piece !== undefined) {
      const words = wordsOf(piece);
      text = isAfterCut ? joinAtCut(text, words) : text + words;
      isAfterCut &&= words.trim() === '';
    }
  }
  return { text, hasCut };
}

function wordsOf(piece: MarkupPiece): string {
  switch (piece.kind) {
    case 'words':
      return piece.text;
    case 'mention':
      return piece.name;
    case 'link':
      return labelled(piece.label, piece.url);
    case 'quoted':
      return '\n';
    case 'image':
      return '';
  }
}

function labelled(label: string, url: string): string {
  return dealIdOf(url) !== null || label.trim() === '' ? url : label;
}

/** "Bot, ciao" is "ciao", "ciao Bot, senti" is "ciao, senti". */
function joinAtCut(before: string, after: string): string {
  if (before.trim() === '') return after.replace(/^[\s,;:–—-]+/, '');
  const isMark = /^\s*[,.;:!?]/.test(after);
  return isMark
    ? (before.endsWith(' ') ? before.slice(0, -1) : before) + after.trimStart()
    : `${before} ${after}`;
}

/** As it is seen, with one plain space for each gap and none at the ends of lines. */
function tidy(text: string): string {
  return visibleText(text)
    .replace(/[^\S\n\t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/**
 * Where Teams puts the quoted message into the text without a mark, it stands before the person's own words: its
 * sender's name, then its beginning.
 */
function withoutPreviews(text: string, quotes: readonly Quote[]): string {
  return quotes.reduce((rest, { senderName, preview }) => {
    const named = withoutStart(rest, senderName);
    const own = withoutStart(named ?? rest, preview);
    return own === null || (named === null && own === '') ? rest : own;
  }, text.trim());
}

function withoutStart(text: string, start: string | null): string | null {
  return start !== null && start.trim() !== '' && text.startsWith(start.trim())
    ? text.slice(start.trim().length).trimStart()
    : null;
}

function joinQuoted(quotes: readonly string[]): string | null {
  if (quotes.length === 0) return null;
  return [...new Set(quotes.map(tidy))].filter((quote) => quote !== '').join('\n');
}

function linksOf(pieces: readonly MarkupPiece[]): MessageLink[] {
  const found = new Map<string, MessageLink>();
  for (const piece of pieces) {
    const urls =
      piece.kind === 'link'
        ? [piece.url]
        : piece.kind === 'words'
          ? findLinks(piece.text).map(({ url }) => url)
          : [];
    for (const url of urls) found.set(url, { url, dealId: dealIdOf(url) });
  }
  return [...found.values()];
}
