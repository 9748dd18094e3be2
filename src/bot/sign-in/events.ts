import type { Activity } from 'botbuilder';
import * as z from 'zod';

/** What a channel tells of a sign-in. */
export type SignInEvent =
  /** Teams brings a token of the person for the bot; each open Teams window brings one, under one id. */
  | {
      readonly kind: 'exchange';
      readonly id: string;
      readonly connectionName: string;
      readonly token: string;
    }
  /** The sign-in page is done and gave digits, or none where the channel asks for none. */
  | { readonly kind: 'code'; readonly code: string | null }
  /** The person signed in on a card, along with a tap. */
  | { readonly kind: 'on-card' }
  /** The person closed the sign-in page. */
  | { readonly kind: 'cancelled' }
  /** Teams could not get a token by itself. */
  | { readonly kind: 'failure' };

const exchangeValue = z.object({
  id: z.string().min(1),
  connectionName: z.string().min(1),
  token: z.string().min(1),
});
const stateValue = z.object({ state: z.union([z.string(), z.number()]).nullish() });

/** Six digits, as the sign-in page shows them. */
export const MAGIC_CODE = /^\d{6}$/;

/** Reads what a channel sends by itself about a sign-in; null for any other activity. */
export function readSignInEvent(activity: Partial<Activity>): SignInEvent | null {
  // The event carries a token, which anybody could have put there: it only says that it is time to ask.
  const type: string | undefined = activity.type;
  if (type === 'event') {
    return activity.name === 'tokens/response' ? { kind: 'code', code: null } : null;
  }
  if (type !== 'invoke') return null;
  const name: unknown = activity.name;
  switch (name) {
    case 'signin/tokenExchange': {
      const value = exchangeValue.safeParse(activity.value);
      return value.success ? { kind: 'exchange', ...value.data } : { kind: 'failure' };
    }
    case 'signin/verifyState':
      return readState(activity.value);
    case 'signin/failure':
      return { kind: 'failure' };
    default:
      return null;
  }
}

/** Teams passes on what the page says: the digits, nothing, or that the person closed it ("CancelledByUser"). */
function readState(value: unknown): SignInEvent {
  const parsed = stateValue.safeParse(value);
  const state = parsed.success ? String(parsed.data.state ?? '').trim() : '';
  if (state === '') return { kind: 'code', code: null };
  return MAGIC_CODE.test(state) ? { kind: 'code', code: state } : { kind: 'cancelled' };
}
