import type { Block } from './block.ts';

/** A block as plain lines: one for each paragraph, item, row and line of code. */
export function linesOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'code':
      return block.text;
    case 'list':
      return block.items
        .flatMap(({ text, blocks }) => [text, ...blocks.map(linesOf)])
        .filter((line) => line !== '')
        .join('\n');
    case 'note':
      return textOfBlocks(block.blocks);
    case 'table':
      return [block.head, ...block.rows].map(rowLine).join('\n');
  }
}

/** Several blocks as plain lines. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(linesOf).join('\n');
}

/** A row as one line; lines within a cell become spaces. */
function rowLine(row: readonly string[]): string {
  return row
    .map((cell) => cell.replace(/\s*\n\s*/g, ' '))
    .filter((cell) => cell !== '')
    .join(' | ');
}

/** What stands in tables, and what stands outside of them, wherever they are nested. */
export function proseAndTables(blocks: readonly Block[]): {
  readonly prose: string;
  readonly tables: string;
} {
  const prose: string[] = [];
  const tables: string[] = [];
  const visit = (block: Block): void => {
    if (block.kind === 'table') tables.push(linesOf(block));
    else if (block.kind === 'note') block.blocks.forEach(visit);
    else if (block.kind === 'list') {
      for (const item of block.items) {
        if (item.text !== '') prose.push(item.text);
        item.blocks.forEach(visit);
      }
    } else prose.push(block.text);
  };
  blocks.forEach(visit);
  return { prose: prose.join('\n'), tables: tables.join('\n') };
}
