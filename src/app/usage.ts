import type { Logger } from 'pino';
import { errorFacts } from '../bot/adapter.ts';
import type { RecordStore } from '../storage/record-store.ts';
import { type DayUsage, emptyDay, joinDays, type TurnUsage, withTurn } from '../workshop/usage.ts';
import { type Rounds, startRounds } from '../watch/rounds.ts';

/** Between two times at which what was counted is written, in milliseconds: no turn waits for it. */
const ROUND_MS = 30_000;

/** Counts what is asked and done, by day and company. What a process that is killed counted last is lost. */
export interface UsageCount {
  note(turn: TurnUsage): void;
  /** Writes what was counted; comes by itself once started. */
  flush(): Promise<void>;
  start(): void;
  /** Writes what is left. */
  stop(): Promise<void>;
}

export interface UsageCountOptions {
  readonly records: RecordStore<DayUsage>;
  readonly log: Pick<Logger, 'warn'>;
  readonly now: () => Date;
}

/** Makes the count over its store, in which several processes add to one day. */
export function createUsageCount({ records, log, now }: UsageCountOptions): UsageCount {
  let counted = new Map<string, DayUsage>();
  const flush = async (): Promise<void> => {
    const days = [...counted.values()];
    counted = new Map();
    for (const day of days) {
      try {
        await records.change([day.tenantId, day.day], (before) =>
          before === null ? day : joinDays(before, day),
        );
      } catch (error) {
        log.warn(errorFacts(error), 'what was asked could not be counted');
      }
    }
  };
  let rounds: Rounds | null = null;
  return {
    note(turn) {
      const day = now().toISOString().slice(0, 10);
      const key = `${turn.tenantId}|${day}`;
      counted.set(key, withTurn(counted.get(key) ?? emptyDay(turn.tenantId, day), turn));
    },
    flush,
    start() {
      rounds ??= startRounds(ROUND_MS, flush);
    },
    async stop() {
      await rounds?.stop();
      await flush();
    },
  };
}
