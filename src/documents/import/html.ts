import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { addressOf, createResolver } from './addresses.ts';
import { dayOf } from './facts.ts';
import { LeftOutCount, NO_FACTS, type ReadDocument, type ReadFacts } from './flow.ts';
import { isElement, propertyOf, textIn, type TreeNode } from './inline.ts';
import type { Origin } from './markdown.ts';
import { TreeReader } from './tree.ts';

const parser = unified().use(rehypeParse);

/** Reads a page of HTML: its `main` or `article` where it has one, without what surrounds it. */
export function readHtml(source: string, origin: Origin): ReadDocument {
  const leftOut = new LeftOutCount();
  const tree = parser.parse(source);
  const facts = factsOfHead(tree);
  const place = { ...origin, ...facts, url: facts.url ?? origin.url ?? null };
  const flow = new TreeReader(createResolver(place), leftOut).read(mainOf(tree));
  return { isPage: true, facts: { ...facts, url: addressOf(place) }, flow, leftOut: leftOut.counts };
}

function mainOf(tree: Root): Root | Element {
  const is = (test: (node: Element) => boolean): Element | null => find(tree, test);
  return (
    is(({ tagName, properties }) => tagName === 'main' || properties['role'] === 'main') ??
    is(({ tagName }) => tagName === 'article') ??
    is(({ tagName }) => tagName === 'body') ??
    tree
  );
}

function find(node: TreeNode | Root, test: (node: Element) => boolean): Element | null {
  if (!('children' in node)) return null;
  for (const child of node.children) {
    if (isElement(child) && test(child)) return child;
    const inside = find(child, test);
    if (inside !== null) return inside;
  }
  return null;
}

function factsOfHead(tree: Root): ReadFacts {
  const metas = new Map<string, string>();
  let title: string | null = null;
  let language: string | null = null;
  let url: string | null = null;
  const visit = (node: TreeNode | Root): void => {
    if (!('children' in node)) return;
    for (const child of node.children) {
      if (isElement(child)) {
        if (child.tagName === 'html') language = propertyOf(child, 'lang');
        if (child.tagName === 'title') title ??= textIn(child).replace(/\s+/g, ' ').trim();
        if (child.tagName === 'link' && String(child.properties['rel']) === 'canonical')
          url = propertyOf(child, 'href');
        if (child.tagName === 'meta') {
          const name = propertyOf(child, 'name') ?? propertyOf(child, 'property');
          const content = propertyOf(child, 'content');
          if (name !== null && content !== null) metas.set(name.toLowerCase(), content);
        }
      }
      if (!isElement(child) || child.tagName !== 'body') visit(child);
    }
  };
  visit(tree);
  const day = metas.get('ms.date') ?? metas.get('article:modified_time') ?? metas.get('last-modified');
  return {
    ...NO_FACTS,
    title: withoutSite(title),
    description: metas.get('description') ?? metas.get('og:description') ?? null,
    date: dayOf(day ?? null),
    language,
    isArchived: metas.get('is_archived') === 'true',
    url: url !== null && /^https:/.test(url) ? url : null,
  };
}

/** A page's title without the name of the site behind it: "Prezzi - Partner Center | Microsoft Learn". */
function withoutSite(title: string | null): string | null {
  return title === null ? null : title.replace(/\s+\|\s+[^|]*$/, '').trim() || null;
}
