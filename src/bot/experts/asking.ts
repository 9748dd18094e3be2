import { randomUUID } from 'node:crypto';
import { addressOf } from '../address.ts';
import type { Action } from '../../cards/action.ts';
import { titleOf } from '../../cards/answer-card.ts';
import type { Button, Reply } from '../../cards/reply-data.ts';
import { MOST_BUTTONS, sayLines, sayWith } from '../../cards/reply-data.ts';
import { lineBlock } from '../../cards/text-block.ts';
import { cardTexts } from '../../cards/texts.ts';
import { masked } from '../asked.ts';
import { isReachable } from '../watch/perform.ts';
import type { BotServices, Turn } from '../turn.ts';
import { actOnOwn, list, myQuestions } from './own-questions.ts';
import { readQuestionText } from './question-text.ts';
import { expertTexts } from './texts.ts';

type AskExpert = Extract<Action, { action: 'ask-expert' }>;

/** Does what somebody who asks the experts wants. */
export async function performAskExpert(action: AskExpert, turn: Turn, services: BotServices): Promise<void> {
  switch (action.do) {
    case 'draft':
      return draft(null, turn, services);
    case 'show':
      return showAgain(turn);
    case 'change':
      return write(turn);
    case 'send':
      return send(action.question ?? '', turn, services);
    case 'list':
      return list(turn, services);
    case 'close':
    case 'reopen':
      return actOnOwn(action.do, action.question ?? null, turn, services);
  }
}

/** "Se conviene" after "ask an expert" asks about what stands on the screen, which the experts don't see. */
const SHORTEST_QUESTION = 3;

/**
 * Shows what the experts would get, to be confirmed.
 *
 * @param question what was said after "ask an expert"; null or too short means the question asked last
 */
export async function draft(question: string | null, turn: Turn, services: BotServices): Promise<void> {
  const texts = expertTexts[turn.locale];
  const { experts: desk, support } = services;
  if (!isReachable(turn)) return turn.say(sayWith(texts.onlyPersonal));
  if (desk === null || !(await desk.isOpenFor(turn.actor)))
    return turn.say(
      sayWith(texts.noExperts(support.contact ?? cardTexts[turn.locale].partnerCenterSupport), {
        title: cardTexts[turn.locale].support,
        url: support.url,
      }),
    );
  const typed = question?.replace(/^[^\p{L}\p{N}«"“]+/u, '') ?? '';
  const said = typed === '' ? 'nothing' : readQuestionText(typed, turn, services);
  if (said === 'given-up') return giveUp(turn);
  if (said === 'other') {
    turn.session.expert = { id: randomUUID(), text: '', said: null, isWriting: true };
    return turn.say(sayWith(texts.questionFirst));
  }
  const isNew = said === 'question' && typed.split(/\s+/u).length >= SHORTEST_QUESTION;
  const last = isNew ? null : turn.session.said.findLast(({ asked }) => asked.words !== null);
  const text = isNew ? await masked(typed, turn, services) : last?.asked.words;
  if (text === undefined || text === null) {
    turn.session.expert = { id: randomUUID(), text: '', said: null, isWriting: false };
    return write(turn);
  }
  const answer = services.knowledge.answers.get(last?.asked.answerId ?? '');
  const answered = answer === undefined ? null : titleOf(answer, turn.locale);
  showDraft({ id: randomUUID(), text, said: answered, isWriting: false }, turn);
}

function showDraft(expert: NonNullable<Turn['session']['expert']>, turn: Turn): void {
  const texts = expertTexts[turn.locale];
  turn.session.expert = expert;
  const button = (title: string, what: AskExpert['do']): Button => ({
    title,
    action: { action: 'ask-expert', do: what, question: expert.id },
  });
  const said = expert.said === null ? [] : [texts.assistantSaid(expert.said)];
  turn.say(
    sayLines(
      [texts.draft, { verbatim: expert.text }, ...said, [{ text: texts.sendIt, isBold: true }]],
      { ...button(texts.send, 'send'), style: 'positive' },
      button(texts.change, 'change'),
      { title: texts.leave, action: { action: 'dismiss' } },
    ),
  );
  turn.session.offer = { action: 'ask-expert', do: 'send', question: expert.id };
}

/** What stood beside the yes may have changed it, so the text is asked about again. */
function showAgain(turn: Turn): void {
  const { expert } = turn.session;
  const texts = expertTexts[turn.locale];
  if (expert === null) return turn.say(sayWith(texts.draftGone));
  turn.say(sayWith(texts.notSent));
  showDraft(expert, turn);
}

function write(turn: Turn): void {
  const texts = expertTexts[turn.locale];
  const { expert } = turn.session;
  if (expert === null) return turn.say(sayWith(texts.draftGone));
  turn.session.expert = { ...expert, isWriting: true };
  turn.say(sayWith(texts.write));
}

/**
 * Takes the message that was asked for as the question, or for giving it up; false where it asks for something else,
 * which is no text for anybody then.
 */
export async function takeExpertText(text: string, turn: Turn, services: BotServices): Promise<boolean> {
  const { expert } = turn.session;
  if (expert === null) return false;
  switch (readQuestionText(text, turn, services)) {
    case 'other':
      turn.session.expert = null;
      return false;
    case 'given-up':
      giveUp(turn);
      return true;
    case 'nothing':
      turn.say(sayWith(expertTexts[turn.locale].stillWriting));
      return true;
    case 'question':
      showDraft({ ...expert, text: await masked(text, turn, services), isWriting: false }, turn);
      return true;
  }
}

function giveUp(turn: Turn): void {
  turn.session.expert = null;
  turn.say(sayWith(expertTexts[turn.locale].left));
}

async function send(id: string, turn: Turn, { experts: desk }: BotServices): Promise<void> {
  const texts = expertTexts[turn.locale];
  const { session, actor, locale } = turn;
  const { expert } = session;
  if (desk === null || !isReachable(turn)) return turn.say(sayWith(texts.onlyPersonal));
  if (expert?.id !== id) {
    const isSent = (await desk.experts.of(actor)).some((each) => each.id === id);
    return turn.say(sayWith(isSent ? texts.sentAlready : texts.draftGone));
  }
  const asked = await desk.ask(actor, { id, locale, text: expert.text, said: expert.said }, chatOf(turn));
  if (asked === 'too-many') return turn.say(sayWith(texts.tooMany, myQuestions(turn)));
  session.expert = null;
  const mine = asked === 'asked-already' ? myQuestions(turn) : myQuestions(turn, id);
  turn.say(sayWith(asked === 'asked-already' ? texts.sentAlready : texts.sent, mine));
}

/** The personal chat as it is kept; an activity's id changes with each turn and is not needed. */
function chatOf({ context: { activity } }: Turn): Record<string, unknown> {
  const { user, bot, conversation, channelId, serviceUrl } = addressOf(activity);
  const text = JSON.stringify({ user, bot, conversation, channelId, serviceUrl });
  return JSON.parse(text) as Record<string, unknown>;
}

/** A reply that could not help, with a way to the experts where the person's company has any. */
export async function withExperts(reply: Reply, turn: Turn, { experts: desk }: BotServices): Promise<Reply> {
  const { buttons = [] } = reply;
  if (desk === null || buttons.length >= MOST_BUTTONS || !(await desk.isOpenFor(turn.actor))) return reply;
  const ask: Button = {
    title: expertTexts[turn.locale].askExpert,
    action: { action: 'ask-expert', do: 'draft' },
  };
  // Before the page of somebody else's support.
  const links = buttons.filter((button) => 'url' in button);
  const others = buttons.filter((button) => !('url' in button));
  return { ...reply, buttons: [...others, ask, ...links] };
}

/** The second "I don't know" running asks whether an expert should have the question: a yes is enough. */
export function askingExperts({ buttons = [] }: Reply, turn: Turn): Reply {
  const { askNow } = expertTexts[turn.locale];
  turn.session.offer = { action: 'ask-expert', do: 'draft' };
  return { openTo: 'everybody', summary: askNow, body: [lineBlock(askNow)], buttons };
}
