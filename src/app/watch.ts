import { readFile } from 'node:fs/promises';
import type { Server } from 'restify';
import type { Logger } from 'pino';
import { type Stores, watchRecordsOf } from './stores.ts';
import type { WebhookConfig } from '../config/config.ts';
import { AppError } from '../errors.ts';
import { mountWebhooks } from '../http/webhook-route.ts';
import type { ReferralGateway } from '../referrals/gateway.ts';
import type { KeptDeals } from '../referrals/partner-center/kept-deals.ts';
import type { Leases } from '../storage/lease.ts';
import { outsideTurn } from '../remote/turn-time.ts';
import { createCoalescer } from '../watch/coalescer.ts';
import { sendKept } from '../watch/keeper.ts';
import { type AnswerNow, recallAnswers } from '../watch/recall.ts';
import { type Rounds, startRounds } from '../watch/rounds.ts';
import type { Teller } from '../watch/teller.ts';
import { createWatch, type Watch } from '../watch/watch.ts';
import { createWatchStore, type WatchRecords } from '../watch/watch-store.ts';
import { createCertificates } from '../webhooks/certificates.ts';
import { createEventReceiver } from '../webhooks/receiver.ts';
import { createReplays } from '../webhooks/replays.ts';
import type { Actor } from '../identity/actor.ts';

/** Between two rounds that look for what no event told, in milliseconds: gentle on a service that names no limit. */
const ROUND_MS = 900_000;
/** Between two looks at what was confirmed while the service was away, and whether a weekly list is due. */
const MINUTE_MS = 60_000;

export interface OpenWatchOptions {
  readonly stores: Stores;
  readonly leases: Leases;
  /** Null where Partner Center doesn't tell us of changes: then the rounds alone do. */
  readonly webhook: WebhookConfig | null;
  readonly gateway: Pick<ReferralGateway, 'list' | 'get'>;
  /** Null where deals are kept here: then none waits for a service, and nobody's sign-in is needed to read them. */
  readonly kept: KeptParts | null;
  readonly teller: Teller;
  readonly answers: AnswersNow;
  readonly log: Logger;
  readonly now: () => Date;
}

/** What answers say now, for who got one that said something else. */
export interface AnswersNow {
  /** The same object as long as nothing changes; null while it may still, since it was only just taken up. */
  settled(): object | null;
  readonly find: AnswerNow;
}

/** Deals that were confirmed while the service was away. */
export interface KeptParts {
  readonly deals: Pick<KeptDeals, 'resume' | 'noteTold'>;
  /** Whether the person still has this draft. */
  readonly hasDraft: (actor: Actor, draftId: string) => Promise<boolean>;
  /** Ends what was kept of a forgotten person to settle their deals. */
  readonly forgetRest: (actor: Actor) => Promise<void>;
}

/** What goes on while nobody writes. */
export interface OpenWatch {
  readonly watch: Watch;
  /** Sends what was confirmed while the service was away; comes by itself once started. */
  readonly sendKept: () => Promise<void>;
  /** Tells who wants to hear of it that an answer changed; comes by itself once started. */
  readonly recall: () => Promise<void>;
  /** Mounts the address of Partner Center's events, where they are expected. */
  mount(server: Server): void;
  start(): void;
  stop(): Promise<void>;
}

/** @throws AppError `invalid-input` when the file of trusted roots can't be read. */
export async function openWatch(options: OpenWatchOptions): Promise<OpenWatch> {
  const { leases, log, webhook, kept } = options;
  const records = watchRecordsOf(options.stores);
  const gateway = withoutTurn(options.gateway);
  const watch = createWatch({ ...options, gateway, records, needsConsent: kept !== null });
  const receive = webhook === null ? null : await openReceiver(options, webhook, watch);
  const rounds: Rounds[] = [];
  // One round at a time, or two would tell the same.
  const keeping = createCoalescer();
  const keep = (): Promise<void> => keeping.run('kept', () => sendKeptQuietly(options, records));
  // What another process is at is done by it.
  const inOneProcess = (job: string, round: () => Promise<void>) => async (): Promise<void> => {
    await leases.tryRun(`round|${job}`, round).catch((error: unknown) => {
      log.warn({ code: codeOf(error), job }, 'a round could not begin');
    });
  };
  const pollRound = inOneProcess('watch', () => watch.poll());
  // What is read here costs nothing; elsewhere only a list that has become due is looked for so often.
  const dueRound = kept === null ? pollRound : inOneProcess('watch', () => watch.pollDue());
  const keepRound = inOneProcess('kept', keep);
  const recalling = createCoalescer();
  const recall = recallOnce(options, records);
  const recallRound = (): Promise<void> =>
    recalling.run('recall', async () => {
      if (recall.isDue()) await inOneProcess('recall', () => recall.run())();
    });
  return {
    watch,
    sendKept: keep,
    recall: recallRound,
    mount: (server) => {
      if (receive !== null) mountWebhooks(server, receive);
    },
    start() {
      // What happened while we were not running comes first.
      void pollRound();
      void keepRound();
      rounds.push(
        startRounds(MINUTE_MS, dueRound),
        startRounds(MINUTE_MS, keepRound),
        startRounds(MINUTE_MS, recallRound),
      );
      if (kept !== null) rounds.push(startRounds(ROUND_MS, pollRound));
    },
    async stop() {
      await Promise.all(rounds.map((each) => each.stop()));
      await Promise.all([watch.settle(), keeping.settle(), recalling.settle()]);
    },
  };
}

/** Once for whatever is known, and again while somebody can't be told yet; nothing is read in between. */
function recallOnce(
  { answers, teller, now }: OpenWatchOptions,
  records: WatchRecords,
): { isDue(): boolean; run(): Promise<void> } {
  let last: { readonly of: object; readonly isWhole: boolean; readonly at: number } | null = null;
  return {
    isDue() {
      const of = answers.settled();
      if (of === null) return false;
      return last?.of !== of || (!last.isWhole && now().getTime() - last.at >= ROUND_MS);
    },
    async run() {
      const of = answers.settled();
      if (of === null) return;
      const isWhole = await recallAnswers(answers.find, { store: createWatchStore(records), teller, now });
      last = { of, isWhole, at: now().getTime() };
    },
  };
}

/** A round may be set going by a turn, and goes on after it. */
function withoutTurn(gateway: OpenWatchOptions['gateway']): OpenWatchOptions['gateway'] {
  return {
    list: (actor) => outsideTurn(() => gateway.list(actor)),
    get: (actor, id) => outsideTurn(() => gateway.get(actor, id)),
  };
}

/** Nobody waits for it, so nobody can be told that it failed; the next round tries again. */
async function sendKeptQuietly(options: OpenWatchOptions, records: WatchRecords): Promise<void> {
  const { kept, teller, log, now } = options;
  if (kept === null) return;
  try {
    await sendKept({ ...kept, kept: kept.deals, store: createWatchStore(records), teller, now });
  } catch (error) {
    log.warn({ code: codeOf(error) }, 'kept deals could not be sent');
  }
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';
}

async function openReceiver({ stores, log, now }: OpenWatchOptions, webhook: WebhookConfig, watch: Watch) {
  const { certificateHosts: hosts, rootsFile } = webhook;
  const trusted = rootsFile === null ? null : await readRoots(rootsFile);
  return createEventReceiver({
    // Certificates end by the clock of the world, whatever clock the deals are read by.
    findCertificate: createCertificates({ hosts, trusted }),
    replays: createReplays(stores.events),
    onEvent: (event, tenantId) => void watch.onChange({ ...event, tenantId }),
    log,
    now,
  });
}

async function readRoots(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new AppError('invalid-input', `configuration: WEBHOOK_ROOTS_FILE "${path}" can't be read`, {
      cause,
    });
  }
}
