import type { LiveKnowledge } from './live-knowledge.ts';
import { presentAnswer } from '../bot/watch/present-answer.ts';
import { type AnswersOf, recallAnswers } from '../watch/recall.ts';
import type { TellingOptions } from '../watch/telling.ts';

/** What answers say now, for who got one that said something else. */
export interface AnswersNow {
  /** The same object as long as nothing changes; null while it may still, since it was only just taken up. */
  settled(): object | null;
  readonly of: AnswersOf;
}

/** An editor saves in steps, and takes back: only what stood for so long is told, in milliseconds. */
const SETTLED_MS = 600_000;
/** Between two tries where somebody can't be told yet, in milliseconds. */
const AGAIN_MS = 900_000;

export function answersOf(
  live: Pick<LiveKnowledge, 'present' | 'latest' | 'ready'>,
  now: () => Date,
): AnswersNow {
  return {
    settled() {
      const latest = live.latest();
      return now().getTime() - latest.at.getTime() < SETTLED_MS ? null : latest;
    },
    async of(tenantId) {
      const company = tenantId.toLowerCase();
      await live.ready(company);
      const { knowledge } = live.present(company);
      return (id, locale) => presentAnswer(knowledge, id, locale);
    },
  };
}

/** Once for whatever is known, and again while somebody can't be told yet; in between nobody's record is read. */
export interface Recall {
  isDue(): boolean;
  run(): Promise<void>;
}

export function createRecall(answers: AnswersNow, options: TellingOptions): Recall {
  let last: { readonly of: object; readonly isWhole: boolean; readonly at: number } | null = null;
  return {
    isDue() {
      const of = answers.settled();
      if (of === null) return false;
      return last?.of !== of || (!last.isWhole && options.now().getTime() - last.at >= AGAIN_MS);
    },
    async run() {
      const of = answers.settled();
      if (of === null) return;
      const isWhole = await recallAnswers(answers.of, options);
      last = { of, isWhole, at: options.now().getTime() };
    },
  };
}
