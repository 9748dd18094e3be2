import { lastSaid } from '../reading/mail-thread.ts';
import { beginButton } from '../cards/answer-card.ts';
import { sayWith } from '../cards/reply-data.ts';
import { repeatForm } from './begin.ts';
import { carrying } from './carried.ts';
import { mayBeDeal } from './deal-told.ts';
import type { UnreadableKind } from './incoming.ts';
import { sayUnreadable } from './notices.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/**
 * What can't be read leaves an open form as it is, which asks again. A mail of somebody else that describes a deal is
 * offered as one.
 */
export async function handleUnreadable(
  { what, mail: pasted = '' }: { readonly what: UnreadableKind; readonly mail?: string },
  turn: Turn,
  services: BotServices,
): Promise<string> {
  const mail = lastSaid(pasted, (words) => turn.read(words, null));
  const isDeal = services.dialogs.active(turn.host) === null && mayBeDeal(turn.read(mail, null));
  if (isDeal) {
    const button = beginButton('create-deal', turn.locale, services.knowledge);
    turn.say(carrying(sayWith(botTexts[turn.locale].mailOfOthers, button), mail, turn));
    return what;
  }
  sayUnreadable(what, turn);
  await repeatForm(turn, services);
  return what;
}
