import type { Choice, Parsed, Said, Slot, SlotContext } from '../engine/slot.ts';
import { fromRow, type Row } from './row.ts';

interface DecisionRow<V, F, K extends keyof V & string> extends Omit<Row<V, F, K>, 'isDecision'> {
  readonly options: (context: SlotContext<V, F>) => readonly Choice[];
  /** Whether the button is one of these and nothing else may be said. Default: true. */
  readonly isClosed?: boolean;
  /** What a tapped button decides; undefined where it is none. */
  readonly choose: (id: string, context: SlotContext<V, F>) => V[K] | undefined;
  /** What an answer in other words decides. */
  readonly read: (said: Said, context: SlotContext<V, F>) => Parsed<V[K]>;
}

/** A warning that wants a decision ("go on, change, keep it private"): its effects do what was decided. */
export function decision<V, F, K extends keyof V & string>(row: DecisionRow<V, F, K>): Slot<V, F, K> {
  const { options, read, choose, isClosed = true, ...rest } = row;
  return {
    ...fromRow(rest),
    isDecision: true,
    ask: (context) => ({ ...row.ask(context), choices: options(context), isClosed }),
    parse: read,
    choose,
    show: () => null,
  };
}
