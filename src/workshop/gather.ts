import type { ExpertAsker } from '../experts/asked-expert.ts';
import type { QueuedQuestion } from '../questions/home.ts';
import type { KeptQuestion } from '../questions/question.ts';
import { toQueued } from '../questions/queue.ts';

/** What is kept of questions, as far as editors look at it. */
export interface KeptQuestions {
  readonly questions: readonly KeptQuestion[];
  readonly askers: readonly ExpertAsker[];
}

/**
 * The questions that editors look at, of one company or of all: those that were kept in the chat, and those that an
 * expert has answered, with the answer as far as it names nobody.
 *
 * @param tenantId in lower case; null takes all
 */
export function gatherQuestions(
  { questions, askers }: KeptQuestions,
  tenantId: string | null,
): QueuedQuestion[] {
  const own = <T extends { readonly tenantId: string | null }>(each: T): boolean =>
    tenantId === null || each.tenantId === tenantId;
  const asked = questions.filter(own).flatMap((kept) => toQueued(kept) ?? []);
  const told = askers.filter(own).flatMap((asker) => asker.questions.flatMap(toldQuestion));
  return [...asked, ...told];
}

function toldQuestion({
  id,
  locale,
  text,
  askedAt,
  answer,
}: ExpertAsker['questions'][number]): QueuedQuestion[] {
  if (answer === null) return [];
  const kept = { disliked: null, candidates: [], picked: null } as const;
  return [{ id, at: askedAt, locale, words: text, outcome: 'none', ...kept, expert: answer.masked }];
}
