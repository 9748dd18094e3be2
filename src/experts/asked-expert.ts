import * as z from 'zod';
import { LOCALES } from '../language/locale.ts';
import { recordObject } from '../storage/record-store.ts';

/**
 * Where a question to the experts stands.
 *
 * - `waiting`: their channel doesn't have it yet
 * - `open`: anybody may take it
 * - `taken`: one of them is at it
 * - `answered`, `closed`: over, until somebody opens it again
 */
export const EXPERT_STATES = ['waiting', 'open', 'taken', 'answered', 'closed'] as const;
export type ExpertState = (typeof EXPERT_STATES)[number];

/** One of the experts, as their channel calls them. */
const expertSchema = recordObject({ objectId: z.string(), name: z.string() });

const askedExpertSchema = recordObject({
  id: z.string(),
  /** The language it was asked in. */
  locale: z.enum(LOCALES),
  /** As the asker confirmed it, without names and facts. */
  text: z.string(),
  /** What the assistant had said to it, in a few words; null where it knew nothing. */
  said: z.string().nullable(),
  state: z.enum(EXPERT_STATES),
  /** ISO UTC. */
  askedAt: z.string(),
  /** Who is at it; null where nobody is. */
  heldBy: expertSchema.nullable(),
  /** What they answered last. */
  answer: recordObject({
    /** For who asked. */
    text: z.string(),
    /** Without names and facts, as editors see it and as it is proposed; null where it isn't known without them. */
    masked: z.string().nullable().default(null),
    by: expertSchema.nullable(),
  }).nullable(),
  /** What became of it, oldest first; `by` is null where it was the asker, or an expert whose data is deleted. */
  history: z.array(recordObject({ state: z.enum(EXPERT_STATES), at: z.string(), by: z.string().nullable() })),
  /** The message in the experts' channel; null as long as none is known. */
  post: recordObject({ conversationId: z.string(), activityId: z.string() }).nullable(),
  /** What the asker has still to hear; null where they know all. */
  owed: z.enum(['answered', 'closed', 'undelivered']).nullable(),
});

/** What a person has asked the experts, and where they are told. */
export const askerSchema = recordObject({
  schema: z.literal(1),
  /** Lower case, as the object id. */
  tenantId: z.string(),
  objectId: z.string(),
  /** Their personal chat, as the channel names it; opaque here. */
  reference: z.record(z.string(), z.unknown()),
  /** Newest last. */
  questions: z.array(askedExpertSchema),
});

/** Where the experts of a company read; null where they were sent away. */
export const expertsChannelSchema = recordObject({
  schema: z.literal(1),
  locale: z.enum(LOCALES),
  reference: z.record(z.string(), z.unknown()).nullable(),
});

export type Expert = z.infer<typeof expertSchema>;
export type AskedExpert = z.infer<typeof askedExpertSchema>;
export type ExpertAsker = z.infer<typeof askerSchema>;
export type ExpertsChannel = z.infer<typeof expertsChannelSchema>;

/** Whether nobody has to do anything more about it. */
export function isOver({ state }: Pick<AskedExpert, 'state'>): boolean {
  return state === 'answered' || state === 'closed';
}
