import type { OutgoingActivity } from '../channel/connector.ts';
import type { Delivery, Letter } from '../channel/delivery.ts';
import type { KeptLetter, Session } from './session.ts';

/** So many letters of one session are kept, the last ones: far more than a person waits for. */
const MOST_KEPT = 20;

/** How long a letter of which nothing is known is kept, in milliseconds: no channel comes back later. */
const KEPT_MS = 600_000;

/** The letters of one session, with what this process knows of them. */
export interface Outbox {
  readonly session: Session;
  readonly conversationId: string;
  readonly stateOf: Delivery['stateOf'];
}

/**
 * Puts a letter into the session, to be saved with it before it is sent, and drops what was taken: that a letter was
 * taken is written down by the next save, not by one of its own.
 */
export function keepLetter({ session, stateOf }: Outbox, letter: Letter, now: Date): void {
  const isOpen = ({ id, at, hasFailed }: KeptLetter): boolean => {
    if (stateOf(id) === 'settled') return false;
    return hasFailed || stateOf(id) !== null || now.getTime() - Date.parse(at) < KEPT_MS;
  };
  const kept = { id: letter.id, at: now.toISOString(), activities: [...letter.activities], hasFailed: false };
  session.outbox = [...session.outbox.filter(isOpen), kept].slice(-MOST_KEPT);
}

/** What must be sent before the letter with this id: all that is known not to be taken, in its order. */
export function failedBefore(outbox: Outbox, id: string): Letter[] {
  const { session, stateOf } = outbox;
  const end = session.outbox.findIndex((kept) => kept.id === id);
  return session.outbox
    .slice(0, end === -1 ? undefined : end)
    .filter((kept) => stateOf(kept.id) === 'failed' || (kept.hasFailed && stateOf(kept.id) === null))
    .map((kept) => toLetter(kept, outbox));
}

/** The letter that answered an activity, null where nothing was said, or it is long gone. */
export function letterFor(outbox: Outbox, id: string): Letter | null {
  const kept = outbox.session.outbox.find((each) => each.id === id);
  return kept === undefined ? null : toLetter(kept, outbox);
}

/**
 * Writes down how letters fared, where the session says otherwise: one that failed goes before what is said next,
 * also after a restart, and one that was marked so and was taken is dropped. Returns whether anything changed.
 */
export function noteFates({ session, stateOf }: Outbox): boolean {
  const before = JSON.stringify(session.outbox.map(({ id, hasFailed }) => [id, hasFailed]));
  session.outbox = session.outbox
    .filter(({ id, hasFailed }) => !(hasFailed && stateOf(id) === 'settled'))
    .map((kept) => (stateOf(kept.id) === 'failed' ? { ...kept, hasFailed: true } : kept));
  return JSON.stringify(session.outbox.map(({ id, hasFailed }) => [id, hasFailed])) !== before;
}

function toLetter({ id, activities }: KeptLetter, { conversationId }: Outbox): Letter {
  // They were made by us, and passed the schema of the session since.
  return { id, conversationId, activities: activities as unknown as OutgoingActivity[] };
}
