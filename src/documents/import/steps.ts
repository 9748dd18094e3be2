import type { Block, ListBlock } from '../block.ts';

/** Numbers that ordered lists begin with. */
export type ListStarts = WeakMap<ListBlock, number>;

/** So many blocks between two steps belong to the first (a note, a table, what a picture showed). */
const BETWEEN = 4;

/**
 * Joins ordered lists that go on with the next number: what stands between two steps without being indented (a note, a
 * second paragraph) cuts the list in Markdown, and belongs to the step above it.
 */
export function joinSteps(blocks: readonly Block[], starts: ListStarts): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const start = block.kind === 'list' && block.isOrdered ? (starts.get(block) ?? 1) : 1;
    const at = start > 1 ? joined.findLastIndex(isSteps) : -1;
    const before = joined[at];
    const continues =
      before?.kind === 'list' && before.items.length + 1 === start && joined.length - at - 1 <= BETWEEN;
    if (!continues || block.kind !== 'list') joined.push(block);
    else joined.splice(at, Infinity, withNext(before, joined.slice(at + 1), block));
  }
  return joined;
}

const isSteps = (block: Block): boolean => block.kind === 'list' && block.isOrdered;

function withNext(list: ListBlock, between: readonly Block[], next: ListBlock): ListBlock {
  const items = list.items.map((item, at) =>
    at === list.items.length - 1 ? { ...item, blocks: [...item.blocks, ...between] } : item,
  );
  return { ...list, items: [...items, ...next.items] };
}
