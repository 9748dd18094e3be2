import type { Activity } from 'botbuilder';
import type { Locale } from '../language/locale.ts';
import { hasExecute } from './capabilities.ts';
import { type Exit, isOpenAct, wordsFor } from './gate.ts';
import type { Incoming } from './incoming.ts';
import { privateChatUrl, readershipOf, TEAMS } from './readership.ts';
import { cardIdFor } from './teams/tapped.ts';
import { botTexts } from './texts.ts';
import type { Turn } from './turn.ts';

/** Where the replies of a turn go, with what the person said in it. */
export function exitOf(incoming: Incoming, turn: Turn): Exit {
  const { context, locale, actor, readership } = turn;
  const { activity } = context;
  // A greeting is for all who are there.
  const isForAll = incoming.kind === 'joined' && readership === 'public';
  const card = isForAll ? null : { id: cardIdFor(activity, actor), userId: activity.from.id };
  const suggestions = suggestionsIn(turn);
  const target = turn.targetsSender ? activity.from.id : null;
  return { ...exitFrom(activity, locale), words: wordsOf(incoming, locale), card, suggestions, target };
}

/** What can be said next in the person's own chat; nothing beside the question of an open form. */
function suggestionsIn({ host, readership, locale }: Turn): NonNullable<Exit['suggestions']> | null {
  const isInForm = (host.state?.dialogStack.length ?? 0) > 0;
  if (readership === 'public' || isInForm) return null;
  return botTexts[locale].suggestions;
}

/** Where replies to an activity go whose words nobody has read. */
export function exitFrom(activity: Activity, locale: Locale): Exit {
  return {
    readership: readershipOf(activity),
    locale,
    hasCitations: activity.channelId === TEAMS,
    hasExecute: hasExecute(activity),
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
