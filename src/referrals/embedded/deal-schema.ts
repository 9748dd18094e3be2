import * as z from 'zod';
import { referralSchema, type Unchanging } from '../deal.ts';

const shape = z.object({
  referral: referralSchema,
  /** Who created it for which key, so that a repeated creation finds it. Null for sample deals. */
  creation: z.object({ key: z.string(), objectId: z.string() }).nullable(),
});

/** A deal as stored. */
export type StoredDeal = Unchanging<z.infer<typeof shape>>;

const storedDeal: z.ZodType<StoredDeal> = shape;

/** The whole of `deals.json`: all deals after so many changes. Version 1 had no log beside it. */
export const dealFileSchema = z.discriminatedUnion('schema', [
  z.object({ schema: z.literal(1), deals: z.array(storedDeal) }),
  z.object({ schema: z.literal(2), changes: z.number().int().min(1), deals: z.array(storedDeal) }),
]);

/** A line of `deals.log`: the deal as it is since this change, counted from the first ever made. */
export const dealChangeSchema = z.object({ change: z.number().int().min(2), deal: storedDeal });

export type DealSnapshot = z.infer<typeof dealFileSchema>;
export type DealChange = z.infer<typeof dealChangeSchema>;

/** All deals as lowdb holds them. */
export interface DealFile {
  readonly deals: readonly StoredDeal[];
}
