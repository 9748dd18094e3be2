import type { Html, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { addressOf, createResolver, type DocumentPlace } from './addresses.ts';
import { factsOfFrontMatter } from './facts.ts';
import { type Flow, LeftOutCount, NO_FACTS, type ReadDocument } from './flow.ts';
import { HTML_TAGS } from './html-tags.ts';
import { type Including, plainMarkdown } from './learn-lines.ts';
import { type Resolving, TreeReader } from './tree.ts';

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkFrontmatter);
const toHtml = unified().use(remarkRehype, { allowDangerousHtml: true });
const raw = unified().use(rehypeRaw);

/** How a document is named from outside. */
export interface Origin {
  readonly path: string;
  /** Address of the folder that is imported, or null. */
  readonly base: string | null;
  /** The address that it was read from, where it was read from the web. */
  readonly url?: string;
}

/** Reads Markdown as Microsoft Learn, GitHub and others write it. */
export function readMarkdown(source: string, origin: Origin, including: Including): ReadDocument {
  const leftOut = new LeftOutCount();
  const tree = parser.parse(plainMarkdown(source, including, leftOut));
  const matter = tree.children.find((node) => node.type === 'yaml');
  const facts = matter === undefined ? NO_FACTS : factsOfFrontMatter(matter.value);
  const place: DocumentPlace = { ...origin, ...facts, url: facts.url ?? origin.url ?? null };
  const flow = readTree(tree, createResolver(place), leftOut);
  return { isPage: true, facts: { ...facts, url: addressOf(place) }, flow, leftOut: leftOut.counts };
}

/** Reads a piece of Markdown within another document (the answer of a FAQ). */
export function readMarkdownPiece(source: string, resolve: Resolving, leftOut: LeftOutCount): Flow {
  return readTree(parser.parse(plainMarkdown(source, () => null, leftOut)), resolve, leftOut);
}

function readTree(tree: Root, resolve: Resolving, leftOut: LeftOutCount): Flow {
  const hasHtml = simplifyHtml(tree, leftOut);
  const html = toHtml.runSync(tree);
  // Joining pieces of HTML to elements takes as long as all else.
  const whole = hasHtml ? raw.runSync(html) : html;
  return new TreeReader(resolve, leftOut).read(whole);
}

const ANCHOR = /^<a\s+(?:name|id)\s*=\s*["']?([^"'\s>]+)["']?\s*>(?:\s*<\/a>)?$/i;

/**
 * Makes of the commonest HTML what it stands for (anchors, line breaks), and text of what only looks like HTML
 * (`<token>`, `<customer id>`). Tells whether other HTML is left.
 */
function simplifyHtml(parent: Parents, leftOut: LeftOutCount): boolean {
  let isLeft = false;
  let isAnchorOpen = false;
  parent.children = (parent.children as Nodes[]).map((node) => {
    if (node.type !== 'html') {
      if ('children' in node && simplifyHtml(node, leftOut)) isLeft = true;
      return node;
    }
    // The text of an anchor stands beside it; the end of a link stays.
    const isEnd = /^<\/a>$/i.test(node.value);
    if (isEnd && isAnchorOpen) {
      isAnchorOpen = false;
      return { type: 'text', value: '' };
    }
    const simple = simplified(node, leftOut);
    isAnchorOpen ||= simple.data?.hName === 'a' && !node.value.endsWith('</a>');
    isLeft ||= simple.type === 'html';
    return simple;
  }) as RootContent[];
  return isLeft;
}

function simplified(node: Html, leftOut: LeftOutCount): PhrasingContent {
  const { value } = node;
  const name = ANCHOR.exec(value.trim())?.[1];
  if (name !== undefined)
    return { type: 'text', value: '', data: { hName: 'a', hProperties: { name }, hChildren: [] } };
  if (/^<br\s*\/?>$/i.test(value)) return { type: 'break' };
  const tags = [...value.matchAll(/<\/?([a-z][\w-]*)/gi)].map((tag) => (tag[1] ?? '').toLowerCase());
  if (tags.length > 0 && !tags.some((tag) => HTML_TAGS.has(tag))) return { type: 'text', value };
  if (tags.length > 0) leftOut.add('html');
  return node;
}
