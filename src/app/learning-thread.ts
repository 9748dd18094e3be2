import { parentPort, workerData } from 'node:worker_threads';
import type { KeptIndex, MadeOf } from './kept-index.ts';
import { keepUpToDate, type Lessons } from './trained-index.ts';
import { AppError } from '../errors.ts';
import type { TrainedIndex } from '../matching/training.ts';

/** What a thread is to learn, and what is known already and need not be handed over. */
export interface LearningTask {
  readonly lessons: Lessons;
  readonly known: MadeOf;
}

/** What a thread tells of it: what was learned, first perhaps without its last part, or why nothing was. */
export type ThreadMessage =
  | { readonly kind: 'learned'; readonly index: LearnedIndex; readonly isWhole: boolean }
  | { readonly kind: 'refused'; readonly reason: string };

/** What was learned, less what is as it was known already. */
export interface LearnedIndex extends Omit<KeptIndex, 'trained' | 'acts' | 'sections'> {
  /** Of what was trained the one part that any edit changes, where the rest is known. */
  readonly trained: TrainedIndex | Pick<TrainedIndex, 'ownWords'>;
  readonly acts: KeptIndex['acts'] | 'same';
  /** With `same` the sections of the knowledge are left out, too. */
  readonly sections: KeptIndex['sections'] | 'same';
}

/** What is worth handing over: most edits change neither what was trained nor the documents. */
function toHandOver({ knowledge, trained, acts, sections, madeOf }: KeptIndex, known: MadeOf): LearnedIndex {
  const hasSections = madeOf.sections !== known.sections;
  return {
    knowledge: hasSections ? knowledge : { ...knowledge, sections: [] },
    trained: madeOf.trained === known.trained ? { ownWords: trained.ownWords } : trained,
    acts: madeOf.acts === known.acts ? 'same' : acts,
    sections: hasSections ? sections : 'same',
    madeOf,
  };
}

const tell = (message: ThreadMessage): void => parentPort?.postMessage(message);

async function learnTask({ lessons, known }: LearningTask): Promise<void> {
  try {
    const give = (index: KeptIndex, isWhole: boolean): void =>
      tell({ kind: 'learned', index: toHandOver(index, known), isWhole });
    give(await keepUpToDate(lessons, (early) => give(early, false)), true);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    tell({ kind: 'refused', reason: error.message });
  }
}

await learnTask(workerData as LearningTask);
