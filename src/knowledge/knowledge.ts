import type { Section } from '../documents/section.ts';
import type { ByLanguage } from '../language/locale.ts';
import type { Words } from './words.ts';
import type { Modal } from './sayings.ts';

/**
 * What the directory and the list of solutions can tell of who reads, each only where it is known for certain:
 *
 * - `can-grant`: an account admin or a global admin, who gives roles to others and to themselves
 * - `has-role`: a Referrals admin
 * - `lacks-role`: neither Referrals admin nor Referrals user
 * - `has-solution`, `lacks-solution`: whether the company has a solution that is ready for co-sell
 */
export const READER_FACTS = [
  'can-grant',
  'has-role',
  'lacks-role',
  'has-solution',
  'lacks-solution',
] as const;

export type ReaderFact = (typeof READER_FACTS)[number];

/** What an answer says instead to readers of whom all these facts hold; without a body the answer's own stays. */
export interface AnswerVariant {
  readonly for: readonly ReaderFact[];
  readonly lead: string;
  readonly body?: string;
}

/** By what of a reader an answer may be another one: see `AnswerCase`. */
export const CIRCUMSTANCES = ['role', 'country', 'programme'] as const;

export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** What stands for everybody whom no other case is for. */
export const OTHERS = 'others';

/** What an answer says where one of these holds for the reader; without a body the answer's own stays. */
export interface AnswerCase {
  /**
   * Of roles their names (`referrals-admin`, `none` for whoever has none), of countries their codes (`IT`), of
   * programmes a word in small letters (`csp`); or {@link OTHERS} alone.
   */
  readonly for: readonly string[];
  /** What a button calls it; of countries their names unless told. */
  readonly label?: string;
  readonly lead: string;
  readonly body?: string;
}

/** One answer's words in one language. */
export interface AnswerText {
  /** The question as the entry's title; it is one more example for the matcher. */
  readonly question: string;
  /** What a button calls the answer: one to four words, at most 30 characters. Absent: the question. */
  readonly label?: string;
  /** Phrasings that the matcher sees. */
  readonly examples: readonly string[];
  /** One sentence, at most 25 words, complete without the rest. It fits however the question is put: no "yes" or "no". */
  readonly lead: string;
  /** The lead with its "yes" or "no", by the question that it is a reply to: "may I …?" and "must I …?" need not agree. */
  readonly verdicts?: Readonly<Partial<Record<Modal, string>>>;
  /** What is said instead to readers of whom something is known, the first that fits. */
  readonly variants?: readonly AnswerVariant[];
  /** What is said instead by the circumstance that the answer varies by. */
  readonly cases?: readonly AnswerCase[];
  /** The rest, as Markdown; may be empty. */
  readonly body: string;
  /** The offer under the answer ("Want me to check your deal?"), where the answer names a dialog. */
  readonly offer?: string;
}

/** Where a fact comes from: a document of `knowledge/sources/` and the heading in it, in its own words. */
export interface SourceReference {
  readonly document: string;
  readonly heading: string;
}

/** One entry of the knowledge base. */
export interface Answer {
  /** `topic` or, for a finer point of another answer, `topic/point`. */
  readonly id: string;
  /** The answer this one is a finer point of, or null. */
  readonly parent: string | null;
  /** At least one; the first is the main one. */
  readonly sources: readonly SourceReference[];
  /** Ids of other answers worth reading next. */
  readonly related: readonly string[];
  /** The dialog that does the job, or null. */
  readonly dialog: string | null;
  /** The dialog that names the people, for whom the question is "who?"; absent where the answer itself says it. */
  readonly who?: string;
  /** Absent where it holds for everybody alike. */
  readonly variesBy?: Circumstance;
  /** The day a person last checked it, `YYYY-MM-DD`. */
  readonly reviewed: string;
  /** The texts by language; an imported folder may have one language only. */
  readonly texts: ByLanguage<AnswerText>;
}

/** What people say to begin a dialog. */
export interface Intent {
  readonly dialog: string;
  /** Example utterances by language. */
  readonly examples: ByLanguage<readonly string[]>;
  /** The dialog's name as a button, by language. */
  readonly titles: ByLanguage<string>;
}

/** Synonyms and chat spellings of one language. */
export interface Vocabulary {
  /** Groups of words that mean the same here; the first is the canonical one. */
  readonly synonyms: readonly (readonly string[])[];
  /** Chat spelling to the full word(s): `xke` to `perché`. */
  readonly chatSpellings: Readonly<Record<string, string>>;
  /** Words and phrases of courtesy that carry nothing: `ciao`, `per favore`. */
  readonly courtesy: readonly string[];
  /**
   * By what a question differs from another one that shares its words: by what it asks for (`asks`: `money`, `time`,
   * …), by who acts, by the state of a deal. Of each aspect the values, and of each value the words that tell it.
   */
  readonly aspects: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Aspects that an answer must have been asked by: who wants to take away isn't helped by an answer that never speaks of it. */
  readonly decisive?: readonly string[];
}

/** A heading of a document, in the document's own words and rendered for readers of another language. */
export interface SourceHeading {
  readonly own: string;
  /** Our rendering by language; absent where the document speaks that language itself. */
  readonly renderings: ByLanguage<string>;
}

/** A document that facts come from. */
export interface SourceDocument {
  readonly id: string;
  readonly titles: ByLanguage<string>;
  /** Null for a page of the assistant's own, which each installation serves at an address of its own. */
  readonly url: string | null;
  /** False where the address was not given with the text. */
  readonly isConfirmed: boolean;
  readonly headings: readonly SourceHeading[];
  /** The day the text was read, or null where unknown. */
  readonly readOn: string | null;
  readonly licence: string;
}

/** Questions that nothing here answers (passwords, invoices, the weather), by topic. */
export type OutsideTopics = Readonly<Record<string, readonly string[]>>;

/** Everything that was read from a knowledge folder. */
export interface Knowledge {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly intents: ReadonlyMap<string, Intent>;
  readonly vocabulary: ByLanguage<Vocabulary>;
  readonly sources: ReadonlyMap<string, SourceDocument>;
  /** What people say, by what they mean with it, by language. */
  readonly words?: ByLanguage<Words>;
  /** The sections of imported documents, near-duplicates marked. */
  readonly sections?: readonly Section[];
  /** Groups of words that people and documents use for about the same thing, by language. */
  readonly related?: ByLanguage<readonly (readonly string[])[]>;
  /** What people ask as well although nothing here is about it, by language. */
  readonly outside?: ByLanguage<OutsideTopics>;
}
