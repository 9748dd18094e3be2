import type { Said, Slot, SlotContext } from '../engine/slot.ts';
import { fromRow, type Row } from './row.ts';

interface HiddenRow<V, F, K extends keyof V & string> extends Omit<
  Row<V, F, K>,
  'ask' | 'words' | 'isAskedWhen'
> {
  readonly words?: Row<V, F, K>['words'];
  /** Finds it in a sentence; absent where only the start of the form sets it. */
  readonly find?: (said: Said, context: SlotContext<V, F>) => V[K] | undefined;
  readonly show?: Slot<V, F, K>['show'];
}

/** A value that is never asked: set at the start, or by words in passing. */
export function hidden<V, F, K extends keyof V & string>(row: HiddenRow<V, F, K>): Slot<V, F, K> {
  return {
    show: () => null,
    ...fromRow<V, F, K>({ words: { it: [], en: [] }, ...row, ask: () => ({ text: '' }) }),
    isAskedWhen: () => false,
    parse: () => ({ kind: 'invalid', text: '' }),
    take(said, context) {
      const value = row.find?.(said, context);
      return value === undefined ? null : { kind: 'value', value };
    },
  };
}
