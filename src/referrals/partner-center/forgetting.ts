import type { DealForgetting } from '../gateway.ts';
import { type PlannedDeal, isInDoubt } from './planned-deal.ts';
import type { Journal } from './journal.ts';
import type { KeptOutcome } from './kept-deals.ts';
import type { Actor } from '../../identity/actor.ts';

export interface ForgettingParts {
  readonly journal: Pick<Journal, 'read' | 'listOf' | 'save' | 'drop'>;
  /** Has the deal not made where it isn't yet (`withdrawn`), and complete where it is. */
  readonly takeBack: (actor: Actor, key: string) => Promise<KeptOutcome | null>;
  /** One piece of work at a time for each deal. */
  readonly onePerKey: <T>(actor: Actor, key: string, work: () => Promise<T>) => Promise<T>;
  readonly now: () => Date;
}

interface Forgotten {
  /** The customer of a deal that may have been made; null where it is settled. */
  readonly inDoubt: string | null;
  /** True where it was never made, and won't be. */
  readonly isUnsent: boolean;
}

/** Forgets a person's deals as far as it is known how they ended. */
export function createForgetting({ journal, takeBack, onePerKey, now }: ForgettingParts): DealForgetting {
  async function forgetOne(actor: Actor, known: PlannedDeal): Promise<Forgotten> {
    const outcome = isInDoubt(known) ? await takeBack(actor, known.key) : null;
    const isUnsent = outcome === null ? known.step === 'create' : outcome.kind === 'withdrawn';
    return onePerKey(actor, known.key, async () => {
      const kept = await journal.read(actor, known.key);
      if (kept !== null && isInDoubt(kept)) {
        await journal.save({ ...kept, forgottenAt: now().toISOString() });
        return { inDoubt: kept.draft?.customer.name ?? '', isUnsent: false };
      }
      if (kept !== null) await journal.drop(kept);
      return { inDoubt: null, isUnsent };
    });
  }

  return {
    async forget(actor) {
      const forgotten: Forgotten[] = [];
      for (const planned of await journal.listOf(actor)) forgotten.push(await forgetOne(actor, planned));
      return {
        inDoubt: forgotten.flatMap(({ inDoubt }) => inDoubt ?? []),
        unsent: forgotten.filter(({ isUnsent }) => isUnsent).length,
      };
    },
  };
}
