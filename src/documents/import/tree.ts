import type { Element, Root } from 'hast';
import type { Block, ListedItem } from '../block.ts';
import { linesOf } from '../block-text.ts';
import { visibleText } from '../../language/visible-text.ts';
import type { Flow, FlowBlock, FlowHeading, DroppedPart, LeftOutCount, ReadLink } from './flow.ts';
import {
  classesOf,
  inlineText,
  isElement,
  isHeading,
  isInline,
  propertyOf,
  startsStrong,
  textIn,
  type TreeNode,
} from './inline.ts';
import { noteOf } from './note.ts';
import { joinSteps, type ListStarts } from './steps.ts';
import { tableOf } from './table-element.ts';

/** Gives the whole address of a link, or null where it may not be followed. */
export type Resolving = (href: string) => string | null;

/** What is dropped with all that is in it, and what it is told as. */
const DROPPED: ReadonlyMap<string, DroppedPart> = new Map([
  ...['script', 'style', 'template', 'noscript', 'head'].map((tag) => [tag, 'script'] as const),
  ...['iframe', 'object', 'embed', 'svg', 'math'].map((tag) => [tag, 'html'] as const),
  ...['nav', 'header', 'footer', 'aside', 'form', 'button', 'select', 'dialog'].map(
    (tag) => [tag, 'page furniture'] as const,
  ),
  ...['img', 'picture', 'video', 'audio', 'canvas'].map((tag) => [tag, 'picture'] as const),
]);

/** Reads a tree of HTML to headings and blocks; headings within lists, quotes and tables come out of them. */
export class TreeReader {
  private readonly flow: (FlowHeading | FlowBlock)[] = [];
  private readonly starts: ListStarts = new WeakMap();
  private readonly resolve: Resolving;
  private readonly leftOut: LeftOutCount;
  private holders: ReadonlySet<TreeNode> = new Set();
  /** Of what is being read, until it is complete. */
  private links: ReadLink[] = [];
  private anchors: string[] = [];

  constructor(resolve: Resolving, leftOut: LeftOutCount) {
    this.resolve = resolve;
    this.leftOut = leftOut;
  }

  read(root: Root | Element): Flow {
    this.holders = holdersOfHeadings(root);
    this.readFlow(root.children);
    return joinFlow(this.flow, this.starts);
  }

  private readFlow(nodes: readonly TreeNode[]): void {
    let line: TreeNode[] = [];
    const flush = (): void => {
      const together = line;
      line = [];
      this.emit(this.blocksOf(together));
    };
    for (const node of nodes) {
      if (isInline(node) && !this.holders.has(node)) {
        line.push(node);
        continue;
      }
      flush();
      if (isElement(node)) this.readElement(node);
    }
    flush();
  }

  private readElement(node: Element): void {
    const { tagName } = node;
    if (isHeading(node)) this.readHeading(node);
    else if (!this.holders.has(node) || DROPPED.has(tagName)) this.emit(this.blockOf(node));
    else if (tagName === 'ol' || tagName === 'ul') this.readListWithHeadings(node);
    else this.readFlow(node.children);
  }

  private readHeading(node: Element): void {
    const above = this.anchors.splice(0);
    const text = this.textOf([node])
      .replace(/\n/g, ' ')
      .replace(/^(?:#+\s+)+/, '')
      .trim();
    const id = propertyOf(node, 'id');
    const named = [...this.anchors.splice(0), ...(id === null ? [] : [id]), ...above];
    // Word makes names of its own (`_Toc1234`), others at each saving.
    const anchors = named.filter((name) => !name.startsWith('_'));
    const links = this.links.splice(0);
    // A heading that leads to a tab is the tab's name.
    if (isTab(node)) return this.emit(text === '' ? [] : [{ kind: 'paragraph', text }]);
    if (text === '') return this.leftOut.add('empty heading');
    const level = Number(node.tagName.slice(1));
    this.flow.push({ kind: 'heading', level, text, anchors: [...new Set(anchors)], links });
  }

  /** The items up to a heading are a list; what follows it stands by itself. */
  private readListWithHeadings(list: Element): void {
    for (const item of list.children.filter(isElement)) {
      const at = item.children.findIndex((node) => isHeading(node) || this.holders.has(node));
      const before = this.itemOf(at === -1 ? item.children : item.children.slice(0, at));
      if (before !== null) this.emit([{ kind: 'list', isOrdered: list.tagName === 'ol', items: [before] }]);
      if (at !== -1) this.readFlow(item.children.slice(at));
    }
  }

  private emit(blocks: readonly Block[]): void {
    for (const block of blocks) {
      this.flow.push({ kind: 'block', block, links: this.links.splice(0) });
      // An anchor above a paragraph is the paragraph's, not that of the next heading.
      this.anchors = [];
    }
  }

  /** Blocks of neighbours; what stands in a line together is one paragraph. */
  private blocksOf(nodes: readonly TreeNode[]): Block[] {
    const blocks: Block[] = [];
    let line: TreeNode[] = [];
    const flush = (): void => {
      blocks.push(...this.paragraphOf(line));
      line = [];
    };
    for (const node of nodes) {
      if (isElement(node) && !isInline(node)) {
        flush();
        blocks.push(...this.blockOf(node));
      } else line.push(node);
    }
    flush();
    return joinSteps(blocks, this.starts);
  }

  private paragraphOf(line: readonly TreeNode[]): Block[] {
    const text = this.textOf(line);
    if (text === '') return [];
    const first = line.find((node) => node.type !== 'text' || node.value.trim() !== '');
    const note = noteOf(text, first !== undefined && startsStrong(first));
    if (note === null || note.text === '') return [{ kind: 'paragraph', text }];
    return [{ kind: 'note', tone: note.tone, blocks: [{ kind: 'paragraph', text: note.text }] }];
  }

  private blockOf(node: Element): Block[] {
    const dropped = DROPPED.get(node.tagName);
    if (dropped !== undefined) {
      this.leftOut.add(dropped);
      return [];
    }
    switch (node.tagName) {
      case 'ul':
      case 'ol':
        return this.listOf(node);
      case 'table':
        return [tableOf(node, (cell) => this.cellText(cell))].filter((table) => table !== null);
      case 'pre':
        return codeOf(node);
      case 'blockquote':
        return this.framedOf(node);
      case 'dl':
        return this.definitionsOf(node);
      default:
        return classesOf(node).some((name) => /(?:^|-)alert$/.test(name))
          ? this.framedOf(node)
          : this.blocksOf(node.children);
    }
  }

  private listOf(node: Element): Block[] {
    const items = node.children.filter(isElement).flatMap((item) => this.itemOf(item.children) ?? []);
    if (items.length === 0) return [];
    const list = { kind: 'list', isOrdered: node.tagName === 'ol', items } as const;
    this.starts.set(list, Number(node.properties['start'] ?? 1));
    return [list];
  }

  private itemOf(nodes: readonly TreeNode[]): ListedItem | null {
    const [first, ...blocks] = this.blocksOf(nodes);
    if (first === undefined) return null;
    return first.kind === 'paragraph'
      ? { text: first.text, blocks }
      : { text: '', blocks: [first, ...blocks] };
  }

  /** What stands in a cell, one block or item a line. */
  private cellText(cell: Element): string {
    const lines = this.blocksOf(cell.children).map(linesOf).join('\n');
    return lines.replace(/^[*•·-]\s+/gm, '').trim();
  }

  /** A quote or a frame: an alert where it begins with the name of one, else what is in it. */
  private framedOf(node: Element): Block[] {
    const blocks = this.blocksOf(node.children);
    const [first, ...rest] = blocks;
    if (first?.kind !== 'paragraph') return blocks;
    const note = noteOf(first.text, true);
    if (note === null) return blocks;
    const inside: Block[] = note.text === '' ? rest : [{ kind: 'paragraph', text: note.text }, ...rest];
    return inside.length === 0 ? [] : [{ kind: 'note', tone: note.tone, blocks: inside }];
  }

  /** Terms with what is said of them, a paragraph each. */
  private definitionsOf(node: Element): Block[] {
    const blocks: Block[] = [];
    let term = '';
    for (const part of node.children.filter(isElement)) {
      const text = this.cellText(part);
      if (part.tagName === 'dt') term = text;
      else if (text !== '') blocks.push({ kind: 'paragraph', text: term === '' ? text : `${term}: ${text}` });
    }
    return blocks;
  }

  private textOf(nodes: readonly TreeNode[]): string {
    return inlineText(nodes, {
      link: (href, text) => {
        const url = this.resolve(href);
        if (url !== null && text !== '') this.links.push({ text, url });
        else if (!href.startsWith('#')) this.leftOut.add('link');
      },
      anchor: (name) => void this.anchors.push(name),
      picture: () => {
        this.leftOut.add('picture');
      },
    });
  }
}

/** All that has a heading somewhere in it. */
function holdersOfHeadings(root: Root | Element): Set<TreeNode> {
  const holders = new Set<TreeNode>();
  const visit = (node: TreeNode | Root): boolean => {
    if (!('children' in node)) return false;
    let holds = false;
    for (const child of node.children) if (visit(child) || isHeading(child)) holds = true;
    if (holds && node.type === 'element') holders.add(node);
    return holds;
  };
  visit(root);
  return holders;
}

function isTab(heading: Element): boolean {
  const links = heading.children.filter(isElement).filter(({ tagName }) => tagName === 'a');
  return links.some((link) => propertyOf(link, 'href')?.startsWith('#tab/') === true);
}

function codeOf(node: Element): Block[] {
  const text = visibleText(textIn(node)).replace(/^\n+|\s+$/g, '');
  return text === '' ? [] : [{ kind: 'code', text }];
}

/** Steps that were cut by what stands between them, within each run of blocks. */
function joinFlow(flow: Flow, starts: ListStarts): Flow {
  const joined: (FlowHeading | FlowBlock)[] = [];
  let run: FlowBlock[] = [];
  const flush = (): void => {
    const blocks = joinSteps(
      run.map(({ block }) => block),
      starts,
    );
    const links = run.flatMap((each) => each.links);
    blocks.forEach((block, at) => joined.push({ kind: 'block', block, links: at === 0 ? links : [] }));
    run = [];
  };
  for (const part of flow) {
    if (part.kind === 'block') run.push(part);
    else {
      flush();
      joined.push(part);
    }
  }
  flush();
  return joined;
}
