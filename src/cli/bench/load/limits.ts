import type { LoadTurn } from './play.ts';

/** By when which share of the answers must be there: what Microsoft asks of agents for Copilot, in seconds. */
export const ANSWER_LIMITS: readonly Limit[] = [
  { share: 0.5, seconds: 2 },
  { share: 0.75, seconds: 5 },
  { share: 0.99, seconds: 9 },
];

/** For messages that need a service that takes its time: something is seen, and then a true sentence is there. */
export const SIGN_LIMIT_S = 2;
export const SENTENCE_LIMIT_S = 10;

export interface Limit {
  readonly share: number;
  readonly seconds: number;
}

/** A limit beside what was measured. */
export interface LimitCheck {
  readonly what: string;
  readonly limit: number;
  readonly measured: number;
  /** Of both; '' for a count. */
  readonly unit: ' s' | '';
  readonly isMet: boolean;
}

/**
 * The value that so large a share of all values is at or below: of 1 to 100 the .5 is 50 and the .99 is 99. NaN where
 * there are none.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Holds the answers of turns that need no slow service against the limits; without turns nothing is met. */
export function judgeAnswers(turns: readonly Pick<LoadTurn, 'answerMs'>[]): LimitCheck[] {
  const times = turns.map(({ answerMs }) => answerMs);
  return ANSWER_LIMITS.map(({ share, seconds }) =>
    judge(`${String(share * 100)} % of the answers`, seconds, percentile(times, share)),
  );
}

/** Holds the turns that needed the slow service against theirs: all of them, not a share. */
export function judgeWaiting(turns: readonly Pick<LoadTurn, 'signMs' | 'answerMs'>[]): LimitCheck[] {
  const worst = (times: readonly number[]): number => percentile(times, 1);
  return [
    judge('every first sign', SIGN_LIMIT_S, worst(turns.map(({ signMs }) => signMs))),
    judge('every sentence', SENTENCE_LIMIT_S, worst(turns.map(({ answerMs }) => answerMs))),
  ];
}

function judge(what: string, limit: number, measuredMs: number): LimitCheck {
  const measured = measuredMs / 1000;
  return { what, limit, measured, unit: ' s', isMet: measured <= limit };
}

const CREATED = /(?:il deal con|the deal with) ([^"]+?) (?:è|is) (?:già |already )?(?:creato|created)/iu;
/** Of what the assistant says where Partner Center is silent, in both languages. */
const NO_ANSWER =
  /(?:Centro per i partner|servizio dei deal) non (?:risponde|ha risposto)|(?:Partner Center|deal service) (?:isn’t answering|didn’t answer)/u;

/** The customer of the deal that is said to be created; null where none is. */
export function createdFor(said: string): string | null {
  return CREATED.exec(said)?.[1] ?? null;
}

/**
 * Whether what was said while Partner Center is slow is so: a deal that is said to be created is there, and who looks
 * deals up hears that no answer came. A question is answered, and a form may go on with what it read before or ask
 * again: neither says how things stand now.
 *
 * @param customers whose deals Partner Center has
 */
export function isTrueWhileSlow(
  { part, said }: Pick<LoadTurn, 'part' | 'said'>,
  customers: ReadonlySet<string>,
): boolean {
  const customer = createdFor(said);
  if (customer !== null) return customers.has(customer);
  return part !== 'look-up' || NO_ANSWER.test(said);
}
