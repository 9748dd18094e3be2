import type { TurnContext } from 'botbuilder';
import type { Reply } from '../cards/reply-data.ts';
import type { Locale } from '../language/locale.ts';
import { createAdmission } from './admission.ts';
import { busyReply, errorReply } from './error-reply.ts';
import { exitFrom } from './exit.ts';
import { actorOf, identify } from './identity.ts';
import { type Incoming, leavesNoTrace, readIncoming } from './incoming.ts';
import { acknowledge, answerInvoke, invokeFault, isInvoke, refuseInvoke } from './invoke-answer.ts';
import { releaseReplies } from './gate.ts';
import { letterTo, newLetterId, sendLetter } from './letters.ts';
import { admitTenant, replyToStranger } from './tenants.ts';
import { localeOf, type StandingServices } from './turn.ts';
import { createTurns } from './turns.ts';

/** How a turn ended: `undelivered` where the channel has to bring the activity again, so that its replies are sent. */
export type TurnEnd = 'done' | 'undelivered';

/** Handles one incoming activity. */
export type Bot = (context: TurnContext) => Promise<TurnEnd>;

/**
 * The bot's door. What needs no answer ends here, and so does the message of somebody whose earlier ones are still
 * waiting. What fails before there is a turn is told here too.
 */
export function createBot(services: StandingServices): Bot {
  const turns = createTurns(services);
  const admission = createAdmission(services.limits, services.onRefused);
  const looks = createAdmission(services.limits, services.onRefused);
  return async (context) => {
    const arrivedAt = performance.now();
    const incoming = readIncoming(context.activity);
    if (incoming.kind === 'silence') return answered(context, 'done');
    const { allowedTenants: allowed, trustedChannels } = services;
    const verdict = admitTenant(context.activity, { allowed, trustedChannels });
    const isLeft = incoming.kind !== 'removed' || (await leave(context, services)) === 'done';
    if (!isLeft) return answered(context, 'undelivered');
    if (verdict === 'stranger') return answered(context, await turnAway(context, incoming, services));
    const trusted = verdict === 'faq-only' ? [] : trustedChannels;
    // One that is brought again takes no further place: it is under way, or only waits to be told.
    const isAgain = turns.isKnown(context.activity);
    // Cards that are looked at again must not use up the places of what people say.
    const places = leavesNoTrace(incoming) ? looks : admission;
    const goOut = isAgain ? NOTHING : places.enter(actorOf(context.activity, trusted));
    if (goOut === null) return answered(context, await tell(context, incoming, busyReply, services));
    try {
      // The place is for the turn, not for sending: a channel that takes nothing must not use up a person's places.
      const { end } = await turns.run(context, incoming, trusted).finally(goOut);
      return await answered(context, await end);
    } catch (error) {
      const reference = services.onError(error);
      if (mayHaveGoneOn(arrivedAt, services)) return await answered(context, 'undelivered');
      const say = (locale: Locale): Reply => errorReply(error, reference, locale);
      return answered(context, await tell(context, incoming, say, services));
    }
  };
}

const NOTHING = (): void => undefined;

/** In milliseconds: after so long a channel has given a turn up, and brought its activity again. */
const GIVEN_UP_AFTER_MS = 15_000;

/**
 * Whether another process may have answered the activity by now, and what the person said after it: that this one failed
 * would be told in the midst of that. A channel that still waits hears that it must come again.
 */
function mayHaveGoneOn(arrivedAt: number, { leases }: StandingServices): boolean {
  return leases.isShared && performance.now() - arrivedAt > GIVEN_UP_AFTER_MS;
}

/** What was to be told to somebody who removed the assistant ends there; the channel brings it again where that fails. */
async function leave({ activity }: TurnContext, services: StandingServices): Promise<TurnEnd> {
  try {
    const { directory, demoActor, trustedChannels } = services;
    const { actor } = await identify(activity, directory, demoActor, trustedChannels);
    await services.watch?.leave(actor);
    return 'done';
  } catch (error) {
    services.onError(error);
    return 'undelivered';
  }
}

/** Before anything is looked up or kept: of a stranger nothing stays. */
async function turnAway(
  context: TurnContext,
  incoming: Incoming,
  services: StandingServices,
): Promise<TurnEnd> {
  const startedAt = performance.now();
  const { activity } = context;
  const answer = replyToStranger(incoming, activity, services.support);
  let end: TurnEnd = 'done';
  if (answer !== null && isInvoke(activity)) {
    answerInvoke(context, refuseInvoke(activity, 'Forbidden', answer.reply.summary));
  } else if (answer !== null) {
    end = await sayLoose(context, () => answer.reply, services, answer.locale);
  }
  const durationMs = performance.now() - startedAt;
  services.onTurn({ outcome: 'stranger', durationMs, channelId: activity.channelId });
  return end;
}

/** An invoke has its answer in the response, which would be lost if the channel were told to come back. */
async function answered(context: TurnContext, end: TurnEnd): Promise<TurnEnd> {
  await acknowledge(context);
  return isInvoke(context.activity) ? 'done' : end;
}

/** Says why nothing was done: in the response to what asks for nothing else, else as a message. */
async function tell(
  context: TurnContext,
  incoming: Incoming,
  reply: (locale: Locale) => Reply,
  services: StandingServices,
): Promise<TurnEnd> {
  if (incoming.kind !== 'invoke') return sayLoose(context, reply, services);
  const { summary } = reply(localeOf(context.activity));
  answerInvoke(context, invokeFault(reply === busyReply ? 'TooManyRequests' : 'InternalError', summary));
  return 'done';
}

/** Says something that no session keeps. */
async function sayLoose(
  context: TurnContext,
  reply: (locale: Locale) => Reply,
  { delivery }: StandingServices,
  locale = localeOf(context.activity),
): Promise<TurnEnd> {
  // Of its own id: the activity itself is not answered by it, and may be brought again.
  const exit = exitFrom(context.activity, locale);
  const letter = letterTo(context.activity, newLetterId(), releaseReplies([reply(locale)], exit));
  return (await sendLetter(letter, context, delivery)) === 'failed' ? 'undelivered' : 'done';
}
