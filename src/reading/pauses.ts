import type { ClausePart, WhereRead } from './clauses.ts';

/** Nothing but "aspetta", "un attimo". */
export const onlyWaits = ({ items }: ClausePart): boolean =>
  items.every(({ meaning, kind }) => kind === 'sign' || meaning === 'wait');

/** "Aspetta", "un attimo che guardo la mail": asks for a moment, and puts nothing off to another time. */
export const waits = ({ items }: ClausePart): boolean =>
  items.find(({ kind }) => kind !== 'sign')?.meaning === 'wait' &&
  items.every(({ meaning, fact }) => fact === null && meaning !== 'later');

/** "Un attimo, mi chiamano", "hang on, gotta take a call": what only says why somebody asks for a moment. */
export function saysWhy({ items }: ClausePart, { pronouns }: WhereRead): boolean {
  const [first] = items.filter(({ kind }) => kind !== 'sign');
  const isOfSomebody =
    first !== undefined && (pronouns.has(first.word) || first.meaning === 'wish' || first.forms.has('third'));
  return isOfSomebody && items.every(({ meaning, fact }) => fact === null && meaning !== 'later');
}
