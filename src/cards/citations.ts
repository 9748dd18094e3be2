import type { Answer, Knowledge } from '../knowledge/knowledge.ts';
import type { Locale } from '../language/locale.ts';
import { cutLine } from '../language/visible-text.ts';
import type { Markdown } from './markdown.ts';
import type { CardElement } from './reply-data.ts';

/** What an answer rests on, as a channel shows it beside the words. */
export interface Citation {
  readonly name: string;
  readonly url: string;
  /** Where in it. */
  readonly abstract: string;
}

/** An answer as it is where sources are shown beside its first sentence: that stands above the card, not in it. */
export interface Cited {
  readonly lead: Markdown;
  readonly citations: readonly Citation[];
  /** The card without the first sentence and the sources. */
  readonly body: readonly CardElement[];
}

/** As many characters as Teams shows (Microsoft's documentation of bot messages with citations). */
const LONGEST = { name: 80, abstract: 160 };

/** The sources of an answer that are pages, each once. */
export function citationsOf(
  { sources }: Answer,
  locale: Locale,
  knowledge: Pick<Knowledge, 'sources'>,
): Citation[] {
  return sources.flatMap(({ document: id, heading }) => {
    const document = knowledge.sources.get(id);
    if (typeof document?.url !== 'string') return [];
    const rendering = document.headings.find(({ own }) => own === heading)?.renderings[locale];
    const name = cutLine(document.titles[locale] ?? document.id, LONGEST.name);
    return [{ name, url: document.url, abstract: cutLine(rendering ?? heading, LONGEST.abstract) }];
  });
}

/** The text of a message with its marks, and the entity that says what they stand for (schema.org, Teams). */
export function citedText({ lead, citations }: Cited): {
  readonly text: string;
  readonly textFormat: 'markdown';
  readonly entities: { type: string; [field: string]: unknown }[];
} {
  const marks = citations.map((_, index) => `[${String(index + 1)}]`).join(' ');
  const claims = citations.map((citation, index) => ({
    '@type': 'Claim',
    position: index + 1,
    appearance: { '@type': 'DigitalDocument', ...citation },
  }));
  const entity = {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: claims,
  };
  return { text: `${lead} ${marks}`, textFormat: 'markdown', entities: [entity] };
}
