import type { Leases } from '../storage/lease.ts';
import { openSender, type Sender, type SenderOptions } from './sender.ts';

/** The lease of the one process that sends; while any process runs, one has it. */
export const SENDING = 'outbound';

export interface OutboundWorkerOptions extends SenderOptions {
  readonly leases: Leases;
  /** Between two looks into a queue that others fill too, in milliseconds; 2,000 unless told. */
  readonly pollMs?: number;
  /** Between two tries to be the one that sends, in milliseconds; 5,000 unless told. */
  readonly standbyMs?: number;
}

/** Sends in the background, one process at a time: it alone can keep to limits that are per second. */
export interface OutboundWorker {
  start(): void;
  /** Says that there may be something to send. */
  wake(): void;
  /** Resolves when what is due now was looked at; at once where another process is at it. */
  settle(): Promise<void>;
  /** Resolves when the message under way is sent. */
  stop(): Promise<void>;
  /** As in {@link Sender}; 0 where another process is at it. */
  oldestMs(): number;
}

export function createOutboundWorker(options: OutboundWorkerOptions): OutboundWorker {
  const { leases, pollMs = 2_000, standbyMs = 5_000, log } = options;
  const stopping = new AbortController();
  let isWoken = false;
  let endPause: (() => void) | null = null;
  let settling: (() => void)[] = [];
  let sender: Sender | null = null;
  let going: Promise<void> | null = null;

  const pause = async (ms: number): Promise<void> => {
    if (!isWoken) {
      await new Promise<void>((resolve) => {
        endPause = resolve;
        setTimeout(resolve, ms).unref();
      });
    }
    endPause = null;
    isWoken = false;
  };
  const wake = (): void => {
    isWoken = true;
    endPause?.();
  };
  /** One look: who waited for it before it began is told, whether there was anything or not. */
  const look = async (signal: AbortSignal): Promise<void> => {
    const waiting = settling;
    settling = [];
    const count = await (sender?.sendDue(signal) ?? Promise.resolve(0));
    if (count > 0) settling.push(...waiting);
    else {
      for (const each of waiting) each();
      if (settling.length === 0) await pause(pollMs);
    }
  };
  const work = async (lost: AbortSignal): Promise<void> => {
    const signal = AbortSignal.any([stopping.signal, lost]);
    try {
      sender = await openSender(options);
      while (!signal.aborted) await look(signal);
    } finally {
      sender = null;
    }
  };
  const go = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await leases
        .tryRun(SENDING, (lease) => work(lease.signal))
        .catch((error: unknown) => {
          log.warn(
            { error: error instanceof Error ? error.name : 'unknown' },
            'outbound: sending was broken off',
          );
        });
      for (const each of settling.splice(0)) each();
      if (!stopping.signal.aborted) await pause(standbyMs);
    }
  };
  return {
    start: () => void (going ??= go()),
    wake,
    settle() {
      if (going === null || stopping.signal.aborted) return Promise.resolve();
      const settled = new Promise<void>((resolve) => settling.push(resolve));
      wake();
      return settled;
    },
    async stop() {
      stopping.abort();
      wake();
      await going;
    },
    oldestMs: () => sender?.oldestMs() ?? 0,
  };
}
