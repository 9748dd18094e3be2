import type { Action } from './action.ts';

/** A button: a verb of one to four words, and what it sends back, or a link it opens. */
export type Button =
  | { readonly title: string; readonly action: Action; readonly style?: 'positive' | 'destructive' }
  | { readonly title: string; readonly url: string };

/** Plain JSON of Adaptive Card elements (schema 1.5). */
export type CardElement = { readonly type: string } & Readonly<Record<string, unknown>>;

/**
 * One message of the assistant, before it becomes an activity. Pure data: dialogs and the bot make
 * these, `cards/reply.ts` alone turns them into activities.
 */
export interface Reply {
  /** The news in plain text, one or two sentences: what a phone's notification shows, and the fallback. */
  readonly summary: string;
  /** The message as Markdown, where it has no card body; absent means the summary is the text. */
  readonly markdown?: string;
  /** The body of a card, where it needs more than text. */
  readonly body?: readonly CardElement[];
  /** At most six. */
  readonly buttons?: readonly Button[];
  /** True for user data shown as is (no Markdown). */
  readonly isPlain?: boolean;
}

/** Text with buttons: the commonest reply. */
export function sayWith(text: string, ...buttons: Button[]): Reply {
  return buttons.length === 0 ? { summary: text } : { summary: text, buttons };
}
