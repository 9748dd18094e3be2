import { createHash } from 'node:crypto';
import { createScopedValue } from '../scoped-value.ts';

/** What the log lines of one turn have in common, and what its spans carry. */
export interface Correlation {
  /** See {@link turnIdOf}. */
  readonly turn: string;
  /** The id of the turn's trace, where there is one. */
  readonly trace?: string;
}

const turns = createScopedValue<Correlation>();

/** Signs of a hash that are kept: 64 bits, enough to tell the turns of years apart. */
const ID_LENGTH = 16;

/**
 * An id for the turn of an activity: the same for each delivery of it, and found again by whoever knows the activity.
 * It is a fingerprint, since channels choose the ids themselves, and some hold a person's.
 */
export function turnIdOf(activity: {
  readonly channelId?: string;
  readonly id?: string | undefined;
  readonly conversation?: { readonly id: string };
}): string {
  const named = JSON.stringify([activity.channelId, activity.conversation?.id, activity.id]);
  return createHash('sha256').update(named).digest('hex').slice(0, ID_LENGTH);
}

/** Runs a turn, and whatever it sets going, under its ids. */
export function correlated<T>(ids: Correlation, work: () => T): T {
  return turns.run(ids, work);
}

/** The ids of the turn that runs now; nothing outside of turns. */
export function correlation(): Partial<Correlation> {
  return turns.get() ?? {};
}
