import type { Block } from './block.ts';
import type { DocumentFacts, SectionLink } from './section.ts';

/** What a document's section is made of before anything is derived of it. */
export interface ImportedSection {
  /** Of the page: the anchor or the heading as a slug; numbered where two would share one. */
  readonly key: string;
  readonly heading: string;
  readonly level: number;
  readonly isIntro: boolean;
  readonly trail: readonly string[];
  readonly anchors: readonly string[];
  readonly blocks: readonly Block[];
  readonly boilerplate: Readonly<Record<string, string>>;
  readonly links: readonly Omit<SectionLink, 'host'>[];
  readonly examples: readonly string[];
  /** Labels, and the keys of the sections of the same page that they lead to. */
  readonly prompts: readonly { readonly label: string; readonly key: string }[];
}

/** A document as it was imported. */
export interface ImportedDocument {
  readonly facts: Omit<DocumentFacts, 'headingSlug' | 'fileSlug'>;
  /** Anchors of the first heading. */
  readonly anchors: readonly string[];
  /** "Ruoli appropriati: …" and such lines below the first heading, which hold for the whole document. */
  readonly boilerplate: Readonly<Record<string, string>>;
  readonly sections: readonly ImportedSection[];
}
