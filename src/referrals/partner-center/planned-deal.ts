import * as z from 'zod';
import { recordObject } from '../../storage/record-store.ts';
import { newReferralSchema } from '../deal.ts';
import { owedNoticeSchema } from './owed-notice.ts';

/** A confirmed deal as it waits. Whether its day is one the service takes is the service's to say. */
export const draftSchema = newReferralSchema.extend({ closingDate: z.string() });

export const plannedDealSchema = recordObject({
  schema: z.literal(1),
  kind: z.literal('intent'),
  key: z.string(),
  tenantId: z.string(),
  objectId: z.string(),
  /** What is left to do: make our record, invite Microsoft, nothing. */
  step: z.enum(['create', 'invite', 'done']),
  /** Null once it is done and told: what the service holds isn't kept here a second time. */
  draft: draftSchema.nullable(),
  /** ISO UTC: when it was recorded, before anything was sent. */
  recordedAt: z.string(),
  /** ISO UTC: when our record was last asked for without a clear answer; null while nothing is in doubt. */
  createAskedAt: z.string().nullable(),
  /** The same for the invitation. */
  inviteAskedAt: z.string().nullable(),
  referralId: z.string().nullable(),
  engagementId: z.string().nullable(),
  /** True where the service refused to go on: then nothing goes on by itself, only when the seller says so. */
  isResting: z.boolean().default(false),
  /** The notice that must still be delivered to the seller; null where they hear it at once. Absent in older records. */
  word: owedNoticeSchema.nullable().default(null),
  /** ISO UTC: when the seller had all of theirs deleted while this was in doubt; it goes once it is settled. */
  forgottenAt: z.string().exactOptional(),
});

/** A planned deal that goes on by itself, or has a notice to deliver, so that a round needn't read those that are done. */
export const openMarkSchema = recordObject({
  schema: z.literal(1),
  tenantId: z.string(),
  objectId: z.string(),
  key: z.string(),
});

/** Says for which planned deal a record of the service was made, so that no other takes it for its own. */
export const claimSchema = recordObject({
  schema: z.literal(1),
  /** Tells planned deals apart, and says nothing of the person: a key is a random UUID, which it can't be guessed without. */
  print: z.string(),
});

export type PlannedDeal = z.infer<typeof plannedDealSchema>;
export type OpenMark = z.infer<typeof openMarkSchema>;
export type Claim = z.infer<typeof claimSchema>;

/** True while only the service can say whether the deal, or Microsoft's part of it, was made. */
export function isInDoubt({ step, isResting, createAskedAt }: PlannedDeal): boolean {
  return step === 'create' ? createAskedAt !== null : step === 'invite' && !isResting;
}

/** Whether it goes on by itself, or has a notice to deliver. */
export const isOpen = ({ word, step, isResting }: PlannedDeal): boolean =>
  word !== null || (step !== 'done' && !isResting);

/** Days after which a forgotten person's deal goes though it was never settled: their sign-in has ended. */
const DOUBT_DAYS = 30;

/** Whether it is too late to learn how a forgotten person's deal ended. */
export function isPastDoubt({ forgottenAt }: PlannedDeal, now: Date): boolean {
  return forgottenAt !== undefined && now.getTime() - Date.parse(forgottenAt) > DOUBT_DAYS * 86_400_000;
}
