import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { commandOf, finish, startModule } from '../child-process.ts';
import type { Order } from './lock-holder-process.ts';

const MODULE = 'test/storage/lock-holder-process';

/** A process of its own that takes a lock, or tries to. */
export interface LockProcess {
  readonly child: ChildProcess;
  /** Resolves to `done`, or to the reason of the refusal. */
  order(order: Order): Promise<string>;
  kill(): Promise<void>;
}

export function startLockProcess(): LockProcess {
  return wrap(startModule(MODULE, [], {}, 'pipe'));
}

/** In a PID namespace of its own; null where this machine doesn't let us make one. */
export function startLockProcessApart(): LockProcess | null {
  const unshare = ['-p', '-f', '--mount-proc'];
  if (spawnSync('unshare', [...unshare, 'true']).status !== 0) return null;
  return wrap(spawn('unshare', [...unshare, '--kill-child', ...commandOf(MODULE)], { stdio: 'pipe' }));
}

/** The id of a process that has ended. */
export function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

function wrap(child: ChildProcess): LockProcess {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('a process that takes no orders');
  const lines = createInterface({ input: stdout });
  const ended = finish(child);
  return {
    child,
    order: (order) =>
      new Promise((resolve, reject) => {
        lines.once('line', resolve);
        void ended.then(({ stderr }) => reject(new Error(`the process ended: ${stderr}`)));
        stdin.write(`${JSON.stringify(order)}\n`);
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
