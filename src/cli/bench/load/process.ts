import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../../errors.ts';
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
    address: await addressOf(child),
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

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /https?:\/\/[\d.:a-z]+\//.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) =>
      reject(
        new AppError('unreachable', `bench load: the bot ended with ${String(code)} before it listened`),
      ),
    );
  });
}
