import { type Actor, personKey } from '../identity/actor.ts';

/** How many turns may be under way or waiting at once. */
export interface TurnLimits {
  readonly perPerson: number;
  readonly perTenant: number;
}

/** Counts turns, so that nobody's many messages hold the others up. */
export interface Admission {
  /**
   * Takes a place for one turn; null where the person, or their company, has all of theirs taken. Whoever got one
   * gives it back by calling it, once.
   */
  enter(actor: Actor): (() => void) | null;
}

/** @param onRefused told whose places were taken */
export function createAdmission(
  { perPerson, perTenant }: TurnLimits,
  onRefused: (whose: 'person' | 'tenant') => void,
): Admission {
  const people = new Map<string, number>();
  const tenants = new Map<string, number>();
  return {
    enter(actor) {
      const person = personKey(actor);
      if ((people.get(person) ?? 0) >= perPerson) return refuse('person');
      if ((tenants.get(actor.tenantId) ?? 0) >= perTenant) return refuse('tenant');
      add(people, person, 1);
      add(tenants, actor.tenantId, 1);
      return () => {
        add(people, person, -1);
        add(tenants, actor.tenantId, -1);
      };
    },
  };

  function refuse(whose: 'person' | 'tenant'): null {
    onRefused(whose);
    return null;
  }
}

/** Keys whose count is back at nothing are forgotten, or the map would grow with every person ever met. */
function add(counts: Map<string, number>, key: string, change: number): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
