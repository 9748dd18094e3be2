import type { Slot } from '../engine/slot.ts';
import { fromRow, type Row } from './row.ts';

/** A value that is never asked nor shown: the start of the form sets it. */
export function hidden<V, F, K extends keyof V & string>({
  name,
  schema,
}: Pick<Row<V, F, K>, 'name' | 'schema'>): Slot<V, F, K> {
  return {
    ...fromRow<V, F, K>({ name, schema, words: { it: [], en: [] }, ask: () => ({ text: '' }) }),
    isAskedWhen: () => false,
    parse: () => ({ kind: 'invalid', text: '' }),
    show: () => null,
  };
}
