import { inLists } from '../../src/language/said.ts';
import { type Amendment, readAmendment } from '../../src/language/amendment.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import type { Field } from '../../src/cards/box.ts';
import { isOneOf, saidIn } from '../engine/answer.ts';
import type { Amended, Choice, Parsed, Said, Slot, SlotContext, Inputs } from '../engine/slot.ts';
import { formTexts } from '../engine/texts.ts';
import { choiceField, MOST_OPTIONS } from './input.ts';
import { fromRow, type Row } from './row.ts';
import { kindTexts } from './texts.ts';

const ADD = 'add:';
const REMOVE = 'remove:';
const MOST_BUTTONS = 5;
/** Between the keys of one button; no key has it. */
const BETWEEN = ' ';

const isAll = inLists('all-listed');

interface ListRow<V, F, K extends keyof V & string, T> extends Row<V, F, K> {
  /** What tells one from another: in buttons, so that a new release must keep it. */
  readonly keyOf: (each: T) => string;
  readonly labelOf: (each: T) => string;
  /** What of the draft's list counts and is shown. */
  readonly counting: (context: SlotContext<V, F>) => readonly T[];
  /** How one is shown; default: its label. */
  readonly shown?: (each: T) => string;
  /** What can be added by a tap. */
  readonly addable: (context: SlotContext<V, F>) => readonly T[];
  readonly add: (words: string, said: Said, context: SlotContext<V, F>) => Parsed<V[K]>;
  /** Those of the list that words name, or what is said where they name none. */
  readonly named: (words: string, context: SlotContext<V, F>) => readonly T[] | string;
  /** Whether a wish to add or remove is about this list (`yes`, or what it comes to): null where it isn't. */
  readonly amendBy: (wish: Amendment, context: SlotContext<V, F>) => Amended<V[K]> | 'yes' | null;
  readonly find: (said: Said, context: SlotContext<V, F>) => V[K] | undefined;
  /** The answer for "nobody", "none"; default: the list as it is. */
  readonly none?: (context: SlotContext<V, F>) => Parsed<V[K]>;
  readonly showPartial?: Slot<V, F, K>['showPartial'];
  /** True where others than those that can be chosen may be typed. */
  readonly isOpen?: boolean;
}

/** Things beside the main one: never asked, added in the summary or by a word at any time, taken out likewise. */
export function list<V extends { readonly [N in K]: readonly T[] }, F, K extends keyof V & string, T>(
  row: ListRow<V, F, K, T>,
): Slot<V, F, K> {
  type Context = SlotContext<V, F>;
  const asValue = (items: readonly T[]): V[K] => items as V[K];
  const listed = ({ values }: Context): readonly T[] => values[row.name] ?? [];
  const { showPartial, shown = row.labelOf } = row;
  return {
    ...fromRow<V, F, K>({ ...row, isQuiet: true, propose: () => asValue([]) }),
    ...(showPartial === undefined ? {} : { showPartial }),
    ask: (context) => ({ ...row.ask(context), choices: choices(context) }),
    asInput,
    fromInput,
    parse(said, context) {
      if (isOneOf(said.text, kindTexts[context.locale].list.noneWords))
        return row.none?.(context) ?? { kind: 'value', value: asValue(listed(context)) };
      return carryOut(readAmendment(said.text), said, context);
    },
    choose,
    take(said, context) {
      const value = row.find(said, context);
      return value === undefined ? null : { kind: 'value', value };
    },
    amend(said, context) {
      const wish = readAmendment(said.text);
      const meant = wish === null ? null : row.amendBy(wish, context);
      return meant === 'yes' ? carryOut(wish, said, context) : meant;
    },
    show: (_value, context) => joinList(row.counting(context).map(shown), context.locale, 'and') || null,
  };

  function choose(id: string, context: Context): V[K] | undefined {
    const now = listed(context);
    if (id.startsWith(REMOVE))
      return asValue(now.filter((each) => row.keyOf(each) !== id.slice(REMOVE.length)));
    const keys = id.startsWith(ADD) ? id.slice(ADD.length).split(BETWEEN) : [];
    const more = row.addable(context).filter((each) => keys.includes(row.keyOf(each)));
    return more.length < Math.max(1, keys.length) ? undefined : asValue(withMore(now, more, row.keyOf));
  }

  /** What is in the list, and then what can be added. */
  function choosable(context: Context): readonly T[] {
    return withMore(listed(context), row.addable(context), row.keyOf);
  }

  function asInput(context: Context): readonly Field[] {
    const all = choosable(context);
    const value = listed(context).map(row.keyOf).join(',');
    const choices = all
      .slice(0, MOST_OPTIONS)
      .map((each) => ({ id: row.keyOf(each), label: row.labelOf(each) }));
    const label = kindTexts[context.locale].list.more;
    const more: Field = { part: 'more', kind: 'line', value: '', ...(all.length === 0 ? {} : { label }) };
    const isOpen = row.isOpen === true || choices.length < all.length || all.length === 0;
    return [
      ...(all.length === 0 ? [] : [choiceField(choices, value, { look: 'many' })]),
      ...(isOpen ? [more] : []),
    ];
  }

  /** Those that are chosen, and then whoever is typed beside them. */
  function fromInput({ '': chosen, more = '', which = '' }: Inputs, context: Context): Parsed<V[K]> {
    const keys = chosen?.split(',').filter((key) => key !== '') ?? listed(context).map(row.keyOf);
    const items = choosable(context).filter((each) => keys.includes(row.keyOf(each)));
    if (items.length < keys.length) return { kind: 'invalid', text: formTexts(context.locale).choiceGone };
    if (more.trim() === '') return { kind: 'value', value: asValue(items) };
    const after = { ...context, values: { ...context.values, [row.name]: asValue(items) } };
    const said = saidIn(more.trim(), row.name, context);
    const added = row.add(said.text, said, after);
    const isOffered = added.kind === 'choose' && added.choices.some(({ id }) => id === which);
    const value = isOffered ? choose(which, after) : undefined;
    return value === undefined ? added : { kind: 'value', value };
  }

  function carryOut(wish: Amendment | null, said: Said, context: Context): Parsed<V[K]> {
    const words = wish?.what ?? said.text;
    return wish?.kind === 'remove' ? without(words, context) : row.add(words, said, context);
  }

  function without(words: string, context: Context): Parsed<V[K]> {
    const now = listed(context);
    const gone = isAll(toPhrase(words)) && now.length > 0 ? now : row.named(words, context);
    if (typeof gone === 'string') return { kind: 'invalid', text: gone };
    const names = joinList(gone.map(row.labelOf), context.locale, 'and');
    const value = asValue(now.filter((each) => !gone.includes(each)));
    const label = row.words[context.locale][0] ?? '';
    return { kind: 'value', value, note: kindTexts[context.locale].list.without(label, names) };
  }

  /** First what can be taken out, then what can be added. */
  function choices(context: Context): readonly Choice[] {
    const inside = row.counting(context);
    const keys = inside.map(row.keyOf);
    const addable = row.addable(context).filter((each) => !keys.includes(row.keyOf(each)));
    const removals = inside.slice(0, addable.length > 0 ? MOST_BUTTONS - 2 : MOST_BUTTONS);
    const { takeOut } = kindTexts[context.locale].list;
    return [
      ...removals.map((each) => ({
        id: `${REMOVE}${row.keyOf(each)}`,
        label: takeOut(row.labelOf(each)),
        words: [],
      })),
      ...addable.map((each) => ({ id: addId([row.keyOf(each)]), label: row.labelOf(each) })),
    ].slice(0, MOST_BUTTONS);
  }
}

/** The id of the choice that adds these. */
export const addId = (keys: readonly string[]): string => `${ADD}${keys.join(BETWEEN)}`;

/** A list with more, each once. */
export function withMore<T>(now: readonly T[], more: readonly T[], keyOf: (each: T) => string): T[] {
  const keys = now.map(keyOf);
  return [...now, ...more.filter((each) => !keys.includes(keyOf(each)))];
}
