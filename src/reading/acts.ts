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
  'sign-off': 'courtesy',
  complain: 'complaint',
};

/** The slot whose text the assistant writes. */
const DRAFTED = 'notes';

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
  const whole = piece.isPraise ? does('courtesy').act : piece.whole();
  if (whole !== null && (!around.asks || whole === 'courtesy')) return does(whole);
  for (const read of READERS) {
    const force = read(piece);
    if (force !== null) return force;
  }
  return whole === null ? none : does(whole);
}

type Reader = (piece: Piece) => Force | null;

const READERS: readonly Reader[] = [
  readForbidding,
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
    this.core = this.items.filter((item, at) => carriesWeight(item, this.items[at + 1]));
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
    const at = this.core.findIndex((item, index) => !this.#mayPrecede(item, this.core[index + 1]));
    const item = this.core[at];
    return item !== undefined && item.verb !== null && hasForm(item, forms) ? at : -1;
  }

  #mayPrecede(item: Item, next: Item | undefined): boolean {
    const isPreposition = item.meaning === null && item.forms.size === 0 && next?.kind === 'fact';
    if (isPreposition || item.kind === 'fact' || this.around.pronouns.has(item.word)) return true;
    return item.meaning === 'later' || item.meaning === 'own' || (item.fact !== null && item.verb === null);
  }

  /** The act of a piece that is nothing but phrases of one act. */
  whole(): Act | null {
    const telling = this.core.filter((item) => !isBeside(item));
    const acts = new Set(telling.map(({ meaning }) => (meaning === null ? null : (ACT_OF[meaning] ?? null))));
    const [act] = acts;
    return acts.size === 1 && act !== undefined ? act : null;
  }

  /** Praise agrees where something is asked; where nothing is, it is only kind. */
  get isPraise(): boolean {
    return this.around.asked === null && this.core.every(({ meaning }) => meaning === 'agree-mildly');
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

  /** Whether what it tells may be the answer: a value, or any words where the form asks for words ("note"). */
  get mayAnswer(): boolean {
    return this.isInForm && (this.isAnswer || !((this.around.asked ?? '') in ANSWERS));
  }
}

/** "Guarda, …" is only said to begin; "guarda se …" is an order. */
function carriesWeight({ meaning, verb }: Item, next: Item | undefined): boolean {
  return (
    meaning === null ||
    !CARRY_NOTHING.has(meaning) ||
    (meaning === 'pause' && verb !== null && next !== undefined)
  );
}

/** Words that change nothing in a yes or a no: "è tutto corretto", "sì, lì". */
export function isBeside({ meaning, isLight, fact }: Item): boolean {
  return fact === null && (meaning === null ? isLight : BESIDE.has(meaning));
}
const BESIDE: ReadonlySet<Meaning> = new Set(['beside', 'own', 'have-others', 'be']);
const NO_FORMS: ReadonlySet<VerbForm> = new Set();

const hasForm = (item: Item, forms: readonly VerbForm[]): boolean =>
  forms.some((form) => item.forms.has(form));

/** "non chiudere niente finché non te lo dico": what begins with a no to a verb is nothing else. */
function readForbidding(piece: Piece): Force | null {
  return piece.leads('negate') && !piece.around.asks ? readNegation(piece) : null;
}

function readComplaint(piece: Piece): Force | null {
  if (piece.leads('ask', 'ask-first', 'suppose', 'wish', 'request')) return null;
  // "prezzo troppo alto" is a reason where one is asked; of a text it is a complaint.
  const judges = piece.has('judge') && !(piece.isInForm && piece.around.asked !== DRAFTED);
  return judges || piece.has('complain') ? does('complaint') : null;
}

/** "se …" first, or after an order: "chiudilo se hanno firmato". After a verb of looking it only says what to look for. */
function readSupposition(piece: Piece): Force | null {
  const at = piece.indexOf('suppose');
  if (at < 0 || (at > 0 && piece.leads('negate'))) return null;
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
  // "lo confermo stasera" is a yes for another time.
  if (piece.has('agree', 'cancel') && piece.has('later') && !piece.around.asks) return does('not-now');
  if (at < 0 || piece.around.asks) return null;
  // "più tardi chiudo Contoso" says what is put off.
  if (at === 0 && (piece.has('plan') || piece.core.some(isFirstPerson))) return does('plan', true);
  return piece.opening(['imperative']) >= 0 && at > 0 ? does('plan', false) : does('not-now');
}

/** "chiudo"; English "close" is an infinitive as well. */
const isFirstPerson = ({ forms }: Item): boolean => forms.has('i') && !forms.has('infinitive');

function readDoubt(piece: Piece): Force | null {
  if (!piece.has('doubt')) return null;
  return piece.isAnswer && !piece.around.asks ? does('statement') : does('question');
}

function readQuestion(piece: Piece): Force | null {
  const { asks } = piece.around;
  if (!piece.has('negate') && isRequest(piece)) return does('order');
  if (piece.has('tell'))
    return piece.has('ask', 'ask-first', 'suppose') || asks ? does('question') : does('order');
  if (asks) return does('question');
  if (piece.leads('may') || piece.leads('request')) return does('question');
  if (piece.leads('when')) return readWhen(piece);
  if (piece.leads('ask', 'ask-first')) return isComparison(piece) ? null : does('question');
  const at = piece.indexOf('ask');
  if (at > 0 && piece.core.slice(0, at).every(isPlainNoun)) return does('question');
  return piece.has('may') && piece.verb(['infinitive']) >= 0 ? does('question') : null;
}

/** "quando firmano creo il deal" is a plan, "quando scade?" a question. */
function readWhen(piece: Piece): Force {
  const isPlanned = piece.has('plan') || piece.form('future-own') >= 0;
  const verb = piece.core.findIndex(
    (item, at) => at > 1 && item.verb !== null && hasForm(item, ['i', 'imperative']),
  );
  return isPlanned || verb > 0 ? does('plan', true) : does('question');
}

/** Names, nouns and what stands before them: "il deal con Contoso" in "il deal con Contoso quanto vale". */
const isPlainNoun = ({ meaning, forms, fact }: Item): boolean =>
  fact !== null || ((meaning === null || NOUNS.has(meaning)) && forms.size === 0);
const NOUNS: ReadonlySet<Meaning> = new Set(['new', 'deal', 'field']);

/** "come vinto", "come concordato" compares; it doesn't ask. */
function isComparison(piece: Piece): boolean {
  const [ask, next] = piece.core;
  const compares = next === undefined || next.fact?.kind === 'outcome' || next.forms.has('past');
  return ask?.meaning === 'ask-first' && !piece.around.asks && compares && piece.core.length < 3;
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
  if (piece.leads('refuse-alone') && piece.core[1]?.forms.has('infinitive')) return does('negation');
  const at = piece.indexOf('negate');
  if (at < 0) return null;
  const next = piece.core.slice(at + 1, at + 5);
  if (next.length === 0 && at === 0) return does('refusal');
  if (next[0]?.meaning === 'wish') return does('negation');
  const aux = next.findIndex(({ meaning }) => meaning === 'have-own' || meaning === 'have-others');
  const verb = next.findIndex(
    (item) => item.forms.has('infinitive') || (item.verb !== null && !isPastOnly(item)),
  );
  if (verb >= 0 && (aux < 0 || verb < aux)) return does('negation');
  const size = piece.core[at]?.size ?? 0;
  if (size > 1 && (at === 0 || size > 2 || next.some(({ forms }) => forms.size > 0))) return does('negation');
  return at > 0 && verb < 0 && aux < 0 && next.length <= 3 && isPlaced(piece, at) ? does('correction') : null;
}

/** Whether something is named or said to be before this place: "il cognome è Ferrari non Ferraro". */
const isPlaced = (piece: Piece, at: number): boolean =>
  piece.core
    .slice(0, at)
    .some(({ fact, meaning }) => fact !== null || meaning === 'be' || meaning === 'have-others');

const isPastOnly = ({ forms }: Item): boolean =>
  forms.has('past') && !forms.has('infinitive') && !forms.has('imperative');

function readPlan(piece: Piece): Force | null {
  if (piece.isAnswer && piece.isInForm) return null;
  const force = planOf(piece);
  return force?.isOwn === false && piece.mayAnswer ? does('statement') : force;
}

function planOf(piece: Piece): Force | null {
  const own = piece.form('future-own') >= 0 || piece.has('own');
  if (piece.form('future-own') >= 0) return does('plan', true);
  if (piece.form('future') >= 0) return does('plan', false);
  // "I'll" and "penso di" say whose plan it is, "will" alone doesn't.
  const plan = piece.core[piece.indexOf('plan')];
  if (plan !== undefined) return does('plan', own || plan.size > 1);
  const verb = piece.verb(['i', 'we', 'imperative', 'infinitive']);
  const later = piece.indexOf('later');
  if (later >= 0 && verb >= 0 && isWhen(piece, later, verb))
    return does(
      'plan',
      piece.opening(['i', 'we', 'imperative', 'infinitive']) >= 0 || piece.has('own', 'wish'),
    );
  if (piece.leads('later') && piece.core.length > 1 && !piece.isInForm) return does('plan', true);
  const first = piece.has('have-own', 'have-others') ? -1 : piece.opening(['i']);
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
  const force = reportOf(piece);
  return force !== null && piece.mayAnswer ? does('statement') : force;
}

function reportOf(piece: Piece): Force | null {
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
  if (opened >= 0) {
    // "chiudiamo entro l'estate" tells when; "chiudi Contoso" is an order in the middle of a form, too.
    const forms = piece.core[opened]?.forms ?? NO_FORMS;
    const isTold = !(forms.has('imperative') || forms.has('infinitive')) && !piece.has('order', 'field');
    const tells = piece.isAnswer || isTold;
    return piece.isInForm && tells ? does('statement') : does('order');
  }
  if (piece.leads('other-draft')) return does('order');
  return opensDeal(piece) ? does('order') : null;
}

/** "nuovo deal con …", "a new private deal for …": named, it is asked for. */
function opensDeal(piece: Piece): boolean {
  const deal = piece.indexOf('deal');
  return piece.leads('new') && deal > 0 && deal <= 3 && !piece.isInForm;
}
