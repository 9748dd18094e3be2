import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What is counted, for `/metrics`. Labels are short words of ours: never ids, names or utterances. */
export interface Metrics {
  /** A turn that ended: what came of it (`answer`, `dialog`, `clarify`, `none`, …). */
  turnEnded(outcome: string): void;
  /** How long an activity took from arrival to answer, in milliseconds. */
  activityHandled(type: string, status: number, durationMs: number): void;
  errorHappened(code: string): void;
  /** A message that was not read, since the person's or their company's places were all taken. */
  turnRefused(whose: 'person' | 'tenant'): void;
  /** Open event streams of the chat page. */
  streamOpened(): void;
  streamClosed(): void;
  /** The Prometheus text format. */
  print(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** The activity types that get a label of their own: the sender chooses the word, and must not choose our labels. */
const KNOWN_TYPES = new Set([
  'message',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'messageReaction',
]);

/** Seconds, from a quick answer to the 15 after which Teams sends an activity again. */
const DURATION_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** Makes the counters of one server, in a registry of its own, beside the usual ones of the process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'bot_turns_total',
    help: 'Turns by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const errors = new Counter({
    name: 'bot_errors_total',
    help: 'Errors by code',
    labelNames: ['code'],
    registers,
  });
  const refusals = new Counter({
    name: 'bot_turns_refused_total',
    help: 'Messages not read since too many others waited, by whose they were',
    labelNames: ['whose'],
    registers,
  });
  const durations = new Histogram({
    name: 'bot_activity_duration_seconds',
    help: 'Time from the arrival of an activity to its answer',
    labelNames: ['type', 'status'],
    buckets: DURATION_BUCKETS_S,
    registers,
  });
  const streams = new Gauge({
    name: 'chat_page_streams',
    help: 'Open event streams of the chat page',
    registers,
  });
  return {
    turnEnded: (outcome) => turns.inc({ outcome }),
    activityHandled: (type, status, durationMs) =>
      durations.observe(
        { type: KNOWN_TYPES.has(type) ? type : 'other', status: String(status) },
        durationMs / 1000,
      ),
    errorHappened: (code) => errors.inc({ code }),
    turnRefused: (whose) => refusals.inc({ whose }),
    streamOpened: () => streams.inc(),
    streamClosed: () => streams.dec(),
    print: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
