import { RANKING, type Trait } from '../../language/traits.ts';
import type { DealOrder } from './limits.ts';

/** What sets one deal above the others. */
export const RANKS: ReadonlySet<Trait> = new Set(RANKING);
/** What may be of another thing: "qual è il valore più alto?" */
export const SIZES: ReadonlySet<Trait> = new Set<Trait>(['biggest', 'smallest', 'oldest', 'newest']);
/** Those of which the smallest, or the first in time, comes first. */
export const RISING: ReadonlySet<Trait> = new Set<Trait>([
  'smallest',
  'oldest',
  'closes-first',
  'expires-first',
]);
/** What several of them are put in order by. */
export const ORDER_OF: Readonly<Partial<Record<Trait, DealOrder>>> = {
  biggest: 'value',
  smallest: 'value',
  oldest: 'created',
  newest: 'created',
  'closes-first': 'closing',
  'closes-last': 'closing',
  'expires-first': 'deadline',
  'expires-last': 'deadline',
};
