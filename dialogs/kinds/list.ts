import { readAmendment } from '../../src/language/amendment.ts';
import type { Amendment } from '../../src/language/amendment.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import type { Amended, Choice, Parsed, Said, Slot, SlotContext } from '../engine/slot.ts';
import { fromRow, type Row } from './row.ts';

const ADD = 'add:';
const REMOVE = 'remove:';
const MOST_BUTTONS = 5;

/** One of a list, as a button names it. */
export interface ListEntry {
  readonly key: string;
  readonly label: string;
}

interface ListRow<V, F, K extends keyof V & string, T> extends Row<V, F, K> {
  /** All that the draft holds. */
  readonly now: (context: SlotContext<V, F>) => readonly T[];
  /** What of it counts and is shown. */
  readonly counting: (context: SlotContext<V, F>) => readonly T[];
  readonly itemOf: (each: T) => ListEntry;
  /** What can be added by a tap. */
  readonly addable: (context: SlotContext<V, F>) => readonly ListEntry[];
  /** The list with those of these keys; undefined where one is gone. */
  readonly withKeys: (keys: readonly string[], context: SlotContext<V, F>) => V[K] | undefined;
  readonly add: (words: string, said: Said, context: SlotContext<V, F>) => Parsed<V[K]>;
  readonly remove: (words: string, context: SlotContext<V, F>) => Parsed<V[K]>;
  /** Whether a wish to add or remove is about this list: null where it isn't. */
  readonly amendBy: (wish: Amendment, said: Said, context: SlotContext<V, F>) => Amended<V[K]> | null;
  readonly find: (said: Said, context: SlotContext<V, F>) => V[K] | undefined;
  readonly takeOut: (label: string, context: SlotContext<V, F>) => string;
  readonly noneWords: (context: SlotContext<V, F>) => readonly string[];
  /** The answer for "nobody", "none". */
  readonly none: (context: SlotContext<V, F>) => Parsed<V[K]>;
  readonly shown: (each: T) => string;
  readonly showPartial?: Slot<V, F, K>['showPartial'];
}

/** Things beside the main one: never asked, added in the summary or by a word at any time, taken out likewise. */
export function list<V extends { readonly [N in K]: readonly T[] }, F, K extends keyof V & string, T>(
  row: ListRow<V, F, K, T>,
): Slot<V, F, K> {
  type Context = SlotContext<V, F>;
  return {
    ...fromRow<V, F, K>({ ...row, isQuiet: true, propose: () => [] as readonly T[] as V[K] }),
    ...(row.showPartial === undefined ? {} : { showPartial: row.showPartial }),
    ask: (context) => ({ ...row.ask(context), choices: choices(context) }),
    parse(said, context) {
      const typed = toPhrase(said.text);
      if (row.noneWords(context).some((word) => toPhrase(word) === typed)) return row.none(context);
      const wish = readAmendment(said.text);
      return wish?.kind === 'remove'
        ? row.remove(wish.what, context)
        : row.add(wish?.what ?? said.text, said, context);
    },
    choose(id, context) {
      if (id.startsWith(REMOVE)) {
        const kept = row.now(context).filter((each) => row.itemOf(each).key !== id.slice(REMOVE.length));
        return kept as readonly T[] as V[K];
      }
      return id.startsWith(ADD) ? row.withKeys(id.slice(ADD.length).split('+'), context) : undefined;
    },
    take(said, context) {
      const value = row.find(said, context);
      return value === undefined ? null : { kind: 'value', value };
    },
    amend(said, context) {
      const wish = readAmendment(said.text);
      return wish === null ? null : row.amendBy(wish, said, context);
    },
    show: (_value, context) => {
      const shown = row.counting(context).map(row.shown);
      return shown.length === 0 ? null : joinList(shown, context.locale, 'and');
    },
  };

  /** First what can be taken out, then what can be added. */
  function choices(context: Context): readonly Choice[] {
    const inside = row.counting(context).map(row.itemOf);
    const addable = row.addable(context).filter(({ key }) => !inside.some((other) => other.key === key));
    const removals = inside.slice(0, addable.length > 0 ? MOST_BUTTONS - 2 : MOST_BUTTONS);
    return [
      ...removals.map(({ key, label }) => ({
        id: `${REMOVE}${key}`,
        label: row.takeOut(label, context),
        words: [],
      })),
      ...addable.map(({ key, label }) => ({ id: `${ADD}${key}`, label })),
    ].slice(0, MOST_BUTTONS);
  }
}

/** The id of the choice that adds these. */
export const addId = (keys: readonly string[]): string => `${ADD}${keys.join('+')}`;
