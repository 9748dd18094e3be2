import { isHeading, isItem, lineText, piecesOf, seen } from './line.ts';
import type { Line, Piece } from './line.ts';
import { type Markdown, plainMarkdown } from './markdown.ts';
import type { CardElement } from './reply-data.ts';

/**
 * How a text stands out, or back: by weight and size. Not by colour: of the colours that a card can name, each but the
 * default is too faint to be read in one of Teams' themes ("warning" is yellow on white there).
 */
export interface TextStyle {
  readonly isBold?: boolean;
  /** A heading to screen readers, which find their way by it. */
  readonly isHeading?: boolean;
  readonly isSubtle?: boolean;
  readonly size?: 'small' | 'medium';
  readonly isCode?: boolean;
  readonly spacing?: 'none' | 'small' | 'medium' | 'large';
}

/** Markdown of ours that wraps on narrow screens. */
export function textBlock(markdown: Markdown, style: TextStyle = {}): CardElement {
  // Of a heading without a size clients make a large one, which is too much for a whole sentence.
  const heading = style.isHeading === true ? { style: 'heading', size: 'medium', weight: 'bolder' } : {};
  return { type: 'TextBlock', text: markdown, wrap: true, ...heading, ...lookOf(style), ...spacingOf(style) };
}

/**
 * A line of a card, shown as it stands: the text of a RichTextBlock is no Markdown (Adaptive Cards schema 1.5,
 * TextRun). It always wraps. Only a TextBlock can be a heading to who listens, so one that holds nothing but plain words
 * is made of that; any other only looks like it.
 */
export function lineBlock(line: Line, style: TextStyle = {}): CardElement {
  if (isHeading(line)) {
    const plain = plainMarkdown(lineText(line));
    if (plain !== null) return textBlock(plain, { ...style, isHeading: true });
    return lineBlock(piecesOf(line), { size: 'medium', ...style });
  }
  const inlines = piecesOf(line).flatMap((piece) => runsOf(seen(piece.text, line), { ...style, ...piece }));
  const text: CardElement = { type: 'RichTextBlock', inlines };
  if (!isItem(line)) return { ...text, ...spacingOf(style) };
  const mark = { type: 'RichTextBlock', inlines: runsOf(line.mark, style) };
  // A column of its own, so that what is longer than the screen goes on beside the mark, not below it.
  const columns = [column('auto', mark), { ...column('stretch', text), spacing: 'small' }];
  return { type: 'ColumnSet', columns, ...spacingOf(style) };
}

/** Lines one below the other, the entries of a list closer together. */
export function lineBlocks(lines: readonly Line[], style: TextStyle = {}): CardElement[] {
  return lines.map((line, index) => {
    const isFirst = index === 0 || !isItem(lines[index - 1] ?? '');
    return lineBlock(line, isItem(line) && !isFirst ? { spacing: 'small', ...style } : style);
  });
}

/** A column that holds these elements; `width` is "auto", "stretch" or as "120px". */
export function column(width: string, ...items: CardElement[]): CardElement {
  return { type: 'Column', width, items };
}

/** Renderers fill in "{{DATE(…)}}" in runs too, and templates "${…}": parted between two runs there is none. */
const TEMPLATE = /(?<=[{$])(?=\{)/;

function runsOf(text: string, style: TextStyle & Omit<Piece, 'text'>): object[] {
  const { url } = style;
  const link = url === undefined ? {} : { selectAction: { type: 'Action.OpenUrl', url } };
  return text.split(TEMPLATE).map((part, index) => ({
    type: 'TextRun',
    text: part,
    ...lookOf(style),
    // One piece is one link, also where an address of others' making had to be parted.
    ...(index === 0 ? link : {}),
  }));
}

function lookOf({ isBold, isSubtle, size, isCode }: TextStyle): object {
  return {
    ...(isBold === true ? { weight: 'bolder' } : {}),
    ...(isSubtle === true ? { isSubtle: true } : {}),
    ...(size === undefined ? {} : { size }),
    ...(isCode === true ? { fontType: 'monospace' } : {}),
  };
}

function spacingOf({ spacing }: TextStyle): object {
  return spacing === undefined ? {} : { spacing };
}
