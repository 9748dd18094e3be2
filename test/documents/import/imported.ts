import { readMarkdown } from '../../../src/documents/import/markdown.ts';
import { toFiledDocument } from '../../../src/documents/import/to-document.ts';
import type { ReadDocument } from '../../../src/documents/import/flow.ts';
import { sectionsOf } from '../../../src/documents/sections.ts';
import type { Section } from '../../../src/documents/section.ts';

const OPTIONS = { locale: 'it', licence: null } as const;

/** The sections of a document that was read. */
export function sectionsIn(read: ReadDocument, path = 'guida/pagina.md'): Section[] {
  return sectionsOf(toFiledDocument(path, read, OPTIONS));
}

interface Surroundings {
  readonly path?: string;
  readonly base?: string;
  /** Files that it includes. */
  readonly includes?: Readonly<Record<string, string>>;
}

/** The sections of Markdown, on a page of a site. */
export function importMarkdown(
  markdown: string,
  { path = 'guida/pagina.md', base = 'https://docs.example/it/', includes = {} }: Surroundings = {},
): Section[] {
  return sectionsIn(
    readMarkdown(markdown, { path, base }, (file) => includes[file] ?? null),
    path,
  );
}

/** The section of a heading; fails where there is none, or more than one. */
export function sectionCalled(sections: readonly Section[], heading: string): Section {
  const found = sections.filter((section) => section.heading === heading);
  const [section] = found;
  if (section === undefined || found.length > 1)
    throw new Error(
      `${String(found.length)} sections "${heading}" of ${sections.map((each) => each.heading).join(' / ')}`,
    );
  return section;
}
