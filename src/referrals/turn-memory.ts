import type { ReferralGateway } from './gateway.ts';
import type { Referral, Solution } from './referral.ts';
import { type Actor, personKey } from '../identity/actor.ts';
import { createScopedValue } from '../scoped-value.ts';

/** What was read in one turn, by person. */
interface Read {
  readonly deals: Map<string, Promise<readonly Referral[]>>;
  readonly solutions: Map<string, Promise<readonly Solution[]>>;
}

export interface TurnMemory {
  /** Runs a turn: what is read more than once in it is fetched once. */
  run<T>(turn: () => Promise<T>): Promise<T>;
  /** The same deals, read once a turn; outside a turn nothing is remembered. */
  over<G extends ReferralGateway>(gateway: G): G;
}

/**
 * A form reads deals and solutions to take words, to judge them and to ask on. Over the network that would be
 * the same list four times within a turn; between turns it must be read anew.
 */
export function createTurnMemory(): TurnMemory {
  const turns = createScopedValue<Read>();
  const read = <T>(
    actor: Actor,
    pick: (read: Read) => Map<string, Promise<readonly T[]>>,
    fetch: () => Promise<readonly T[]>,
  ): Promise<readonly T[]> => {
    const turn = turns.get();
    if (turn === undefined) return fetch();
    const known = pick(turn);
    const key = personKey(actor);
    const reading = known.get(key) ?? fetch();
    known.set(key, reading);
    // A failure is not remembered: the same turn may sign the person in, and read again.
    reading.catch(() => known.delete(key));
    return reading;
  };
  return {
    run: (turn) => turns.run({ deals: new Map(), solutions: new Map() }, turn),
    over: (gateway) => ({
      ...gateway,
      list: (actor) =>
        read(
          actor,
          ({ deals }) => deals,
          () => gateway.list(actor),
        ),
      listSolutions: (actor) =>
        read(
          actor,
          ({ solutions }) => solutions,
          () => gateway.listSolutions(actor),
        ),
      ...forgetting(gateway, () => turns.get()?.deals.clear()),
    }),
  };
}

/** Whatever changes a deal makes the list old, also where it failed half way. */
function forgetting(
  gateway: ReferralGateway,
  forget: () => void,
): Pick<ReferralGateway, 'create' | 'close' | 'update'> {
  const then = <T>(work: Promise<T>): Promise<T> => work.finally(forget);
  return {
    create: (...given) => then(gateway.create(...given)),
    close: (...given) => then(gateway.close(...given)),
    update: (...given) => then(gateway.update(...given)),
  };
}
