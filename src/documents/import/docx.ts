import { Readable } from 'node:stream';
import type { Element, Root } from 'hast';
import { Parser } from 'htmlparser2';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { AppError } from '../../errors.ts';
import { createResolver } from './addresses.ts';
import { dayOf } from './facts.ts';
import { LeftOutCount, NO_FACTS, type ReadDocument, type ReadFacts } from './flow.ts';
import { isElement, isHeading, propertyOf, textIn } from './inline.ts';
import type { Origin } from './markdown.ts';
import { TreeReader } from './tree.ts';

const parser = unified().use(rehypeParse, { fragment: true });

/** Word names its styles in English whatever its language; others write the names of their own. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titolo'] => h1:fresh",
  ...[1, 2, 3, 4].map((level) => `p[style-name='Titolo ${String(level)}'] => h${String(level)}:fresh`),
];
/** A file that unpacks to more than this was made to fill the memory. */
const MOST_UNPACKED = 300_000_000;
const LONGEST_HEADING = 120;

/**
 * Reads a document of Word. Where it has no headings, paragraphs that are bold throughout are taken for them.
 *
 * @throws AppError `invalid-input` where it unpacks to too much; what mammoth throws where it is no such file
 */
export async function readDocx(
  bytes: Buffer,
  origin: Origin,
  mostUnpacked = MOST_UNPACKED,
): Promise<ReadDocument> {
  const leftOut = new LeftOutCount();
  const zip = await JSZip.loadAsync(bytes);
  if (!(await unpacksWithin(zip, mostUnpacked)))
    throw new AppError('invalid-input', `import: ${origin.path} unpacks to too much`);
  const facts = await factsOf(zip);
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: STYLES, convertImage });
  const tree = parser.parse(value);
  tree.children = tree.children.filter((node) => !isElement(node) || !isContentsLine(node));
  if (!tree.children.some(isHeading)) raiseBold(tree);
  const flow = new TreeReader(createResolver({ ...origin, ...facts }), leftOut).read(tree);
  return { isPage: false, facts, flow, leftOut: leftOut.counts };
}

/** A line of the table of contents. */
function isContentsLine({ children }: Element): boolean {
  const [link, ...others] = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  if (link === undefined || others.length > 0 || !isElement(link) || link.tagName !== 'a') return false;
  return propertyOf(link, 'href')?.startsWith('#_Toc') === true;
}

function raiseBold(tree: Root): void {
  for (const node of tree.children) {
    if (isElement(node) && node.tagName === 'p' && isBold(node) && textIn(node).length <= LONGEST_HEADING)
      node.tagName = 'h2';
  }
}

function isBold({ children }: Element): boolean {
  const parts = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return parts.length > 0 && parts.every((node) => isElement(node) && node.tagName === 'strong');
}

/** Title, day and language stand in the core properties (ECMA-376, part 2). */
async function factsOf(zip: JSZip): Promise<ReadFacts> {
  const properties = new Map<string, string>();
  let open = '';
  const xml = new Parser(
    {
      onopentag: (name) => void (open = name),
      ontext: (text) => void properties.set(open, (properties.get(open) ?? '') + text),
      onclosetag: () => void (open = ''),
    },
    { xmlMode: true },
  );
  xml.end((await zip.file('docProps/core.xml')?.async('string')) ?? '');
  const text = (name: string): string | null => properties.get(name)?.trim() || null;
  return {
    ...NO_FACTS,
    title: text('dc:title'),
    description: text('dc:description') ?? text('dc:subject'),
    date: dayOf(text('dcterms:modified') ?? text('dcterms:created')),
    language: text('dc:language'),
  };
}

/** Counted while it is unpacked, and no further than that: an archive may name any size. */
async function unpacksWithin(zip: JSZip, most: number): Promise<boolean> {
  let size = 0;
  for (const file of Object.values(zip.files)) {
    for await (const part of new Readable().wrap(file.nodeStream())) {
      size += (part as Buffer).length;
      if (size > most) return false;
    }
  }
  return true;
}
