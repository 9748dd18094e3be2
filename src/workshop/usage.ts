import * as z from 'zod';
import { recordObject } from '../storage/record-store.ts';

/** How a question can come out, in the order of the report. */
export const ASKED_OUTCOMES = ['answer', 'clarify', 'passages', 'none'] as const;
export type AskedOutcome = (typeof ASKED_OUTCOMES)[number];

/** Upper bounds of how long a turn took, in milliseconds; the last bucket is of what took longer. */
export const TIME_BOUNDS = [100, 300, 1_000, 3_000, 10_000] as const;

const counts = z.record(z.string(), z.number().int().nonnegative());

/** What a company's people asked and did on a day, as numbers: nobody's words, and nobody's name. */
export const usageSchema = recordObject({
  schema: z.literal(1),
  tenantId: z.string(),
  /** `YYYY-MM-DD`, UTC. */
  day: z.string(),
  /** Questions by how they came out. */
  asked: counts,
  /** Answers that were shown, by id. */
  answers: counts,
  /** Dialogs that were begun, and finished, by name. */
  begun: counts,
  finished: counts,
  /** Questions of dialogs at which they were left, as `dialog/slot`. */
  left: counts,
  /** Turns by the place of their time among `TIME_BOUNDS`. */
  times: z.array(z.number().int().nonnegative()),
});

export type DayUsage = z.infer<typeof usageSchema>;

/** What one turn adds. */
export interface TurnUsage {
  readonly tenantId: string;
  /** Null where nothing was asked. */
  readonly asked: AskedOutcome | null;
  /** The answer that was shown; null where none was. */
  readonly answerId: string | null;
  /** The form that was open when the turn began, and when it ended, with the question it asks. */
  readonly before: OpenDraft | null;
  readonly after: OpenDraft | null;
  /** Whether the form that was open came to its end, rather than being left. */
  readonly isFinished: boolean;
  /** Dialogs that keep no draft: which began, which showed what they found, and which were left, with their question. */
  readonly lookUps: {
    readonly begun: readonly string[];
    readonly finished: readonly string[];
    readonly left: readonly OpenDraft[];
  };
  readonly durationMs: number;
}

/** A form, which of its drafts it fills in, and the question that it asks. */
export interface OpenDraft {
  readonly draft: string;
  readonly dialog: string;
  readonly slot: string;
}

type Counts = Readonly<Record<string, number>>;

/** A day on which nothing happened yet. */
export function emptyDay(tenantId: string, day: string): DayUsage {
  const times = [...TIME_BOUNDS.map(() => 0), 0];
  return { schema: 1, tenantId, day, asked: {}, answers: {}, begun: {}, finished: {}, left: {}, times };
}

/** A day with one more turn. */
export function withTurn(day: DayUsage, turn: TurnUsage): DayUsage {
  const { asked, answerId, before, after, isFinished, lookUps } = turn;
  const isBegun = after !== null && after.draft !== before?.draft;
  const isOver = before !== null && after?.draft !== before.draft;
  const bucket = TIME_BOUNDS.findIndex((bound) => turn.durationMs <= bound);
  const place = bucket < 0 ? TIME_BOUNDS.length : bucket;
  return {
    ...day,
    asked: plus(day.asked, asked),
    answers: plus(day.answers, answerId),
    begun: plus(day.begun, isBegun ? after.dialog : null, ...lookUps.begun),
    finished: plus(day.finished, isOver && isFinished ? before.dialog : null, ...lookUps.finished),
    left: plus(day.left, isOver && !isFinished ? placeOf(before) : null, ...lookUps.left.map(placeOf)),
    times: day.times.map((count, at) => count + (at === place ? 1 : 0)),
  };
}

const placeOf = ({ dialog, slot }: OpenDraft): string => `${dialog}/${slot}`;

/** The same counts where nothing is added: by the end of a day they are many, and a turn adds to few. */
function plus(counts: Record<string, number>, ...keys: readonly (string | null)[]): Record<string, number> {
  if (keys.every((key) => key === null)) return counts;
  const more = { ...counts };
  for (const key of keys) if (key !== null) more[key] = (more[key] ?? 0) + 1;
  return more;
}

/** Two parts of one day together. */
export function joinDays(one: DayUsage, other: DayUsage): DayUsage {
  return {
    ...one,
    asked: sum([one.asked, other.asked]),
    answers: sum([one.answers, other.answers]),
    begun: sum([one.begun, other.begun]),
    finished: sum([one.finished, other.finished]),
    left: sum([one.left, other.left]),
    times: one.times.map((count, at) => count + (other.times[at] ?? 0)),
  };
}

/** Counts of several days together. */
export function sum(all: readonly Counts[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const counts of all)
    for (const [key, count] of Object.entries(counts)) total[key] = (total[key] ?? 0) + count;
  return total;
}
