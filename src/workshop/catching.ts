import type { Locale } from '../language/locale.ts';
import type { QueuedQuestion } from '../questions/home.ts';
import { termsOf } from '../questions/likeness.ts';
import type { KnownNow } from './judge.ts';

/** Who would catch a sentence. */
export interface Catching {
  readonly outcome: 'answer' | 'dialog' | 'clarify' | 'passages' | 'none';
  readonly candidates: readonly {
    readonly id: string;
    readonly confidence: number;
    /** Its own example that is nearest. */
    readonly example: string;
  }[];
  /** Kept questions that say much the same, masked. */
  readonly asked: readonly string[];
}

/** From this share of words on a kept question says much the same. */
const MUCH = 0.5;
const MOST_ASKED = 5;

/** What the engine would make of a sentence now, and which kept questions are like it. */
export function catching(
  sentence: string,
  locale: Locale,
  { answerer }: KnownNow,
  kept: readonly QueuedQuestion[],
): Catching {
  const { match, candidates } = answerer.explain(sentence, { locale, isOne: true });
  const terms = new Set(termsOf({ words: sentence, locale }));
  const isLike = (question: QueuedQuestion): boolean => {
    const own = termsOf(question);
    const shared = own.filter((term) => terms.has(term)).length;
    return question.locale === locale && shared > 0 && shared >= MUCH * Math.min(own.length, terms.size);
  };
  return {
    outcome: match.outcome,
    candidates: candidates.map(({ id, confidence, nearestExample }) => ({
      id,
      confidence,
      example: nearestExample,
    })),
    asked: [...new Set(kept.filter(isLike).map(({ words }) => words))].slice(0, MOST_ASKED),
  };
}
