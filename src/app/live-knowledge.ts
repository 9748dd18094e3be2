import { join } from 'node:path';
import type { Logger } from 'pino';
import { watchFolders, type FolderWatch } from './folder-watch.ts';
import { type KeptIndex, revive } from './kept-index.ts';
import { createLearner } from './learner.ts';
import type { LearnedIndex } from './learning-thread.ts';
import { createReadingHold } from './reading-hold.ts';
import { keepUpToDate, type Learned, type Lessons, toLearned } from './trained-index.ts';
import { errorFacts } from '../bot/adapter.ts';
import type { TurnKnowledge, StandingServices } from '../bot/turn.ts';
import { DOCUMENTS } from '../documents/section.ts';
import { AppError } from '../errors.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { hearOtherWords } from '../language/said.ts';
import { createReader } from '../reading/reader.ts';
import { createCoalescer } from '../watch/coalescer.ts';

/** How it stands with the knowledge, for whoever runs the assistant or edits what it knows. */
export interface KnowledgeState {
  /** When what is known now was taken up: ISO 8601. */
  readonly since: string;
  readonly answers: number;
  readonly sections: number;
  /** Why the folder as it is now can't be used, so that what was known before still holds; null where all is well. */
  readonly problem: { readonly at: string; readonly text: string } | null;
}

/** What is known, while the folder that it is read from may change at any time. */
export interface LiveKnowledge {
  /** What a turn that begins now would know. */
  present(): TurnKnowledge & Learned;
  readonly knowing: StandingServices['knowing'];
  /** Whether a turn is under way. */
  readonly isRead: () => boolean;
  state(): KnowledgeState;
  /** Takes up what changed; comes by itself once started. Never throws: what goes wrong is in the state. */
  takeUp(): Promise<KnowledgeState>;
  /** Tells of each change, once turns that begin know it. */
  follow(listener: (now: Knowledge, before: Knowledge) => void): void;
  start(): void;
  stop(): Promise<void>;
}

export interface LiveKnowledgeOptions {
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly now: () => Date;
}

const toKnown = ({ knowledge, answerer }: Learned): TurnKnowledge & Learned => ({
  knowledge,
  answerer,
  reader: createReader(knowledge.words ?? {}),
});

/** Knowledge that was learnt before and doesn't change, where several assistants run in one process. */
export function fixedKnowledge(learned: Learned, { now }: Pick<LiveKnowledgeOptions, 'now'>): LiveKnowledge {
  const known = toKnown(learned);
  const state = stateOf(known.knowledge, now(), null);
  const hold = createReadingHold();
  return {
    present: () => known,
    knowing: (turn) => hold.run(() => turn(known)),
    isRead: hold.isRead,
    state: () => state,
    takeUp: () => Promise.resolve(state),
    follow: () => undefined,
    start: () => undefined,
    stop: () => Promise.resolve(),
  };
}

/**
 * Reads a knowledge folder and keeps up with it: what changes there is learned in a thread of its own and swapped
 * between turns, of which each keeps the knowledge that it began with. What can't be used changes nothing.
 *
 * @throws AppError `invalid-input` where the knowledge can't be used at the beginning.
 */
export async function openKnowledgeOf(
  lessons: Lessons,
  options: LiveKnowledgeOptions,
): Promise<LiveKnowledge> {
  const { log, now } = options;
  const readAt = new Date();
  let index = await keepUpToDate(lessons);
  let known = toKnown(toLearned(index));
  let state = stateOf(index.knowledge, now(), null);
  const hold = createReadingHold();
  const learner = createLearner();
  const learning = createCoalescer();
  const listeners: ((now: Knowledge, before: Knowledge) => void)[] = [];
  let watch: FolderWatch | null = null;
  let isStopped = false;

  const adopt = async (found: LearnedIndex): Promise<void> => {
    const next = complete(found, index);
    const swap = (): void => {
      const before = index.knowledge;
      if (!isSame(before.words, next.knowledge.words)) hearOtherWords(next.knowledge.words ?? {});
      known = toKnown(toLearned(next));
      index = next;
      state = stateOf(next.knowledge, now(), null);
      for (const tell of listeners) tell(next.knowledge, before);
    };
    // Words are of the whole process, so that no turn may read by two of them.
    return isSame(index.knowledge.words, next.knowledge.words) ? swap() : hold.whenFree(swap);
  };

  const learn = async (): Promise<void> => {
    const startedAt = performance.now();
    let swaps = Promise.resolve();
    try {
      await learner.learn({ lessons, known: index.madeOf }, (found) => {
        swaps = swaps.then(() => adopt(found));
        swaps.catch(() => undefined);
      });
      await swaps;
      const { answers, sections } = state;
      log.info({ answers, sections, durationMs: performance.now() - startedAt }, 'knowledge taken up');
    } catch (error) {
      if (isStopped) return;
      const facts = errorFacts(error);
      const text = error instanceof AppError ? error.message : 'learning it failed; see the log';
      state = { ...state, problem: { at: now().toISOString(), text } };
      log.warn(
        { ...facts },
        'the knowledge folder can’t be used as it is; what was known before still holds',
      );
    }
  };
  const takeUp = async (): Promise<KnowledgeState> => {
    if (!isStopped) await learning.run('knowledge', learn);
    return state;
  };
  return {
    present: () => known,
    knowing: (turn) => hold.run(() => turn(known)),
    isRead: hold.isRead,
    state: () => state,
    takeUp,
    follow: (listener) => void listeners.push(listener),
    start() {
      const folders = [lessons.dir, ...lessons.documentFolders.map((folder) => join(folder, DOCUMENTS))];
      watch = watchFolders(
        folders,
        readAt,
        () => void takeUp(),
        (error) =>
          log.warn(errorFacts(error), 'the knowledge folder can’t be watched; a restart reads it anew'),
      );
    },
    async stop() {
      isStopped = true;
      await watch?.stop();
      await learner.stop();
      await learning.settle();
    },
  };
}

function stateOf(
  { answers, sections = [] }: Knowledge,
  at: Date,
  problem: KnowledgeState['problem'],
): KnowledgeState {
  return { since: at.toISOString(), answers: answers.size, sections: sections.length, problem };
}

/** What a thread left out, since it is as it was. */
function complete({ knowledge, trained, sections, madeOf }: LearnedIndex, before: KeptIndex): KeptIndex {
  const { sections: own = [] } = sections === 'same' ? before.knowledge : knowledge;
  // The same words stay the same object, by which readers know them again.
  const words = isSame(before.knowledge.words, knowledge.words) ? before.knowledge.words : knowledge.words;
  return {
    knowledge: { ...knowledge, ...(words === undefined ? {} : { words }), sections: own },
    trained: 'rank' in trained ? revive(trained) : { ...before.trained, ...trained },
    sections: sections === 'same' ? before.sections : sections,
    madeOf,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
