import type { Knowledge } from '../knowledge/knowledge.ts';
import { contentWords, nameNothing } from '../language/function-words.ts';
import type { Language } from '../language/locale.ts';
import type { Entry } from './entries.ts';
import type { UtteranceWord } from './utterance-words.ts';

/** A longer utterance says itself what it is about. */
const MOST_CONTENT_WORDS = 5;
/** How much nearer the last answer's neighbours are taken to be, of what they score by themselves. */
const SHARE = 0.4;
/** At most this much: it decides between near candidates, it never makes one out of nothing. */
const MOST = 0.3;

/**
 * What a question that goes on from an answer has of its subject without a word of it: enough that what is half as sure
 * as must be (a confidence of .3) is just sure.
 */
const LEAN = 0.75;

/** Which entries a short follow-up may mean: "e chi me lo può dare?" after an answer that names a role. */
export class Neighbours {
  private readonly byAnswer = new Map<string, ReadonlySet<string>>();

  constructor(knowledge: Knowledge) {
    for (const answer of knowledge.answers.values()) {
      const near = new Set([...answer.related, answer.parent, answer.dialog].filter((id) => id !== null));
      for (const other of knowledge.answers.values()) {
        if (other.parent === answer.id || (other.parent !== null && other.parent === answer.parent))
          near.add(other.id);
      }
      near.delete(answer.id);
      this.byAnswer.set(answer.id, near);
    }
  }

  /**
   * The scores of the subject alone: the answer shown last and what is near it, raised by {@link LEAN}, and by half of it
   * what is near that.
   * Null where it is gone.
   */
  within(
    lastAnswerId: string,
    words: readonly UtteranceWord[],
    entries: readonly Entry[],
    z: Float64Array,
  ): Float64Array | null {
    const near = this.byAnswer.get(lastAnswerId);
    if (near === undefined) return null;
    const further = new Set([...near].flatMap((id) => [...(this.byAnswer.get(id) ?? [])]));
    // "E chi lo fa?" has no word that says whether it is ours.
    const isBare = nameNothing(words.map(({ text }) => text));
    return z.map((score, at) => {
      const { id = '', kind } = entries[at] ?? {};
      if (kind === 'outside' && !isBare) return score;
      if (id === lastAnswerId || near.has(id)) return score + LEAN;
      return further.has(id) ? score + LEAN / 2 : -Infinity;
    });
  }

  /** Raises the scores of what is near the last answer, when the utterance is short enough to lean on it. */
  favour(
    lastAnswerId: string,
    words: readonly UtteranceWord[],
    locale: Language,
    entries: readonly Entry[],
    z: Float64Array,
  ): void {
    const near = this.byAnswer.get(lastAnswerId);
    const texts = words.map((word) => word.text);
    if (near === undefined || contentWords(texts, locale).length > MOST_CONTENT_WORDS) return;
    entries.forEach((entry, at) => {
      const score = z[at] ?? 0;
      if (near.has(entry.id) && score > 0) z[at] = score + Math.min(MOST, SHARE * score);
    });
  }
}
