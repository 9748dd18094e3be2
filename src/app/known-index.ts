import { type KeptIndex, revive } from './kept-index.ts';
import type { LearnedIndex } from './learning-thread.ts';
import type { Learner } from './learner.ts';
import type { ReadingHold } from './reading-hold.ts';
import { type Learned, type Lessons, toLearned } from './trained-index.ts';
import type { TurnKnowledge } from '../bot/turn.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { hearOtherWords } from '../language/said.ts';
import { createReader } from '../reading/reader.ts';

/** What a turn may know. */
export type PresentKnowledge = TurnKnowledge & Learned;

/** What was learned of a knowledge folder, swapped as a whole when something else is learned. */
export interface KnownIndex {
  present(): PresentKnowledge;
  readonly index: () => KeptIndex;
  /**
   * Learns in a thread; resolves when turns that begin know it.
   *
   * @throws AppError as {@link Learner.learn}; what was known before still is
   */
  learn(lessons: Lessons): Promise<void>;
}

export interface KnownIndexOptions {
  /** What is known to begin with, or what is like it. */
  readonly first: KeptIndex;
  readonly learner: Learner;
  readonly hold: ReadingHold;
  /** Told of each change, once turns that begin know it. */
  readonly onSwap: (now: Knowledge, before: Knowledge) => void;
}

export const toPresent = ({ knowledge, answerer, acts }: Learned): PresentKnowledge => ({
  knowledge,
  answerer,
  reader: createReader(knowledge.words ?? {}, acts),
});

export function createKnownIndex({ first, learner, hold, onSwap }: KnownIndexOptions): KnownIndex {
  let index = first;
  let known: PresentKnowledge | null = null;
  const adopt = async (found: LearnedIndex): Promise<void> => {
    const next = complete(found, index);
    const swap = (): void => {
      const before = index.knowledge;
      if (!isSame(before.words, next.knowledge.words)) hearOtherWords(next.knowledge.words ?? {});
      known = toPresent(toLearned(next));
      index = next;
      onSwap(next.knowledge, before);
    };
    // Words are of the whole process, so that no turn may read by two of them.
    return isSame(index.knowledge.words, next.knowledge.words) ? swap() : hold.whenFree(swap);
  };
  return {
    present: () => (known ??= toPresent(toLearned(index))),
    index: () => index,
    async learn(lessons) {
      let swaps = Promise.resolve();
      await learner.learn(
        () => ({ lessons, known: index.madeOf }),
        (found) => {
          swaps = swaps.then(() => adopt(found));
          swaps.catch(() => undefined);
        },
      );
      await swaps;
    },
  };
}

/** What a thread left out, since it is as it was. */
function complete(
  { knowledge, trained, acts, sections, madeOf }: LearnedIndex,
  before: KeptIndex,
): KeptIndex {
  const { sections: own = [] } = sections === 'same' ? before.knowledge : knowledge;
  // The same words stay the same object, by which readers know them again.
  const words = isSame(before.knowledge.words, knowledge.words) ? before.knowledge.words : knowledge.words;
  return {
    knowledge: { ...knowledge, ...(words === undefined ? {} : { words }), sections: own },
    trained: 'rank' in trained ? revive(trained) : { ...before.trained, ...trained },
    acts: acts === 'same' ? before.acts : acts,
    sections: sections === 'same' ? before.sections : sections,
    madeOf,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
