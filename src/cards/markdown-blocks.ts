import type { Markdown } from './markdown.ts';
import type { CardElement } from './reply-data.ts';
import { column } from './text-block.ts';

/** The Markdown that a TextBlock is given: bold, italics, links. The rest is turned into elements. */
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/;
const LIST_ITEM = /^(\s*)([-*+]|\d+[.)])\s+/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})$/;

/**
 * Turns Markdown into card elements: a heading into bold text, a paragraph into one TextBlock, a paragraph with `code`
 * into runs of text, since a TextBlock would show the backticks. An entry of a list is a row with its mark: Microsoft's
 * renderer makes a list of a TextBlock of its own as wide as the card plus its indentation, and cuts that off.
 */
export function markdownBlocks(markdown: Markdown): CardElement[] {
  const blocks: CardElement[] = [];
  let isAfterRule = false;
  for (const block of splitBlocks(markdown)) {
    if (RULE.test(block)) {
      isAfterRule = true;
      continue;
    }
    const [first, ...rest] = blockElements(block);
    if (first !== undefined) blocks.push(isAfterRule ? { ...first, separator: true } : first, ...rest);
    isAfterRule = false;
  }
  return blocks;
}

/** Splits at blank lines, and where a heading or a list begins or ends without one. */
function splitBlocks(markdown: string): string[] {
  const blocks: string[][] = [[]];
  let last = '';
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const bare = line.replace(/^\s*>\s?/, '');
    const isNew = HEADING.test(bare) || HEADING.test(last) || LIST_ITEM.test(bare) !== LIST_ITEM.test(last);
    const isContinued = /^\s+\S/.test(bare) && LIST_ITEM.test(last);
    if (bare.trim() === '' || (isNew && !isContinued)) blocks.push([]);
    if (bare.trim() !== '') blocks.at(-1)?.push(bare.trimEnd());
    last = isContinued ? last : bare;
  }
  return blocks.map((lines) => lines.join('\n')).filter((block) => block !== '');
}

function blockElements(block: string): CardElement[] {
  if (LIST_ITEM.test(block)) return entriesOf(block).map(entryRow);
  const heading = HEADING.exec(block)?.[1];
  return heading === undefined
    ? [paragraph(block)]
    : [{ type: 'TextBlock', text: heading, wrap: true, style: 'heading', size: 'default', weight: 'bolder' }];
}

function paragraph(text: string): CardElement {
  return text.includes('`')
    ? { type: 'RichTextBlock', inlines: textRuns(text) }
    : { type: 'TextBlock', text, wrap: true };
}

/** The entries of a list, each with the further lines that are its own. */
function entriesOf(list: string): string[] {
  const entries: string[] = [];
  for (const line of list.split('\n')) {
    if (LIST_ITEM.test(line) || entries.length === 0) entries.push(line);
    else entries.push(`${entries.pop() ?? ''} ${line.trim()}`);
  }
  return entries;
}

function entryRow(entry: string, index: number): CardElement {
  const [whole = '', indentation = '', written = ''] = LIST_ITEM.exec(entry) ?? [];
  const bullet = indentation === '' ? '•' : '◦';
  const mark = /\d/.test(written) ? written : bullet;
  const text = paragraph(entry.slice(whole.length));
  const columns = [
    column('auto', { type: 'RichTextBlock', inlines: [run(mark)] }),
    { ...column('stretch', text), spacing: 'small' },
  ];
  return { type: 'ColumnSet', columns, ...(index === 0 ? {} : { spacing: 'small' }) };
}

/** `code`, **bold**, *italics* (or _italics_), [link](address), or the text up to the next of them. */
const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\b_([^_]+)_\b|\[([^\]]+)\]\((https?:[^)\s]+)\)/g;

function textRuns(paragraph: string): object[] {
  const text = paragraph.replaceAll('\n', ' ');
  const runs: object[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) runs.push(run(text.slice(end, match.index)));
    runs.push(formattedRun(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push(run(text.slice(end)));
  return runs;
}

function formattedRun([whole, code, bold, star, underscore, label, url]: RegExpMatchArray): object {
  if (code !== undefined) return run(code, { fontType: 'Monospace' });
  if (bold !== undefined) return run(bold, { weight: 'Bolder' });
  const italic = star ?? underscore;
  if (italic !== undefined) return run(italic, { italic: true });
  return run(label ?? whole ?? '', { selectAction: { type: 'Action.OpenUrl', url } });
}

function run(text: string, format: object = {}): object {
  return { type: 'TextRun', text, ...format };
}
