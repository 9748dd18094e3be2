import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../app/app.ts';
import { readConfig } from '../config/config.ts';
import { createLog } from '../telemetry/log.ts';

/** As it was tried. Its terms are for evaluating it, so npx fetches it when it is wanted, and it is no dependency. */
const PLAYGROUND = '@microsoft/m365agentsplayground@0.2.28';
const IS_WINDOWS = process.platform === 'win32';

/**
 * Runs the assistant on loopback with Microsoft's Agents Playground before it, until either ends or a signal comes. Of
 * the environment what says where it listens and keeps its data counts for the assistant, so that no real bot's
 * identity comes near it: the Playground signs nothing.
 */
async function main(): Promise<void> {
  const { PORT, DATA_DIR, LOG_LEVEL } = process.env;
  const config = readConfig({ HOST: '127.0.0.1', PORT, DATA_DIR, LOG_LEVEL: LOG_LEVEL ?? 'warn' });
  const app = await createApp(config, { log: createLog(config.logLevel) });
  // Its log holds what is said.
  const dir = await mkdtemp(join(tmpdir(), 'co-sell-playground-'));
  try {
    const endpoint = `${await app.start()}/api/messages`;
    process.stdout.write(`Co-sell Assistant at ${endpoint}; the Agents Playground opens in the browser\n`);
    await untilEnded(startPlayground(endpoint, join(dir, 'playground.log')), app);
  } finally {
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

function startPlayground(endpoint: string, logFile: string): ChildProcess {
  const args = ['--app-endpoint', endpoint, '--channel-id', 'msteams', '--disable-telemetry'];
  return spawn('npx', ['--yes', PLAYGROUND, 'start', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, M365_AGENTS_PLAYGROUND_LOGFILE: logFile },
    // Only a shell finds npx.cmd there.
    shell: IS_WINDOWS,
    detached: !IS_WINDOWS,
  });
}

/** npx runs it in a shell, which ends without telling it: so all of its group are told. Windows has none. */
function stopPlayground({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  process.kill(IS_WINDOWS ? pid : -pid, 'SIGTERM');
}

/**
 * Resolves once the Playground has ended because it was told to: by a signal, or since another process has the data
 * folder.
 *
 * @throws Error when it could not be started, or ended by itself.
 */
function untilEnded(playground: ChildProcess, app: Pick<App, 'lost'>): Promise<void> {
  let isTold = false;
  const end = (): void => {
    isTold = true;
    stopPlayground(playground);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  void app.lost.then(end);
  return new Promise((resolve, reject) => {
    playground.once('error', reject);
    playground.once('close', (code, signal) => {
      if (isTold || code === 0) resolve();
      else reject(new Error(`the Agents Playground ended with ${String(code ?? signal)}`));
    });
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`playground: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
