import { StatusCodes } from 'botbuilder';
import { AppError } from '../../errors.ts';
import type { InvokeAnswer } from '../invoke-answer.ts';
import { reasonOf } from '../sign-in/ask.ts';
import { MAGIC_CODE } from '../sign-in/events.ts';
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
    return { status: StatusCodes.OK, body: { composeExtension } };
  }
}

/** Takes the digits that the sign-in window gave back; whether they did shows in what is asked next. */
export async function redeem(state: string, turn: Turn, { signIn }: BotServices): Promise<void> {
  if (signIn === null || !MAGIC_CODE.test(state)) return;
  const { activity } = turn.context;
  const { connectionName } = await signIn.begin(turn.actor, 'referrals', activity, false);
  const account = { channelId: activity.channelId, userId: activity.from.id };
  await signIn.redeem(turn.actor, account, connectionName, state);
}
