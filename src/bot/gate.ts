import type { Activity } from 'botbuilder';
import { beginButton } from '../cards/answer-card.ts';
import type { Action } from '../cards/action.ts';
import { joinReplies } from '../cards/join-replies.ts';
import { type Button, type Reply, refusing, sayWith } from '../cards/reply-data.ts';
import { type OnCard, type Shown, toActivity } from '../cards/reply.ts';
import type { Locale } from '../language/locale.ts';
import type { Readership } from './readership.ts';
import { gateTexts, type PrivateAct } from './gate-texts.ts';

/** Where replies are about to go. */
export interface Exit extends Shown {
  readonly readership: Readership;
  readonly locale: Locale;
  /** What the person said, to be filled in where they are asked into their own chat. */
  readonly words: string;
  /** What the card says of itself that comes of it; null where it is nobody's own, or isn't kept. */
  readonly card: OnCard | null;
  /** The address of that chat with a message filled in, null where the channel has none: see `privateChatUrl`. */
  readonly toPrivateChat: (message: string) => string | null;
  /** Whom alone the channel shows what is news to nobody else, as it names people; absent or null where all read it. */
  readonly target?: string | null;
}

/**
 * The one gate: every reply of every kind becomes an activity here and nowhere else. Where others read, only what
 * its maker opened for everybody passes (`Reply.openTo`), without the buttons that begin or do something of a
 * person's own. What is held back becomes one sentence with the way into the person's own chat. A reply of which
 * nothing is said is held back, so that a new one can't be forgotten.
 *
 * What passes is one message (`joinReplies`): joined behind the gate, so that nothing that is held back can be in it.
 *
 * Two further openings have a name in `Reply.openTo` and pass here: a deal's card that its owner inserts
 * (`inserted-deal`), and a question that its asker released to the experts (`released-question`).
 */
export function releaseReplies(replies: readonly Reply[], exit: Exit): Partial<Activity>[] {
  const passed = passReplies(replies, exit);
  const activities = joinReplies(passed).map((reply) => toActivity(reply, exit.locale, exit));
  const target = exit.target ?? null;
  if (target === null || passed.some(({ isForSender }) => isForSender !== true)) return activities;
  return activities.map((activity) => targetedAt(target, activity));
}

/**
 * A message that Teams shows to one person of a channel or group for a day (Teams documentation, "Targeted messages", in
 * preview). A client that doesn't know it shows it to all, so it holds nothing that others may not read.
 */
function targetedAt(id: string, activity: Partial<Activity>): Partial<Activity> {
  const { entities = [] } = activity;
  const treatment = { type: 'activityTreatment', treatment: 'targeted' };
  return { ...activity, recipient: { id, name: '' }, entities: [...entities, treatment] };
}

/** The replies as whoever is there may read them. */
export function passReplies(replies: readonly Reply[], exit: Exit): Reply[] {
  if (exit.readership !== 'public') return [...replies];
  const open = replies.filter(({ openTo }) => openTo !== undefined).map((reply) => forOthers(reply, exit));
  return open.length === replies.length ? open : [...open, intoPrivate(exit)];
}

/** What may be done by a button, or by accepting an offer, where others read: it shows nothing of anybody's own. */
export type OpenAct = Exclude<Action, { action: PrivateAct | 'begin' }>;

export function isOpenAct(action: Action): action is OpenAct {
  return OPEN_ACTS.includes(action.action);
}

const OPEN_ACTS: readonly Action['action'][] = [
  'answer',
  'passage',
  'none-of-these',
  'help',
  'language',
  'dismiss',
  'rate',
  'expert',
];

/** "This is for our own chat", with what the person said filled in. */
export function intoPrivate({ locale, words, toPrivateChat }: Exit): Reply {
  const texts = gateTexts[locale];
  const url = toPrivateChat(words);
  const reply =
    url === null ? sayWith(texts.private) : sayWith(texts.privateByButton, { title: texts.openChat, url });
  return { ...refusing(reply), openTo: 'everybody', isForSender: true };
}

/** What a person would have written to do the same as a button of theirs, to be filled in. */
export function wordsFor(action: Exclude<Action, OpenAct>, locale: Locale): string {
  return action.action === 'begin'
    ? beginButton(action.dialog, locale).title
    : gateTexts[locale].words[action.action];
}

function forOthers(reply: Reply, exit: Exit): Reply {
  const { summary, text, body, cited, openTo, rates, isForSender, buttons = [] } = reply;
  const open = passButtons(buttons, exit);
  // Built anew of the parts that are fit for others, so that a part yet to come isn't passed unseen.
  return {
    summary,
    ...(text === undefined ? {} : { text }),
    ...(body === undefined ? {} : { body }),
    ...(cited === undefined ? {} : { cited }),
    ...(openTo === undefined ? {} : { openTo }),
    ...(rates === undefined ? {} : { rates }),
    ...(isForSender === undefined ? {} : { isForSender }),
    ...(open.length === 0 ? {} : { buttons: open }),
  };
}

/** The buttons that whoever is there may tap. */
export function passButtons(buttons: readonly Button[], exit: Exit): readonly Button[] {
  if (exit.readership !== 'public') return buttons;
  return buttons.flatMap((button) => openButton(button, exit) ?? []);
}

/** A dialog's button leads into the person's own chat, and begins there. */
function openButton(button: Button, { locale, toPrivateChat }: Exit): Button | null {
  if ('url' in button || isOpenAct(button.action)) return button;
  if (button.action.action !== 'begin') return null;
  const url = toPrivateChat(wordsFor(button.action, locale));
  return url === null ? null : { title: button.title, url };
}
