import type { Locale } from '../language/locale.ts';

/** A kept question as an editor sees it. */
export interface QueuedQuestion {
  readonly id: string;
  /** ISO UTC. */
  readonly at: string;
  readonly locale: Locale;
  /** Masked. */
  readonly words: string;
  readonly outcome: 'answer' | 'clarify' | 'passages' | 'none';
  /** The answer that was shown, where somebody didn't like it; else null. */
  readonly disliked: string | null;
  /** What else came into question when it was asked, the likeliest first. */
  readonly candidates: readonly string[];
  /** What the person chose of a clarification: an answer or a dialog; null where nothing. */
  readonly picked: string | null;
  /** What an expert answered, masked; null where none did. */
  readonly expert: string | null;
}

/** What the engine thinks of a question as it is now. */
export interface Judgement {
  readonly outcome: 'answer' | 'dialog' | 'clarify' | 'passages' | 'none';
  /** The answer or dialog it is given; null where none is. */
  readonly id: string | null;
  readonly candidates: readonly {
    readonly id: string;
    readonly kind: 'answer' | 'dialog';
    readonly confidence: number;
  }[];
  /** The topic of what nothing here answers that it is nearest to; null where it is near none. */
  readonly topic: string | null;
  /** Whether these very words are listed as what nothing here answers. */
  readonly isListedOutside: boolean;
}

/** Where questions like these belong. */
export type Home =
  | { readonly kind: 'example'; readonly of: string }
  | { readonly kind: 'new-answer'; readonly text: string | null }
  | { readonly kind: 'not-ours'; readonly topic: string | null };

/** What speaks for a home, as counts. */
export interface HomeEvidence {
  readonly questions: number;
  /** How many people chose what is proposed, of a clarification. */
  readonly picks: number;
  readonly experts: number;
  readonly dislikes: number;
  /** Mean confidence of what is proposed, 0 where it is no candidate. */
  readonly confidence: number;
}

export interface Proposed {
  readonly home: Home;
  readonly evidence: HomeEvidence;
}

/** What a person chose counts as much as a candidate that is sure twice over. */
const PICK = 2;
/** What somebody disliked must be outweighed by another's choice. */
const DISLIKE = 1;
/** From this mean on a candidate is proposed though nobody chose it: likelier than a question back would need. */
const LIKELY_FROM = 0.3;

/**
 * Where a group of like questions belongs: under the answer or dialog that people chose, else a new answer where an
 * expert gave one, else what nothing here is about where the engine says so, else the likeliest answer, else a new one.
 */
export function homeOf(
  questions: readonly QueuedQuestion[],
  judge: (question: QueuedQuestion) => Judgement,
): Proposed {
  const judged = questions.map((question) => ({ question, judgement: judge(question) }));
  const votes = votesOf(judged);
  const [best] = [...votes].sort(([one, a], [other, b]) => b - a || one.localeCompare(other));
  const evidenceOf = (id: string | null): HomeEvidence => ({
    questions: questions.length,
    picks: questions.filter(({ picked }) => picked !== null && picked === id).length,
    experts: questions.filter(({ expert }) => expert !== null).length,
    dislikes: questions.filter(({ disliked }) => disliked !== null).length,
    confidence: id === null ? 0 : meanConfidence(id, judged),
  });
  const chosen = best === undefined || best[1] <= 0 ? null : best[0];
  const evidence = evidenceOf(chosen);
  if (chosen !== null && evidence.picks > 0) return { home: { kind: 'example', of: chosen }, evidence };
  const told = questions.findLast(({ expert }) => expert !== null)?.expert ?? null;
  if (told !== null) return { home: { kind: 'new-answer', text: told }, evidence: evidenceOf(null) };
  const topics = judged.map(({ judgement }) => judgement.topic).filter((topic) => topic !== null);
  if (2 * topics.length > judged.length)
    return { home: { kind: 'not-ours', topic: topics[0] ?? null }, evidence: evidenceOf(null) };
  if (chosen !== null && evidence.confidence >= LIKELY_FROM)
    return { home: { kind: 'example', of: chosen }, evidence };
  return { home: { kind: 'new-answer', text: null }, evidence: evidenceOf(null) };
}

interface Judged {
  readonly question: QueuedQuestion;
  readonly judgement: Judgement;
}

function votesOf(judged: readonly Judged[]): Map<string, number> {
  const votes = new Map<string, number>();
  const vote = (id: string, weight: number): void => void votes.set(id, (votes.get(id) ?? 0) + weight);
  for (const { question, judgement } of judged) {
    for (const { id, confidence } of judgement.candidates) vote(id, confidence);
    if (question.picked !== null) vote(question.picked, PICK);
    if (question.disliked !== null)
      vote(question.disliked, -DISLIKE - confidenceIn(question.disliked, judgement));
  }
  return votes;
}

function meanConfidence(id: string, judged: readonly Judged[]): number {
  return (
    judged.reduce((sum, { judgement }) => sum + confidenceIn(id, judgement), 0) / Math.max(1, judged.length)
  );
}

function confidenceIn(id: string, { candidates }: Judgement): number {
  return candidates.find((each) => each.id === id)?.confidence ?? 0;
}
