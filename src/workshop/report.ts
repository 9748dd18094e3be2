import {
  type AskedOutcome,
  ASKED_OUTCOMES,
  type DayUsage,
  emptyDay,
  joinDays,
  sum,
  TIME_BOUNDS,
} from './usage.ts';

/** What was asked and done over some days. */
export interface Report {
  /** Each day, the oldest first; also those without a question. */
  readonly days: readonly DayReport[];
  readonly totals: Readonly<Record<AskedOutcome, number>>;
  /** Answers by how often they were shown, most first. */
  readonly answers: readonly (readonly [id: string, count: number])[];
  readonly dialogs: readonly DialogReport[];
  /** Turns by the place of their time among `TIME_BOUNDS`. */
  readonly times: readonly number[];
}

export interface DayReport {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly asked: Readonly<Record<AskedOutcome, number>>;
}

export interface DialogReport {
  readonly name: string;
  readonly begun: number;
  readonly finished: number;
  /** Questions at which it was left, most first. */
  readonly left: readonly (readonly [slot: string, count: number])[];
}

const DAY_MS = 86_400_000;

/** The days of a report, the oldest first, up to today. */
export function daysUpTo(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    new Date(now.getTime() - (count - 1 - at) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** What records of days and companies come to over these days. */
export function reportOf(records: readonly DayUsage[], days: readonly string[]): Report {
  const byDay = new Map<string, DayUsage>();
  for (const record of records) {
    const before = byDay.get(record.day);
    byDay.set(record.day, before === undefined ? record : joinDays(before, record));
  }
  const inDays = days.map((day) => byDay.get(day) ?? emptyDay('', day));
  const all = inDays.reduce(joinDays, emptyDay('', ''));
  return {
    days: inDays.map(({ day, asked }) => ({ day, asked: outcomesOf(asked) })),
    totals: outcomesOf(all.asked),
    answers: mostFirst(all.answers),
    dialogs: dialogsOf(all),
    times: all.times,
  };
}

function outcomesOf(asked: Readonly<Record<string, number>>): Record<AskedOutcome, number> {
  const { answer = 0, clarify = 0, passages = 0, none = 0 } = asked;
  return { answer, clarify, passages, none };
}

function dialogsOf({ begun, finished, left }: DayUsage): DialogReport[] {
  const names = [...new Set([...Object.keys(begun), ...Object.keys(finished)])].sort();
  return names.map((name) => {
    const own = Object.entries(left)
      .filter(([place]) => place.startsWith(`${name}/`))
      .map(([place, count]) => ({ [place.slice(name.length + 1)]: count }));
    return { name, begun: begun[name] ?? 0, finished: finished[name] ?? 0, left: mostFirst(sum(own)) };
  });
}

function mostFirst(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).sort(([one, a], [other, b]) => b - a || one.localeCompare(other));
}

/** The report as CSV of rows `part,name,detail,count`, which every spreadsheet reads. */
export function reportCsv(
  { days, answers, dialogs, times }: Report,
  misses: readonly (readonly [string, number])[],
): string {
  const rows: (readonly (string | number)[])[] = [
    ['part', 'name', 'detail', 'count'],
    ...days.flatMap(({ day, asked }) =>
      ASKED_OUTCOMES.map((outcome) => ['questions', day, outcome, asked[outcome]]),
    ),
    ...answers.map(([id, count]) => ['answers', id, '', count]),
    ...misses.map(([words, count]) => ['misses', words, '', count]),
    ...dialogs.flatMap(({ name, begun, finished, left }) => [
      ['dialogs', name, 'begun', begun],
      ['dialogs', name, 'finished', finished],
      ...left.map(([slot, count]) => ['dialogs', name, `left at ${slot}`, count]),
    ]),
    ...times.map((count, at) => [
      'time',
      at < TIME_BOUNDS.length ? `<= ${String(TIME_BOUNDS[at])} ms` : 'longer',
      '',
      count,
    ]),
  ];
  return `${rows.map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where it must be; what a spreadsheet would take for a formula is text. */
function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
}
