import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { createDialogs } from '../dialogs/index.ts';
import { createBotAdapter, receiver } from './bot/adapter.ts';
import { createBot } from './bot/bot.ts';
import { sayError } from './bot/error-reply.ts';
import { sessionSchema, startOver } from './bot/session.ts';
import type { BotServices } from './bot/turn.ts';
import { type Config, sdkIdentity } from './config.ts';
import { createFileDirectory } from './directory/file-directory.ts';
import { AURELIA_TENANT, SAMPLE_PEOPLE, SARA_ID } from './directory/sample-people.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { createSandboxHandler } from './http/sandbox.ts';
import { mountSandbox, SANDBOX_PATH } from './http/sandbox-route.ts';
import { createServer, type HttpServer } from './http/server.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { createAnswerer } from './matching/answerer.ts';
import { dealFileIn } from './referrals/deal-file.ts';
import { createLowdbGateway } from './referrals/lowdb-gateway.ts';
import type { Sandbox } from './referrals/sandbox.ts';
import { createFileRecordStore } from './storage/file-record-store.ts';
import { type FolderLock, lockFolder } from './storage/folder-lock.ts';
import { newPersonRecord, personRecordSchema } from './storage/person-record.ts';
import { removeSandboxFile, writeSandboxFile } from './storage/sandbox-file.ts';

/** The running assistant. */
export interface App {
  /** Listens; resolves to the address that people open. */
  start(): Promise<string>;
  /** Lets turns under way finish, then gives the data folder free. */
  stop(): Promise<void>;
  /** Plays Microsoft's part in the sample company's deals; null where real people are. */
  readonly sandbox: Sandbox | null;
}

/** What differs between a process and a test. */
export interface AppOptions {
  readonly log: Logger;
  readonly now?: () => Date;
}

/** The knowledge folder that ships with the assistant, seen from `dist/src`. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL('../../knowledge/', import.meta.url));

/**
 * Puts the assistant together: configuration → adapters → dialogs → bot → server.
 *
 * @throws AppError when the knowledge, the data folder or the deals can't be used; nothing is half started.
 */
export async function createApp(config: Config, options: AppOptions): Promise<App> {
  const lock = await lockFolder(config.dataDir);
  try {
    const { services, sandbox } = await openServices(config, lock, options);
    const sandboxToken = sandbox === null ? null : randomUUID();
    const server = createHttp(config, services, options.log, (restify) => {
      if (sandbox !== null && sandboxToken !== null)
        mountSandbox(restify, createSandboxHandler(sandbox, sandboxToken));
    });
    return { ...lifecycle(server, lock, sandboxToken), sandbox };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface Opened {
  readonly services: Omit<BotServices, 'onTurn'>;
  readonly sandbox: Sandbox | null;
}

/** Without an app id the sample company is served; with one, nothing of it is reachable. */
async function openServices(config: Config, lock: FolderLock, { log, now }: AppOptions): Promise<Opened> {
  const clock = now ?? (() => new Date());
  const isSample = config.credentials.kind === 'anonymous';
  const knowledge = await loadKnowledge(KNOWLEDGE_FOLDER);
  const directory = createFileDirectory({
    people: isSample ? SAMPLE_PEOPLE : [],
    asOf: clock().toISOString(),
  });
  const file = dealFileIn(lock);
  const gateway = await createLowdbGateway({ file, directory, withSampleData: isSample, now: clock });
  const services = {
    knowledge,
    answerer: createAnswerer(knowledge),
    dialogs: createDialogs({ gateway, directory, newId: randomUUID }),
    directory,
    gateway,
    ...openStores(config, log),
    support: config.support,
    signIn: null,
    demoActor: isSample ? { tenantId: AURELIA_TENANT, objectId: SARA_ID } : null,
    now: clock,
    knownNames: async (actor: Parameters<typeof gateway.list>[0]) =>
      (await gateway.list(actor)).map(({ customer }) => customer.name),
  };
  return { services, sandbox: isSample ? gateway : null };
}

/** Sessions and people, each record in a file of its own. */
function openStores(config: Config, log: Logger): Pick<BotServices, 'sessions' | 'people'> {
  const onUnreadable = (record: object) => log.warn(record, 'a stored record could not be read as it was');
  return {
    sessions: createFileRecordStore({
      dir: join(config.dataDir, 'sessions'),
      schema: sessionSchema,
      migrate: startOver,
      onUnreadable,
    }),
    people: createFileRecordStore({
      dir: join(config.dataDir, 'people'),
      schema: personRecordSchema,
      migrate: newPersonRecord,
      onUnreadable,
    }),
  };
}

type Mount = NonNullable<Parameters<typeof createServer>[0]['mount']>;

function createHttp(config: Config, services: Opened['services'], log: Logger, mount: Mount): HttpServer {
  const isAnonymous = config.credentials.kind === 'anonymous';
  const metrics = createMetrics();
  const adapter = createBotAdapter({
    identity: sdkIdentity(config.credentials),
    log,
    onTurnError: sayError,
    onErrorCode: (code) => metrics.errorHappened(code),
  });
  const bot = createBot({ ...services, onTurn: reportTo(metrics, log) });
  return createServer({
    host: config.host,
    port: config.port,
    isAnonymous,
    receive: receiver(adapter, bot, log),
    metrics,
    log,
    readiness: () => Promise.resolve({ isReady: true, warnings: [] }),
    chatPage: isAnonymous ? { people: () => Promise.resolve(SAMPLE_PEOPLE) } : null,
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
): Pick<App, 'start' | 'stop'> {
  return {
    async start() {
      const address = await server.listen();
      if (sandboxToken !== null) {
        await writeSandboxFile(lock.dir, { url: `${address}${SANDBOX_PATH}`, token: sandboxToken });
      }
      return address;
    },
    async stop() {
      await server.close();
      if (sandboxToken !== null) await removeSandboxFile(lock.dir);
      await lock.release();
    },
  };
}
