import * as z from 'zod';
import { recordObject } from '../../storage/record-store.ts';
import { newReferralSchema } from '../deal.ts';
import { wordSchema } from './word.ts';

/** A confirmed deal as it waits. Whether its day is one the service takes is the service's to say. */
export const draftSchema = newReferralSchema.extend({ closingDate: z.string() });

export const intentSchema = recordObject({
  schema: z.literal(1),
  kind: z.literal('intent'),
  key: z.string(),
  tenantId: z.string(),
  objectId: z.string(),
  /** What is left to do: make our record, invite Microsoft, nothing. */
  step: z.enum(['create', 'invite', 'done']),
  /** Null once it is done and told: what the service holds isn't kept here a second time. */
  draft: draftSchema.nullable(),
  /** ISO UTC: when the intent was recorded, before anything was sent. */
  recordedAt: z.string(),
  /** ISO UTC: when our record was last asked for without a clear answer; null while nothing is in doubt. */
  createAskedAt: z.string().nullable(),
  /** The same for the invitation. */
  inviteAskedAt: z.string().nullable(),
  referralId: z.string().nullable(),
  engagementId: z.string().nullable(),
  /** True where the service refused to go on: then nothing goes on by itself, only when the seller says so. */
  isResting: z.boolean().default(false),
  /** What the seller has still to hear; null where they hear it at once. Absent in older intents. */
  word: wordSchema.nullable().default(null),
  /** ISO UTC: when the seller had all of theirs deleted while this was in doubt; it goes once it is settled. */
  forgottenAt: z.string().exactOptional(),
});

/** An intent that goes on by itself, or owes a word, so that a round needn't read those that are done. */
export const openIntentSchema = recordObject({
  schema: z.literal(1),
  tenantId: z.string(),
  objectId: z.string(),
  key: z.string(),
});

/** Says for which intent a record of the service was made, so that no other takes it for its own. */
export const claimSchema = recordObject({
  schema: z.literal(1),
  /** Tells intents apart, and says nothing of the person: a key is a random UUID, which it can't be guessed without. */
  print: z.string(),
});

export type Intent = z.infer<typeof intentSchema>;
export type OpenIntent = z.infer<typeof openIntentSchema>;
export type Claim = z.infer<typeof claimSchema>;

/** True while only the service can say whether the deal, or Microsoft's part of it, was made. */
export function isInDoubt({ step, isResting, createAskedAt }: Intent): boolean {
  return step === 'create' ? createAskedAt !== null : step === 'invite' && !isResting;
}

/** Whether it goes on by itself, or owes its seller a word. */
export const isOpen = ({ word, step, isResting }: Intent): boolean =>
  word !== null || (step !== 'done' && !isResting);

/** Days after which a forgotten person's deal goes though it was never settled: their sign-in has ended. */
export const DOUBT_DAYS = 30;

/** Whether it is too late to learn how a forgotten person's deal ended. */
export function isPastDoubt({ forgottenAt }: Intent, now: Date): boolean {
  return forgottenAt !== undefined && now.getTime() - Date.parse(forgottenAt) > DOUBT_DAYS * 86_400_000;
}
