import type { Meaning } from '../knowledge/words.ts';
import type { FactKind } from './reading.ts';
import { isAuxiliary, type Item } from './words/items.ts';

/** "Domani passo da loro e se firmano lo chiudo": a plan, and what is supposed behind it. */
export const opensSupposition = ({ meaning, size }: Item, before: readonly Item[]): boolean =>
  meaning === 'suppose' &&
  size > 1 &&
  before.some((item) => item.meaning === 'later') &&
  before.some(({ forms }) => forms.has('i') || forms.has('we') || forms.has('future-own'));

/** Whether a word joins what follows to what stands before it. */
export const isJoin = (meaning: Meaning | null): boolean => meaning === 'join' || meaning === 'contrast';

/** "Microsoft poi ha accettato Contoso?", "hanno poi risposto?": between who did it and the verb, or inside it, it joins nothing. */
export const isAmidst = (before: readonly Item[], next: Item | undefined): boolean =>
  isAuxiliary(before.at(-1)) ||
  (isAuxiliary(next) &&
    before.every(({ forms, fact }) => forms.size === 0 && (fact === null || !VALUES.has(fact.kind))));
const VALUES: ReadonlySet<FactKind> = new Set<FactKind>(['money', 'recurring', 'day', 'address', 'outcome']);
