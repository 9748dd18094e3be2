import type { SourceDocument } from './knowledge.ts';

/**
 * A link in a Markdown text may name a source document instead of an address, `[FAQ](source:referrals-faq)`,
 * so that each address stands in one file only.
 */
const sourceLink = /\]\(source:([^)\s]+)\)/g;

/** The ids of the source documents that a text links to. */
export function linkedSources(text: string): string[] {
  return [...text.matchAll(sourceLink)].flatMap((match) => match[1] ?? []);
}

/** The text with the addresses of the source documents put in; an unknown id stays as it is. */
export function expandLinks(text: string, sources: ReadonlyMap<string, SourceDocument>): string {
  return text.replace(sourceLink, (link, id: string) => {
    const source = sources.get(id);
    return typeof source?.url === 'string' ? `](${source.url})` : link;
  });
}
