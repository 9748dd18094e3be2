import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printedAddress } from '../printed-address.ts';

/** A process of the assistant that can be ended at any moment. */
export interface BotChild {
  /** Resolves to its address, with a slash at its end. Rejects with AppError `unreachable` when it ends before. */
  readonly listening: Promise<string>;
  /** Ends it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts the assistant on a free port, compiled or by the same loader from source, as this file itself runs. */
export function startBotChild(env: NodeJS.ProcessEnv): BotChild {
  const main = fileURLToPath(new URL(`../../main${extname(import.meta.url)}`, import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, main], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return { listening: printedAddress(child), kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
