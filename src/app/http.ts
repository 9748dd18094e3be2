import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { openCallerCheck, withOperatorServer } from './access.ts';
import { openContentPages } from './content-pages.ts';
import { openDealsTab } from './deals-tab.ts';
import { createAlarm } from './alarm.ts';
import { openSelfTest, type SelfTest } from './self-test.ts';
import type { OpenServices } from './services.ts';
import { createTurnHandler, traced } from './turn-handler.ts';
import type { Storage } from './storage.ts';
import type { UsageCount } from './usage.ts';
import { openWorkshopDoor } from './workshop.ts';
import type { TurnRunner } from '../bot/adapter.ts';
import { createBot } from '../bot/bot.ts';
import { createDoor } from '../bot/door.ts';
import type { BotServices } from '../bot/turn.ts';
import type { Config } from '../config/config.ts';
import { findExpiryWarnings } from '../doctor/expiry.ts';
import { type Metrics, SELF_TEST } from '../http/metrics.ts';
import { createServer, type HttpServer, type ServerOptions } from '../http/server.ts';
import type { RatedBy, Rating } from '../questions/question.ts';
import type { Telemetry } from '../telemetry/open-telemetry.ts';

export interface HttpParts {
  readonly config: Config;
  readonly storage: Pick<Storage, 'canWrite'>;
  readonly opened: OpenServices;
  readonly adapter: TurnRunner;
  /** The way back to channels. */
  readonly way: Pick<BotServices, 'connector' | 'delivery' | 'onError'>;
  readonly experts: BotServices['experts'];
  readonly usage: Pick<UsageCount, 'note' | 'flush'>;
  /** The knowledge folder, which editors work on. */
  readonly knowledgeDir: string;
  readonly metrics: Metrics;
  /** Null where nothing is traced. */
  readonly telemetry: Telemetry | null;
  readonly log: Logger;
}

/** Puts the bot behind its door, and the door behind HTTP; the bot's turns with itself come by the same way. */
export function openHttp(
  parts: HttpParts,
  mount: NonNullable<ServerOptions['mount']>,
): { readonly server: HttpServer; readonly selfTest: SelfTest } {
  const { config, storage, opened, adapter, metrics, telemetry, log } = parts;
  const trace = telemetry?.trace ?? null;
  const isAnonymous = config.credentials.kind === 'anonymous';
  const services = {
    ...traced(opened.services, trace),
    ...parts.way,
    experts: parts.experts,
    limits: config.limits,
    onRefused: (whose: 'person' | 'tenant') => metrics.turnRefused(whose),
    onRated: (as: Rating, by: RatedBy) => metrics.answerRated(as, by),
    onTurn: reportTo(parts),
  };
  const bot = createBot(services);
  // Its own turns are nobody's: no sample person acts in them, and they don't count as turns.
  const ownBot = createBot({ ...services, demoActor: null, onTurn: (facts) => log.debug(facts, SELF_TEST) });
  const warnings = () => findExpiryWarnings(config, services.now()).map(({ text }) => text);
  const readiness = async () => ({
    isReady: await storage.canWrite(),
    warnings: warnings(),
    knowledge: opened.live.state(),
  });
  const ownToken = randomUUID();
  const server = createServer({
    host: config.host,
    port: config.port,
    isAnonymous,
    door: createDoor({
      adapter,
      handler: createTurnHandler({
        botFor: (channelId) => (channelId === SELF_TEST ? ownBot : bot),
        memory: opened.memory,
        trace,
      }),
      checkCaller: openCallerCheck(config, ownToken),
      log,
    }),
    metrics,
    log,
    readiness,
    metricsToken: config.access.metricsToken,
    chatPage: isAnonymous
      ? { people: () => Promise.resolve(opened.localPeople), postsTo: config.chatPageOrigin }
      : null,
    contentPages: openContentPages(config),
    dealsTab: openDealsTab(config, opened, parts.way.onError),
    workshop: openWorkshopDoor(config, opened, parts.knowledgeDir, () => parts.usage.flush()),
    mount,
  });
  const { everyMinutes, alarmUrl } = config.selfTest;
  const alarm = alarmUrl === null ? null : createAlarm({ url: alarmUrl, log });
  const selfTest = openSelfTest({
    everyMinutes,
    alarm,
    services,
    live: opened.live,
    ownToken,
    metrics,
    log,
  });
  return { server: withOperatorServer(server, config, { readiness, metrics, log }), selfTest };
}

function reportTo({ metrics, telemetry, usage, log }: HttpParts): BotServices['onTurn'] {
  return ({ outcome, used, ...facts }) => {
    if (used !== undefined) usage.note({ ...used, durationMs: facts.durationMs });
    metrics.turnEnded(outcome, facts.durationMs);
    telemetry?.turnEnded(outcome, facts.durationMs);
    telemetry?.trace.note({ 'cosell.outcome': outcome });
    log.info({ outcome, ...facts }, 'turn');
  };
}
