import type { Button, Reply } from '../../src/cards/reply-data.ts';
import type { Agreed } from '../../src/reading/agreement.ts';
import type { Localized } from '../../src/language/locale.ts';
import type { BeginRequest, DialogTurn } from '../turn.ts';
import type { DialogName } from '../../src/cards/dialog-name.ts';
import type { Said, Slot, SlotContext, Values } from './slot.ts';

/** Whether the form may begin. */
export type Start<V = Values> =
  | {
      readonly kind: 'go';
      readonly values: { readonly [K in keyof V]?: V[K] | undefined };
      readonly before?: readonly Reply[];
      /** What of the request's words is for this form, where it isn't all of them. */
      readonly utterance?: string;
    }
  /** Explains and ends: nothing is collected. */
  | { readonly kind: 'stop'; readonly replies: readonly Reply[] };

/** How the form ended, once every slot is filled and (where there is a review) it was confirmed. */
export type Finish<V = Values> =
  | { readonly kind: 'done'; readonly replies: readonly Reply[] }
  /** Not done, draft kept, the form stays open at its review ("riprova"). */
  | { readonly kind: 'failed'; readonly replies: readonly Reply[] }
  /** A slot must be answered again (the service objected to it). */
  | { readonly kind: 'reopen'; readonly slot: keyof V & string; readonly replies: readonly Reply[] }
  /** What was confirmed is out of date: the form begins anew with this request and asks to confirm again. */
  | { readonly kind: 'again'; readonly request: BeginRequest; readonly replies: readonly Reply[] };

/** Something to point out once, before the next question; answering the question goes on. */
export interface Notice {
  /** Shown once per draft and id. */
  readonly id: string;
  readonly text: string;
  /** `words` are what may be typed in place of the tap, beside the title. */
  readonly buttons?: readonly (Button & { readonly words?: readonly string[] })[];
}

/** Where words lead that are about something else than what the form has open. */
export type Elsewhere =
  /** A dialog takes the form's place, which ends after these replies. */
  | {
      readonly kind: 'instead';
      readonly dialog: DialogName;
      readonly request: BeginRequest;
      readonly replies: readonly Reply[];
    }
  /** What the form is for is taken back: it ends as a cancel does, and nothing is asked about it. */
  | { readonly kind: 'end' }
  /** Nothing is taken: this is said, and the question comes again. */
  | { readonly kind: 'stay'; readonly text: string };

/** A guided task: a table of slots and what happens before, at confirmation and after. */
export interface FormDefinition<V = Values, F = unknown> {
  readonly name: DialogName;
  /** Raised when stored values change their meaning. */
  readonly version: number;
  readonly slots: readonly Slot<V, F>[];
  /** True where a draft is worth keeping and offering later. */
  readonly isDraftKept: boolean;
  /** Loads what slots need this turn. May throw AppError. */
  load(turn: DialogTurn, values: Readonly<Partial<V>>): Promise<F>;
  /** Checks eligibility and takes what the request already says. */
  start(request: BeginRequest, context: SlotContext<V, F>): Promise<Start<V>>;
  /** What it says in place of what any form says. */
  readonly says?: Localized<{
    /** The button that confirms, a verb. */
    readonly confirm?: string;
    /** To a "no" at the summary. */
    readonly declined?: string;
    /** After a cancel. */
    readonly cancelled?: string;
    /** To "can I change it later?": whether what it makes or does may be changed then. */
    readonly changeLater?: string;
  }>;
  /** True where what is confirmed can't be undone: it takes the button or a plain yes. */
  readonly isFinal?: boolean;
  /** What a yes to its summary is to; absent where it has none. */
  readonly agreed?: Agreed;
  /**
   * Reads words that are about something else than what is open (another deal), wherever the form stands: at the slot
   * asked, null at the review; null where they are its answer.
   */
  elsewhere?(said: Said, asked: string | null, context: SlotContext<V, F>): Elsewhere | null;
  /** True where the form waits while another short one runs, as those with a draft do. */
  readonly waits?: boolean;
  /** False while it can't be said how many questions are left (the kind of deal decides). Default: it can. */
  isCountKnown?(context: SlotContext<V, F>): boolean;
  /** What to point out with the values at hand. */
  notices?(context: SlotContext<V, F>): readonly Notice[];
  /**
   * The summary that asks to confirm; null for forms that just run when filled. The form adds the buttons to
   * confirm, change and cancel.
   */
  review(context: SlotContext<V, F>): Reply | null;
  finish(context: SlotContext<V, F>): Promise<Finish<V>>;
  /** The id of the deal that it is about, by which "quanto vale?" is meant beside its questions; absent where it is about none. */
  about?(values: Readonly<Partial<V>>): string | null;
  /** A name for the draft in lists, null when there is nothing to name it by. */
  titleOf(values: Readonly<Partial<V>>): string | null;
}
