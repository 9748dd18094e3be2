import { stringify } from 'yaml';
import { partsOf, slugOf } from '../experts/proposal.ts';
import type { QueueEntry } from '../questions/queue.ts';
import { withStandIns } from '../questions/mask-texts.ts';

/** The beginning of a new answer, for an editor to finish. */
export interface AnswerDraft {
  readonly id: string;
  readonly question: string;
  /** Empty where no expert has answered. */
  readonly lead: string;
  readonly body: string;
  readonly examples: readonly string[];
}

/** So many phrasings of a group are taken over, the newest: more of the same teach nothing. */
const MOST_LINES = 8;

/** A new answer to a group of questions: what an expert said, the newest question as its title, all as examples. */
export function draftOf({ questions, home }: Pick<QueueEntry, 'questions' | 'home'>): AnswerDraft {
  const examples = linesOf(questions);
  const [question = ''] = examples;
  const { lead, body } =
    home.kind === 'new-answer' && home.text !== null ? partsOf(home.text) : { lead: '', body: '' };
  return { id: slugOf(question), question, lead, body, examples };
}

/** The questions as sentences that somebody could say, each once, newest first. */
export function linesOf(questions: QueueEntry['questions']): string[] {
  const said = questions.map(({ words, locale }) => withStandIns(words, locale)).reverse();
  return [...new Set(said)].filter((line) => line !== '').slice(0, MOST_LINES);
}

/** The draft as a file of `answers/`. */
export function draftYaml(draft: AnswerDraft, locale: string, today: string): string {
  const { id, ...text } = draft;
  return stringify({ id, sources: [], related: [], reviewed: today, [locale]: text });
}
