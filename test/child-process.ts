import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Starts a module of ours in a process of its own, the way the tests themselves run: compiled, or by the same
 * loader from source. `path` is relative to the project's folder, without its ending (`src/cli/sandbox`).
 *
 * @param stdin `pipe` for one that takes orders.
 */
export function startModule(
  path: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  stdin: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  const [command, ...rest] = commandOf(path);
  return spawn(command, [...rest, ...args], {
    env: { ...process.env, ...env },
    stdio: [stdin, 'pipe', 'pipe'],
  });
}

/** The command that runs a module of ours; for one that is wrapped in another (`unshare`). */
export function commandOf(path: string): [string, ...string[]] {
  const file = fileURLToPath(new URL(`../${path}${extname(import.meta.url)}`, import.meta.url));
  return [process.execPath, ...process.execArgv, file];
}

/** What a process wrote, and how it ended. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Waits for the end of a process. */
export async function finish(child: ChildProcess): Promise<Finished> {
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { code, ...output };
}
