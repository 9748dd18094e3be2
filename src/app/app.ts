import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { openServices, type OpenServices } from './services.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import type { Learned, Lessons } from './trained-index.ts';
import { forgetRest, hasDraft } from './kept.ts';
import { createAnswerMask } from './answer-mask.ts';
import { openExperts, type OpenExperts } from './experts.ts';
import { openHttp } from './http.ts';
import { createLifecycle } from './lifecycle.ts';
import { createNobodysTurns } from './nobodys-turns.ts';
import { openOutbound, type OpenOutbound } from './outbound.ts';
import { answersOf } from './recall.ts';
import { createRetention, type Retention } from './retention.ts';
import { carryOver } from './former-layout.ts';
import { refuseHalfRestored } from './restore-mark.ts';
import { openStorage } from './storage.ts';
import { KNOWLEDGE_FOLDER } from './knowledge.ts';
import { createUsageCount } from './usage.ts';
import type { SelfTest } from './self-test.ts';
import { tracedDelivery } from './turn-handler.ts';
import { warmUp } from './warm-up.ts';
import { openWatch, type OpenWatch } from './watch.ts';
import { createBotTokens } from '../auth/bot-credentials.ts';
import { createBotAdapter, createErrorLog } from '../bot/adapter.ts';
import { createTeller } from '../bot/proactive.ts';
import { createDelivery } from '../channel/delivery.ts';
import { createHttpConnector } from '../channel/http-connector.ts';
import { type Config, isDemoOfOneProcess, sdkIdentity, usesDataFolder } from '../config/config.ts';
import { DEMO_OF_ONE_PROCESS } from '../doctor/configured.ts';
import { listSecretLives } from '../doctor/expiry.ts';
import type { AppError } from '../errors.ts';
import { playExpert } from '../experts/played.ts';
import type { Actor } from '../identity/actor.ts';
import { createMetrics, type TokenHolder } from '../http/metrics.ts';
import { createSandboxHandler } from '../http/sandbox.ts';
import { mountSandbox } from '../http/sandbox-route.ts';
import type { Outbound } from '../outbound/outbound.ts';
import { OUTBOUND_QUEUE } from '../outbound/work-queue.ts';
import type { Sandbox } from '../referrals/embedded/sandbox.ts';
import { lockFolder } from '../storage/folder-lock.ts';
import type { Telemetry } from '../telemetry/open-telemetry.ts';
import type { Watch } from '../watch/watch.ts';

export { KNOWLEDGE_FOLDER } from './knowledge.ts';

/** The running assistant. */
export interface App {
  /** Listens; resolves to the address that people open. */
  start(): Promise<string>;
  /** Lets turns under way finish, then gives the data folder free. */
  stop(): Promise<void>;
  /** Resolves once another process has taken the data folder: nothing can be kept any more, so stop. */
  readonly lost: Promise<AppError>;
  /** Plays Microsoft's part in the sample company's deals; null where real people are. */
  readonly sandbox: Sandbox | null;
  /** What it knows now, and how it takes up what changes; comes by itself once started. */
  readonly knowledge: Pick<LiveKnowledge, 'state' | 'takeUp'>;
  /** Looks after deals while nobody writes, and tells people what they want to be told; comes by itself once started. */
  readonly watch: Pick<Watch, 'poll' | 'settle'> & Pick<OpenWatch, 'sendKept' | 'recall'>;
  /** Makes the code fast that answers questions, by running it for so many milliseconds between what others ask. */
  readonly warmUp: (forMs: number) => Promise<void>;
  /** Sends what is to be sent to experts and askers; comes by itself once started. */
  readonly settleExperts: () => Promise<void>;
  /** Removes what has been kept for its time; comes by itself once started. */
  readonly sweep: Retention['sweep'];
  /** Has a turn with itself, through its own door; comes by itself where SELF_TEST_MINUTES says so. */
  readonly testItself: SelfTest['run'];
}

/** What differs between a process and a test. */
export interface AppOptions {
  readonly log: Logger;
  readonly now?: () => Date;
  /** What is learnt, and kept up with; absent means what ships, with the folders of the configuration. */
  readonly lessons?: Lessons;
  /** Learnt before, where several assistants run in one process: it doesn't change. */
  readonly learned?: Promise<Learned>;
  /** Milliseconds before a channel that failed is tried again; the connector's own unless told. */
  readonly channelRetryMs?: number;
}

/**
 * Puts the assistant together: configuration → adapters → dialogs → bot → server.
 *
 * @throws AppError when the knowledge, the data folder or the deals can't be used; nothing is half started.
 */
export async function createApp(config: Config, options: AppOptions): Promise<App> {
  const { log, now = () => new Date(), channelRetryMs: retryDelayMs } = options;
  const lock = usesDataFolder(config)
    ? await lockFolder(config.dataDir, { onWait: (message) => log.warn(message) })
    : null;
  try {
    if (isDemoOfOneProcess(config)) log.warn(DEMO_OF_ONE_PROCESS);
    const storage = await openStorage(config, lock, now);
    await refuseHalfRestored(storage);
    const metrics = createMetrics(() => listSecretLives(config, now()));
    const onTokenFailure = (whose: TokenHolder): void => metrics.tokenFailed(whose);
    const opened = await openServices({ ...options, config, lock, storage, now, onTokenFailure });
    const { sandbox, stores } = opened;
    // Only on a disk was anything ever kept otherwise.
    if (lock !== null && config.storage.kind === 'file') await carryOver(lock, stores, now);
    const { retentionDays } = config;
    const retention = createRetention({ stores, storage, retentionDays, log, now });
    const sandboxToken = sandbox === null ? null : randomUUID();
    const onError = createErrorLog(log, (code) => metrics.errorHappened(code));
    const adapter = createBotAdapter(onError);
    const connector = createHttpConnector({
      botTokens: createBotTokens(sdkIdentity(config.credentials), () => onTokenFailure('bot')),
      log,
      ...(retryDelayMs === undefined ? {} : { retryDelayMs }),
    });
    const telemetry = await openTelemetry(config);
    const delivery = tracedDelivery(createDelivery({ connector }), telemetry?.trace ?? null);
    const way = { connector, delivery, onError };
    const { leases } = opened.services;
    const queue = await storage.openQueue(OUTBOUND_QUEUE);
    const experts: OpenExperts = openExperts({
      config,
      stores,
      leases,
      // Each needs the other: what is sent for the experts is told to them.
      outbound: { post: (...letter) => outbound.post(...letter) },
      tenants: tenantsOf(opened),
      mask: createAnswerMask(opened),
      isPlayed: sandbox !== null,
      onError,
      log,
      now,
    });
    const onBlocked = (actor: Actor): Promise<void> => opened.services.watch.leave(actor);
    const outbound = openOutbound({
      stores,
      leases,
      queue,
      delivery,
      onOver: experts.onOver,
      onBlocked,
      log,
      now,
    });
    metrics.followOutbound(() => outbound.oldestMs());
    const watching = await openWatching(config, opened, outbound, log);
    opened.followWishes(({ tenantId }) => watching.watch.look(tenantId));
    const usage = createUsageCount({ records: stores.usage, log, now });
    const knowledgeDir = options.lessons?.dir ?? KNOWLEDGE_FOLDER;
    const base = {
      config,
      usage,
      knowledgeDir,
      storage,
      opened,
      adapter,
      way,
      watching,
      metrics,
      telemetry,
      log,
    };
    const parts = { ...base, experts: experts.desk };
    const { server, selfTest } = openHttp(parts, (restify) => {
      if (sandbox !== null && sandboxToken !== null)
        mountSandbox(
          restify,
          createSandboxHandler({
            sandbox,
            token: sandboxToken,
            play: (command) => playExpert(experts.desk, command),
          }),
        );
      watching.mount(restify);
    });
    return {
      ...createLifecycle({
        ...parts,
        drainMs: config.drainMs,
        lock,
        server,
        sandboxToken,
        outbound,
        experts,
        knowledge: opened.live,
        retention,
        selfTest,
      }),
      sandbox,
      knowledge: opened.live,
      watch: withSending(watching, outbound),
      warmUp: (forMs) => {
        const ask = createNobodysTurns({ ...opened, way, adapter, limits: config.limits });
        return warmUp(opened.live.present().knowledge, { ask, isBusy: opened.live.isRead }, forMs);
      },
      settleExperts: () => experts.resume().then(outbound.settle),
      sweep: retention.sweep,
      testItself: selfTest.run,
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** Whose people are served: of the sample companies the one that everybody here is of who isn't known. */
function tenantsOf({ services: { allowedTenants, demoActor } }: OpenServices): ReadonlySet<string> | null {
  return allowedTenants ?? (demoActor === null ? null : new Set([demoActor.tenantId]));
}

/** Loaded only where a collector is named: the SDK takes a good part of a start. */
async function openTelemetry({ telemetry }: Config): Promise<Telemetry | null> {
  if (telemetry === null) return null;
  const { startTelemetry } = await import('../telemetry/open-telemetry.ts');
  return startTelemetry(telemetry);
}

/** What is to be told is told when each of these is over. */
function withSending({ watch, sendKept, recall }: OpenWatch, { settle }: OpenOutbound): App['watch'] {
  return {
    poll: () => watch.poll().then(settle),
    settle: () => watch.settle().then(settle),
    sendKept: () => sendKept().then(settle),
    recall: () => recall().then(settle),
  };
}

async function openWatching(
  { partnerCenter }: Config,
  { real, services, stores, live }: OpenServices,
  outbound: Outbound,
  log: Logger,
): Promise<OpenWatch> {
  return openWatch({
    stores,
    leases: services.leases,
    webhook: partnerCenter?.webhook ?? null,
    gateway: real?.gateway ?? services.gateway,
    kept:
      real === null
        ? null
        : {
            deals: real.gateway,
            hasDraft: (actor, draftId) => hasDraft(services, actor, draftId),
            forgetRest: (actor) => forgetRest(services, actor),
          },
    teller: createTeller(outbound),
    answers: answersOf(live, services.now),
    log,
    now: services.now,
  });
}
