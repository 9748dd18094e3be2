import type { DialogName } from '../cards/dialog-name.ts';
import { withoutConfirming } from '../language/confirming.ts';
import { flatten, spanOf } from '../language/flat.ts';
import { patternOf } from '../language/said.ts';
import { NAMING } from '../reading/focus.ts';
import { toldEnds } from '../reading/told-ends.ts';
import type { Act, Clause, FactKind, Reading } from '../reading/reading.ts';

/** Why an act that a message speaks of isn't begun. */
export type Held = 'question' | 'plan' | 'negation' | 'report' | 'statement';

/** Dialogs that do something; the others look something up, and a look-up is an answer to any kind of clause. */
const DOING: ReadonlySet<DialogName> = new Set<DialogName>(['create-deal', 'close-deal', 'set-notices']);

const WHY: readonly (readonly [Act, Held])[] = [
  ['negation', 'negation'],
  ['question', 'question'],
  ['what-if', 'question'],
  ['plan', 'plan'],
  ['not-now', 'plan'],
  ['report', 'report'],
];

/**
 * Why a dialog is not begun by a message that the matching engine takes for it, null where it is. A question, a
 * supposition, a plan, somebody else's report or a "don't" neither begins nor does an act. What "we" lost opens the
 * closing up to its summary; so does a bare "Wingtip perso".
 */
export function heldBack(reading: Reading, dialog: DialogName): Held | null {
  const { clauses } = reading;
  // "Guarda che Contoso non l'abbiamo ancora vinto" tells no end, whatever it orders.
  const isDenied =
    reading.facts.some(({ kind }) => kind === 'outcome') &&
    toldEnds(reading).length === 0 &&
    !clauses.some(({ act, facts }) => act === 'order' && !facts.some(({ kind }) => kind === 'outcome'));
  if (dialog === 'close-deal' && isDenied) return 'negation';
  if (!DOING.has(dialog) || isOrdered(clauses)) return null;
  // What holds for the future is no plan of one's own, and "don't" is an order here.
  if (dialog === 'set-notices') return clauses.some(({ act }) => act === 'question') ? 'question' : null;
  const held = WHY.find(([act]) =>
    (act === 'question' ? telling(clauses) : clauses).some(
      (clause) => clause.act === act && clause.isOwn !== true,
    ),
  )?.[1];
  const isPlanned = clauses.some(({ act }) => act === 'plan');
  if (held !== undefined || isPlanned) return held ?? 'plan';
  if (dialog === 'create-deal') return null;
  const has = (kind: string): boolean => reading.facts.some((fact) => fact.kind === kind);
  return has('outcome') && (has('known-name') || clauses.some(({ isOwn }) => isOwn === true))
    ? null
    : 'statement';
}

/** The clauses that name a deal or how it ended, all of them where none does: "Marco l'ha chiuso, è vero?" tells first. */
function telling(clauses: readonly Clause[]): readonly Clause[] {
  const named = clauses.filter(({ facts }) =>
    facts.some(({ kind }) => kind === 'outcome' || NAMING.has(kind)),
  );
  return named.length === 0 ? clauses : named;
}

/** Whether something is ordered; "whatever you do, don't close Contoso" denies it. */
function isOrdered(clauses: readonly Clause[]): boolean {
  const does = (among: readonly Clause[], act: Act): boolean => among.some((clause) => clause.act === act);
  const told = telling(clauses);
  const outcomes = clauses.filter(({ facts }) => facts.some(({ kind }) => kind === 'outcome'));
  // "Chiudi Fabrikam come vinto, anzi no, lascialo aperto" orders something else than to close it.
  if (outcomes.length > 0 && outcomes.every(({ act }) => act === 'negation')) return false;
  return does(told, 'order') || (does(clauses, 'order') && !does(told, 'negation') && !does(told, 'plan'));
}

/** A message that does several things, cut where the next one begins. */
export interface Parts {
  readonly first: string;
  readonly rest: string;
  /** Whether an order may go on with what stands before it: "crea un deal e metti 40k", "80k e metti il 3 maggio". */
  readonly areOrders: boolean;
  /** Whether nothing but an assent stands before the rest. */
  readonly isYes: boolean;
  /** Whether the rest is to come after it: "sì, e poi controlla contoso", and not "sì ma prima fammi vedere il deal". */
  readonly isNext: boolean;
}

const BEGINS_ANEW: ReadonlySet<Act> = new Set(['order', 'question', 'what-if']);
/** What is whole before another request: an answer to what was asked, or a request of its own. */
const IS_WHOLE: ReadonlySet<Act> = new Set(['assent', 'refusal', 'order', 'question']);

/** "80k. Ma scusa, quanto tempo ha Microsoft?": what opens the request is no answer. */
const PASSES_BY: ReadonlySet<Act> = new Set(['courtesy', 'filler']);

/**
 * Cuts a message after what is whole in it: "sì, e poi controlla contoso" is a yes, and then a request. Null where all
 * of it is one thing ("abbiamo vinto X, chiudilo", "se scade, posso rifarlo?").
 *
 * @param isInForm whether a value may stand before the request ("80k, e quanto tempo ha Microsoft?")
 */
export function cutRequest({ clauses, text }: Reading, isInForm: boolean): Parts | null {
  const said = clauses.filter(({ act }) => !PASSES_BY.has(act));
  const next = said.find(({ act, start }, index) => {
    const before = said[index - 1]?.act;
    if (
      before === undefined ||
      !(BEGINS_ANEW.has(act) || isThen(text.slice(start))) ||
      (isInForm && before === act && act !== 'order')
    )
      return false;
    return IS_WHOLE.has(before) || (isInForm && before === 'statement');
  });
  if (next === undefined) return null;
  const at = said.indexOf(next);
  const before = said[at - 1];
  const cut = clauses.find(({ start }) => start >= (before?.end ?? 0)) ?? next;
  const first = text
    .slice(0, cut.start)
    .replace(/[\s,;]+$/u, '')
    .trim();
  const after = text.slice(cut.start);
  const flat = flatten(after);
  const opened = opening().exec(flat.text)?.[0].length ?? 0;
  const rest = spanOf(flat, opened, flat.text.length).text.trim();
  const areOrders = next.act === 'order' && (before?.act === 'order' || before?.act === 'statement');
  const isYes = said.slice(0, at).every(({ act }) => act === 'assent');
  const isNext = comesAfter(after, said.slice(at));
  return first === '' || rest === '' ? null : { first, rest, areOrders, isYes, isNext };
}

/** "E poi …", "then …", and an order behind "e": what is done next. A question behind a yes may be why it isn't given yet. */
function comesAfter(text: string, rest: readonly Clause[]): boolean {
  const { text: flat } = flatten(text);
  if (beforehand().test(flat)) return false;
  return afterwards().test(`${flat} `) || (joined().test(flat) && rest.every(({ act }) => act === 'order'));
}

/** "…, poi segna Wingtip come perso": what comes next is another request, whatever it looks like. */
const isThen = (text: string): boolean => afterwards().test(`${flatten(text).text} `);

/** "Ma prima fammi vedere Contoso", "but first show me Contoso" without what it opens with. */
export function withoutOpening(text: string): string {
  const flat = flatten(text);
  return spanOf(flat, held().exec(flat.text)?.[0].length ?? 0, flat.text.length).text.trim() || text;
}

const held = patternOf()`^(?:[\s,;.]|(?:${'joining'}|${'but'}|${'beforehand'})[\s,])+`;
const opening = patternOf()`^(?:[\s,;.]|(?:${'joining'}|${'afterwards'})\s)+`;
const joined = patternOf()`^[\s,;.]{0,5}${'joining'}\s`;
/** So few words stand before it: "e" is in both lists, and without a bound each of many would double the ways to read them. */
const afterwards = patternOf()`^[\s,;.]{0,5}(?:(?:${'joining'}|${'but'})\s{1,3}){0,3}${'afterwards'}\s`;
const beforehand = patternOf()`(?<![a-z])${'beforehand'}(?![a-z])`;

/** A message of fewer facts is a sentence, which the matching engine reads as it is. */
const FACTS_OF_A_RECORD = 3;
/** Facts that say nothing of what is asked for. */
const DETAILS: ReadonlySet<FactKind> = new Set([
  'money',
  'recurring',
  'day',
  'phone',
  'email',
  'person',
  'address',
  'number-id',
]);

/** The words that ask for something: of a record or a mail its request alone, without the facts it brings. */
export function requestIn({ text, clauses, facts }: Reading): string {
  if (facts.length < FACTS_OF_A_RECORD) return withoutConfirming(text);
  const asking = clauses.filter(({ act }) => BEGINS_ANEW.has(act));
  const from = asking.length > 0 ? asking : clauses.slice(0, 1);
  const words = from.map((clause) =>
    [...clause.facts]
      .reverse()
      .filter(({ kind }) => DETAILS.has(kind))
      .reduce(
        (rest, { start, end }) => `${rest.slice(0, start - clause.start)} ${rest.slice(end - clause.start)}`,
        clause.text,
      ),
  );
  return words.join(' ').replace(/\s+/gu, ' ').trim() || text;
}

/**
 * Whether a message describes a deal: who it is with and what it is worth, when or with whom. One that orders nothing
 * must say two of these, or any mail that names a company would be taken for a deal.
 *
 * @param isSure whether an answer or a dialog surely fits: then what is ordered may be that ("show me how …")
 */
export function describesDeal({ facts, clauses }: Reading, isSure: boolean): boolean {
  const has = (...kinds: readonly FactKind[]): boolean => facts.some(({ kind }) => kinds.includes(kind));
  const does = (...acts: readonly Act[]): boolean => clauses.some(({ act }) => acts.includes(act));
  if (does('question', 'what-if', 'negation') || has('outcome') || !has('organisation', 'known-name'))
    return false;
  if (does('order')) return !isSure && has('money', 'recurring', 'day', 'deal-kind', 'person', 'email');
  return has('money', 'recurring') && has('day', 'person', 'email', 'phone', 'address', 'deal-kind');
}

/** Whether a mail of somebody else may be made a deal: it names a company and a sum, whatever it asks besides. */
export function mayBeDeal({ facts }: Reading): boolean {
  const has = (...kinds: readonly FactKind[]): boolean => facts.some(({ kind }) => kinds.includes(kind));
  return has('organisation', 'known-name') && has('money', 'recurring');
}

/**
 * Whether a message tells of a deal without saying who it is with, where nothing is known that fits: "Brambilla vuole il
 * wms, 50k, firma ad aprile".
 */
export function hintsAtDeal({ facts, clauses, unclaimed }: Reading): boolean {
  const has = (...kinds: readonly FactKind[]): boolean => facts.some(({ kind }) => kinds.includes(kind));
  const tells = clauses.every(({ act }) => act === 'statement' || act === 'courtesy' || act === 'report');
  return (
    tells &&
    unclaimed.length > 0 &&
    has('money', 'recurring') &&
    has('day', 'deal-kind') &&
    !has('outcome', 'known-name')
  );
}

/**
 * Whether a message orders a deal that can't exist yet: of a kind, or with a company that no deal is with.
 *
 * @param isAnswered whether an answer surely fits: then a kind alone makes no deal ("give me tips for more co-sell")
 */
export function isNewDeal(reading: Reading, isAnswered: boolean): boolean {
  const { facts, clauses } = reading;
  const has = (...kinds: readonly FactKind[]): boolean => facts.some(({ kind }) => kinds.includes(kind));
  const isOrder =
    clauses.some(({ act }) => act === 'order') && !clauses.some(({ act }) => act === 'question');
  if (!isOrder || has('outcome')) return false;
  return (has('deal-kind') && !isAnswered) || (has('organisation') && has('money', 'recurring'));
}

/**
 * Whether a message says what is to be done with a deal once something has or hasn't happened by a day: "if they haven't
 * answered by Friday, close Contoso as lost". Nothing is done later, so it isn't taken now either.
 */
export function isForLater({ facts, clauses, text }: Reading): boolean {
  const has = (kind: FactKind): boolean => facts.some((fact) => fact.kind === kind);
  const supposes = clauses.length > 0 && clauses.every(({ act }) => act === 'what-if');
  return supposes && !text.trimEnd().endsWith('?') && has('day') && has('outcome') && has('known-name');
}

/** Whether a message names a deal by its id or its page. */
export function namesDeal({ facts }: Reading): boolean {
  return facts.some(
    (fact) =>
      (fact.kind === 'link' && fact.dealId !== null) || (fact.kind === 'number-id' && fact.what === 'deal'),
  );
}

/** Whether a message orders something about a deal and names nothing but its customer: "guarda anche Contoso". */
export function looksAtDeal({ facts, clauses }: Reading): boolean {
  const isOrder =
    clauses.some(({ act }) => act === 'order') && !clauses.some(({ act }) => act === 'negation');
  return isOrder && facts.length > 0 && facts.every(({ kind }) => kind === 'known-name');
}
