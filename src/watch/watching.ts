import type { Locale } from '../language/locale.ts';
import type { NoticeChange } from './notices.ts';
import type { Consent, GotAnswer, Notices } from './watched.ts';
import type { Actor } from '../identity/actor.ts';

/** A person as met in their personal chat. */
export interface Meeting {
  readonly email: string | null;
  readonly locale: Locale;
  /** IANA name. */
  readonly timeZone: string;
  /** Where the chat is, as the channel names it. */
  readonly reference: Readonly<Record<string, unknown>>;
}

/** Port of the bot to the work that goes on while nobody writes. */
export interface Watching {
  /** False where deals are kept here: nobody's sign-in is needed to read them, and nobody asked for it. */
  readonly needsConsent: boolean;
  /** Notes where the person can be told something. */
  meet(actor: Actor, meeting: Meeting): Promise<void>;
  /** Remembers an answer that the person got, if they want to hear when it changes. */
  noteAnswered(
    actor: Actor,
    got: Pick<GotAnswer, 'answerId' | 'locale'> & { readonly fact: string },
  ): Promise<void>;
  /** Null when the person was never asked. */
  consentOf(actor: Actor): Promise<Consent | null>;
  /** The person was asked whether they want to be worked for. */
  noteAsked(actor: Actor): Promise<void>;
  /** The person agrees, for the first time or anew. Null when we never met them in a personal chat. */
  grant(actor: Actor): Promise<{ readonly until: Date } | null>;
  /**
   * The person doesn't want it any more, nor to be told anything; false when it wasn't on. Holds from the next call to
   * the service on.
   */
  withdraw(actor: Actor): Promise<boolean>;
  /** The person has signed in again; true when that sets going what their sign-in's end had stopped. */
  resume(actor: Actor): Promise<boolean>;
  /** The person removed or blocked the assistant: where to write to them is forgotten, with all that was to be told. */
  leave(actor: Actor): Promise<void>;
  /** What the person's own turns have read of deals since the last call. */
  readonly takeSeen: (actor: Actor) => { readonly hasRead: boolean; readonly hasWaiting: boolean };
}

/** What holds for a person. */
export interface NoticesHeld {
  /** Null where nothing was ever said. */
  readonly notices: Notices | null;
  /** When the next weekly list comes; null where none does. */
  readonly nextList: Date | null;
  /** Until when their deals may be read while they are away; null where that needs no leave, or there is none. */
  readonly until: Date | null;
}

/** Port of the dialogs to what a person wants to be told. */
export interface NoticeBook {
  /** Whether deals are read with the person's sign-in, to which they have to agree. */
  readonly needsConsent: boolean;
  held(actor: Actor): Promise<NoticesHeld>;
  /** Null when we never met them in a personal chat, so that there is nowhere to tell them. */
  change(actor: Actor, change: NoticeChange): Promise<NoticesHeld | null>;
}
