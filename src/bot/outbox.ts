import type { Activity } from 'botbuilder';
import type { Delivery, Letter } from '../channel/delivery.ts';
import { conversationOf, letterTo } from './letters.ts';
import { readershipOf } from './readership.ts';
import type { KeptLetter, Session } from './session.ts';

/** So many letters of one session are kept; with so many unsent ones nothing further is done in that chat. */
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
  outbox: Outbox,
  id: string,
  activities: readonly Partial<Activity>[],
  now: Date,
): void {
  const { session, activity } = outbox;
  const isOpen = ({ id: other, at, hasFailed }: KeptLetter): boolean => {
    if (stateIn(outbox, other) === 'settled') return false;
    return hasFailed || stateIn(outbox, other) !== null || now.getTime() - Date.parse(at) < KEPT_MS;
  };
  // They are plain JSON, made by us; the schema of a session sees only that they are objects.
  const own = activities as unknown as KeptLetter['activities'];
  const isPublic = readershipOf(activity) === 'public';
  const kept = { id, at: now.toISOString(), activities: own, hasFailed: false, isPublic };
  session.outbox = [...session.outbox.filter(isOpen), kept].slice(-MOST_KEPT);
}

/** What must be sent before the letter with this id: all that is known not to be taken, in its order. */
export function failedBefore(outbox: Outbox, id: string): Letter[] {
  const { session } = outbox;
  const end = session.outbox.findIndex((kept) => kept.id === id);
  return session.outbox
    .slice(0, end === -1 ? undefined : end)
    .filter((kept) => isUnsent(kept, outbox) && mayBeSaid(kept, outbox))
    .map((kept) => toLetter(kept, outbox));
}

/** The letter that answered an activity, null where nothing was said, or it is long gone. */
export function letterFor(outbox: Outbox, id: string): Letter | null {
  const kept = outbox.session.outbox.find((each) => each.id === id);
  return kept === undefined || !mayBeSaid(kept, outbox) ? null : toLetter(kept, outbox);
}

/**
 * Writes down how letters fared: one that failed goes before what is said next, also after a restart, and what was
 * taken is dropped.
 */
export function noteFates(outbox: Outbox): void {
  const { session } = outbox;
  session.outbox = session.outbox
    .filter(({ id }) => stateIn(outbox, id) !== 'settled')
    .map((kept) => (isAtRisk(kept, outbox) ? { ...kept, hasFailed: true } : kept));
}

/** Not taken, or still in line although who waited for it has been told that it failed. */
function isAtRisk({ id }: KeptLetter, outbox: Outbox): boolean {
  const state = stateIn(outbox, id);
  return state === 'failed' || state === 'waiting';
}

/** Whether the session can't take the reply of another turn. */
export function isFull(outbox: Outbox): boolean {
  // Those that stand in line count too: they may yet fail.
  const isWaiting = ({ id }: KeptLetter): boolean => stateIn(outbox, id) === 'waiting';
  const open = outbox.session.outbox.filter((kept) => isUnsent(kept, outbox) || isWaiting(kept));
  return open.length >= MOST_KEPT;
}

function isUnsent({ id, hasFailed }: KeptLetter, outbox: Outbox): boolean {
  const state = stateIn(outbox, id);
  return state === 'failed' || (hasFailed && state === null);
}

/** What was said to the person alone isn't said again where others have come to read. */
function mayBeSaid({ isPublic }: KeptLetter, { activity }: Outbox): boolean {
  return isPublic || readershipOf(activity) === 'personal';
}

function stateIn({ stateOf, activity }: Outbox, id: string): ReturnType<Delivery['stateOf']> {
  return stateOf({ id, conversation: conversationOf(activity) });
}

function toLetter({ id, activities }: KeptLetter, { activity }: Outbox): Letter {
  return letterTo(activity, id, activities);
}
