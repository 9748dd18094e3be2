import type { Block } from './block.ts';
import { linesOf, proseAndTables } from './block-text.ts';
import type { FiledDocument, FiledSection } from './file.ts';
import type { AskedInside, DocumentFacts, Section, SectionLink } from './section.ts';
import { slugOf, wordsOfSlug } from './slug.ts';
import { isNextSteps, isQuestionHead } from './wording.ts';

/** The sections of a document as they are found and shown; those that an editor has hidden are left out. */
export function sectionsOf(document: FiledDocument): Section[] {
  const { facts, anchors, boilerplate } = document;
  const fileName = facts.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const whole: DocumentFacts = {
    ...facts,
    headingSlug: anchors.map(wordsOfSlug).join(' '),
    fileSlug: wordsOfSlug(fileName),
  };
  return document.sections
    .filter(({ editor }) => editor.hidden !== true)
    .map((section) => toSection(section, whole, boilerplate));
}

/** The id of a page's section: the path without its extension, and the section's key. */
export function sectionId(path: string, key: string): string {
  return `${path}#${key}`;
}

function toSection(section: FiledSection, document: DocumentFacts, ofAll: Section['boilerplate']): Section {
  const { key, heading, isIntro, trail, level, anchors, blocks, boilerplate, editor } = section;
  const { prose, tables } = proseAndTables(blocks);
  return {
    id: sectionId(document.path, key),
    document,
    heading,
    isIntro,
    trail,
    level,
    anchors,
    url: addressOf(section, document),
    blocks,
    firstParagraph: blocks.find((block) => block.kind === 'paragraph')?.text ?? '',
    prose,
    tableText: tables,
    lead: editor.lead ?? section.lead,
    steps: stepsOf(blocks),
    asked: blocks.flatMap(askedIn),
    boilerplate: { ...ofAll, ...boilerplate },
    links: section.links.map((link) => withHost(link, document.url)),
    isNextSteps: isNextSteps(heading),
    examples: [...section.examples, ...(editor.examples ?? [])],
    prompts: section.prompts.map(({ label, key: to }) => ({ label, section: sectionId(document.path, to) })),
    alike: null,
  };
}

function addressOf({ anchors, heading, isIntro }: FiledSection, document: DocumentFacts): string | null {
  if (document.url === null || isIntro) return document.url;
  const url = new URL(document.url);
  url.hash = anchors[0] ?? slugOf(heading);
  return url.href;
}

function withHost(link: Omit<SectionLink, 'host'>, page: string | null): SectionLink {
  const { host } = new URL(link.url);
  return { ...link, host: page !== null && new URL(page).host === host ? null : host };
}

function stepsOf(blocks: readonly Block[]): readonly string[] {
  const list = blocks.find((block) => block.kind === 'list' && block.isOrdered);
  return list?.kind === 'list'
    ? list.items.map(({ text, blocks: below }) => text || below.map(linesOf).join(' '))
    : [];
}

/** Rows of a table whose columns are a question and its answer. */
function askedIn(block: Block): AskedInside[] {
  if (block.kind !== 'table' || !isQuestionHead(block.head)) return [];
  return block.rows
    .filter(([question = '', answer = '']) => question !== '' && answer !== '')
    .map(([question = '', ...answers]) => ({
      question: question.replace(/\s+/g, ' '),
      answer: answers.filter((answer) => answer !== '').map((text) => ({ kind: 'paragraph', text })),
    }));
}
