import type { ChildProcess } from 'node:child_process';
import { AppError } from '../errors.ts';

/**
 * Resolves to the address that a bot in a process of its own prints once it listens, with a slash at its end.
 *
 * @throws AppError `unreachable` when it ends before; with what it wrote to its standard error, where that is piped.
 */
export function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const printed = { stdout: '', stderr: '' };
    child.stdout?.on('data', (chunk: Buffer) => {
      printed.stdout += chunk.toString();
      const address = /https?:\/\/[\d.:a-z]+\//.exec(printed.stdout)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.stderr?.on('data', (chunk: Buffer) => void (printed.stderr += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const how = `${String(code ?? signal)} ${printed.stderr.trim().slice(0, 500)}`.trim();
      reject(new AppError('unreachable', `the bot ended before it listened: ${how}`));
    });
  });
}
