import { answerReply, titleOf } from '../../cards/answer-card.ts';
import type { Reply } from '../../cards/reply-data.ts';
import type { Answer } from '../../knowledge/knowledge.ts';
import { toPhrase } from '../../language/flat.ts';
import type { BotServices, Turn } from '../turn.ts';

/** An answer that fits, as everybody may read it. */
interface FoundAnswer {
  readonly title: string;
  readonly reply: Reply;
}

/** The answers about what is typed: first those that the matching engine names, then those that have the words; all where nothing is typed. */
export function answersAbout(
  typed: string,
  { locale }: Turn,
  { answerer, knowledge }: Pick<BotServices, 'answerer' | 'knowledge'>,
): readonly FoundAnswer[] {
  const all = [...knowledge.answers.values()];
  const named = typed === '' ? [] : answerer.match(typed, { locale, knownNames: [] }).candidates;
  const meant = named.flatMap(({ id, confidence }) =>
    confidence >= LEAST ? (knowledge.answers.get(id) ?? []) : [],
  );
  const holding = all.filter((answer) => holds(answer, typed));
  return [...new Set([...meant, ...holding])].map((answer) => ({
    title: answer.texts[locale]?.question ?? titleOf(answer, locale),
    // Nothing begins from there: a chat in which it is inserted may not know the assistant.
    reply: answerReply(answer, locale, knowledge, { hasWaysOn: false }),
  }));
}

/** Less likely than this, an answer is about something else. */
const LEAST = 0.05;

function holds({ texts }: Answer, typed: string): boolean {
  const wanted = toPhrase(typed);
  return Object.values(texts).some((text) =>
    [text?.question, text?.label, text?.lead].some((part = '') => toPhrase(part).includes(wanted)),
  );
}
