import type { SignIn, SignInOutcome } from '../../auth/sign-in.ts';
import { AppError } from '../../errors.ts';
import type { InvokeAnswer } from '../invoke-answer.ts';
import { reasonOf } from '../sign-in/ask.ts';
import { accountOf } from '../sign-in/done.ts';
import { signInTexts } from '../sign-in/texts.ts';
import type { BotServices, Turn } from '../turn.ts';

/** Does what needs the person's deals; where a sign-in is missing, the answer is the way to it. */
export async function orSignIn(
  turn: Turn,
  { signIn }: BotServices,
  work: () => Promise<InvokeAnswer>,
): Promise<InvokeAnswer> {
  try {
    return await work();
  } catch (error) {
    if (signIn === null || !(error instanceof AppError) || error.code !== 'unauthorized') throw error;
    const { reason, audience } = reasonOf(error);
    const link = await signIn.begin(turn.actor, audience, turn.context.activity, reason === 'claims');
    const action = { type: 'openUrl', value: link.url, title: signInTexts[turn.locale].button };
    const composeExtension = { type: 'auth', suggestedActions: { actions: [action] } };
    return { status: 200, body: { composeExtension } };
  }
}

/** Takes the digits of a sign-in page that no chat keeps. */
export async function redeem(code: string, turn: Turn, signIn: SignIn): Promise<SignInOutcome> {
  const { connectionName } = await signIn.begin(turn.actor, 'referrals', turn.context.activity, false);
  return signIn.redeem(turn.actor, accountOf(turn), connectionName, code);
}
