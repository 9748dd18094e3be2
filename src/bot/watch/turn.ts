import { addressOf } from '../address.ts';
import { isStoreFault } from '../../errors.ts';
import { sayWith } from '../../cards/reply-data.ts';
import type { InConversation } from '../incoming.ts';
import { handleSigningIn } from '../sign-in/sign-in.ts';
import type { BotServices, Turn } from '../turn.ts';
import { isReachable } from './perform.ts';
import { askReply } from './replies.ts';
import { watchTexts } from './texts.ts';

/** Outcomes of turns that were about deals: only after these does the question come. */
const ABOUT_DEALS = /^(begin-(create-deal|check-acceptance)|continue-form|sign-in-code|submit-(form|begin))$/;

/**
 * Handles what came in; before it, remembers where the person can be told something, and after it asks, once, whether
 * to look after their deals while they are away, where that takes their leave. Returns the outcome's name.
 */
export async function handleWatched(
  incoming: InConversation,
  turn: Turn,
  services: BotServices,
): Promise<string> {
  const { watch } = services;
  // Who takes the assistant out is met no more.
  if (watch === undefined || !isReachable(turn) || incoming.kind === 'removed')
    return handleSigningIn(incoming, turn, services);
  await unlessDiskFails(watch.meet(turn.actor, meetingOf(turn)), services);
  watch.takeSeen(turn.actor);
  const { locale } = turn;
  const outcome = await handleSigningIn(incoming, turn, services);
  // What comes by itself is told in the language that was spoken last.
  if (turn.locale !== locale) await unlessDiskFails(watch.meet(turn.actor, meetingOf(turn)), services);
  if (watch.needsConsent) await afterTurn(outcome, turn, services);
  return outcome;
}

async function afterTurn(outcome: string, turn: Turn, services: BotServices): Promise<void> {
  const { watch, dialogs } = services;
  if (watch === undefined) return;
  const sight = watch.takeSeen(turn.actor);
  if (sight.hasRead && (await unlessDiskFails(watch.resume(turn.actor), services)) === true) {
    turn.say(sayWith(watchTexts[turn.locale].resumed));
  }
  if (!sight.hasWaiting || !ABOUT_DEALS.test(outcome) || dialogs.active(turn.host) !== null) return;
  if ((await watch.consentOf(turn.actor)) !== null) return;
  // A question that can't be noted would be asked again and again.
  if ((await unlessDiskFails(watch.noteAsked(turn.actor), services)) === null) return;
  if (turn.session.offer === null) turn.session.offer = { action: 'watch', do: 'on' };
  turn.say(askReply(turn.locale));
}

/** Questions are answered on a disk that takes nothing, too: null where it kept the work from being done. */
async function unlessDiskFails<T>(work: Promise<T>, { onError }: BotServices): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (!isStoreFault(error)) throw error;
    onError(error);
    return null;
  }
}

function meetingOf({
  context,
  person,
  locale,
  timeZone,
}: Turn): Parameters<NonNullable<BotServices['watch']>['meet']>[1] {
  const { user, bot, conversation, channelId, serviceUrl } = addressOf(context.activity);
  // Through JSON, as it will be kept; an activity's id and locale change with each turn and are not needed.
  const text = JSON.stringify({ user, bot, conversation, channelId, serviceUrl });
  const kept = JSON.parse(text) as Record<string, unknown>;
  return { email: person?.email ?? null, locale, timeZone, reference: kept };
}
