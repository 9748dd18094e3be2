import type { SignIn } from '../../auth/sign-in.ts';
import type { Audience } from '../../auth/token-source.ts';
import { type Reply, sayWith } from '../../cards/reply-data.ts';
import type { AppError } from '../../errors.ts';
import type { Session } from '../session.ts';
import { type SignInReason, signInTexts } from './texts.ts';
import { TEAMS } from '../readership.ts';
import type { Turn } from '../turn.ts';

export interface SignInRequest {
  readonly reason: SignInReason;
  readonly audience: Audience;
  /** What goes on afterwards. */
  readonly resume: NonNullable<Session['signIn']>['resume'];
  /** True where a form is open, whose draft stays. */
  readonly hasDraft: boolean;
}

/** With these the person has something to do on the page, so that Teams must not try by itself. */
const NEEDS_PAGE: readonly SignInReason[] = ['consent', 'claims', 'other-account', 'failed', 'wrong-code'];

/** Says why a sign-in is needed, shows the card for it, and remembers what goes on afterwards. */
export async function askToSignIn(request: SignInRequest, turn: Turn, signIn: SignIn): Promise<void> {
  const { connectionName, reply } = await signInPrompt(request, turn, signIn);
  turn.session.signIn = { connectionName, askedAt: turn.now.toISOString(), resume: request.resume };
  turn.say(reply);
}

/** Begins a sign-in: under which connection, and what says why and shows the card for it. */
export async function signInPrompt(
  { reason, audience, hasDraft = false }: Pick<SignInRequest, 'reason' | 'audience'> & { hasDraft?: boolean },
  turn: Turn,
  signIn: SignIn,
): Promise<{ readonly connectionName: string; readonly reply: Reply }> {
  const texts = signInTexts[turn.locale];
  const { activity } = turn.context;
  const link = await signIn.begin(turn.actor, audience, activity, reason === 'claims');
  const isTeams = activity.channelId === TEAMS;
  const lines = [texts.why[reason], isTeams ? '' : texts.bringCode, hasDraft ? texts.draftKept : ''];
  const text = lines.filter((line) => line !== '').join(' ');
  // A sign-in that Teams does by itself, and that didn't do, would begin the same again for ever.
  const needsPage = turn.hasSignedIn || NEEDS_PAGE.includes(reason);
  const prompt = { ...link, title: texts.button, exchange: needsPage ? null : link.exchange };
  const reply = isTeams ? signInReply(text, prompt) : sayWith(text, { title: texts.button, url: link.url });
  const { connectionName } = link;
  return { connectionName, reply: { ...reply, keptAs: anewReply(texts.why[reason], texts.button) } };
}

function signInReply(summary: string, signIn: NonNullable<Reply['signIn']>): Reply {
  return { summary, signIn };
}

/** The link of a sign-in is never written down: who gets this reply late begins a new one by its button. */
function anewReply(text: string, title: string): Reply {
  return sayWith(text, { title, action: { action: 'sign-in' } });
}

/** What an `unauthorized` error asks of the person. */
export function reasonOf({ details }: AppError): Pick<SignInRequest, 'reason' | 'audience'> {
  const { reason, audience } = details;
  const isKnown = reason === 'expired' || reason === 'consent' || reason === 'claims';
  const isAudience = audience === 'graph' || audience === 'partner-center';
  return { reason: isKnown ? reason : 'not-signed-in', audience: isAudience ? audience : 'referrals' };
}
