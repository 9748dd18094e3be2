import * as z from 'zod';
import { AppError } from '../errors.ts';
import type { ExpertAct } from './acts.ts';
import type { Expert } from './asked-expert.ts';
import type { Experts, Owned } from './experts.ts';

const named = { question: z.string().min(1).max(200) };

/** What the sandbox command does as an expert; also its form on the wire. */
export const playedCommandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('questions') }),
  ...(['take', 'hand-back', 'close', 'reopen'] as const).map((command) =>
    z.strictObject({ command: z.literal(command), ...named }),
  ),
  z.strictObject({ command: z.literal('answer'), ...named, text: z.string().min(1).max(4_000) }),
]);

export type PlayedCommand = z.infer<typeof playedCommandSchema>;

/** The questions that a command showed or changed, as much of them as a person needs. */
export const playedResultSchema = z.object({
  questions: z.array(
    z.object({ id: z.string(), state: z.string(), text: z.string(), answer: z.string().nullable() }),
  ),
});

export type PlayedResult = z.infer<typeof playedResultSchema>;

/** Who answers where nobody does: an invented expert. */
const PLAYED: Expert = { objectId: 'sandbox', name: 'Ada Esempio' };

export interface PlayedDesk {
  readonly experts: Pick<Experts, 'all'>;
  act(owned: Owned, act: ExpertAct, who: Expert): ReturnType<Experts['act']>;
}

/**
 * Plays an expert.
 *
 * @throws AppError `invalid-input` where no one question is meant, `refused` where it doesn't stand so that it can be done
 */
export async function playExpert(desk: PlayedDesk, command: PlayedCommand): Promise<PlayedResult> {
  const all = await desk.experts.all();
  if (command.command === 'questions') return { questions: all.map(toLine) };
  const found = all.filter(({ question: { id } }) => id.startsWith(command.question));
  const [owned, ...others] = found;
  if (owned === undefined || others.length > 0) {
    const which = owned === undefined ? 'no question has' : 'several questions have';
    throw new AppError('invalid-input', `sandbox: ${which} an id that begins with "${command.question}"`);
  }
  const act: ExpertAct =
    command.command === 'answer' ? { do: 'answer', text: command.text } : { do: command.command };
  const result = await desk.act(owned, act, PLAYED);
  if (result?.isDone === true) return { questions: [toLine({ ...owned, question: result.question })] };
  throw new AppError(
    'refused',
    `sandbox: the question is ${owned.question.state}, so "${act.do}" can't be done`,
  );
}

/**
 * Reads the words after `npm run sandbox --`; null where they are none of an expert's.
 *
 * @throws AppError `invalid-input` where they begin as one's do, and can't be read
 */
export function parsePlayedWords(words: readonly string[]): PlayedCommand | null {
  const [command, question, ...text] = words;
  if (!COMMANDS.some((each) => each === command)) return null;
  const parsed = playedCommandSchema.safeParse({
    command,
    ...(question === undefined ? {} : { question }),
    ...(text.length === 0 ? {} : { text: text.join(' ') }),
  });
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-input', `sandbox: "${words.join(' ')}" can't be read\n${USAGE}`);
}

const COMMANDS = ['questions', 'take', 'answer', 'hand-back', 'close', 'reopen'] as const;

const USAGE = `Usage, with a question's id or its beginning:
  npm run sandbox -- questions
  npm run sandbox -- take|hand-back|close|reopen <question>
  npm run sandbox -- answer <question> "the answer"`;

function toLine({ question: { id, state, text, answer } }: Owned): PlayedResult['questions'][number] {
  return { id, state, text, answer: answer?.text ?? null };
}
