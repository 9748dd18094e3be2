import type * as z from 'zod';
import type { Question, Slot, SlotContext } from '../engine/slot.ts';

/** What a table says of any slot, whatever its kind. */
export interface Row<V, F, K extends keyof V & string> extends Pick<
  Slot<V, F, K>,
  | 'name'
  | 'words'
  | 'isOptional'
  | 'isQuiet'
  | 'isDecision'
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

/** The parts of a value that there are. */
export function knownParts<P extends string>(
  parts: Readonly<Partial<Record<P, string | null | undefined>>>,
): Readonly<Partial<Record<P, string>>> {
  const known = Object.entries(parts).filter(([, part]) => typeof part === 'string' && part !== '');
  return Object.fromEntries(known) as Partial<Record<P, string>>;
}
