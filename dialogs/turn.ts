import type { Reply } from '../src/cards/reply-data.ts';
import type { Person } from '../src/directory/directory.ts';
import type { Language, Locale } from '../src/language/locale.ts';
import type { Reading } from '../src/reading/reading.ts';
import type { PersonRecord } from '../src/storage/person-record.ts';
import type { Actor } from '../src/identity/actor.ts';

/** How a dialog is begun: by words, or by a button that knows more. */
export interface BeginRequest {
  /** The user's whole utterance, to take slots from. */
  readonly utterance?: string;
  /** Whether it was only spoken of, and then chosen: what was planned or denied in it is meant now. */
  readonly isMeant?: boolean;
  readonly referralId?: string;
  /** The deal to recreate. */
  readonly recreates?: string;
  /** The draft to go on with. */
  readonly draftId?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** One turn as a dialog sees it. */
export interface DialogTurn {
  /** The language that is spoken. */
  readonly locale: Locale;
  /** The language that they write; another where it is read and not spoken. */
  readonly language: Language;
  readonly actor: Actor;
  /** Null when the directory doesn't know the person: then no deal action is possible. */
  readonly person: Person | null;
  readonly now: Date;
  /** Whether a form can be opened as a box beside the conversation. */
  readonly hasBoxes: boolean;
  /** IANA name; "today" is the day in this zone. */
  readonly timeZone: string;
  /** The person's record: a dialog may change its drafts and feedback; the bot saves it. */
  readonly record: PersonRecord;
  /** Reads words of this turn's message, each text once; `asked` is the slot asked, `review` at a summary, else null. */
  read(text: string, asked: string | null): Reading;
  /** True while something is done beside an open form, which then doesn't ask its question again. */
  readonly isFormQuiet?: boolean;
  /** Adds a reply; replies are sent after state is saved. */
  say(reply: Reply): void;
  /**
   * Saves the person's record now, durably: called before anything is done that can't be taken back, so that a key
   * survives, and nobody else does it meanwhile. What it throws as changed meanwhile is the bot's to catch.
   */
  saveNow(): Promise<void>;
}

/** The eyes that something is told for: in which language, when and where. */
export type Viewer = Pick<DialogTurn, 'locale' | 'now' | 'timeZone'>;

/** How sure a form is that an utterance answers the question it asked. */
export type Take = 'surely' | 'maybe' | 'no';
