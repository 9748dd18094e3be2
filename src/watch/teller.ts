import type { Referral } from '../referrals/referral.ts';
import type { ConsentNotice, NewsKind, WatchPerson } from './watched.ts';

/** What a person is told without having asked. */
export type WatchMessage =
  | { readonly kind: 'news'; readonly news: NewsKind; readonly deal: Referral; readonly readAt: Date }
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

/** `told`: it is kept, and will be sent. `unwanted`: there is no chat with the person alone. `failed`: worth trying again. */
export type Told = 'told' | 'unwanted' | 'failed';

/** Port to telling people something in their personal chat. Never throws. */
export type Teller = (person: WatchPerson, message: WatchMessage) => Promise<Told>;
