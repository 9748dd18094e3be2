import { createScopedValue } from '../scoped-value.ts';

/**
 * Milliseconds that a turn may spend on services, all its calls together: channels give up on a turn after 10 to
 * 15 seconds, and the answer has still to be sent.
 */
const TURN_MS = 8_500;

/** When the turn's time for services is over, in milliseconds since 1970. */
const turns = createScopedValue<number>();

/** Runs a turn whose calls all end within the time, however many there are. */
export function withinTurn<T>(turn: () => Promise<T>, ms: number = TURN_MS): Promise<T> {
  return turns.run(Date.now() + ms, turn);
}

/** Runs work that a turn sets going and that goes on after it: the turn's time is not its own. */
export function outsideTurn<T>(work: () => Promise<T>): Promise<T> {
  return turns.exit(work);
}

/** The deadline, or the turn's where that comes sooner; outside a turn the deadline as it is. */
export function deadlineInTurn(deadlineMs: number): number {
  return Math.min(deadlineMs, turns.get() ?? Number.POSITIVE_INFINITY);
}
