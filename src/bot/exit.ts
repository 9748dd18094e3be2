import type { Activity } from 'botbuilder';
import type { Locale } from '../language/locale.ts';
import { type Exit, isOpenAct, wordsFor } from './gate.ts';
import type { Incoming } from './incoming.ts';
import { privateChatUrl, readershipOf } from './readership.ts';
import { cardIdFor } from './teams/tapped.ts';
import type { Turn } from './turn.ts';

/** Where the replies of a turn go, with what the person said in it. */
export function exitOf(incoming: Incoming, { context, locale, actor }: Turn): Exit {
  const { activity } = context;
  // A greeting is for all who are there.
  const card =
    incoming.kind === 'joined' ? null : { id: cardIdFor(activity, actor), userId: activity.from.id };
  return { ...exitFrom(activity, locale), words: wordsOf(incoming, locale), card };
}

/** Where replies to an activity go whose words nobody has read. */
export function exitFrom(activity: Activity, locale: Locale): Exit {
  return {
    readership: readershipOf(activity),
    locale,
    words: '',
    card: null,
    toPrivateChat: (message) => privateChatUrl(activity, message),
  };
}

function wordsOf(incoming: Incoming, locale: Locale): string {
  if (incoming.kind === 'utterance') return incoming.text;
  if (incoming.kind !== 'submit' || isOpenAct(incoming.action)) return '';
  return wordsFor(incoming.action, locale);
}
