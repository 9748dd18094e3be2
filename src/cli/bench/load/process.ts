import { fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printedAddress } from '../../printed-address.ts';
import { type Usage, usageSchema } from './usage.ts';

/** A bot in a process of its own that tells what it uses. */
export interface MeasuredProcess {
  readonly address: string;
  /** What it has used since this was asked before. */
  usage(): Promise<Usage>;
  kill(): Promise<void>;
}

/**
 * Starts the assistant or the echo bot, compiled or from source as this file itself runs.
 *
 * @throws AppError `unreachable` when it ends before it listens.
 */
export async function startMeasured(
  which: 'bot' | 'echo',
  env: Readonly<Record<string, string>>,
): Promise<MeasuredProcess> {
  const script = fileURLToPath(new URL(`./measured${extname(import.meta.url)}`, import.meta.url));
  const child = fork(script, [which], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  return {
    address: await printedAddress(child),
    async usage() {
      child.send('usage');
      const [told] = (await once(child, 'message')) as readonly unknown[];
      return usageSchema.parse(told);
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
