import type { DealInCare } from '../referrals/care.ts';
import type { Referral } from '../referrals/referral.ts';
import { noticesOf } from './notices.ts';
import { isQuiet } from './slots.ts';
import type { ConsentNotice, NewsKind, WatchPerson } from './watched.ts';

/** What a person is told without having asked just then. */
export type WatchMessage =
  /** What they wanted to be told, all that is due at one time. */
  | {
      readonly kind: 'notices';
      readonly news: readonly DealNews[];
      readonly digest: Digest | null;
      readonly readAt: Date;
    }
  /** Answers that they got say something else now. */
  | { readonly kind: 'recall'; readonly answers: readonly ChangedAnswer[] }
  /** A deal that was confirmed while the service was away is made now. */
  | { readonly kind: 'sent'; readonly dealId: string; readonly customer: string }
  /** … or made, but Microsoft's invitation was refused; the draft is kept. */
  | { readonly kind: 'not-invited'; readonly draftId: string; readonly customer: string }
  /** … or waits on, since the person's sign-in has ended. */
  | { readonly kind: 'kept-signed-out'; readonly customer: string }
  /** … or refused; the draft is kept. */
  | { readonly kind: 'not-sent'; readonly draftId: string }
  | {
      readonly kind: 'consent';
      readonly notice: ConsentNotice;
      readonly until: Date;
      /** When deals were last read for the person; null where they never were. */
      readonly lastReadAt: Date | null;
    };

/** An answer that says something else than when the person got it. */
export interface ChangedAnswer {
  readonly answerId: string;
  readonly title: string;
  /** Its first sentence; null where that depends on who reads it. */
  readonly lead: string | null;
  /** ISO UTC: when the person got it. */
  readonly gotAt: string;
}

export interface DealNews {
  readonly news: NewsKind;
  readonly deal: Referral;
}

/** The weekly list. */
export interface Digest {
  readonly inCare: readonly DealInCare[];
  /** Deals of the person's that have no final state, those in care among them. */
  readonly open: number;
}

/** A message as it goes over the wire, opaque here. */
export type WatchLetter = NonNullable<WatchPerson['letter']>;

/** `told`: it is kept, and will be sent. `unwanted`: there is no chat with the person alone. `failed`: worth trying again. */
export type Told = 'told' | 'unwanted' | 'failed';

/** Port to telling people something in their personal chat. Never throws. */
export interface Teller {
  /** Null where there is no chat with the person alone. */
  write(person: WatchPerson, message: WatchMessage): WatchLetter | null;
  /** Hands it to the outbound queue, which takes one of the same id once. */
  post(person: WatchPerson, letter: WatchLetter): Promise<'told' | 'failed'>;
}

/** Tells something that needs no note of its own; where it is quiet for the person, that is to be tried again. */
export async function tell(
  teller: Teller,
  person: WatchPerson,
  message: WatchMessage,
  now: Date,
): Promise<Told> {
  if (isQuiet(noticesOf(person)?.quiet ?? null, person.timeZone, now)) return 'failed';
  const letter = teller.write(person, message);
  return letter === null ? 'unwanted' : teller.post(person, letter);
}
