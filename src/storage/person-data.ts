import type { Actor } from '../identity/actor.ts';

/** The stores that hold something of a person, by name; each has its sentence for who asks what is kept. */
export type PersonStore =
  | 'sessions'
  | 'people'
  | 'accounts'
  | 'intents'
  | 'open-intents'
  | 'watch-people'
  | 'outbound'
  | 'questions'
  | 'expert-questions';

/** What one store holds of a person. */
export interface Holding {
  readonly store: PersonStore;
  /** How many records there are. */
  readonly count: number;
  /** Days after which a record goes by itself, counted from the last time it was written. */
  readonly days: number;
}

/** Port to all that is kept of a person, wherever it is. Throws AppError `unreachable` as a store does. */
export interface PersonData {
  /** The stores that hold anything of the person now, in the register's order. */
  held(actor: Actor): Promise<readonly Holding[]>;
  /** Deletes it all, in every store but those named, and notes that no backup may bring it back. */
  forget(actor: Actor, except?: readonly PersonStore[]): Promise<void>;
  /** The same without a note, of who is nobody: the assistant's talks with itself. */
  erase(actor: Actor): Promise<void>;
}
