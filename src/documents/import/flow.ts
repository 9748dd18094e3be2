import type { Block } from '../block.ts';

/** A link as it was read: its words, and the whole address. */
export interface ReadLink {
  readonly text: string;
  readonly url: string;
}

/** A heading on its way to a section. */
export interface FlowHeading {
  readonly kind: 'heading';
  /** 1 to 6; 0 is a title that stands above all. */
  readonly level: number;
  readonly text: string;
  /** Names of the anchors in it or right above it. */
  readonly anchors: readonly string[];
  readonly links: readonly ReadLink[];
  /** Other ways of asking it, where the document is an export that has them. */
  readonly examples?: readonly string[];
  /** What may be asked next, where the document is an export that knows it: labels and the anchors they lead to. */
  readonly prompts?: readonly { readonly label: string; readonly anchor: string }[];
}

/** A block on its way to a section, with the links in it. */
export interface FlowBlock {
  readonly kind: 'block';
  readonly block: Block;
  readonly links: readonly ReadLink[];
}

/** What a document is read to, whatever it was written in: headings and blocks in their order. */
export type Flow = readonly (FlowHeading | FlowBlock)[];

/** What a document says of itself, as far as it does. */
export interface ReadFacts {
  readonly title: string | null;
  readonly description: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** A language tag (`it-IT`). */
  readonly language: string | null;
  readonly licence: string | null;
  readonly isArchived: boolean;
  /** True where the page was written for Microsoft Learn, whose addresses follow from its paths. */
  readonly isLearn: boolean;
  readonly url: string | null;
}

/** Parts of documents that are not taken. */
export const DROPPED_PARTS = [
  'picture',
  'html',
  'script',
  'directive',
  'include',
  'link',
  'page furniture',
  'empty heading',
  'empty page',
] as const;
export type DroppedPart = (typeof DROPPED_PARTS)[number];

export interface ReadDocument {
  /** Whether it is written as a page, whose first heading is that of all; else its title stands above it. */
  readonly isPage: boolean;
  readonly facts: ReadFacts;
  readonly flow: Flow;
  /** How many of what was left out. */
  readonly leftOut: ReadonlyMap<DroppedPart, number>;
}

/** Counts what is left out while a document is read. */
export class LeftOutCount {
  readonly counts = new Map<DroppedPart, number>();

  add(what: DroppedPart, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }
}

/** Facts of a document that says nothing of itself. */
export const NO_FACTS: ReadFacts = {
  title: null,
  description: null,
  date: null,
  language: null,
  licence: null,
  isArchived: false,
  isLearn: false,
  url: null,
};
