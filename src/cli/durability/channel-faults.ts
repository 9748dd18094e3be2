import type { Failing } from './connector.ts';
import type { Conversation } from './conversation.ts';
import { comesTrue } from './moments.ts';
import type { Run } from './run.ts';

/** Other people must hear so many replies while one chat's channel fails. */
const REPLIES_BESIDE_FAULT = 10;
/** Longer than anything takes on the slowest machine: past it, nothing moves any more. */
const STANDSTILL_MS = 60_000;

/**
 * Lets the channel fail in one chat while all others go on. Half of the hangs last until the bot is killed; what
 * else fails is healed once the bot has met it and a delivery of that chat has ended.
 */
export async function failInOneChat(how: Failing, run: Run): Promise<void> {
  const { open, random, connector, attacks } = run;
  const chat = [...open][Math.floor(random() * open.size)];
  if (chat === undefined) return;
  attacks[how === 'hanging' ? 'hangs' : 'refusals'] += 1;
  const met = connector.fail(chat.id, how);
  const others = repliesTo(run, ({ person }) => person !== chat.person);
  const own = repliesTo(run, ({ id, person }) => person === chat.person && id !== chat.id);
  if (!(await comesTrue(() => others() >= REPLIES_BESIDE_FAULT, STANDSTILL_MS))) attacks.standstills += 1;
  if (how === 'hanging' && random() < 0.5) return;
  await comesTrue(() => !open.has(chat) || met() > 0, STANDSTILL_MS);
  const ended = endedDeliveries(chat, run);
  await comesTrue(() => !open.has(chat) || endedDeliveries(chat, run) > ended, STANDSTILL_MS);
  if (own() === 0) attacks.ownStandstills += 1;
  connector.heal();
}

/** Counts the replies from now on into chats that are meant. */
function repliesTo(
  { connector, people }: Run,
  isMeant: (chat: Pick<Conversation, 'id' | 'person'>) => boolean,
): () => number {
  const from = connector.taken.length;
  return () =>
    connector.taken.slice(from).filter(({ conversationId: id }) => {
      const person = people.get(id);
      return person !== undefined && isMeant({ id, person });
    }).length;
}

function endedDeliveries({ id }: Conversation, { turns }: Run): number {
  return turns.reduce((sum, turn) => sum + (turn.conversationId === id ? turn.endedDeliveries : 0), 0);
}
