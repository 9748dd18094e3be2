import type { SignIn } from '../../auth/sign-in.ts';
import { AppError } from '../../errors.ts';
import type { InConversation } from '../incoming.ts';
import { handleIncoming } from '../handle.ts';
import { askToSignIn, reasonOf } from './ask.ts';
import type { Session } from '../session.ts';
import type { BotServices, Turn } from '../turn.ts';

/**
 * Handles what came in; where that needs a sign-in it is asked for, and what was wanted goes on after it.
 * Returns the outcome's name, for logs and metrics.
 */
export async function handleSigningIn(
  incoming: InConversation,
  turn: Turn,
  services: BotServices,
): Promise<string> {
  const { signIn } = services;
  if (signIn === null) return handleIncoming(incoming, turn, services);
  const before = { retry: turn.session.retry, waiting: turn.session.signIn };
  try {
    return await handleIncoming(incoming, turn, services);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unauthorized') throw error;
    await askAfter(error, resumeOf(incoming, before, turn), turn, services, signIn);
    return 'sign-in-asked';
  }
}

type Waiting = Session['signIn'];

/** A dialog that could not begin is begun again; anything else is handled again as it came in. */
function resumeOf(
  incoming: InConversation,
  before: { readonly retry: Session['retry']; readonly waiting: Waiting },
  { session, hasSignedIn }: Turn,
): NonNullable<Waiting>['resume'] {
  const { retry } = session;
  if (retry !== null && retry !== before.retry) return { kind: 'submit', action: retry };
  if (!hasSignedIn && incoming.kind === 'submit') return incoming;
  if (!hasSignedIn && incoming.kind === 'utterance') return { kind: 'utterance', text: incoming.text };
  return before.waiting?.resume ?? null;
}

async function askAfter(
  error: AppError,
  resume: NonNullable<Waiting>['resume'],
  turn: Turn,
  { dialogs }: BotServices,
  signIn: SignIn,
): Promise<void> {
  const hasDraft = dialogs.active(turn.host) !== null;
  await askToSignIn({ ...reasonOf(error), resume, hasDraft }, turn, signIn);
}
