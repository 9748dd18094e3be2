import type { Actor, DealForgetting } from './gateway.ts';
import { type Intent, isInDoubt } from './partner-center-intent.ts';
import type { Journal } from './partner-center-journal.ts';

export interface ForgettingParts {
  readonly journal: Pick<Journal, 'read' | 'listOf' | 'save' | 'drop'>;
  /** Has the deal not made where it isn't yet, and complete where it is. */
  readonly takeBack: (actor: Actor, key: string) => Promise<unknown>;
  /** One piece of work at a time for each deal. */
  readonly onePerKey: <T>(actor: Actor, key: string, work: () => Promise<T>) => Promise<T>;
  readonly now: () => Date;
}

/** Forgets a person's deals as far as it is known how they ended. */
export function createForgetting({ journal, takeBack, onePerKey, now }: ForgettingParts): DealForgetting {
  /** Null where nothing is left of it, else how it stands. */
  async function forgetOne(actor: Actor, known: Intent): Promise<Intent | null> {
    if (isInDoubt(known)) await takeBack(actor, known.key);
    return onePerKey(actor, known.key, async () => {
      const kept = await journal.read(actor, known.key);
      if (kept === null) return null;
      if (!isInDoubt(kept)) {
        await journal.drop(kept);
        return null;
      }
      await journal.save({ ...kept, forgottenAt: now().toISOString() });
      return kept;
    });
  }

  return {
    async forget(actor) {
      const known = await journal.listOf(actor);
      const unsent = known.filter((one) => one.step === 'create' && !isInDoubt(one)).length;
      const left: Intent[] = [];
      for (const intent of known) {
        const kept = await forgetOne(actor, intent);
        if (kept !== null) left.push(kept);
      }
      return { inDoubt: left.map(({ draft }) => draft?.customer.name ?? ''), unsent };
    },
  };
}
