import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { openServices, type OpenServices } from './app-services.ts';
import { forgetRest, hasDraft } from './app-kept.ts';
import { createRetention, type Retention } from './app-retention.ts';
import { carryOver } from './app-former-layout.ts';
import { openWatch, type OpenWatch } from './app-watch.ts';
import { type BotAdapter, createBotAdapter, receiver } from './bot/adapter.ts';
import { createBot } from './bot/bot.ts';
import { sayError } from './bot/error-reply.ts';
import { createTeller } from './bot/proactive.ts';
import type { BotServices } from './bot/turn.ts';
import { type Config, sdkIdentity } from './config.ts';
import { findExpiryWarnings } from './doctor/expiry.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { createSandboxHandler } from './http/sandbox.ts';
import { mountSandbox, SANDBOX_PATH } from './http/sandbox-route.ts';
import { createServer, type HttpServer } from './http/server.ts';
import type { Sandbox } from './referrals/sandbox.ts';
import { withinTurn } from './remote/turn-time.ts';
import { type FolderLock, lockFolder } from './storage/folder-lock.ts';
import { removeSandboxFile, writeSandboxFile } from './storage/sandbox-file.ts';
import type { Watch } from './watch/watch.ts';

export { KNOWLEDGE_FOLDER } from './app-services.ts';

/** The running assistant. */
export interface App {
  /** Listens; resolves to the address that people open. */
  start(): Promise<string>;
  /** Lets turns under way finish, then gives the data folder free. */
  stop(): Promise<void>;
  /** Plays Microsoft's part in the sample company's deals; null where real people are. */
  readonly sandbox: Sandbox | null;
  /** Looks after real deals while nobody writes; null where deals are kept in the embedded store. */
  readonly watch: (Pick<Watch, 'poll' | 'settle'> & Pick<OpenWatch, 'sendKept'>) | null;
  /** Removes what has been kept for its time; comes by itself once started. */
  readonly sweep: Retention['sweep'];
}

/** What differs between a process and a test. */
export interface AppOptions {
  readonly log: Logger;
  readonly now?: () => Date;
}

/**
 * Puts the assistant together: configuration → adapters → dialogs → bot → server.
 *
 * @throws AppError when the knowledge, the data folder or the deals can't be used; nothing is half started.
 */
export async function createApp(config: Config, { log, now = () => new Date() }: AppOptions): Promise<App> {
  const lock = await lockFolder(config.dataDir);
  try {
    const opened = await openServices({ config, lock, log, now });
    const { sandbox, stores } = opened;
    await carryOver(config.dataDir, stores, now);
    const retention = createRetention({ stores, config, log, now });
    const sandboxToken = sandbox === null ? null : randomUUID();
    const metrics = createMetrics();
    const adapter = createBotAdapter({
      identity: sdkIdentity(config.credentials),
      log,
      onTurnError: sayError,
      onErrorCode: (code) => metrics.errorHappened(code),
    });
    const watching = await openWatching(config, opened, adapter, log);
    const server = createHttp({ config, opened, adapter, watching, metrics, log }, (restify) => {
      if (sandbox !== null && sandboxToken !== null)
        mountSandbox(restify, createSandboxHandler(sandbox, sandboxToken));
      watching?.mount(restify);
    });
    const watch = watching === null ? null : { ...watching.watch, sendKept: watching.sendKept };
    return {
      ...lifecycle(server, lock, sandboxToken, watching, retention),
      sandbox,
      watch,
      sweep: retention.sweep,
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

type Mount = NonNullable<Parameters<typeof createServer>[0]['mount']>;

/** Only real deals are watched: the embedded ones are read by nobody's token, and change while somebody plays. */
async function openWatching(
  config: Config,
  { real, services, stores, takeSight }: OpenServices,
  adapter: BotAdapter,
  log: Logger,
): Promise<OpenWatch | null> {
  if (real === null || config.partnerCenter === null) return null;
  const appId = sdkIdentity(config.credentials)['MicrosoftAppId'] ?? '';
  const { partnerCenter } = config;
  const { gateway } = real;
  const tell = createTeller({ adapter, appId, log });
  return openWatch({
    stores,
    webhook: partnerCenter.webhook,
    gateway,
    hasDraft: (actor, draftId) => hasDraft(services, actor, draftId),
    forgetRest: (actor) => forgetRest(services, actor),
    takeSight,
    tell,
    log,
    now: services.now,
  });
}

interface HttpParts {
  readonly config: Config;
  readonly opened: OpenServices;
  readonly adapter: BotAdapter;
  readonly watching: OpenWatch | null;
  readonly metrics: Metrics;
  readonly log: Logger;
}

function createHttp(
  { config, opened, adapter, watching, metrics, log }: HttpParts,
  mount: Mount,
): HttpServer {
  const { services, memory, localPeople } = opened;
  const isAnonymous = config.credentials.kind === 'anonymous';
  const watch = watching === null ? {} : { watch: watching.watch };
  const bot = createBot({ ...services, ...watch, onTurn: reportTo(metrics, log) });
  const warnings = () => findExpiryWarnings(config, services.now()).map(({ text }) => text);
  return createServer({
    host: config.host,
    port: config.port,
    isAnonymous,
    receive: receiver(adapter, (context) => withinTurn(() => memory.run(() => bot(context))), log),
    metrics,
    log,
    readiness: () => Promise.resolve({ isReady: true, warnings: warnings() }),
    chatPage: isAnonymous ? { people: () => Promise.resolve(localPeople) } : null,
    mount,
  });
}

function reportTo(metrics: Metrics, log: Logger): BotServices['onTurn'] {
  return ({ outcome, ...facts }) => {
    metrics.turnEnded(outcome);
    log.info({ outcome, ...facts }, 'turn');
  };
}

function lifecycle(
  server: HttpServer,
  lock: FolderLock,
  sandboxToken: string | null,
  watching: OpenWatch | null,
  retention: Retention,
): Pick<App, 'start' | 'stop'> {
  return {
    async start() {
      const address = await server.listen();
      if (sandboxToken !== null) {
        await writeSandboxFile(lock.dir, { url: `${address}${SANDBOX_PATH}`, token: sandboxToken });
      }
      watching?.start();
      retention.start();
      return address;
    },
    async stop() {
      await server.close();
      await watching?.stop();
      await retention.stop();
      if (sandboxToken !== null) await removeSandboxFile(lock.dir);
      await lock.release();
    },
  };
}
