import { type Actor, personKey } from '../identity/actor.ts';
import type { RecordStore } from '../storage/record-store.ts';
import type { QuestionInChat, KeptQuestion } from './question.ts';

/** What is kept of what people asked, so that answers get better. */
export interface Questions {
  /** Keeps a question that was not answered, or was asked back. */
  note(actor: Actor, asked: QuestionInChat): Promise<void>;
  /** Keeps how content the person was with what they got; null takes it back. */
  rate(actor: Actor, asked: QuestionInChat, rating: KeptQuestion['rating']): Promise<void>;
}

/**
 * Keeps questions under the person who asked them, so that they go with all else of theirs.
 *
 * @param records null where whoever runs the assistant wants none to be kept
 */
export function createQuestions(records: RecordStore<KeptQuestion> | null): Questions {
  const change = async (actor: Actor, asked: QuestionInChat, more: Partial<KeptQuestion>): Promise<void> => {
    await records?.change([personKey(actor), asked.id], (before) => ({
      schema: 1,
      rating: null,
      ...before,
      tenantId: actor.tenantId.toLowerCase(),
      ...asked,
      ...more,
    }));
  };
  return {
    note: (actor, asked) => change(actor, asked, {}),
    async rate(actor, asked, rating) {
      // An answer that nobody says anything of is not kept; one that was not given is, whatever is said of it.
      if (rating === null && asked.outcome === 'answer') await records?.delete([personKey(actor), asked.id]);
      else await change(actor, asked, { rating });
    },
  };
}
