import type { Meaning, VerbForm } from '../knowledge/words.ts';
import type { Act, Fact, FactKind, ReadingContext } from './reading.ts';
import type { Item } from './words/items.ts';

/** What a piece of a message does by itself; `act` null where it has no force of its own ("52k", "esito perso"). */
export interface Force {
  readonly act: Act | null;
  readonly isOwn: boolean | null;
}

/** Where a piece stands. */
export interface Around {
  readonly asked: ReadingContext['asked'];
  /** Whether it ends with a question mark. */
  readonly asks: boolean;
  readonly pronouns: ReadonlySet<string>;
}

/** What an act alone says, where the whole piece is such a phrase. */
export const ACT_OF: Readonly<Partial<Record<Meaning, Act>>> = {
  agree: 'assent',
  'agree-alone': 'assent',
  'agree-mildly': 'assent',
  refuse: 'refusal',
  'refuse-alone': 'refusal',
  cancel: 'refusal',
  'put-off': 'not-now',
  wait: 'not-now',
  'take-back': 'correction',
  unsure: 'filler',
  pause: 'filler',
  polite: 'courtesy',
  greet: 'courtesy',
  thank: 'courtesy',
  excuse: 'courtesy',
  complain: 'complaint',
};

/** The facts that answer what a form asks; whatever else it asks is answered in words. */
const ANSWERS: Readonly<Record<string, readonly FactKind[]>> = {
  value: ['money', 'recurring'],
  customer: ['organisation', 'known-name', 'number-id'],
  contact: ['person', 'email', 'phone'],
  closingDate: ['day'],
  address: ['address'],
};

const CARRY_NOTHING: ReadonlySet<Meaning> = new Set(['polite', 'join', 'contrast', 'pause']);
const none: Force = { act: null, isOwn: null };
const does = (act: Act, isOwn: boolean | null = null): Force => ({ act, isOwn });

/**
 * What a piece does. What holds back comes first: a complaint, a supposition, a doubt, a question, a negation, a plan
 * and a report are each looked for before an order, so that none of them is ever taken for one.
 */
export function readForce(items: readonly Item[], around: Around): Force {
  const piece = new Piece(items, around);
  if (piece.isEmpty) return does(around.asks ? 'question' : piece.has('polite') ? 'courtesy' : 'filler');
  const whole = piece.whole();
  if (whole !== null && !around.asks) return does(whole);
  for (const read of READERS) {
    const force = read(piece);
    if (force !== null) return force;
  }
  return whole === null ? none : does(whole);
}

type Reader = (piece: Piece) => Force | null;

const READERS: readonly Reader[] = [
  readComplaint,
  readSupposition,
  readPuttingOff,
  readDoubt,
  readQuestion,
  readNegation,
  readPlan,
  readReport,
  readOrder,
];

/** The items of a piece, with what the readers ask of them. */
class Piece {
  readonly items: readonly Item[];
  readonly around: Around;
  /** Without what carries nothing. */
  readonly core: readonly Item[];

  constructor(items: readonly Item[], around: Around) {
    this.items = items.filter(({ kind }) => kind !== 'sign');
    this.around = around;
    this.core = this.items.filter(({ meaning }) => meaning === null || !CARRY_NOTHING.has(meaning));
  }

  get isEmpty(): boolean {
    return this.core.length === 0;
  }

  has(...meanings: readonly Meaning[]): boolean {
    return this.indexOf(...meanings) >= 0;
  }

  indexOf(...meanings: readonly Meaning[]): number {
    return this.core.findIndex(({ meaning }) => meaning !== null && meanings.includes(meaning));
  }

  leads(...meanings: readonly Meaning[]): boolean {
    const first = this.core[0]?.meaning ?? null;
    return first !== null && meanings.includes(first);
  }

  /** The first listed verb in one of these forms from `from` on; -1 where there is none. */
  verb(forms: readonly VerbForm[], from = 0): number {
    return this.core.findIndex((item, at) => at >= from && item.verb !== null && hasForm(item, forms));
  }

  form(form: VerbForm): number {
    return this.core.findIndex((item) => item.forms.has(form));
  }

  /** Where the verb stands that opens the piece, with nothing before it but names, days and pronouns; else -1. */
  opening(forms: readonly VerbForm[]): number {
    const at = this.core.findIndex((item) => !this.#mayPrecede(item));
    const item = this.core[at];
    return item !== undefined && item.verb !== null && hasForm(item, forms) ? at : -1;
  }

  #mayPrecede(item: Item): boolean {
    if (item.kind === 'fact' || this.around.pronouns.has(item.word)) return true;
    return item.meaning === 'later' || item.meaning === 'own' || (item.fact !== null && item.verb === null);
  }

  /** The act of a piece that is nothing but phrases of one act. */
  whole(): Act | null {
    const acts = new Set(
      this.core.map(({ meaning }) => (meaning === null ? null : (ACT_OF[meaning] ?? null))),
    );
    const [act] = acts;
    return acts.size === 1 && act !== undefined ? act : null;
  }

  get facts(): Fact[] {
    return this.core.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  }

  /** Whether it holds what the open form asked for. */
  get isAnswer(): boolean {
    const wanted = ANSWERS[this.around.asked ?? ''] ?? [];
    return this.facts.some(({ kind }) => wanted.includes(kind));
  }

  get isInForm(): boolean {
    return this.around.asked !== null && this.around.asked !== 'review';
  }
}

const hasForm = (item: Item, forms: readonly VerbForm[]): boolean =>
  forms.some((form) => item.forms.has(form));

function readComplaint(piece: Piece): Force | null {
  if (!piece.has('complain') || piece.leads('ask', 'suppose', 'wish', 'request')) return null;
  return does('complaint');
}

/** "se …" first, or after an order: "chiudilo se hanno firmato". After a verb of looking it only says what to look for. */
function readSupposition(piece: Piece): Force | null {
  const at = piece.indexOf('suppose');
  if (at < 0) return null;
  const before = piece.core.slice(0, at);
  const isIndirect = before.some(
    ({ meaning, verb }) => verb === 'look' || meaning === 'tell' || meaning === 'ask',
  );
  const asks =
    before.length > 0 && before.every(({ meaning, kind }) => meaning !== 'tell' && kind !== 'fact');
  if (!isIndirect) return does('what-if');
  return piece.leads('ask') && asks && !piece.core[at - 1]?.meaning?.startsWith('ask')
    ? does('what-if')
    : null;
}

function readPuttingOff(piece: Piece): Force | null {
  const at = piece.indexOf('put-off');
  if (at < 0 || piece.around.asks) return null;
  return piece.opening(['imperative']) >= 0 && at > 0 ? does('plan', false) : does('not-now');
}

function readDoubt(piece: Piece): Force | null {
  if (!piece.has('doubt')) return null;
  return piece.isAnswer && !piece.around.asks ? does('statement') : does('question');
}

function readQuestion(piece: Piece): Force | null {
  const { asks } = piece.around;
  if (!piece.has('negate') && isRequest(piece)) return does('order');
  if (piece.has('tell')) return piece.has('ask', 'suppose') || asks ? does('question') : does('order');
  if (asks) return does('question');
  if (piece.leads('may') || piece.leads('request')) return does('question');
  const at = piece.indexOf('ask');
  if (at < 0) return piece.has('may') && piece.verb(['infinitive']) >= 0 ? does('question') : null;
  if (isComparison(piece, at)) return null;
  const opened = piece.opening(['imperative']);
  return opened >= 0 && opened < at ? null : at === 0 || !piece.isInForm ? does('question') : null;
}

/** "come vinto", "come concordato" compares; it doesn't ask. */
function isComparison(piece: Piece, at: number): boolean {
  const [ask, next] = [piece.core[at], piece.core[at + 1]];
  if (ask === undefined || ask.word !== 'come') return false;
  return next === undefined || next.fact !== null || next.forms.has('past') || at > 0;
}

/** "puoi controllare …", "mi crei …?", "apriresti …": orders in the shape of a question. */
function isRequest(piece: Piece): boolean {
  const request = piece.indexOf('request');
  if (request >= 0) {
    const verb = piece.verb(['infinitive'], request);
    const deal = piece.indexOf('deal');
    return (verb > request && !piece.has('tell')) || (deal > request && verb < 0);
  }
  if (piece.opening(['would-you']) >= 0) return true;
  const at = piece.opening(['imperative', 'you']);
  const item = piece.core[at];
  if (item === undefined || !piece.around.asks || piece.has('later')) return false;
  // English "close Contoso?" asks whether to; its infinitive has the same form.
  return !item.forms.has('infinitive');
}

/** A "non" before a verb that is no past: "non chiudere", "don't close", "non voglio che apri". */
function readNegation(piece: Piece): Force | null {
  const at = piece.indexOf('negate');
  if (at < 0) return null;
  const next = piece.core.slice(at + 1, at + 5);
  if (next.length === 0 && at === 0) return does('refusal');
  const aux = next.findIndex(({ meaning }) => meaning === 'have-own' || meaning === 'have-others');
  const verb = next.findIndex((item) => item.verb !== null && !isPastOnly(item));
  if (verb >= 0 && (aux < 0 || verb < aux)) return does('negation');
  const isCommand =
    (piece.core[at]?.word ?? '') !== 'non' &&
    piece.core[at]?.end !== undefined &&
    next.some(({ forms }) => forms.has('infinitive'));
  return isCommand ? does('negation') : null;
}

const isPastOnly = ({ forms }: Item): boolean =>
  forms.has('past') && !forms.has('infinitive') && !forms.has('imperative');

function readPlan(piece: Piece): Force | null {
  if (piece.isAnswer && piece.isInForm) return null;
  const own = piece.form('future-own') >= 0 || piece.has('own');
  if (piece.form('future-own') >= 0) return does('plan', true);
  if (piece.form('future') >= 0) return does('plan', false);
  if (piece.has('plan')) return does('plan', own || piece.around.pronouns.size > 0);
  const verb = piece.verb(['i', 'we', 'imperative', 'infinitive']);
  const later = piece.indexOf('later');
  if (later >= 0 && verb >= 0 && isWhen(piece, later, verb)) return does('plan', true);
  const first = piece.opening(['i']);
  return first >= 0 && !piece.core[first]?.forms.has('infinitive') ? does('plan', true) : null;
}

/** Whether "domani" says when to do it, not a value: it stands before the verb, or bare at the end. */
function isWhen(piece: Piece, later: number, verb: number): boolean {
  if (later < verb) return true;
  const before = piece.core[later - 1];
  if (later < piece.core.length - 1 || before === undefined) return false;
  return before.kind === 'fact' || before.meaning === 'deal' || before === piece.core[verb];
}

function readReport(piece: Piece): Force | null {
  if (piece.isInForm && piece.isAnswer) return null;
  if (piece.opening(['imperative', 'infinitive']) === 0 && !piece.core[0]?.forms.has('past')) return null;
  const told = piece.has('report');
  const aux = piece.indexOf('have-own', 'have-others');
  const past = piece.core.findIndex((item, at) => at > aux && isPast(item));
  const isOwn = piece.core[aux]?.meaning === 'have-own' || piece.has('own');
  if (told) return does('report', false);
  if (aux >= 0 && past > aux && past - aux <= 6) return does('report', isOwn);
  return past > 0 && isSimplePast(piece, past) ? does('report', isOwn) : null;
}

const isPast = ({ forms, meaning }: Item): boolean => forms.has('past') && meaning !== 'ask';

/** English "Microsoft accepted Proseware": a past after its subject. Italian needs an auxiliary. */
function isSimplePast(piece: Piece, at: number): boolean {
  if (!piece.around.pronouns.has('they')) return false;
  const before = piece.core[at - 1];
  return before !== undefined && before.word !== 'as' && before.meaning !== 'new' && before.word !== 'the';
}

function readOrder(piece: Piece): Force | null {
  const wish = piece.indexOf('wish');
  if (wish >= 0)
    return piece.verb(['infinitive'], wish) > wish || piece.indexOf('deal') > wish ? does('order') : null;
  const opened = piece.opening(['imperative', 'infinitive', 'would-you', 'we', 'you']);
  if (opened >= 0) return piece.isInForm && piece.isAnswer ? does('statement') : does('order');
  if (piece.leads('other-draft')) return does('order');
  return opensDeal(piece) ? does('order') : null;
}

/** "nuovo deal con …", "a new private deal for …": named, it is asked for. */
function opensDeal(piece: Piece): boolean {
  const deal = piece.indexOf('deal');
  return piece.leads('new') && deal > 0 && deal <= 3 && !piece.isInForm;
}
