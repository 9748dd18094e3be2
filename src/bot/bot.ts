import type { TurnContext } from 'botbuilder';
import type { Reply } from '../cards/reply-data.ts';
import type { Locale } from '../language/locale.ts';
import { createAdmission } from './admission.ts';
import { busyReply, errorReply } from './error-reply.ts';
import { exitFrom } from './exit.ts';
import { actorOf } from './identity.ts';
import { readIncoming } from './incoming.ts';
import { acknowledge } from './invoke-answer.ts';
import { letterOf, sendLetter } from './letters.ts';
import { type BotServices, localeOf } from './turn.ts';
import { createTurns } from './turns.ts';

/** How a turn ended: `undelivered` where the channel has to bring the activity again, so that its replies are sent. */
export type TurnEnd = 'done' | 'undelivered';

/** Handles one incoming activity. */
export type Bot = (context: TurnContext) => Promise<TurnEnd>;

/**
 * The bot's door. What needs no answer ends here, and so does the message of somebody whose earlier ones are still
 * waiting. What fails before there is a turn is told here too.
 */
export function createBot(services: BotServices): Bot {
  const turns = createTurns(services);
  const admission = createAdmission(services.limits, services.onRefused);
  return async (context) => {
    const incoming = readIncoming(context.activity);
    if (incoming.kind === 'silence') return answered(context, 'done');
    const leave = admission.enter(actorOf(context.activity, services.trustedChannels));
    if (leave === null) return answered(context, await sayLoose(context, busyReply, services));
    try {
      // The place is for the turn, not for sending: a channel that takes nothing must not use up a person's places.
      const { end } = await turns.run(context, incoming).finally(leave);
      return await answered(context, await end);
    } catch (error) {
      const reference = services.onError(error);
      const say = (locale: Locale): Reply => errorReply(error, reference, locale);
      return answered(context, await sayLoose(context, say, services));
    }
  };
}

/** An invoke has its answer in the response, which would be lost if the channel were told to come back. */
async function answered(context: TurnContext, end: TurnEnd): Promise<TurnEnd> {
  await acknowledge(context);
  const type: string = context.activity.type;
  return type === 'invoke' ? 'done' : end;
}

/** Says something that no session keeps. */
async function sayLoose(
  context: TurnContext,
  reply: (locale: Locale) => Reply,
  { delivery }: BotServices,
): Promise<TurnEnd> {
  const locale = localeOf(context.activity);
  const letter = letterOf([reply(locale)], context.activity, exitFrom(context.activity, locale));
  return (await sendLetter(letter, context, delivery)) === 'failed' ? 'undelivered' : 'done';
}
