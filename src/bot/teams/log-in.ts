import * as z from 'zod';
import type { SignInOutcome } from '../../auth/sign-in.ts';
import type { Reply } from '../../cards/reply-data.ts';
import { AppError } from '../../errors.ts';
import { exitFrom } from '../exit.ts';
import { type Exit, releaseReplies } from '../gate.ts';
import { executedBy, type InConversation } from '../incoming.ts';
import { answerInvoke, cardAction, type InvokeAnswer } from '../invoke-answer.ts';
import { TEAMS } from '../readership.ts';
import { reasonOf, signInPrompt } from '../sign-in/ask.ts';
import { accountOf, isWaiting } from '../sign-in/done.ts';
import { MAGIC_CODE } from '../sign-in/events.ts';
import type { BotServices, Turn } from '../turn.ts';
import { redeem } from './sign-in-answer.ts';

/**
 * What a client sends along with a tap, or with a card that asks to be made anew, once it was answered by
 * `loginRequest`: the person's token for the bot, or the digits that the sign-in page showed (Adaptive Cards
 * documentation, "Universal Action Model").
 */
const proofSchema = z.object({
  authentication: z
    .object({ connectionName: z.string().min(1).max(200), token: z.string().min(1).max(20_000) })
    .nullish()
    .catch(null),
  state: z.union([z.string(), z.number()]).nullish().catch(null),
});

/** Does what needs the person's deals; where a sign-in is missing, the card itself shows the way to it. */
export async function orLogIn(
  turn: Turn,
  services: BotServices,
  work: () => Promise<InvokeAnswer>,
): Promise<InvokeAnswer> {
  const refused = await takeProof(turn, services);
  if (refused !== null) return refused;
  try {
    return await work();
  } catch (error) {
    const { signIn } = services;
    const { activity } = turn.context;
    // Of other channels it isn't known which card they would show.
    if (signIn === null || activity.channelId !== TEAMS || !isUnauthorized(error)) throw error;
    const asked = await signInPrompt(reasonOf(error), turn, signIn);
    return logInAnswer(asked.reply, { ...exitFrom(activity, turn.locale), readership: 'sender' });
  }
}

function isUnauthorized(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'unauthorized';
}

/** Answers by the sign-in card of a reply, which the client shows in place of the card that was tapped or looked at. */
export function logInAnswer(reply: Reply, exit: Exit): InvokeAnswer {
  const [activity] = releaseReplies([reply], exit);
  const content: unknown = activity?.attachments?.[0]?.content;
  return cardAction(401, 'application/vnd.microsoft.activity.loginRequest', content ?? {});
}

/**
 * What a tap comes to that signs the person in along with it: what had waited for that goes on. Any other tap is itself;
 * null where the sign-in is refused, which is the tap's answer.
 */
export async function signedTap(
  incoming: InConversation,
  turn: Turn,
  services: BotServices,
): Promise<InConversation | null> {
  const { context, readership, session } = turn;
  if (incoming.kind !== 'submit' || readership === 'public' || executedBy(context.activity) === null)
    return incoming;
  const refused = await takeProof(turn, services);
  if (refused !== null) {
    answerInvoke(context, refused);
    return null;
  }
  if (!turn.hasSignedIn) return incoming;
  const waits = isWaiting(turn) && session.signIn?.resume != null;
  return waits || incoming.action.action === 'sign-in'
    ? { kind: 'sign-in', event: { kind: 'on-card' } }
    : incoming;
}

/** Takes in what signs the person in on a card, if anything; returns why it doesn't, in the client's own words. */
async function takeProof(turn: Turn, { signIn }: BotServices): Promise<InvokeAnswer | null> {
  const { data: proof } = proofSchema.safeParse(turn.context.activity.value);
  if (signIn === null || proof === undefined) return null;
  const { authentication, state } = proof;
  const code = String(state ?? '').trim();
  if (authentication) {
    const { connectionName, token } = authentication;
    const outcome = await signIn.exchange(turn.actor, accountOf(turn), connectionName, token);
    return isIn(outcome, turn) ? null : notIn(outcome);
  }
  if (code === '') return null;
  const outcome = MAGIC_CODE.test(code) ? await redeem(code, turn, signIn) : 'refused';
  if (isIn(outcome, turn)) return null;
  return cardAction(401, 'application/vnd.microsoft.error.incorrectAuthCode', null);
}

function isIn(outcome: SignInOutcome, turn: Turn): boolean {
  if (outcome === 'signed-in') turn.hasSignedIn = true;
  return outcome === 'signed-in';
}

/** The client then shows the button of the sign-in card. */
function notIn(outcome: SignInOutcome): InvokeAnswer {
  const type = 'application/vnd.microsoft.error.preconditionFailed';
  const value = { code: 'PreconditionFailed', message: `sign-in without a page: ${outcome}` };
  return cardAction(412, type, value);
}
