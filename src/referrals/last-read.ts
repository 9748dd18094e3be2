import { LRUCache } from 'lru-cache';
import { AppError } from '../errors.ts';
import { type Actor, personKey } from '../identity/actor.ts';

/** How long a form waits for the service where it knows what was read before, in milliseconds. */
const PATIENCE_MS = 1_200;
/** What was read is good enough to go on with for this long, in milliseconds: about as long as a form is at hand. */
const GOOD_FOR_MS = 900_000;
const MOST_PEOPLE = 500;

export interface LastReadOptions {
  readonly patienceMs?: number;
  readonly goodForMs?: number;
}

/**
 * Reads something for a person each time it is asked, and where the service is slow or silent gives what it read for
 * them last. A form asks at every message, also at a question in between, which must not wait for a service that it
 * doesn't need. For the forms alone: who asks how a deal stands hears what is so now, or that nobody can say.
 *
 * Rejects as `read` does where nothing was read before, and where it was refused or nobody is signed in.
 */
export function createLastRead<T extends object>(
  read: (actor: Actor) => Promise<T>,
  { patienceMs = PATIENCE_MS, goodForMs = GOOD_FOR_MS }: LastReadOptions = {},
): (actor: Actor) => Promise<T> {
  const kept = new LRUCache<string, T>({ max: MOST_PEOPLE, ttl: goodForMs });
  /** Whose reading is under way. */
  const reading = new Set<string>();
  return async (actor) => {
    const key = personKey(actor);
    const before = kept.get(key);
    // A turn may ask several times, and one that waited once need not wait again.
    if (before !== undefined && reading.has(key)) return before;
    reading.add(key);
    const fresh = read(actor)
      .then((value) => {
        kept.set(key, value);
        return value;
      })
      .finally(() => reading.delete(key));
    if (before === undefined) return fresh;
    const answered = fresh.catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'unreachable') return before;
      kept.delete(key);
      throw error;
    });
    return orAfter(patienceMs, answered, before);
  };
}

/** What comes late is kept for the next time; that it failed is nobody's concern any more. */
async function orAfter<T>(ms: number, work: Promise<T>, instead: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(instead), ms);
  });
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
