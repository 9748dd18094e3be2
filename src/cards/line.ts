import { visibleLine, visibleText } from '../language/visible-text.ts';

/** Words and how they look. */
export interface Piece {
  readonly text: string;
  readonly isBold?: boolean;
  /** For ids, which are copied. */
  readonly isCode?: boolean;
  /** Makes a link of the words; an address of our own making. */
  readonly url?: string;
}

/** An entry of a list, behind "•" or "2.". */
export interface ListItem {
  readonly mark: string;
  readonly item: string | readonly Piece[];
}

/** What a card, or a part of it, begins with: the news, or what it is about. */
export interface Heading {
  readonly heading: string;
}

/** Words whose line ends count: a note, a message to copy. */
export interface Verbatim {
  readonly verbatim: string;
}

/**
 * One line of a message: a paragraph, a heading, an entry of a list, or words quoted whole. Customers, colleagues and services
 * have their words in it, so nothing in it is ever read as markup: it is shown as it stands, but for what nobody
 * sees. How it looks is said beside the words, by pieces.
 */
export type Line = string | readonly Piece[] | Heading | ListItem | Verbatim;

/** An entry of a list with a bullet. */
export function bullet(item: ListItem['item']): ListItem {
  return { mark: '•', item };
}

/** A line in pieces. */
export function piecesOf(line: Line): readonly Piece[] {
  if (typeof line === 'string') return [{ text: line }];
  if ('verbatim' in line) return [{ text: line.verbatim }];
  if ('heading' in line) return [{ text: line.heading, isBold: true }];
  if ('item' in line) return piecesOf(line.item);
  return line;
}

/** The words of a piece as they are seen; only what is verbatim has more than one line. */
export function seen(text: string, line: Line): string {
  return typeof line === 'object' && 'verbatim' in line ? visibleText(text) : visibleLine(text);
}

/** A line as plain text. */
export function lineText(line: Line): string {
  const text = piecesOf(line)
    .map((piece) => seen(piece.text, line))
    .join('');
  return isItem(line) ? `${line.mark} ${text}` : text;
}

/** A message as plain text: paragraphs an empty line apart, the entries of a list one below the other. */
export function linesText(lines: readonly Line[]): string {
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      if (before === undefined) return lineText(line);
      return `${isItem(line) && isItem(before) ? '\n' : '\n\n'}${lineText(line)}`;
    })
    .join('');
}

/** Whether a line is a heading. */
export function isHeading(line: Line): line is Heading {
  return typeof line === 'object' && 'heading' in line;
}

/** Whether a line is an entry of a list. */
export function isItem(line: Line): line is ListItem {
  return typeof line === 'object' && 'item' in line;
}
