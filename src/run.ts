import { type App, createApp } from './app/app.ts';
import { type Config, readConfig } from './config/config.ts';
import { AppError } from './errors.ts';
import { createLog } from './telemetry/log.ts';

/** So much work makes fast what every turn runs; after that further work gains little. */
const WARM_UP_MS = 3000;

/** Starts the assistant and stops it on a signal. The only place that ends the process. */
export function run(): void {
  runUntilStopped().catch((error: unknown) => {
    const text =
      error instanceof AppError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`Co-sell Assistant can't start.\n${String(text)}\n`);
    process.exit(1);
  });
}

/**
 * Starts the assistant as the environment says.
 *
 * @throws AppError where the configuration, the knowledge or the data folder can't be used, or the port is taken.
 */
export async function startApp(
  env: NodeJS.ProcessEnv,
): Promise<{ readonly app: App; readonly config: Config; readonly address: string }> {
  const config = readConfig(env);
  const log = createLog(config.logLevel);
  const app = await createApp(config, { log });
  return { app, config, address: await app.start() };
}

async function runUntilStopped(): Promise<void> {
  const { app, config, address } = await startApp(process.env);
  let isStopping = false;
  const stop = (code: number): void => {
    if (isStopping) return;
    isStopping = true;
    app.stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0));
  void app.lost.then(({ message }) => {
    process.stderr.write(`Co-sell Assistant stops.\n${message}\n`);
    stop(1);
  });
  // Last, since whoever reads it may stop us at once.
  process.stdout.write(readyLine(config, address));
  await app.warmUp(WARM_UP_MS);
}

function readyLine(config: Config, address: string): string {
  const data = config.partnerCenter === null ? 'sample data' : 'stand-ins for Microsoft’s services';
  return config.credentials.kind === 'anonymous'
    ? `Co-sell Assistant: open ${address}/ to chat (${data})\n`
    : `Co-sell Assistant: listening on ${address}/api/messages\n`;
}
