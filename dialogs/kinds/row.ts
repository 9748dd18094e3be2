import type * as z from 'zod';
import type { Localized } from '../../src/language/locale.ts';
import type { Place } from '../../src/reading/reading.ts';
import type { Choice, Question, Said, Slot, SlotContext } from '../engine/slot.ts';

/** What a table says of any slot, whatever its kind. */
export interface Row<V, F, K extends keyof V & string> extends Pick<
  Slot<V, F, K>,
  | 'name'
  | 'words'
  | 'isOptional'
  | 'isQuiet'
  | 'isDecision'
  | 'about'
  | 'isAskedWhen'
  | 'propose'
  | 'effects'
  | 'remember'
  | 'readAs'
> {
  /** What a stored value must look like. */
  readonly schema: z.ZodType<V[K]>;
  readonly ask: (context: SlotContext<V, F>) => Question;
}

/** The part of a slot that is the same for every kind. */
export function fromRow<V, F, K extends keyof V & string>(
  row: Row<V, F, K>,
): Row<V, F, K> & Pick<Slot<V, F, K>, 'isValid'> {
  return { ...row, isValid: (value): value is V[K] => row.schema.safeParse(value).success };
}

/** A label that can be tapped and the other words for it. */
export interface Label {
  readonly label: string;
  readonly words: readonly string[];
}

type Told<A> = string | ((about: A) => string);

/** What a form says of one slot in one language. `A` is what its questions may name. */
export interface SlotTexts<A> {
  /** By which it is named ("cambia il valore"); the first is its label. */
  readonly words: readonly string[];
  readonly text?: Told<A>;
  /** Why it is asked, in a few words. */
  readonly why?: Told<A>;
  /** Said to words that can't be its value. */
  readonly invalid?: string;
  /** By their ids, in the order in which they are offered. */
  readonly choices?: Readonly<Record<string, Label>>;
}

/** The part of a row that a form's texts and schemas tell: its words, question, objection and choices. */
interface ToldRow<V, F, K extends keyof V & string> extends Row<V, F, K> {
  readonly invalid: (context: SlotContext<V, F>) => string;
  readonly options: (context: Pick<SlotContext<V, F>, 'locale'>) => readonly Choice[];
}

/** Makes the rows of a form: what each says of itself is looked up by its name. */
export function rowsOf<V, F, A>(
  texts: Localized<{ readonly slots: { readonly [K in keyof V]: SlotTexts<A> } }>,
  schemas: { readonly [K in keyof V]: z.ZodType<V[K]> },
  aboutOf: (context: SlotContext<V, F>) => A,
): <K extends keyof V & string>(name: K) => ToldRow<V, F, K> {
  return (name) => ({
    name,
    schema: schemas[name],
    words: { it: texts.it.slots[name].words, en: texts.en.slots[name].words },
    ask(context) {
      const { text = '', why } = texts[context.locale].slots[name];
      const tell = (told: Told<A>): string => (typeof told === 'string' ? told : told(aboutOf(context)));
      return { text: tell(text), ...(why === undefined ? {} : { why: tell(why) }) };
    },
    invalid: ({ locale }) => texts[locale].slots[name].invalid ?? '',
    options: ({ locale }) =>
      Object.entries(texts[locale].slots[name].choices ?? {}).map(([id, label]) => ({ id, ...label })),
  });
}

/** What the last correction puts in the place of the rest: "valore 80 mila, anzi 90 mila"; null where there is none. */
export function lastCorrected<T extends Place>(facts: readonly T[], { reading }: Said): T | null {
  const correction = reading.clauses.findLast(({ act }) => act === 'correction');
  if (correction === undefined) return null;
  return facts.findLast(({ start, end }) => start >= correction.start && end <= correction.end) ?? null;
}

/** The parts of a value that there are. */
export function knownParts<P extends string>(
  parts: Readonly<Partial<Record<P, string | null | undefined>>>,
): Readonly<Partial<Record<P, string>>> {
  const known = Object.entries(parts).filter(([, part]) => typeof part === 'string' && part !== '');
  return Object.fromEntries(known) as Partial<Record<P, string>>;
}
