import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { Alarm } from './alarm.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import { errorFacts } from '../bot/adapter.ts';
import { actorOf } from '../bot/identity.ts';
import type { BotServices } from '../bot/turn.ts';
import { AppError } from '../errors.ts';
import { type Metrics, SELF_TEST } from '../http/metrics.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { createCoalescer } from '../watch/coalescer.ts';
import { type Rounds, startRounds } from '../watch/rounds.ts';

/** Turns that the assistant has with itself, as a channel would bring them: over HTTP, through the same door. */
export interface SelfTest {
  /** Has one now, tells how it went, and leaves nothing behind; null before the assistant listens. */
  readonly run: () => Promise<'passed' | 'failed' | null>;
  /** @param address where the assistant listens, such as `http://127.0.0.1:3978` */
  start(address: string): void;
  stop(): Promise<void>;
}

export interface SelfTestParts {
  /** Minutes between two; 0 means that none comes by itself. */
  readonly everyMinutes: number;
  /** Null where the owner is not to be told. */
  readonly alarm: Alarm | null;
  readonly services: Pick<BotServices, 'personData' | 'now'>;
  readonly live: Pick<LiveKnowledge, 'present'>;
  /** What the door takes the assistant itself by. */
  readonly ownToken: string;
  readonly metrics: Pick<Metrics, 'selfTested'>;
  readonly log: Pick<Logger, 'error' | 'info'>;
}

/** A channel gives up on an answer after 15 s. */
const PATIENCE_MS = 15_000;
const MINUTE_MS = 60_000;

const repliesSchema = z.object({
  activities: z.array(z.looseObject({ type: z.string() })).min(1),
});

/** Makes the self-test; it has its first turn a while after it was started. */
export function openSelfTest(parts: SelfTestParts): SelfTest {
  const { everyMinutes } = parts;
  const running = createCoalescer();
  let address: string | null = null;
  let rounds: Rounds | null = null;
  let last: 'passed' | 'failed' | null = null;
  const test = async (): Promise<void> => {
    if (address !== null) last = await testOnce(parts, address, last);
  };
  const run = async (): Promise<typeof last> => {
    await running.run(SELF_TEST, test);
    return last;
  };
  return {
    run,
    start(listening) {
      address = listening;
      if (everyMinutes > 0) rounds = startRounds(everyMinutes * MINUTE_MS, async () => void (await run()));
    },
    async stop() {
      await rounds?.stop();
      await running.settle();
    },
  };
}

/** Never throws: what goes wrong is the result. The owner hears of a change alone, the log and the counts of each. */
async function testOnce(
  parts: SelfTestParts,
  address: string,
  before: 'passed' | 'failed' | null,
): Promise<'passed' | 'failed'> {
  const { services, metrics, log, alarm } = parts;
  try {
    await haveTurn(parts, address);
    metrics.selfTested(true, services.now());
    if (before === 'failed') {
      log.info({}, 'self-test passes again');
      await alarm?.({ event: 'self-test-passed' });
    }
    return 'passed';
  } catch (error) {
    const { code, error: text } = errorFacts(error);
    metrics.selfTested(false, services.now());
    log.error({ code, error: text }, 'self-test failed');
    if (before !== 'failed') await alarm?.({ event: 'self-test-failed', code });
    return 'failed';
  }
}

/** Asks a question of the knowledge and wants its answer; what was kept of the turn goes again, also where it failed. */
async function haveTurn({ services, live, ownToken }: SelfTestParts, address: string): Promise<void> {
  const { question, lead } = firstOf(live.present().knowledge);
  const activity = ownMessage(question);
  try {
    const response = await fetch(`${loopbackOf(address)}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ownToken}` },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status !== 200)
      throw new AppError('unreachable', `self-test: the door answered ${String(response.status)}`);
    const said = repliesSchema.safeParse(await response.json());
    if (!said.success || !JSON.stringify(said.data).includes(JSON.stringify(lead).slice(1, -1)))
      throw new AppError('invalid-input', 'self-test: the reply is not the answer to the question');
  } finally {
    await services.personData.erase(actorOf(activity, []));
  }
}

/** The answer that comes first, in Italian, where there is one. */
function firstOf({ answers }: Knowledge): { readonly question: string; readonly lead: string } {
  for (const { texts } of answers.values()) if (texts.it !== undefined) return texts.it;
  throw new AppError('invalid-input', 'self-test: the knowledge has no answer to ask for');
}

/** A message of nobody's: by its channel it is known as the assistant's own, wherever it is counted. */
export function ownMessage(text: string) {
  return {
    type: 'message',
    id: randomUUID(),
    channelId: SELF_TEST,
    deliveryMode: 'expectReplies',
    locale: 'it-IT',
    from: { id: SELF_TEST, name: '' },
    recipient: { id: 'bot', name: '' },
    conversation: { id: SELF_TEST, isGroup: false, conversationType: 'personal', name: '' },
    text,
  };
}

/** Who listens on all addresses is reached by loopback. */
function loopbackOf(address: string): string {
  const url = new URL(address);
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  if (url.hostname === '[::]') url.hostname = '[::1]';
  return url.origin;
}
