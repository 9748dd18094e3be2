import type { Language } from '../language/locale.ts';
import type { Block } from './block.ts';

/** The part of a knowledge folder that holds imported documents, one file a page. */
export const DOCUMENTS = 'documents';

/** What a document says of itself; each of its sections holds the same one. */
export interface DocumentFacts {
  /** Where the file lies, relative to the folder that was imported, with `/`: `partner-center/x.md`. */
  readonly path: string;
  /** The page's address on the web, or null where it has none. */
  readonly url: string | null;
  /** The title that the document gives itself (front matter, `<title>`, the file's name). */
  readonly title: string;
  /** The first heading, where it says anything else than the title; else null. The "second title". */
  readonly secondTitle: string | null;
  /** What the document says it is about, in a sentence; or null. */
  readonly description: string | null;
  /** English names of the first heading, as words: `assign users roles and permissions`. */
  readonly headingSlug: string;
  /** The file's name as words: `permissions overview`. */
  readonly fileSlug: string;
  readonly locale: Language;
  /** The day the text is of, `YYYY-MM-DD`, or null where it says none. */
  readonly date: string | null;
  /** As the operator named it, or null. */
  readonly licence: string | null;
  /** An announcement of a month ("Novità", `announcements/`): true when it was written, seldom now. */
  readonly isNews: boolean;
  /** Of an archive: kept, and no longer maintained. */
  readonly isArchived: boolean;
}

/** One question of a table or list of questions that stands within a section. */
export interface AskedInside {
  readonly question: string;
  readonly answer: readonly Block[];
}

/** A link in the text of a section. */
export interface SectionLink {
  /** What the link is called in the text. */
  readonly text: string;
  /** Whole, and https. */
  readonly url: string;
  /** The host, where it isn't that of the document; then it is shown beside the text. */
  readonly host: string | null;
}

/** A button under an answer that leads to another one, as QnA Maker knows them. */
export interface FollowUpPrompt {
  readonly label: string;
  /** Id of the section it leads to. */
  readonly section: string;
}

/** A piece of a document under one heading (or one question of a FAQ): what is found, shown and linked as one. */
export interface Section {
  /** The same at each import: the path without extension, `#`, the anchor or the heading as a slug. */
  readonly id: string;
  readonly document: DocumentFacts;
  /**
   * The heading as plain text, or a FAQ's question. For the text before the second heading it is the page's first, and
   * where a document has none at all its title.
   */
  readonly heading: string;
  /** True for the text under the page's first heading, which speaks of the page as a whole. */
  readonly isIntro: boolean;
  /** The headings above this one, the page's first before all others; without the section's own. */
  readonly trail: readonly string[];
  /** 1 for the page's first heading; a FAQ's question is 3. */
  readonly level: number;
  /** Names of the anchor, the first leads to it in the address: `set-up-your-employees`. English on translated pages. */
  readonly anchors: readonly string[];
  /** The address with the anchor, or null where the document has none. */
  readonly url: string | null;
  /** All that stands in it, without boilerplate. */
  readonly blocks: readonly Block[];
  /** Fields for the search, all plain text. The first paragraph stands in `prose`, too. */
  readonly firstParagraph: string;
  /** Paragraphs, lists, notes; one block or item a line. */
  readonly prose: string;
  /** Cells of its tables, one row a line. */
  readonly tableText: string;
  /** The sentence that answers best: chosen by us, or by an editor. Empty where the section has no sentence. */
  readonly lead: string;
  /** The first ordered list, an item a line; empty where there is none. */
  readonly steps: readonly string[];
  /** Questions that it answers one by one (a table of questions). The section is found by them, and shown with one. */
  readonly asked: readonly AskedInside[];
  /** "Ruoli appropriati: …" and such lines, its own and the document's, by what they tell (`roles`, `applies-to`). */
  readonly boilerplate: Readonly<Record<string, string>>;
  readonly links: readonly SectionLink[];
  /** A list of what to read next, which has all the words of the pages it names and answers nothing. */
  readonly isNextSteps: boolean;
  /** Other ways of asking it: those of the export it came from, and those that an editor wrote. */
  readonly examples: readonly string[];
  /** Sections that follow it (`FollowUpPrompt` of an export). */
  readonly prompts: readonly FollowUpPrompt[];
  /** Id of the section that this one nearly repeats, the first of them in the order of the paths; or null. */
  readonly alike: string | null;
}
