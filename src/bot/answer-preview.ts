import { answerReply } from '../cards/answer-card.ts';
import type { Answer, Knowledge } from '../knowledge/knowledge.ts';
import type { Locale } from '../language/locale.ts';
import { releaseReplies } from './gate.ts';

/** An answer as a person's own chat shows it: an Adaptive Card, or null where it is said as text alone. */
export function previewAnswer(answer: Answer, locale: Locale, knowledge: Knowledge): unknown {
  const exit = { readership: 'sender', locale, words: '', card: null, toPrivateChat: () => null } as const;
  const [activity] = releaseReplies([answerReply(answer, locale, knowledge)], exit);
  return activity?.attachments?.[0]?.content ?? null;
}
