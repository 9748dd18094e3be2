import type { Field } from '../../src/cards/box.ts';
import type { Line } from '../../src/cards/line.ts';
import type { Button } from '../../src/cards/reply-data.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Fact, Reading } from '../../src/reading/reading.ts';
import type { PartialValue } from '../../src/storage/person-record.ts';
import type { DialogTurn } from '../turn.ts';

/** A value that can be tapped. */
export interface Choice {
  /** Sent back by the button; stable. */
  readonly id: string;
  /** One to four words. */
  readonly label: string;
  /** Other words for it, as people type them. */
  readonly words?: readonly string[];
}

/** A question as asked. */
export interface Question {
  /** At most 15 words. */
  readonly text: string;
  /** What the question is about, shown above it (a drafted note). */
  readonly above?: readonly Line[];
  /** Why it is asked, in a few words. */
  readonly why?: string;
  /** At most six, five where the slot is optional; the set is closed when `isClosed`. */
  readonly choices?: readonly Choice[];
  readonly isClosed?: boolean;
  /** Buttons that are no answer (a link, another dialog); dropped where more than six would result. */
  readonly buttons?: readonly Button[];
}

/** What a message says to a form, read once. */
export interface Said {
  readonly text: string;
  /** All clauses with their acts. */
  readonly reading: Reading;
  /** The facts that may be taken: those of clauses that ask, suppose or deny are left out. */
  readonly facts: readonly Fact[];
  /** The text with the places of all facts blank: what is left for readers of words (solutions, colleagues). */
  readonly rest: string;
}

/** What an answer was read as. */
export type Parsed<T = unknown> =
  /** `note` is shown back ("Segnato: …"); `others` are other usual readings, one tap away. */
  | {
      readonly kind: 'value';
      readonly value: T;
      readonly note?: string;
      readonly others?: readonly Choice[];
      /** Something more was named that is still to be given: asked for next, as with `partial`. */
      readonly rest?: PartialValue;
      readonly facts?: readonly Fact[];
    }
  /** The answer has more than one reading: asks which. `kept` comes back as `partial` until one is chosen. */
  | {
      readonly kind: 'choose';
      readonly text: string;
      readonly choices: readonly Choice[];
      readonly kept?: unknown;
      readonly facts?: readonly Fact[];
    }
  /** A part is there (a street without its city): `kept` comes back as `partial`, `text` asks for the rest. */
  | {
      readonly kind: 'partial';
      readonly kept: unknown;
      readonly text: string;
      readonly facts?: readonly Fact[];
    }
  /** Not usable: says so, with an example. */
  | { readonly kind: 'invalid'; readonly text: string };

/** What a sentence about several things says of one value. */
export type Taken<T = unknown> = Extract<Parsed<T>, { readonly kind: 'value' | 'choose' | 'partial' }>;

/** What a wish to add to a list, or to take from it, was read as. */
export type Amended<T = unknown> = Parsed<T> | { readonly kind: 'ask' };

/** Values by slot, as the engine sees them: only a form's own table knows which they are. */
export type Values = Readonly<Record<string, unknown>>;

/** Changes of slots that follow from a value; null clears. */
export type Effects<V = Values> = Readonly<Partial<{ [N in keyof V]: V[N] | null }>>;

/** What was put into the inputs of one value, by their parts; an input that wasn't there has none. */
export type Inputs = Readonly<Record<string, string>>;

/** What a slot's functions may look at. `F` is what the form loaded for this turn (solutions, deals). */
export interface SlotContext<V = Values, F = unknown> {
  readonly turn: DialogTurn;
  readonly locale: Locale;
  /** `YYYY-MM-DD` in the user's time zone. */
  readonly today: string;
  readonly values: Readonly<Partial<V>>;
  readonly facts: F;
  /** The draft at hand; the idempotency key of what the form creates. */
  readonly draftId: string;
  /** What an earlier answer to the same question gave of the value, see `Parsed` of kind `partial`. */
  readonly partial?: unknown;
  /** Whether this slot's value was given last, so that a few words behind it may be of it: "anzi 35100". */
  readonly isLatest?: boolean;
}

/**
 * One value to collect. The order of a form's table is the order of the conversation; any order of
 * answers is legal. A warning that needs a decision ("go on, change, make it private") is a slot too.
 */
export interface Slot<V = Values, F = unknown, K extends keyof V & string = keyof V & string> {
  readonly name: K;
  readonly isOptional?: boolean;
  /** True where an answer is a value as it stands (notes): no other slot is read from it. */
  readonly isFreeText?: boolean;
  /** True where nearly any words could be the value (a name), so that something else may be meant by them. */
  readonly isOpenEnded?: boolean;
  /** It holds a place, which a name by itself may put right: "no è Verona". */
  readonly isPlace?: boolean;
  /** What a reader is told is asked, where that isn't the slot's name: a drafted note is reviewed. */
  readonly readAs?: 'review';
  /** True for a warning that needs a decision: it isn't asked in the same breath as something else to point out. */
  readonly isDecision?: boolean;
  /** The slot whose value it is about: another one there clears it, and may be given in answer to its question. */
  readonly about?: keyof V & string;
  /** True where a proposed value is worth showing in the summary only, not announced. */
  readonly isQuiet?: boolean;
  /** The words by which it is named ("cambia il valore"), by locale; the first is its label. */
  readonly words: Readonly<Record<Locale, readonly string[]>>;
  /** False hides the slot: it is not asked, not shown and not sent. Default: always asked. */
  isAskedWhen?(context: SlotContext<V, F>): boolean;
  ask(context: SlotContext<V, F>): Question;
  /** Reads an answer to this slot's own question. */
  parse(said: Said, context: SlotContext<V, F>): Parsed<V[K]>;
  /** Reads the value of a choice's id; undefined when the id is not (or no longer) one. */
  choose?(id: string, context: SlotContext<V, F>): V[K] | undefined;
  /** Whether a question answers this slot's own all the same: "quale scade prima?", where a deal is asked for. */
  isAnsweredByQuestion?(said: Said): boolean;
  /** Finds the value in a sentence that says several things; null when it isn't there. */
  take?(said: Said, context: SlotContext<V, F>): Taken<V[K]> | null;
  /**
   * Reads a sentence that adds to a value that is a list, or takes from it ("aggiungi anche Analytics"), whatever is
   * asked: `ask` where it doesn't say what; null where it is about something else.
   */
  amend?(said: Said, context: SlotContext<V, F>): Amended<V[K]> | null;
  /** What a part that is kept is called, in the status and where giving it up must be said; null for nothing. */
  showPartial?(kept: unknown, context: SlotContext<V, F>): string | null;
  /** What is known without asking (profile, solution, earlier deal); undefined when nothing is. */
  propose?(context: SlotContext<V, F>): V[K] | undefined;
  /** One line for the status, the summary card and "Segnato: …". Null hides it there. */
  show(value: V[K], context: SlotContext<V, F>): string | null;
  /** Changes of other slots that follow from this value, which takes the place of `before` : "make it private". */
  effects?(value: V[K], context: SlotContext<V, F>, before?: V[K]): Effects<V>;
  /** Keeps what outlives the form (a rating) in the person's record; run once when the user gave the value, with the values before it. */
  remember?(value: V[K], context: SlotContext<V, F>): void;
  /** The inputs that stand for it in a box, with what is known filled in; absent where it is asked in the chat alone. */
  asInput?(context: SlotContext<V, F>): readonly Field[];
  /** Reads what was put into them, by their parts, under the same rules as an answer; null where nothing was. */
  fromInput?(typed: Inputs, context: SlotContext<V, F>): Parsed<V[K]> | null;
  /** What fits to what is being typed into an input that is searched; the best first. */
  suggest?(typed: string, context: SlotContext<V, F>): readonly Choice[];
  /** Whether a stored value of this or an older release can still be used. */
  isValid(value: unknown): value is V[K];
}
