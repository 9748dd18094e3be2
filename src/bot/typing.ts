import { type Activity, ActivityTypes } from 'botbuilder';
import { addressed, addressOf } from './address.ts';
import { expectsReplies } from './letters.ts';
import type { BotServices } from './turn.ts';

/** A reply that takes longer than this is announced by a typing indicator. */
const TYPING_AFTER_MS = 800;

/** The indicator is worth nothing later: it is given up after this, in milliseconds. */
const GIVE_UP_MS = 2_000;

/** Shows in time that the assistant is at work. Returns how to stop that, when the reply is there. */
export function announceTyping(activity: Activity, { connector }: BotServices): () => void {
  if (expectsReplies(activity)) return () => undefined;
  const timer = setTimeout(() => {
    const reference = addressOf(activity);
    void connector.send(
      addressed({ type: ActivityTypes.Typing }, reference),
      AbortSignal.timeout(GIVE_UP_MS),
    );
  }, TYPING_AFTER_MS);
  return () => clearTimeout(timer);
}
