import * as z from 'zod';
import { type RecordStore, recordObject } from '../storage/record-store.ts';

/** A question that an editor has dealt with: it is not shown again. */
export const declinedSchema = recordObject({
  schema: z.literal(1),
  questionId: z.string(),
  /** ISO UTC. */
  at: z.string(),
});

export type DeclinedQuestion = z.infer<typeof declinedSchema>;

/** Where editors of nobody in particular note it: on this machine alone. */
const NO_TENANT = 'local';

/** Questions that editors have dealt with, by company. */
export function createDeclined(records: RecordStore<DeclinedQuestion>, now: () => Date) {
  return {
    async all(tenantId: string | null): Promise<ReadonlySet<string>> {
      return new Set((await records.list(tenantId ?? NO_TENANT)).map(({ questionId }) => questionId));
    },
    async add(tenantId: string | null, questionIds: readonly string[]): Promise<void> {
      for (const questionId of questionIds) {
        const record = { schema: 1, questionId, at: now().toISOString() } as const;
        await records.put([tenantId ?? NO_TENANT, questionId], record);
      }
    },
  };
}
