import type { Action } from './action.ts';
import type { Cited } from './citations.ts';
import { lineText } from './line.ts';
import type { Line } from './line.ts';
import type { Refresh } from './refresh-action.ts';

/** A button: a verb of one to four words, and what it sends back, or a link it opens. */
export type Button =
  | { readonly title: string; readonly action: Action; readonly style?: 'positive' | 'destructive' }
  | { readonly title: string; readonly url: string };

/** Teams shows six actions of a card and hides the rest. */
export const MOST_BUTTONS = 6;

/** Plain JSON of Adaptive Card elements (schema 1.5). */
export type CardElement = { readonly type: string } & Readonly<Record<string, unknown>>;

/**
 * One message of the assistant, before it becomes an activity. Pure data: dialogs and the bot make
 * these, `cards/reply.ts` alone turns them into activities.
 */
export interface Reply {
  /**
   * Who may read it where others read along; absent means nobody but the person it is for. A deal's card that its
   * owner inserts and a question that its asker released are the only personal things with an opening.
   */
  readonly openTo?: 'everybody' | 'inserted-deal' | 'released-question';
  /** The news in plain text, one or two sentences: what a phone's notification shows, and the fallback. */
  readonly summary: string;
  /** The message line by line, above a card's body; absent means that the summary is the text. */
  readonly text?: readonly Line[];
  /** The body of a card, where it needs more than text. */
  readonly body?: readonly CardElement[];
  /** The same where the channel shows sources beside the words. */
  readonly cited?: Cited;
  /** At most six. */
  readonly buttons?: readonly Button[];
  /** What a "sì" to its question begins, where a question is asked outside a form. */
  readonly offer?: Action;
  /** The deals it shows or names, in their order, and the one it is about: what "it" and "the second one" mean then. */
  readonly shows?: {
    readonly deals: readonly string[];
    readonly current: string | null;
    /** The people it names in their order: "the second one", "Dario". */
    readonly people?: readonly string[];
    /** Whether they are what an open form is about, which comes again below what was looked at meanwhile. */
    readonly isOfForm?: boolean;
  };
  /** Where this is a part of a list: what shows the next part, null where there is none. */
  readonly list?: { readonly next: Action | null };
  /**
   * Where it can be rated: what the question that it answers is called by, and whether the channel has thumbs of its
   * own (Teams' feedback loop) or buttons of ours are shown.
   */
  readonly rates?: { readonly question: string; readonly by: 'thumbs' | 'button' };
  /** What is kept of it on disk until the channel has it, where the reply itself holds a link for this moment alone. */
  readonly keptAs?: Reply;
  /** Why what was tapped is not done, for the card itself to say; what else the reply has is for where it can't. */
  readonly refuses?: { readonly text: string; readonly buttons?: readonly Button[] };
  /** What its card shows anew when the person looks at it again. */
  readonly refresh?: Refresh;
  /** True where it takes the place of the card that was tapped, instead of being said; a channel that can't do that says it. */
  readonly takesPlace?: true;
  /** True where it is news to nobody but who asked, though others may read it. */
  readonly isForSender?: true;
  /** The channel's own sign-in card under the text; it then has no other buttons. */
  readonly signIn?: SignInPrompt;
}

/** A sign-in card: Teams tries without asking first, and shows its button where that fails. */
export interface SignInPrompt {
  readonly title: string;
  readonly connectionName: string;
  readonly url: string;
  /** Null where the person must see the sign-in page. */
  readonly exchange: { readonly id: string; readonly uri: string; readonly providerId: string | null } | null;
}

/** A reply that refuses a tap, with all that it says. */
export function refusing(reply: Reply): Reply {
  const { summary: text, buttons } = reply;
  return { ...reply, refuses: { text, ...(buttons === undefined ? {} : { buttons }) } };
}

/** The same for all who ask, with nothing of anybody's own: fit to be read by everybody. */
export function forEverybody(reply: Reply): Reply {
  return { ...reply, openTo: 'everybody' };
}

/** A sentence or two with buttons: the commonest reply. */
export function sayWith(text: string, ...buttons: Button[]): Reply {
  return buttons.length === 0 ? { summary: text } : { summary: text, buttons };
}

/** A message of several lines with buttons. */
export function sayLines(lines: readonly Line[], ...buttons: Button[]): Reply {
  return { ...sayWith(lines.map(lineText).join(' '), ...buttons), text: lines };
}
