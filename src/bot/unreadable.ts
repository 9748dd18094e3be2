import { repeatForm } from './begin.ts';
import type { UnreadableKind } from './incoming.ts';
import { sayUnreadable } from './notices.ts';
import type { BotServices, Turn } from './turn.ts';

/** What can't be read leaves an open form as it is, which asks again. */
export async function handleUnreadable(
  what: UnreadableKind,
  turn: Turn,
  services: BotServices,
): Promise<string> {
  sayUnreadable(what, turn);
  await repeatForm(turn, services);
  return what;
}
