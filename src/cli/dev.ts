import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { type App, createApp } from '../app/app.ts';
import { type Config, readConfig } from '../config/config.ts';
import { startDevFleet } from './fleet/dev-fleet.ts';
import { STAND_INS_USAGE, type StandIns, startStandIns } from './stand-ins.ts';

const USAGE = `npm run dev                     the sample company, as npm start
npm run dev -- --with-fakes     the adapters for real deals, with stand-ins for Microsoft's services
npm run dev -- --azure --processes 3
                                the same in three processes behind one address, which keep all in Azurite`;

/** Runs the bot for development; a line in the terminal plays Microsoft's part. */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'with-fakes': { type: 'boolean', default: false },
      azure: { type: 'boolean', default: false },
      processes: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(`${USAGE}\n`);
  const processes = readProcesses(values.processes);
  if (values.azure) return runSeveral(processes);
  if (processes > 1) throw new Error('a folder takes one process; several need --azure');
  if (values['with-fakes']) return runWithStandIns();
  const config = readConfig(process.env);
  const app = await startApp(config);
  process.stdout.write(`Co-sell Assistant: open ${app.address}/ to chat\n`);
  await untilStopped(app);
  await app.stop();
}

/**
 * Everything is new at each start, and gone at its end: the stand-ins remember nothing. Of the environment only
 * PORT and LOG_LEVEL count, so that no real bot's identity comes near them.
 */
async function runWithStandIns(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'co-sell-dev-'));
  const given = { PORT: process.env['PORT'], LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' };
  const { port } = readConfig(given);
  // Events come to an address that is registered before the bot listens.
  const own = { ...given, PORT: String(port === 0 ? await findFreePort() : port) };
  const standIns = await startStandIns(dir, Number(own.PORT));
  const env = { ...own, ...standIns.env, DATA_DIR: join(dir, 'data') };
  const stop = async (app: Pick<App, 'stop'> | null): Promise<void> => {
    await app?.stop();
    await standIns.close();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    const app = await startApp(readConfig(env));
    process.stdout.write(
      `Co-sell Assistant: open ${app.address}/ to chat (stand-ins for Microsoft's services)\n` +
        `Sign in as the person you are on the page, and say yes when the assistant offers to watch your deals.\n${STAND_INS_USAGE}\n`,
    );
    await untilStopped(app, standIns);
    await stop(app);
  } catch (error) {
    await stop(null);
    throw error;
  }
}

function readProcesses(text: string): number {
  if (/^[1-9]$/.test(text)) return Number(text);
  throw new Error(`--processes wants a number from 1 to 9, not "${text}"`);
}

/** As with stand-ins, and of the environment again only PORT and LOG_LEVEL count. */
async function runSeveral(processes: number): Promise<void> {
  const given = { PORT: process.env['PORT'], LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' };
  const { port, logLevel } = readConfig(given);
  const fleet = await startDevFleet({ processes, port, logLevel });
  process.stdout.write(
    `Co-sell Assistant: open ${fleet.address} to chat (${String(processes)} processes on Azurite, stand-ins for Microsoft's services)\n` +
      `Sign in as the person you are on the page.\n${STAND_INS_USAGE}\n`,
  );
  await untilStopped({ lost: new Promise(() => undefined) }, fleet);
  await fleet.close();
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function startApp(config: Config): Promise<App & { readonly address: string }> {
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: false }));
  const app = await createApp(config, { log });
  return { ...app, address: await app.start() };
}

/** Resolves on a signal, or once another process has the data folder. */
function untilStopped(app: Pick<App, 'lost'>, standIns?: Pick<StandIns, 'play'>): Promise<void> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin });
    const end = (): void => {
      lines.close();
      process.stdin.unref?.();
      resolve();
    };
    if (standIns) lines.on('line', (line) => process.stdout.write(`${standIns.play(line)}\n`));
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    void app.lost.then(end);
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`dev: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
