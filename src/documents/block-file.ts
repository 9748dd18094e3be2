import * as z from 'zod';
import { type Block, type ListedItem, NOTE_TONES } from './block.ts';

/** A block as an editor reads it in a file: a paragraph is its text, all else one field that says what it is. */
export type WrittenBlock =
  | string
  | { readonly steps: readonly WrittenItem[] }
  | { readonly list: readonly WrittenItem[] }
  | { readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } }
  | { readonly note: (typeof NOTE_TONES)[number]; readonly text: readonly WrittenBlock[] }
  | { readonly code: string };

type WrittenItem = string | { readonly text: string; readonly then: readonly WrittenBlock[] };

const text = z.string({ error: 'write text' });
const blocks: z.ZodType<WrittenBlock[]> = z.lazy(() => z.array(block));
const items = z.array(z.union([text, z.strictObject({ text, then: blocks })]));
const cells = z.array(text);

const block: z.ZodType<WrittenBlock> = z.union(
  [
    text,
    z.strictObject({ steps: items }),
    z.strictObject({ list: items }),
    z.strictObject({ table: z.strictObject({ head: cells, rows: z.array(cells) }) }),
    z.strictObject({ note: z.enum(NOTE_TONES), text: blocks }),
    z.strictObject({ code: text }),
  ],
  { error: 'write a paragraph as text, or one of "steps", "list", "table", "note" with "text", "code"' },
);

/** The blocks of a section as they stand in a file. */
export const writtenBlocks = blocks;

export function writeBlock(read: Block): WrittenBlock {
  switch (read.kind) {
    case 'paragraph':
      return read.text;
    case 'list':
      return read.isOrdered ? { steps: read.items.map(writeItem) } : { list: read.items.map(writeItem) };
    case 'table':
      return { table: { head: read.head, rows: read.rows } };
    case 'note':
      return { note: read.tone, text: read.blocks.map(writeBlock) };
    case 'code':
      return { code: read.text };
  }
}

function writeItem({ text: own, blocks: below }: ListedItem): WrittenItem {
  return below.length === 0 ? own : { text: own, then: below.map(writeBlock) };
}

export function readBlock(written: WrittenBlock): Block {
  if (typeof written === 'string') return { kind: 'paragraph', text: written };
  if ('steps' in written) return { kind: 'list', isOrdered: true, items: written.steps.map(readItem) };
  if ('list' in written) return { kind: 'list', isOrdered: false, items: written.list.map(readItem) };
  if ('table' in written)
    return {
      kind: 'table',
      head: written.table.head,
      rows: written.table.rows.map((row) => even(row, written.table.head)),
    };
  if ('note' in written) return { kind: 'note', tone: written.note, blocks: written.text.map(readBlock) };
  return { kind: 'code', text: written.code };
}

/** An editor may have left a cell out. */
function even(row: readonly string[], head: readonly string[]): readonly string[] {
  return row.length === head.length ? row : head.map((_, at) => row[at] ?? '');
}

function readItem(written: WrittenItem): ListedItem {
  return typeof written === 'string'
    ? { text: written, blocks: [] }
    : { text: written.text, blocks: written.then.map(readBlock) };
}
