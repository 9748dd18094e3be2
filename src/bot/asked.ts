import { randomUUID } from 'node:crypto';
import type { Reply } from '../cards/reply-data.ts';
import { isStoreFault } from '../errors.ts';
import { maskWords } from '../questions/mask.ts';
import type { QuestionInChat, RatedBy, Rating } from '../questions/question.ts';
import { isCommonWord, knowsWord } from '../questions/trade-words.ts';
import type { SaidAnswer } from './session.ts';
import type { BotServices, Turn } from './turn.ts';

/** So many of what was last said to a person in a chat can still be rated. */
const MOST_SAID = 8;

/** Letters of a question that are kept: a mail that somebody pastes is none. */
const MOST_LETTERS = 500;

const MOST_CANDIDATES = 5;

/** What is noted as chosen of a clarification of which nothing fitted. */
export const NONE_OF_THESE = 'none-of-these';

/** What a question came to. */
export interface CameOf extends Pick<QuestionInChat, 'outcome' | 'answerId'> {
  readonly candidates: readonly string[];
}

/**
 * Remembers what somebody asked and what was said, so that it can be rated; keeps it where it was not answered. Returns
 * what it is called by.
 *
 * @param utterance null where a button asked
 */
export async function noteAsked(
  outcome: CameOf,
  utterance: string | null,
  turn: Turn,
  services: BotServices,
): Promise<string> {
  const { session, locale, now } = turn;
  await notePicked(outcome.answerId, turn, services);
  const words = utterance === null ? null : await masked(utterance, turn, services);
  const asked: QuestionInChat = {
    ...outcome,
    candidates: outcome.candidates.slice(0, MOST_CANDIDATES),
    id: randomUUID(),
    at: now.toISOString(),
    locale,
    words,
    picked: null,
  };
  const letter = turn.context.activity.id ?? '';
  session.said = [...session.said, { asked, letter, activityId: null, rating: null }].slice(-MOST_SAID);
  if (outcome.outcome !== 'answer')
    await unlessStoreFails(services.questions.note(turn.actor, asked), services);
  return asked.id;
}

/** The reply to a question as one that can be rated: by the channel's own thumbs, or by buttons of ours. */
export function ratable(reply: Reply, question: string, { context: { activity } }: Turn): Reply {
  const { channelId } = activity;
  if (channelId === 'msteams') return { ...reply, rates: { question, by: 'thumbs' } };
  return WITH_BUTTONS.includes(channelId) ? { ...reply, rates: { question, by: 'button' } } : reply;
}

/** Channels that show our cards and have no thumbs of their own. */
const WITH_BUTTONS: readonly string[] = ['webchat', 'directline', 'emulator'];

/** What was chosen of the clarification, or of the passages, before it says what was meant. */
export async function notePicked(picked: string | null, turn: Turn, services: BotServices): Promise<void> {
  const before = turn.session.said.at(-1);
  if (before === undefined || picked === null || before.asked.picked !== null) return;
  if (before.asked.outcome !== 'clarify' && before.asked.outcome !== 'passages') return;
  if (picked !== NONE_OF_THESE && !before.asked.candidates.includes(picked)) return;
  before.asked.picked = picked;
  await unlessStoreFails(services.questions.note(turn.actor, before.asked), services);
}

/** The words without names and facts, as they are kept and as others may read them. */
export async function masked(text: string, turn: Turn, services: BotServices): Promise<string> {
  const { actor, person, locale } = turn;
  const { customers, people } = await services.namesToHide(actor);
  const own = person === null ? [] : [`${person.firstName} ${person.lastName}`];
  const names = { customers, people: [...people, ...own] };
  const { knowledge } = services;
  const reading = turn.read(text, null);
  return maskWords(reading, names, knowsWord(knowledge), locale, isCommonWord(knowledge)).slice(
    0,
    MOST_LETTERS,
  );
}

/** How content a person is, and by what they said so. */
export interface GivenRating {
  /** Null takes back what was said before. */
  readonly as: Rating | null;
  readonly by: RatedBy;
  /** As typed; null where nothing was. */
  readonly comment: string | null;
}

/** Keeps and counts a rating; the same once more counts no further. */
export async function rate(
  said: SaidAnswer,
  given: GivenRating,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  const { as, by, comment } = given;
  if (said.rating === as && comment === null) return;
  if (as !== null && said.rating !== as) services.onRated(as, by);
  said.rating = as;
  const words = comment === null ? null : await masked(comment, turn, services);
  const rating = as === null ? null : { as, by, comment: words, at: turn.now.toISOString() };
  await unlessStoreFails(services.questions.rate(turn.actor, said.asked, rating), services);
}

/** The answer that was said last, if nothing else was said since. */
export function lastAnswer({ session }: Turn): SaidAnswer | null {
  const last = session.said.at(-1);
  return last?.asked.outcome === 'answer' && last.asked.answerId === session.lastAnswerId ? last : null;
}

/** A question is answered on a disk that takes nothing, too. */
export async function unlessStoreFails(
  work: Promise<void>,
  { onError }: Pick<BotServices, 'onError'>,
): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isStoreFault(error)) throw error;
    onError(error);
  }
}
