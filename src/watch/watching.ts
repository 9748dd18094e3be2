import type { Locale } from '../language/locale.ts';
import type { Consent } from './watched.ts';
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
  /** Remembers where the person can be told something. */
  meet(actor: Actor, meeting: Meeting): Promise<void>;
  /** Null when the person was never asked. */
  consentOf(actor: Actor): Promise<Consent | null>;
  /** The person was asked whether they want to be worked for. */
  noteAsked(actor: Actor): Promise<void>;
  /** The person agrees, for the first time or anew. Null when we never met them in a personal chat. */
  grant(actor: Actor): Promise<{ readonly until: Date } | null>;
  /** The person doesn't want it any more; false when it wasn't on. Holds from the next call to the service on. */
  withdraw(actor: Actor): Promise<boolean>;
  /** The person has signed in again; true when that sets going what their sign-in's end had stopped. */
  resume(actor: Actor): Promise<boolean>;
  /** What the person's own turns have read of deals since the last call. */
  readonly takeSeen: (actor: Actor) => { readonly hasRead: boolean; readonly hasWaiting: boolean };
}
