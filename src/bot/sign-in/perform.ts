import { sayWith } from '../../cards/reply-data.ts';
import { repeatForm } from '../begin.ts';
import type { InConversation } from '../incoming.ts';
import type { Decision } from '../decision.ts';
import type { Session } from '../session.ts';
import { dropSignIn, type Signed, signInNow, signOut, takeCode, takeSignInEvent } from './done.ts';
import type { SignInEvent } from './events.ts';
import { signInTexts } from './texts.ts';
import type { BotServices, Turn } from '../turn.ts';

/** Handles what had been asked for before the sign-in; returns the outcome's name. */
export type GoOn = (
  resume: NonNullable<NonNullable<Session['signIn']>['resume']> & InConversation,
  turn: Turn,
  services: BotServices,
) => Promise<string>;

/** Does what a channel's word on a sign-in asks for. Returns the outcome's name. */
export async function performSignInEvent(
  event: SignInEvent,
  turn: Turn,
  services: BotServices,
  goOn: GoOn,
): Promise<string> {
  if (services.signIn === null) return 'silence';
  const hasDraft = services.dialogs.active(turn.host) !== null;
  return afterSignIn(await takeSignInEvent(event, hasDraft, turn, services.signIn), turn, services, goOn);
}

/** Does what the person said about signing in or out. */
export async function performSignInWords(
  decision: Extract<Decision, { kind: `sign-${string}` }>,
  turn: Turn,
  services: BotServices,
  goOn: GoOn,
): Promise<void> {
  const { signIn, dialogs } = services;
  if (signIn === null) return;
  const hasDraft = dialogs.active(turn.host) !== null;
  switch (decision.kind) {
    case 'sign-in':
      return signInNow(hasDraft, turn, signIn);
    case 'sign-out':
      // Who signs out wants nobody to go on under their name.
      return signOut(turn, signIn, (await services.watch?.withdraw(turn.actor)) ?? false);
    case 'sign-in-cancelled':
      dialogs.suspend(turn.host);
      return dropSignIn(hasDraft, turn);
    case 'sign-in-code':
      await afterSignIn(await takeCode(decision.code, hasDraft, turn, signIn), turn, services, goOn);
  }
}

/** Goes on with what was asked for before the sign-in, or with the open form. */
async function afterSignIn(signed: Signed, turn: Turn, services: BotServices, goOn: GoOn): Promise<string> {
  if (!signed.isDone) return 'sign-in';
  if (signed.resume !== null) return goOn(signed.resume, turn, services);
  if (turn.replies.length === 0) turn.say(sayWith(signInTexts[turn.locale].done));
  await repeatForm(turn, services);
  return 'signed-in';
}
