import type { ClausePart } from './clauses.ts';
import type { Act, FactKind } from './reading.ts';
import type { Item } from './words/items.ts';

/** A clause before it has its text: where it begins and what it does. */
export interface Folded {
  readonly start: number;
  readonly act: Act;
  readonly isOwn: boolean | null;
  /** Of an order: whether it only looks. */
  readonly isLook: boolean;
  /** Of an assent: whether it is praise alone ("perfetto", "bravo"). */
  readonly isPraise: boolean;
  /** Of an order: whether it is for another deal. */
  readonly isAnother?: boolean;
  /** Of a putting off: whether it only asks for a moment ("aspetta"). */
  readonly isPause?: boolean;
}

/** A part as it stands in its message: its act is known, and what the sentence says of it before it ends. */
export interface Clausal extends Folded {
  readonly part: ClausePart;
}

const VALUES: ReadonlySet<FactKind> = new Set<FactKind>([
  'money',
  'recurring',
  'day',
  'phone',
  'email',
  'known-name',
  'organisation',
  'person',
  'address',
  'outcome',
  'deal-kind',
]);

/** Values that are nobody to do something with. */
export const DETAILS: ReadonlySet<FactKind> = new Set(
  [...VALUES].filter((kind) => !['known-name', 'organisation', 'outcome'].includes(kind)),
);
export const isPlainDetail = ({ fact }: Pick<Item, 'fact'>): boolean =>
  fact !== null && DETAILS.has(fact.kind);
export const isValue = ({ fact }: Item): boolean => fact !== null && VALUES.has(fact.kind);
