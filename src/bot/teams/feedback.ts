import * as z from 'zod';
import { RATINGS } from '../../questions/question.ts';
import { lastAnswer, rate } from '../asked.ts';
import { type InvokeAnswer, invokeFault } from '../invoke-answer.ts';
import { saidAs } from '../rating.ts';
import { botTexts } from '../texts.ts';
import type { BotServices, Turn } from '../turn.ts';

const MOST_LETTERS = 4_000;

/**
 * Teams documentation, "Feedback buttons": the comment is an object written as text, and may be missing or empty.
 * Microsoft's Agents Playground sends the words as they were typed, and names no message.
 */
const feedbackSchema = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({
    reaction: z.enum(RATINGS),
    feedback: z.string().max(MOST_LETTERS).nullish().catch(null),
  }),
});

const commentSchema = z.string().trim().min(1);

const writtenSchema = z.object({ feedbackText: commentSchema });

/**
 * Takes a thumb under an answer; where the client doesn't say which, it is the one said last. One under a message of which nothing is known (any more), or which was said to
 * somebody else, is taken in silence: the client has no place for a sentence.
 */
export async function handleFeedback(
  value: unknown,
  turn: Turn,
  services: BotServices,
): Promise<InvokeAnswer> {
  const sent = feedbackSchema.safeParse(value);
  if (!sent.success) return invokeFault('BadRequest', botTexts[turn.locale].oldButton);
  const { replyToId } = turn.context.activity;
  const said = typeof replyToId === 'string' ? saidAs(replyToId, turn, services) : lastAnswer(turn);
  const { reaction, feedback } = sent.data.actionValue;
  const rating = { as: reaction, by: 'thumbs', comment: commentIn(feedback) } as const;
  if (said !== null) await rate(said, rating, turn, services);
  return { status: 200, body: {} };
}

/** The words of a comment; null where nothing was typed. */
function commentIn(feedback: string | null | undefined): string | null {
  const written = readJson(feedback ?? '');
  const comment = written === null ? feedback : writtenSchema.safeParse(written).data?.feedbackText;
  return commentSchema.safeParse(comment).data ?? null;
}

/** Null where it is no object written as text. */
function readJson(text: string): object | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' ? read : null;
  } catch {
    return null;
  }
}
