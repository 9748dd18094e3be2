import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The label of the bot's own turns, so that nobody takes them for people's. */
export const SELF_TEST = 'self-test';

/** What is counted, for `/metrics`. Labels are short words of ours: never ids, names or utterances. */
export interface Metrics {
  /** A turn that ended: what came of it (`answer`, `dialog`, `clarify`, `none`, …), and how long it took in milliseconds. */
  turnEnded(outcome: string, durationMs: number): void;
  /** How long an activity took from arrival to answer, in milliseconds. */
  activityHandled(type: string, status: number, durationMs: number): void;
  errorHappened(code: string): void;
  /** A message that was not read, since the person's or their company's places were all taken. */
  turnRefused(whose: 'person' | 'tenant'): void;
  /** What somebody said of an answer, and by what: short words of ours. */
  answerRated(as: string, by: string): void;
  /** A token that could not be had: the bot's own, or a person's since the token service failed. */
  tokenFailed(whose: TokenHolder): void;
  /** A turn of our own through the door, as a channel would bring it: whether it was answered as it should be. */
  selfTested(isPassed: boolean, now: Date): void;
  /** From where to read, whenever the counters are, how long the oldest message waits that is due to be sent. */
  followOutbound(oldestMs: () => number): void;
  /** Open event streams of the chat page. */
  streamOpened(): void;
  streamClosed(): void;
  /** The Prometheus text format. */
  print(): Promise<{ readonly contentType: string; readonly text: string }>;
}

export type TokenHolder = 'bot' | 'person';

/** Something of the configuration that ends: the name of its variable, and the days it is still good for. */
export interface SecretLife {
  readonly name: string;
  /** Negative once it has ended. */
  readonly daysLeft: number;
}

/** The activity types that get a label of their own: the sender chooses the word, and must not choose our labels. */
const KNOWN_TYPES = new Set([
  'message',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'messageReaction',
  SELF_TEST,
]);

/** Seconds, from a quick answer to the 15 after which Teams sends an activity again. */
const DURATION_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

let processRegistry: Registry | null = null;

/** What a process is measured by: once, however many servers run in it, since each measuring keeps a timer for good. */
function ofProcess(): Registry {
  if (processRegistry !== null) return processRegistry;
  processRegistry = new Registry();
  collectDefaultMetrics({ register: processRegistry });
  return processRegistry;
}

/**
 * Makes the counters of one server, in a registry of its own; printed with those of the process.
 *
 * @param secrets what of the configuration ends, read whenever the counters are
 */
export function createMetrics(secrets: () => readonly SecretLife[] = () => []): Metrics {
  const registry = new Registry();
  const registers = [registry];
  ofProcess();
  const durations = new Histogram({
    name: 'bot_activity_duration_seconds',
    help: 'Time from the arrival of an activity to its answer',
    labelNames: ['type', 'status'],
    buckets: DURATION_BUCKETS_S,
    registers,
  });
  return {
    ...countTurns(registers),
    ...countTrouble(registers, secrets),
    ...countStreams(registers),
    activityHandled: (type, status, durationMs) =>
      durations.observe(
        { type: KNOWN_TYPES.has(type) ? type : 'other', status: String(status) },
        durationMs / 1000,
      ),
    print: async () => {
      const all = Registry.merge([ofProcess(), registry]);
      return { contentType: all.contentType, text: await all.metrics() };
    },
  };
}

function countTurns(
  registers: Registry[],
): Pick<Metrics, 'turnEnded' | 'turnRefused' | 'answerRated' | 'selfTested'> {
  const turns = new Counter({
    name: 'bot_turns_total',
    help: 'Turns by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'bot_turn_duration_seconds',
    help: 'Time that a turn takes to its reply, without sending it',
    labelNames: ['outcome'],
    buckets: DURATION_BUCKETS_S,
    registers,
  });
  const refusals = new Counter({
    name: 'bot_turns_refused_total',
    help: 'Messages not read since too many others waited, by whose they were',
    labelNames: ['whose'],
    registers,
  });
  const ratings = new Counter({
    name: 'bot_answers_rated_total',
    help: 'Answers that somebody was content with, or not, by how they said so',
    labelNames: ['rating', 'by'],
    registers,
  });
  const tests = new Counter({
    name: 'bot_self_tests_total',
    help: 'Turns of the bot with itself, by result',
    labelNames: ['result'],
    registers,
  });
  const lastPassed = new Gauge({
    name: 'bot_self_test_passed_timestamp_seconds',
    help: 'When a turn of the bot with itself last went well; 0 where none did',
    registers,
  });
  return {
    turnEnded(outcome, durationMs) {
      turns.inc({ outcome });
      durations.observe({ outcome }, durationMs / 1000);
    },
    turnRefused: (whose) => refusals.inc({ whose }),
    answerRated: (rating, by) => ratings.inc({ rating, by }),
    selfTested(isPassed, now) {
      tests.inc({ result: isPassed ? 'passed' : 'failed' });
      if (isPassed) lastPassed.set(now.getTime() / 1000);
    },
  };
}

function countTrouble(
  registers: Registry[],
  secrets: () => readonly SecretLife[],
): Pick<Metrics, 'errorHappened' | 'tokenFailed' | 'followOutbound'> {
  const errors = new Counter({
    name: 'bot_errors_total',
    help: 'Errors by code',
    labelNames: ['code'],
    registers,
  });
  const tokens = new Counter({
    name: 'bot_token_failures_total',
    help: 'Tokens that could not be had, by whose they are',
    labelNames: ['whose'],
    registers,
  });
  let readOldestMs = (): number => 0;
  const oldest: Gauge = new Gauge({
    name: 'bot_outbound_oldest_seconds',
    help: 'Age of the oldest message that still has to be sent',
    registers,
    collect: () => oldest.set(readOldestMs() / 1000),
  });
  const daysLeft: Gauge = new Gauge({
    name: 'bot_secret_days_left',
    help: 'Days until a secret or certificate ends, as far as the configuration says; negative once it has ended',
    labelNames: ['name'],
    registers,
    collect: () => secrets().forEach((each) => daysLeft.set({ name: each.name }, each.daysLeft)),
  });
  return {
    errorHappened: (code) => errors.inc({ code }),
    tokenFailed: (whose) => tokens.inc({ whose }),
    followOutbound: (oldestMs) => void (readOldestMs = oldestMs),
  };
}

function countStreams(registers: Registry[]): Pick<Metrics, 'streamOpened' | 'streamClosed'> {
  const streams = new Gauge({
    name: 'chat_page_streams',
    help: 'Open event streams of the chat page',
    registers,
  });
  return { streamOpened: () => streams.inc(), streamClosed: () => streams.dec() };
}
