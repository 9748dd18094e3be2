import type { Action } from '../cards/action.ts';
import { forEverybody, type Reply, sayWith } from '../cards/reply-data.ts';
import { complaintReply } from '../cards/none-card.ts';
import { lastAnswer, rate } from './asked.ts';
import { withExperts } from './experts/asking.ts';
import type { Incoming } from './incoming.ts';
import { conversationOf } from './letters.ts';
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
  if (as === 'like') turn.say(forEverybody(sayWith(texts.ratedUseful)));
  else turn.say(await withExperts(uselessReply(turn), turn, services));
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
  const reply = (await rateInWords(turn, services)) ?? complaintReply(services.support, turn.locale);
  turn.say(await withExperts(reply, turn, services));
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
  const said = saidAs(of, turn, services);
  if (said === null) return 'reaction-to-nothing';
  const as = added ?? (said.rating === removed ? null : said.rating);
  await rate(said, { as, by: 'reaction', comment: null }, turn, services);
  return 'reaction';
}

/** What was said in the message that the channel calls so; null where it is none of this person's, or long gone. */
export function saidAs(
  activityId: string,
  { session, context }: Turn,
  { delivery }: BotServices,
): SaidAnswer | null {
  const conversation = conversationOf(context.activity);
  const ids = ({ letter: id, activityId: noted }: SaidAnswer): readonly string[] =>
    noted === null ? delivery.idsOf({ id, conversation }) : [noted];
  const known = session.said.find((each) => ids(each).includes(activityId));
  return (
    known ??
    saidAt(
      Number(activityId),
      session.said.filter((each) => ids(each).length === 0),
    )
  );
}

/**
 * Takes over what the channel calls the answers of earlier turns, to be saved with this turn: a write of its own would
 * cost each answer as much again. Until then this process knows it, and another tells the last answer by its time.
 */
export function noteIds(
  { session, context }: Pick<Turn, 'session' | 'context'>,
  delivery: BotServices['delivery'],
): void {
  const conversation = conversationOf(context.activity);
  session.said = session.said.map((each) => ({
    ...each,
    activityId: each.activityId ?? delivery.idsOf({ id: each.letter, conversation }).at(-1) ?? null,
  }));
}

/** How much earlier and later than its turn a message may be, by the channel's clock, in milliseconds. */
const EARLIEST_MS = -5_000;
const LATEST_MS = 60_000;

/**
 * The answer that was said then. Teams calls messages by the milliseconds since 1970 at which it took them: where
 * another process has sent one, its time tells which it was.
 *
 * @param takenAt NaN where the channel calls its messages otherwise
 */
function saidAt(takenAt: number, said: readonly SaidAnswer[]): SaidAnswer | null {
  const near = said
    .map((each) => ({ each, lateMs: takenAt - Date.parse(each.asked.at) }))
    .filter(({ lateMs }) => lateMs >= EARLIEST_MS && lateMs <= LATEST_MS)
    .sort((one, other) => Math.abs(one.lateMs) - Math.abs(other.lateMs));
  return near[0]?.each ?? null;
}
