import * as z from 'zod';
import { RATINGS } from '../../questions/question.ts';
import { rate } from '../asked.ts';
import { type InvokeAnswer, invokeFault } from '../invoke-answer.ts';
import { saidAs } from '../rating.ts';
import { botTexts } from '../texts.ts';
import type { BotServices, Turn } from '../turn.ts';

const MOST_LETTERS = 4_000;

/** Teams documentation, "Feedback buttons": the comment is an object written as text, and may be missing or empty. */
const feedbackSchema = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({
    reaction: z.enum(RATINGS),
    feedback: z.string().max(MOST_LETTERS).nullish().transform(readJson).catch(null),
  }),
});

const commentSchema = z.object({ feedbackText: z.string().trim().min(1).max(MOST_LETTERS) });

/**
 * Takes a thumb under an answer. One under a message of which nothing is known (any more), or which was said to
 * somebody else, is taken in silence: the client has no place for a sentence.
 */
export async function handleFeedback(
  value: unknown,
  turn: Turn,
  services: BotServices,
): Promise<InvokeAnswer> {
  const sent = feedbackSchema.safeParse(value);
  const { replyToId } = turn.context.activity;
  if (!sent.success || typeof replyToId !== 'string')
    return invokeFault('BadRequest', botTexts[turn.locale].oldButton);
  const said = saidAs(replyToId, turn, services);
  const { reaction, feedback } = sent.data.actionValue;
  const comment = commentSchema.safeParse(feedback).data?.feedbackText ?? null;
  if (said !== null) await rate(said, { as: reaction, by: 'thumbs', comment }, turn, services);
  return { status: 200, body: {} };
}

function readJson(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return null;
  }
}
