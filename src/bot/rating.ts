import type { Action } from '../cards/action.ts';
import { forEverybody, type Reply, sayWith } from '../cards/reply-data.ts';
import { complaintReply } from '../cards/none-card.ts';
import { lastAnswer, rate } from './asked.ts';
import type { Incoming } from './incoming.ts';
import type { SaidAnswer } from './session.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/** Takes the rating of a small button under an answer; one of an answer that is long gone says so. */
export async function rateByButton(
  { question, as }: Extract<Action, { action: 'rate' }>,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  const texts = botTexts[turn.locale];
  const said = turn.session.said.find(({ asked }) => asked.id === question);
  if (said === undefined) return turn.say(forEverybody(sayWith(texts.oldButton)));
  await rate(said, { as, by: 'button', comment: null }, turn, services);
  turn.say(as === 'like' ? forEverybody(sayWith(texts.ratedUseful)) : uselessReply(turn));
}

/** Notes that the answer shown last was wrong, as the person writes; the reply to it, or null where there is none. */
export async function rateInWords(turn: Turn, services: BotServices): Promise<Reply | null> {
  const said = lastAnswer(turn);
  if (said === null) return null;
  await rate(said, { as: 'dislike', by: 'words', comment: null }, turn, services);
  return uselessReply(turn);
}

/** "This answer is wrong": noted where there is one, else what is said to who isn't content. */
export async function takeWrongAnswer(turn: Turn, services: BotServices): Promise<void> {
  turn.say((await rateInWords(turn, services)) ?? complaintReply(services.support, turn.locale));
}

function uselessReply({ locale }: Turn): Reply {
  return forEverybody(sayWith(botTexts[locale].ratedUseless));
}

/** Takes a reaction to a message of ours, to which nothing is said. Returns the outcome's name. */
export async function rateByReaction(
  { of, added, removed }: Extract<Incoming, { kind: 'reaction' }>,
  turn: Turn,
  services: BotServices,
): Promise<string> {
  const said = saidAs(of, turn);
  if (said === null) return 'reaction-to-nothing';
  const as = added ?? (said.rating === removed ? null : said.rating);
  await rate(said, { as, by: 'reaction', comment: null }, turn, services);
  return 'reaction';
}

/** What was said in the message that the channel calls so; null where it is none of this person's, or long gone. */
export function saidAs(activityId: string, { session }: Turn): SaidAnswer | null {
  return session.said.find((each) => each.activityId === activityId) ?? null;
}
