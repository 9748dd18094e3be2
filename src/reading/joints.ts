import type { Meaning } from '../knowledge/words.ts';
import type { ClausePart } from './clauses.ts';
import type { FactKind } from './reading.ts';
import { ACT_OF } from './whole-act.ts';
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
  // "Could you also check Contoso"
  before.at(-1)?.meaning === 'request' ||
  (isAuxiliary(next) &&
    before.every(({ forms, fact }) => forms.size === 0 && (fact === null || !VALUES.has(fact.kind))));
const VALUES: ReadonlySet<FactKind> = new Set<FactKind>(['money', 'recurring', 'day', 'address', 'outcome']);

/** "The sync between our CRM and Partner Center broke": nothing but nouns before "and" is who did it, too. */
const areNouns = ({ items, force, joined }: ClausePart, next: ClausePart): boolean =>
  force.act === null &&
  joined !== 'and' &&
  next.force.act === 'report' &&
  items.every(({ forms, fact }) => forms.size === 0 && fact === null);

/** Whether a part is nothing but a yes, a no, a courtesy and the like. */
const isWhole = ({ items }: ClausePart): boolean =>
  items.every(
    ({ kind, meaning }) => kind === 'sign' || (meaning !== null && (meaning in ACT_OF || meaning === 'join')),
  );

/** Whether what stands behind "and" is no part of its own: it does nothing by itself, or what stands before it only names who does it. */
export const goesOnWithAnd = (last: ClausePart, next: ClausePart): boolean =>
  !isWhole(last) && (next.force.act === null || areNouns(last, next));
