import { inLists } from '../language/said.ts';
import type { Meaning, VerbForm } from '../knowledge/words.ts';
import type { Act, Fact, FactKind, ReadingContext } from './reading.ts';
import type { Item } from './words/items.ts';

/** What a piece of a message does by itself; `act` null where it has no force of its own ("52k", "esito perso"). */
export interface Force {
  readonly act: Act | null;
  /** Whose report or plan it is; of a question, who did what it asks about, null where it asks of nothing done. */
  readonly isOwn: boolean | null;
}

/** Where a piece stands. */
export interface Around {
  readonly asked: ReadingContext['asked'];
  /** Whether it ends with a question mark. */
  readonly asks: boolean;
  /** Whether a comma parts it from what stands before it. */
  readonly isBehindComma: boolean;
  readonly pronouns: ReadonlySet<string>;
  /** Words that deny the noun behind them. */
  readonly denyingNouns: ReadonlySet<string>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The facts that answer what a form asks; whatever else it asks is answered in words. */
const ANSWERS: Readonly<Record<string, readonly FactKind[]>> = {
  value: ['money', 'recurring'],
  customer: ['organisation', 'known-name', 'number-id'],
  contact: ['person', 'email', 'phone'],
  closingDate: ['day'],
  address: ['address'],
};

/** "Prima", "first". */
export const isBeforehand = inLists('beforehand');

/** They do nothing by themselves. */
export const CARRY_NOTHING: ReadonlySet<Meaning> = new Set(['polite', 'join', 'contrast', 'pause']);
/** No force of its own. */
export const none: Force = { act: null, isOwn: null };
/** A piece with this force. */
export const forceOf = (act: Act, isOwn: boolean | null = null): Force => ({ act, isOwn });

/** The items of a piece, with what the readers ask of them. */
export class ClausePiece {
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

  /** Whether it says "please" in whatever way, which carries nothing. */
  get isPolite(): boolean {
    return this.items.some(({ meaning }) => meaning === 'polite');
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
    // "They run 14 warehouses" orders nothing, though English says both alike.
    const isTold = isSubject(this.core[at - 1]?.word ?? '');
    const meant = isTold ? forms.filter((form) => !ORDERING.has(form)) : forms;
    return item !== undefined && item.verb !== null && hasForm(item, meant) ? at : -1;
  }

  #mayPrecede(item: Item, next: Item | undefined): boolean {
    // "Il 9 dicembre creo il deal"
    const isBeforeFact = next?.kind === 'fact' || (item.isLight && next?.fact?.kind === 'day');
    const isPreposition = item.meaning === null && item.forms.size === 0 && isBeforeFact;
    if (isPreposition || item.kind === 'fact' || this.around.pronouns.has(item.word)) return true;
    // "Prima guarda Fabrikam" orders, only sooner.
    if (isBeforehand(item.word)) return true;
    return item.meaning === 'later' || item.meaning === 'own' || (item.fact !== null && item.verb === null);
  }

  get facts(): Fact[] {
    return this.core.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  }

  /** Whether it holds what the open form asked for. */
  get isAnswer(): boolean {
    const wanted = ANSWERS[this.around.asked ?? ''] ?? [];
    return this.facts.some(({ kind }) => wanted.includes(kind));
  }

  /** "Dopo il 15 marzo" where the day is asked: a poor answer, which puts nothing off. */
  get isBound(): boolean {
    const [first, ...others] = this.core;
    const isAfter = first?.meaning === 'put-off' && others.length > 0;
    const isDay = ({ fact, isLight }: Item): boolean => fact?.kind === 'day' || isLight;
    return isAfter && this.isAnswer && !this.around.asks && others.every(isDay);
  }

  get isInForm(): boolean {
    return this.around.asked !== null && this.around.asked !== 'review';
  }

  /** Whether what it tells may be the answer: a value, or any words where the form asks for words ("note"). */
  get mayAnswer(): boolean {
    return this.isInForm && (this.isAnswer || !((this.around.asked ?? '') in ANSWERS));
  }
}

const isSubject = inLists('subject-pronouns');
const ORDERING: ReadonlySet<VerbForm> = new Set(['imperative', 'infinitive', 'would-you']);

/** "Guarda, …" is only said to begin; "guarda se …" is an order. */
function carriesWeight({ meaning, verb }: Item, next: Item | undefined): boolean {
  return (
    meaning === null ||
    !CARRY_NOTHING.has(meaning) ||
    (meaning === 'pause' && verb !== null && next !== undefined)
  );
}

/** Whether it has one of these forms. */
export const hasForm = (item: Item, forms: readonly VerbForm[]): boolean =>
  forms.some((form) => item.forms.has(form));
