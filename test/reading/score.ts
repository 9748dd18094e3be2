import { fits, type FoundFact, isJudged } from './fitting.ts';
import type { Label, LabelledMessage } from './labelled.ts';

/** What a reader says of a message, as far as it is judged. */
export interface ReadMessage {
  readonly clauses: readonly { readonly act: string }[];
  readonly facts: readonly FoundFact[];
}

/** One message, judged. */
export interface Judged {
  readonly message: LabelledMessage;
  /** Acts read, neighbours merged. */
  readonly acts: readonly string[];
  readonly areActsRight: boolean;
  /**
   * True where an order or assent is read that isn't there, or where one that is there has swallowed what holds it
   * back: "ok, lo completo domani" read as a yes alone.
   */
  readonly isDanger: boolean;
  readonly met: readonly Label[];
  readonly missed: readonly Label[];
  readonly extra: readonly FoundFact[];
  readonly forbidden: readonly FoundFact[];
}

/** A whole set. Shares are between 0 and 1. */
export interface Score {
  readonly judged: readonly Judged[];
  readonly acts: number;
  readonly dangers: number;
  /** Of the facts found, the share that is labelled. */
  readonly precision: number;
  /** Of the facts labelled, the share that is found. */
  readonly recall: number;
  readonly forbidden: number;
}

/** Judges what a reader made of each message. */
export function scoreMessages(
  messages: readonly LabelledMessage[],
  read: (message: LabelledMessage) => ReadMessage,
): Score {
  const judged = messages.map((message) => judgeMessage(message, read(message)));
  const sum = (count: (one: Judged) => number): number =>
    judged.reduce((total, one) => total + count(one), 0);
  const met = sum((one) => one.met.length);
  return {
    judged,
    acts: share(
      sum((one) => Number(one.areActsRight)),
      judged.length,
    ),
    dangers: sum((one) => Number(one.isDanger)),
    precision: share(met, met + sum((one) => one.extra.length)),
    recall: share(met, met + sum((one) => one.missed.length)),
    forbidden: sum((one) => one.forbidden.length),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function judgeMessage(message: LabelledMessage, { clauses, facts }: ReadMessage): Judged {
  const all = clauses.map(({ act }) => act);
  const acts = all.filter((act, at) => act !== all[at - 1]);
  const areActsRight = message.acts.some((wanted) => areSame(wanted, acts, message.areActsOpen));
  return {
    message,
    acts,
    areActsRight,
    isDanger: !areActsRight && (isUnasked(message, acts) || isUnguarded(message, acts)),
    ...judgeFacts(message, facts),
  };
}

function areSame(wanted: readonly string[], acts: readonly string[], isOpen: boolean): boolean {
  const compared = isOpen ? acts.slice(0, wanted.length) : acts;
  return compared.length === wanted.length && compared.every((act, at) => act === wanted[at]);
}

/** Acts that begin or confirm something. */
function doing(acts: readonly string[]): number {
  return acts.filter((act) => act === 'order' || act === 'assent').length;
}

/** More is begun or confirmed than in any right reading; where the rest is open, only where nothing may be. */
function isUnasked({ acts: wanted, areActsOpen }: LabelledMessage, acts: readonly string[]): boolean {
  const most = Math.max(...wanted.map(doing));
  return areActsOpen ? most === 0 && doing(acts) > 0 : doing(acts) > most;
}

const GUARDS = new Set(['question', 'what-if', 'negation', 'refusal']);
/** They hold an assent back ("ok, domani"), and go well with an order ("crea il deal, il contatto dopo"). */
const PUTTING_OFF = new Set(['plan', 'not-now']);

function isGuarded(acts: readonly string[]): boolean {
  return acts.some((act) => GUARDS.has(act) || (PUTTING_OFF.has(act) && !acts.includes('order')));
}

/** Something is begun or confirmed alone that every right reading holds back. */
function isUnguarded({ acts: wanted, areActsOpen }: LabelledMessage, acts: readonly string[]): boolean {
  return !areActsOpen && doing(acts) > 0 && !isGuarded(acts) && wanted.every(isGuarded);
}

type JudgedFacts = Pick<Judged, 'met' | 'missed' | 'extra' | 'forbidden'>;

/** Each label is met once; the same fact found again is neither met nor extra. */
function judgeFacts(
  { facts: labels, maybe, not }: LabelledMessage,
  found: readonly FoundFact[],
): JudgedFacts {
  const facts = found.filter(isJudged);
  const open = [...labels];
  const met: Label[] = [];
  const extra: FoundFact[] = [];
  for (const fact of facts) {
    const at = open.findIndex((label) => fits(label, fact));
    if (at >= 0) met.push(...open.splice(at, 1));
    else if (![...met, ...maybe].some((label) => fits(label, fact))) extra.push(fact);
  }
  return {
    met,
    missed: open,
    extra,
    forbidden: facts.filter((fact) => not.some((label) => fits(label, fact))),
  };
}
