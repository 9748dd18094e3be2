import { beginThread } from './thread.ts';
import type { ReadingMessage, ReadingTask } from './reading-thread.ts';
import type { Imported } from '../documents/import/read-all.ts';
import { AppError } from '../errors.ts';

/** What documents may take: what others wrote may be made to take all that there is. */
export interface ReadingLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const LIMITS: ReadingLimits = { milliseconds: 120_000, megabytes: 1_500 };

/**
 * Reads documents in a thread of its own, so that turns go on meanwhile and a document that was made to take for ever
 * takes nothing but its own import.
 *
 * @throws AppError as `readAll` does, and `invalid-input` where it takes too long or too much memory
 */
export async function readAside(task: ReadingTask, limits: ReadingLimits = LIMITS): Promise<Imported> {
  const thread = beginThread('./reading-thread', import.meta.url, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  let path = task.paths.join(', ');
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const giveUp = (what: string, cause?: unknown): void =>
        reject(new AppError('invalid-input', `import: ${path} ${what}`, { cause }));
      timer = setTimeout(() => giveUp('takes too long to read'), limits.milliseconds);
      thread.on('message', (message: ReadingMessage) => {
        if (message.kind === 'reading') path = message.path;
        else if (message.kind === 'read') resolve(message.imported);
        else reject(new AppError(message.error.code, message.error.message));
      });
      thread.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') giveUp('takes too much memory to read', error);
        else reject(error);
      });
      thread.on('exit', () => giveUp('could not be read to its end'));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
