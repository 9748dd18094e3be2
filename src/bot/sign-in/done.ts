import type { Account, SignIn, SignInOutcome } from '../../auth/sign-in.ts';
import { sayWith } from '../../cards/reply-data.ts';
import { answerInvoke } from '../invoke-answer.ts';
import type { Session } from '../session.ts';
import { askToSignIn } from './ask.ts';
import type { SignInEvent } from './events.ts';
import { type SignInReason, signInTexts } from './texts.ts';
import type { Turn } from '../turn.ts';

type Resume = NonNullable<Session['signIn']>['resume'];

/** What became of a sign-in: `done` with what goes on, or nothing that the turn must do. */
export type Signed = { readonly isDone: true; readonly resume: Resume } | { readonly isDone: false };

const NOT_DONE: Signed = { isDone: false };

/** How long a request waits for its sign-in, in milliseconds. */
const WAITING_MS = 3_600_000;

/** How many exchanges are remembered to recognise another window's. */
const EXCHANGES_LIMIT = 20;

/** Whether a sign-in that was asked for still waits. */
export function isWaiting({ session, now }: Pick<Turn, 'session' | 'now'>): boolean {
  const { signIn } = session;
  return signIn !== null && now.getTime() - Date.parse(signIn.askedAt) < WAITING_MS;
}

/** Takes what a channel tells of a sign-in. */
export async function takeSignInEvent(
  event: SignInEvent,
  hasDraft: boolean,
  turn: Turn,
  signIn: SignIn,
): Promise<Signed> {
  switch (event.kind) {
    case 'exchange':
      return takeExchange(event, hasDraft, turn, signIn);
    case 'code':
      return takeCode(event.code, hasDraft, turn, signIn);
    case 'on-card':
      return finish(turn);
    case 'cancelled':
      answerInvoke(turn.context, { status: 200 });
      sayCancelled(hasDraft, turn);
      return NOT_DONE;
    case 'failure':
      answerInvoke(turn.context, { status: 200 });
      await askOnce('failed', hasDraft, turn, signIn);
      return NOT_DONE;
  }
}

/** Every open Teams window brings the token: one counts, and each gets an answer. */
async function takeExchange(
  { id, connectionName, token }: Extract<SignInEvent, { kind: 'exchange' }>,
  hasDraft: boolean,
  turn: Turn,
  signIn: SignIn,
): Promise<Signed> {
  const done = { status: 200, body: { id, connectionName } };
  if (turn.session.exchanges.includes(id)) {
    answerInvoke(turn.context, done);
    return NOT_DONE;
  }
  const outcome = await signIn.exchange(turn.actor, accountOf(turn), connectionName, token);
  if (outcome === 'signed-in') {
    remember(id, turn);
    answerInvoke(turn.context, done);
    return finish(turn);
  }
  // Teams then shows the button of its card, and asks for consent by itself.
  const failureDetail = `sign-in without a page: ${outcome}`;
  answerInvoke(turn.context, {
    status: 412,
    body: { id, connectionName, failureDetail },
  });
  const isTold = turn.session.exchanges.includes(`told ${id}`);
  remember(`told ${id}`, turn);
  if (!isTold) await askOnce(toReason(outcome, 'failed'), hasDraft, turn, signIn);
  return NOT_DONE;
}

function remember(exchange: string, { session }: Turn): void {
  session.exchanges = [...session.exchanges, exchange].slice(-EXCHANGES_LIMIT);
}

/** Takes the digits of the sign-in page, typed or brought by the channel; null where it brings none. */
export async function takeCode(
  code: string | null,
  hasDraft: boolean,
  turn: Turn,
  signIn: SignIn,
): Promise<Signed> {
  const waiting = turn.session.signIn;
  if (waiting === null) {
    answerInvoke(turn.context, { status: 404 });
    return NOT_DONE;
  }
  const outcome = await signIn.redeem(turn.actor, accountOf(turn), waiting.connectionName, code);
  if (outcome === 'signed-in') {
    answerInvoke(turn.context, { status: 200 });
    turn.say(sayWith(signInTexts[turn.locale].done));
    return finish(turn);
  }
  answerInvoke(turn.context, { status: 404 });
  await askOnce(toReason(outcome, 'wrong-code'), hasDraft, turn, signIn);
  return NOT_DONE;
}

function toReason(outcome: Exclude<SignInOutcome, 'signed-in'>, refused: SignInReason): SignInReason {
  return outcome === 'refused' ? refused : outcome;
}

/** Asks again, for what was wanted before. */
async function askOnce(reason: SignInReason, hasDraft: boolean, turn: Turn, signIn: SignIn): Promise<void> {
  const resume = turn.session.signIn?.resume ?? null;
  await askToSignIn({ reason, audience: 'referrals', resume, hasDraft }, turn, signIn);
}

function finish(turn: Turn): Signed {
  const resume = isWaiting(turn) ? (turn.session.signIn?.resume ?? null) : null;
  turn.session.signIn = null;
  turn.hasSignedIn = true;
  return { isDone: true, resume };
}

/** The person wants to sign in before anything needs it, or to take up what waits. */
export async function signInNow(hasDraft: boolean, turn: Turn, signIn: SignIn): Promise<void> {
  await askOnce('asked', hasDraft, turn, signIn);
}

/** The person doesn't want to sign in now. What they had asked for is dropped, a draft stays. */
export function dropSignIn(hasDraft: boolean, turn: Turn): void {
  turn.session.signIn = null;
  sayCancelled(hasDraft, turn);
}

/** Ends the person's sign-in everywhere, and says what else ended with it. */
export async function signOut(turn: Turn, signIn: SignIn, hasStoppedWatching: boolean): Promise<void> {
  const texts = signInTexts[turn.locale];
  turn.session.signIn = null;
  const wasSignedIn = await signIn.signOut(turn.actor);
  if (hasStoppedWatching) return turn.say(sayWith(texts.signedOutAndStopped));
  turn.say(sayWith(wasSignedIn ? texts.signedOut : texts.wasNotSignedIn));
}

function sayCancelled(hasDraft: boolean, turn: Turn): void {
  const { cancelled, draftKept, button } = signInTexts[turn.locale];
  const text = hasDraft ? `${cancelled} ${draftKept}` : cancelled;
  turn.say(sayWith(text, { title: button, action: { action: 'sign-in' } }));
}

/** The person as their channel names them. */
export function accountOf({ context }: Turn): Account {
  const { channelId, from } = context.activity;
  return { channelId, userId: from.id };
}
