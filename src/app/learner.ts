import type { Worker } from 'node:worker_threads';
import type { LearningTask, LearnedIndex, ThreadMessage } from './learning-thread.ts';
import { beginThread } from './thread.ts';
import { AppError } from '../errors.ts';
import { createSerial } from '../serial.ts';

/** Learning in a thread of its own, so that no turn waits for it; one lesson after the other. */
export interface Learner {
  /**
   * Resolves when all is learned.
   *
   * @param make what is to be learned, asked when its turn comes
   * @param give told of what was learned, perhaps twice: first without what takes longest
   * @throws AppError `invalid-input` where the knowledge can't be used, `unreachable` where the thread ended early
   */
  learn(make: () => LearningTask, give: (index: LearnedIndex) => void): Promise<void>;
  /** Ends what is under way and what waits, which then learn nothing. */
  stop(): Promise<void>;
}

/** A thread lives as long as it learns: what changes is rare, and its memory is given back. */
export function createLearner(): Learner {
  const serial = createSerial();
  let thread: Worker | null = null;
  let isStopped = false;
  const learn = async (task: LearningTask, give: (index: LearnedIndex) => void): Promise<void> => {
    const worker = beginThread('./learning-thread', import.meta.url, { workerData: task });
    thread = worker;
    try {
      await listen(worker, give);
    } finally {
      thread = null;
      await worker.terminate();
    }
  };
  return {
    learn: (make, give) =>
      serial.run('thread', () => (isStopped ? Promise.reject(endedEarly()) : learn(make(), give))),
    async stop() {
      isStopped = true;
      await thread?.terminate();
    },
  };
}

function endedEarly(): AppError {
  return new AppError('unreachable', 'knowledge: its thread ended early');
}

function listen(worker: Worker, give: (index: LearnedIndex) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'refused') return reject(new AppError('invalid-input', message.reason));
      give(message.index);
      if (message.isWhole) resolve();
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(endedEarly()));
  });
}
