import { type HomeEvidence, type Home, homeOf, type Judgement, type QueuedQuestion } from './home.ts';
import { groupAlike } from './likeness.ts';
import type { KeptQuestion } from './question.ts';

/** Questions that ask about the same, and what is proposed for them. */
export interface QueueEntry {
  /** Eight letters of its oldest question's id: the same as long as that one is kept. */
  readonly id: string;
  /** Oldest first. */
  readonly questions: readonly QueuedQuestion[];
  readonly home: Home;
  readonly evidence: HomeEvidence;
}

/** What is noted as chosen of a clarification of which nothing fitted (`src/bot/asked.ts`). */
const NOTHING_CHOSEN = 'none-of-these';

/** So many are grouped, the newest: what is older was looked at, or will go by itself. */
const MOST_GROUPED = 2_000;

const ID_LETTERS = 8;

/**
 * A kept question as one of the queue; null where it needs no editor: a button asked, or what was shown, an answer or a
 * passage of a document, was neither disliked nor passed over.
 */
export function toQueued(kept: KeptQuestion): QueuedQuestion | null {
  const { id, at, locale, words, outcome, candidates, picked, rating, answerId } = kept;
  const isShown = outcome === 'answer' || (outcome === 'passages' && picked !== NOTHING_CHOSEN);
  if (words === null || (isShown && rating?.as !== 'dislike')) return null;
  const disliked = rating?.as === 'dislike' ? answerId : null;
  // A section of a document takes no examples.
  const chosen = picked === NOTHING_CHOSEN || outcome === 'passages' ? null : picked;
  return { id, at, locale, words, outcome, disliked, candidates, picked: chosen, expert: null };
}

/**
 * What waits for an editor, in groups, those of most questions first. What the engine by now answers, and not with
 * what somebody disliked, needs nobody any more: so an example that was taken over leaves the queue by itself.
 *
 * @param judge what the engine says to a question today
 */
export function queueOf(
  questions: readonly QueuedQuestion[],
  judge: (question: QueuedQuestion) => Judgement,
): QueueEntry[] {
  const remembered = new Map<string, Judgement>();
  const judgeOnce = (question: QueuedQuestion): Judgement => {
    const known = remembered.get(question.id) ?? judge(question);
    remembered.set(question.id, known);
    return known;
  };
  const newest = [...questions].sort((one, other) => one.at.localeCompare(other.at)).slice(-MOST_GROUPED);
  const open = newest.filter((question) => !isSettled(question, judgeOnce(question)));
  return groupAlike(open)
    .map((members) => ({
      id: (members[0]?.id ?? '').slice(0, ID_LETTERS),
      questions: members,
      ...homeOf(members, judgeOnce),
    }))
    .sort((one, other) => other.questions.length - one.questions.length);
}

function isSettled(question: QueuedQuestion, { outcome, id, isListedOutside }: Judgement): boolean {
  if (isListedOutside) return true;
  if (outcome === 'passages') return question.outcome !== 'passages' && question.expert === null;
  return (outcome === 'answer' || outcome === 'dialog') && id !== question.disliked;
}
