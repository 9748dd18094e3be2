import { sayWith } from '../../cards/reply-data.ts';
import type { BotServices, Turn } from '../turn.ts';
import { dayFor, grantedReply } from './replies.ts';
import { watchTexts } from './texts.ts';

/** Lets the assistant work while the person is away, or ends that. */
export async function performWatch(
  what: 'on' | 'off',
  turn: Turn,
  { watch }: Pick<BotServices, 'watch'>,
): Promise<void> {
  const texts = watchTexts[turn.locale];
  if (watch?.needsConsent !== true) return turn.say(sayWith(texts.wasOff));
  if (what === 'off') {
    const wasOn = await watch.withdraw(turn.actor);
    return turn.say(sayWith(wasOn ? texts.withdrawn : texts.wasOff));
  }
  if (!isReachable(turn)) return turn.say(sayWith(texts.inPrivate));
  const grant = await watch.grant(turn.actor);
  turn.say(grant === null ? sayWith(texts.inPrivate) : grantedReply(grant.until, turn));
}

/** What the person agreed to, as a sentence; null where nothing is worked for them. */
export async function heldForWatch(turn: Turn, { watch }: BotServices): Promise<string | null> {
  if (watch === undefined || !isReachable(turn)) return null;
  const texts = watchTexts[turn.locale];
  const consent = await watch.consentOf(turn.actor);
  const isOn = consent?.state === 'granted' || consent?.state === 'paused';
  return isOn ? texts.heldOn(dayFor(new Date(consent.until), turn)) : null;
}

/** A personal chat of somebody whom the channel vouches for. */
export function isReachable({ readership, actor }: Turn): boolean {
  return readership === 'personal' && !actor.tenantId.startsWith('channel:');
}
