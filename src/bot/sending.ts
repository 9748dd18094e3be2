import type { Letter } from '../channel/delivery.ts';
import type { TurnEnd } from './bot.ts';
import { sendLetter } from './letters.ts';
import { failedBefore, noteFates, type Outbox } from './outbox.ts';
import { sessionKey } from './session.ts';
import type { BotServices, Turn } from './turn.ts';

/** Runs work that nothing else of the same conversation or the same person runs beside. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** All that sending takes, and writing down how it went. */
export interface Post {
  readonly turn: Turn;
  readonly outbox: Outbox;
  readonly services: BotServices;
  readonly inTurn: InTurn;
  /** When the activity came, by the process's own clock (`performance.now`), in milliseconds. */
  readonly arrivedAt: number;
}

/** Sends what earlier turns have left, and does nothing else. */
export async function sendFailed(post: Post): Promise<TurnEnd> {
  const letters = failedBefore(post.outbox, '');
  await Promise.all(letters.map((each) => post.services.delivery.post(each)));
  await noteHowTheyFare(letters, post);
  return 'undelivered';
}

/** Stands in line before the turn's queue goes on, so that replies leave in the order of their turns. */
export async function send(letter: Letter, post: Post): Promise<TurnEnd> {
  const { turn, outbox, services } = post;
  const { delivery } = services;
  const before = failedBefore(outbox, letter.id);
  const isKnownFailed = outbox.session.outbox.some(({ id, hasFailed }) => id === letter.id && hasFailed);
  const sent = [...before.map((each) => delivery.post(each)), sendLetter(letter, turn.context, delivery)];
  const outcome = (await Promise.all(sent)).at(-1);
  // Another process may send it again as soon as this turn is over, so that nothing of it may stand in line here.
  if (services.leases.isShared) await Promise.all([...before, letter].map(delivery.ended));
  if (outcome === 'failed' || before.length > 0 || isKnownFailed || isLate(post)) {
    await noteHowTheyFare([...before, letter], post);
  }
  return outcome === 'failed' ? 'undelivered' : 'done';
}

/** In milliseconds: a channel that waits much longer for the end of a turn brings its activity again. */
const LATE_AFTER_MS = 5_000;

/** Whether the activity may come again, to a process that can't know what was taken unless it is written down. */
function isLate({ services, arrivedAt }: Post): boolean {
  return services.leases.isShared && performance.now() - arrivedAt > LATE_AFTER_MS;
}

/** Now, and once more when those that still stand in line have come to their end. */
async function noteHowTheyFare(letters: readonly Letter[], { turn, services, inTurn }: Post): Promise<void> {
  const write = (): Promise<void> =>
    inTurn(() => writeFates(turn, services)).catch((error: unknown) => void services.onError(error));
  const standing = letters.filter((letter) => services.delivery.stateOf(letter) === 'waiting');
  await write();
  if (standing.length > 0) void Promise.all(standing.map(services.delivery.ended)).then(write);
}

async function writeFates(
  { context: { activity }, actor }: Turn,
  { sessions, delivery }: BotServices,
): Promise<void> {
  const key = sessionKey(activity, actor);
  await sessions.change(key, (session) => {
    if (session !== null) noteFates({ session, activity, stateOf: delivery.stateOf });
    return session;
  });
}
