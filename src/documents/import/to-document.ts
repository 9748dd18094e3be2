import { detectLanguage } from '../../language/detect-language.ts';
import type { Language } from '../../language/locale.ts';
import { languages } from '../../language/said.ts';
import { visibleLine } from '../../language/visible-text.ts';
import { textOfBlocks } from '../block-text.ts';
import { hashOfSection, type FiledDocument, type FiledSection } from '../file.ts';
import type { ImportedSection } from '../imported.ts';
import { chooseLead } from '../lead.ts';
import { wordsOfSlug } from '../slug.ts';
import type { ReadDocument } from './flow.ts';
import { cutIntoSections, withTitle } from './sectioning.ts';

/** What an operator says of all documents of an import. */
export interface ImportOptions {
  /** The language of documents that don't tell theirs. */
  readonly locale: Language;
  readonly licence: string | null;
}

const ARCHIVE = /(?:^|\/)archiv(?:e[ds]?|io)\//i;
const NEWS = /(?:^|\/)(?:announcements|news|novit[aà]|notizie|whats-new)\//i;

/** A document that was read, as it is filed. */
export function toFiledDocument(path: string, read: ReadDocument, options: ImportOptions): FiledDocument {
  const { facts, flow } = read;
  const first = flow.find((part) => part.kind === 'heading');
  const name = wordsOfSlug(path.replace(/^.*\//, '').replace(/\.[^.]*$/, ''));
  const title = visibleLine(facts.title ?? (read.isPage ? first?.text : null) ?? name);
  const { sections, boilerplate } = cutIntoSections(read.isPage ? flow : withTitle(flow, title), title);
  return {
    facts: {
      path,
      url: facts.url,
      title,
      secondTitle: !read.isPage || first === undefined || first.text === title ? null : first.text,
      description: facts.description === null ? null : visibleLine(facts.description),
      locale: localeOf(facts.language, sections) ?? options.locale,
      date: facts.date,
      licence: facts.licence ?? options.licence,
      isNews: NEWS.test(path),
      isArchived: facts.isArchived || ARCHIVE.test(path),
    },
    anchors: (read.isPage ? first?.anchors : null) ?? [],
    boilerplate,
    sections: sections.map(toFiledSection),
  };
}

/** The language that a document names, else that its words leave no doubt of. */
function localeOf(language: string | null, sections: readonly ImportedSection[]): Language | null {
  const named = languages().find((locale) => language?.toLowerCase().startsWith(locale));
  if (named !== undefined) return named;
  const evidence = detectLanguage(
    sections
      .slice(0, 5)
      .map(({ blocks }) => textOfBlocks(blocks))
      .join('\n'),
  );
  return evidence?.isClear === true ? evidence.locale : null;
}

function toFiledSection(section: ImportedSection): FiledSection {
  const filed = { ...section, lead: chooseLead(section.heading, section.blocks) };
  return { ...filed, hash: hashOfSection(filed), editor: {} };
}
