import { createApp } from './app/app.ts';
import { type Config, readConfig } from './config/config.ts';
import { createLog } from './telemetry/log.ts';
import { AppError } from './errors.ts';

/** Starts the assistant and stops it on a signal. The only place that ends the process. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const app = await createApp(config, { log });
  const address = await app.start();
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
}

function readyLine(config: Config, address: string): string {
  const data = config.partnerCenter === null ? 'sample data' : 'stand-ins for Microsoft’s services';
  return config.credentials.kind === 'anonymous'
    ? `Co-sell Assistant: open ${address}/ to chat (${data})\n`
    : `Co-sell Assistant: listening on ${address}/api/messages\n`;
}

main().catch((error: unknown) => {
  const text =
    error instanceof AppError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`Co-sell Assistant can't start.\n${String(text)}\n`);
  process.exit(1);
});
