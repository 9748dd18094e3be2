import * as z from 'zod';
import { LOCALES } from '../language/locale.ts';
import { recordObject } from '../storage/record-store.ts';

/** How content somebody was with an answer. */
export const RATINGS = ['like', 'dislike'] as const;
export type Rating = (typeof RATINGS)[number];

/** By what they said so: the channel's own thumbs, a reaction, a button of ours, or their words. */
export const RATED_BY = ['thumbs', 'reaction', 'button', 'words'] as const;
export type RatedBy = (typeof RATED_BY)[number];

/** What somebody asked, and what came of it, without anything that says who or which deal. */
export const askedSchema = recordObject({
  id: z.string(),
  /** ISO UTC. */
  at: z.string(),
  /** The language of the conversation. */
  locale: z.enum(LOCALES),
  /** The words, masked; null where a button asked. */
  words: z.string().nullable(),
  outcome: z.enum(['answer', 'clarify', 'passages', 'none']),
  /** The answer that was shown; null where none was. */
  answerId: z.string().nullable(),
  /** What else came into question, the likeliest first: ids of answers and dialogs. */
  candidates: z.array(z.string()),
  /** What the person chose of a clarification; null where they chose nothing. */
  picked: z.string().nullable(),
});

export type QuestionInChat = z.infer<typeof askedSchema>;

/** A question that may make the answers better: not answered, asked back, or rated. */
export const questionSchema = askedSchema.extend({
  schema: z.literal(1),
  /** Whose company's editors may see it, in lower case; null where it was kept before they could. */
  tenantId: z.string().nullable().default(null),
  rating: recordObject({
    as: z.enum(RATINGS),
    by: z.enum(RATED_BY),
    /** What they wrote beside it, masked; null where they wrote nothing. */
    comment: z.string().nullable(),
    /** ISO UTC. */
    at: z.string(),
  }).nullable(),
});

export type KeptQuestion = z.infer<typeof questionSchema>;
