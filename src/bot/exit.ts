import type { Activity } from 'botbuilder';
import type { Locale } from '../language/locale.ts';
import { type Exit, isOpenAct, wordsFor } from './gate.ts';
import type { Incoming } from './incoming.ts';
import { privateChatUrl, readershipOf } from './readership.ts';
import type { Turn } from './turn.ts';

/** Where the replies of a turn go, with what the person said in it. */
export function exitOf(incoming: Incoming, { context, locale }: Turn): Exit {
  return { ...exitFrom(context.activity, locale), words: wordsOf(incoming, locale) };
}

/** Where replies to an activity go whose words nobody has read. */
export function exitFrom(activity: Activity, locale: Locale): Exit {
  return {
    readership: readershipOf(activity),
    locale,
    words: '',
    toPrivateChat: (message) => privateChatUrl(activity, message),
  };
}

function wordsOf(incoming: Incoming, locale: Locale): string {
  if (incoming.kind === 'utterance') return incoming.text;
  if (incoming.kind !== 'submit' || isOpenAct(incoming.action)) return '';
  return wordsFor(incoming.action, locale);
}
