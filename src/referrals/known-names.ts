import { LRUCache } from 'lru-cache';
import type { ReferralGateway } from './gateway.ts';
import type { Referral } from './referral.ts';
import { type Actor, personKey } from '../identity/actor.ts';

/** Customers' names stay good for this long, in milliseconds. */
const GOOD_FOR_MS = 300_000;
const MOST_PEOPLE = 500;

/** Who and what the deals of a person name. */
export interface NamesOfDeals {
  readonly customers: readonly string[];
  /** Contacts at customers, and the deals' teams: first and last names. */
  readonly people: readonly string[];
  /** What is sold in them. */
  readonly solutions: readonly string[];
}

const NONE: NamesOfDeals = { customers: [], people: [], solutions: [] };

/** The names in these deals, each once. */
export function namesIn(deals: readonly Referral[]): NamesOfDeals {
  const people = deals.flatMap(({ customer: { contact }, team }) => [
    ...(contact === null ? [] : [contact]),
    ...team,
  ]);
  return {
    customers: deals.map(({ customer }) => customer.name),
    solutions: [...new Set(deals.flatMap((deal) => deal.solutions.map(({ name }) => name)))],
    people: [...new Set(people.map(({ firstName, lastName }) => `${firstName} ${lastName}`.trim()))],
  };
}

interface Known {
  readonly names: NamesOfDeals;
  readonly readAtMs: number;
}

/**
 * The names in the deals that a person may see, without waiting for the network: the first turn has
 * none, and reads them for the next. Whoever isn't signed in has none.
 */
export function createKnownNames(
  gateway: Pick<ReferralGateway, 'list'>,
  now: () => number = Date.now,
): (actor: Actor) => Promise<NamesOfDeals> {
  const people = new LRUCache<string, Known>({ max: MOST_PEOPLE });
  const reading = new Set<string>();
  const read = async (actor: Actor, key: string): Promise<void> => {
    try {
      const names = namesIn(await gateway.list(actor));
      people.set(key, { names, readAtMs: now() });
    } catch {
      // Whatever went wrong will be told where the deals themselves are asked for.
      people.delete(key);
    } finally {
      reading.delete(key);
    }
  };
  return (actor) => {
    const key = personKey(actor);
    const known = people.get(key);
    const isOld = known === undefined || now() - known.readAtMs > GOOD_FOR_MS;
    if (isOld && !reading.has(key)) {
      reading.add(key);
      void read(actor, key);
    }
    return Promise.resolve(known?.names ?? NONE);
  };
}
