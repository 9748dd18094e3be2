import type { Activity } from 'botbuilder';
import type { Delivery, Letter } from '../channel/delivery.ts';
import { letterTo } from './letters.ts';
import type { KeptLetter, Session } from './session.ts';

/** So many letters of one session are kept, the last ones: far more than a person waits for. */
const MOST_KEPT = 20;

/** How long a letter of which nothing is known is kept, in milliseconds: no channel comes back later. */
const KEPT_MS = 600_000;

/** The letters of one session, with what this process knows of them. */
export interface Outbox {
  readonly session: Session;
  /** An activity of the same chat: it says where letters go. */
  readonly activity: Activity;
  readonly stateOf: Delivery['stateOf'];
}

/**
 * Puts a letter into the session, to be saved with it before it is sent, and drops what was taken: that a letter was
 * taken is written down by the next save, not by one of its own.
 */
export function keepLetter(
  { session, stateOf }: Outbox,
  id: string,
  activities: readonly Partial<Activity>[],
  now: Date,
): void {
  const isOpen = ({ id: other, at, hasFailed }: KeptLetter): boolean => {
    if (stateOf(other) === 'settled') return false;
    return hasFailed || stateOf(other) !== null || now.getTime() - Date.parse(at) < KEPT_MS;
  };
  const own = JSON.parse(JSON.stringify(activities)) as KeptLetter['activities'];
  const kept = { id, at: now.toISOString(), activities: own, hasFailed: false };
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

function toLetter({ id, activities }: KeptLetter, { activity }: Outbox): Letter {
  return letterTo(activity, id, activities);
}
