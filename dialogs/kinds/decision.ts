import type { Choice, Effects, Slot, SlotContext } from '../engine/slot.ts';
import { choiceField, chosen } from './input.ts';
import { fromRow, type Row } from './row.ts';

interface DecisionRow<V, F, K extends keyof V & string> extends Row<V, F, K> {
  readonly options: (context: SlotContext<V, F>) => readonly Choice[];
  /** What one of them changes; undefined where it goes on as it is. */
  readonly does: (id: string, context: SlotContext<V, F>) => Effects<V> | undefined;
  readonly invalid: (context: SlotContext<V, F>) => string;
}

/**
 * A warning that wants a decision ("go on, change, keep it private"). What changes something ends it, so that it is
 * asked again where its cause is still there; a new value of the slot it is about may be typed as well.
 */
export function decision<V extends { readonly [N in K]: string }, F, K extends keyof V & string>(
  row: DecisionRow<V, F, K>,
): Slot<V, F, K> {
  const { options, does, invalid } = row;
  const choose = (id: string, context: SlotContext<V, F>): V[K] | undefined =>
    options(context).some((option) => option.id === id) ? row.schema.safeParse(id).data : undefined;
  return {
    ...fromRow(row),
    isDecision: true,
    ask: (context) => ({ ...row.ask(context), choices: options(context), isClosed: true }),
    parse: (_said, context) => ({ kind: 'invalid', text: invalid(context) }),
    choose,
    asInput: (context) => [choiceField(options(context), context.values[row.name] ?? '', { look: 'open' })],
    fromInput: ({ '': id }, context) => chosen(id, choose, context),
    show: () => null,
    effects(id, context) {
      const changes = does(id, context);
      return (changes === undefined ? {} : { ...changes, [row.name]: null }) as Effects<V>;
    },
  };
}
