import type { Comment, Doctype, Element, ElementContent, RootContent, Text } from 'hast';
import { visibleText } from '../../language/visible-text.ts';

export type TreeNode = RootContent | ElementContent | Text | Comment | Doctype;

const INLINE = new Set(
  [
    ...[
      'a',
      'abbr',
      'b',
      'bdi',
      'bdo',
      'br',
      'cite',
      'code',
      'data',
      'del',
      'dfn',
      'em',
      'font',
      'i',
      'img',
      'ins',
    ],
    ...[
      'kbd',
      'label',
      'mark',
      'q',
      's',
      'samp',
      'small',
      'span',
      'strike',
      'strong',
      'sub',
      'sup',
      'time',
      'tt',
    ],
    ...['u', 'var', 'wbr', 'input', 'picture'],
  ].values(),
);

export function isElement(node: TreeNode): node is Element {
  return node.type === 'element';
}

/** What stands in a line with its neighbours; a comment stands nowhere. */
export function isInline(node: TreeNode): boolean {
  return !isElement(node) || INLINE.has(node.tagName);
}

export function isHeading(node: TreeNode): boolean {
  return isElement(node) && /^h[1-6]$/.test(node.tagName);
}

export function classesOf(node: Element): readonly string[] {
  const { className } = node.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

/** A property that is one text, or null. */
export function propertyOf(node: Element, name: string): string | null {
  const value = node.properties[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Whether the first thing to read in an element is bold. */
export function startsStrong(node: TreeNode): boolean {
  if (!isElement(node)) return false;
  if (node.tagName === 'strong' || node.tagName === 'b') return true;
  const first = node.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  return first !== undefined && startsStrong(first);
}

/** What is told of a line's parts that aren't its text. */
export interface InlineParts {
  readonly link: (href: string, text: string) => void;
  readonly anchor: (name: string) => void;
  readonly picture: () => void;
}

const LINE_BREAK = '\u0000';

/** What is read in a line: plain text, with `\n` where a break was written, and no other line ends. */
export function inlineText(nodes: readonly TreeNode[], parts: InlineParts): string {
  return collapse(nodes.map((node) => rawText(node, parts)).join(''));
}

function rawText(node: TreeNode, parts: InlineParts): string {
  // Signs of bold that have no partner: translated pages are full of them.
  if (node.type === 'text') return node.value.replaceAll(LINE_BREAK, '').replace(/\*\*+/g, '');
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return LINE_BREAK;
  if (node.tagName === 'code') return textIn(node);
  if (node.tagName === 'img') {
    parts.picture();
    return ' ';
  }
  const name = propertyOf(node, 'name') ?? propertyOf(node, 'id');
  if (node.tagName === 'a' && name !== null) parts.anchor(name);
  const text = node.children.map((child) => rawText(child, parts)).join('');
  const href = node.tagName === 'a' ? propertyOf(node, 'href') : null;
  if (href !== null) parts.link(href, collapse(text).replace(/\n/g, ' '));
  return text;
}

/** All letters in a node, as they stand. */
export function textIn(node: TreeNode): string {
  if (node.type === 'text') return node.value.replaceAll(LINE_BREAK, '');
  return isElement(node) ? node.children.map(textIn).join('') : '';
}

/** Spaces and line ends of the source become one space; breaks become line ends. */
function collapse(text: string): string {
  return text
    .split(LINE_BREAK)
    .map((line) => visibleText(line).replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim();
}
