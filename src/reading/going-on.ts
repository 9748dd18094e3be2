import { inLists } from '../language/said.ts';
import { isValue, type Clausal } from './clausal.ts';
import type { ClausePart, WhereRead } from './clauses.ts';
import { isAuxiliary, type Item } from './words/items.ts';

/** What is complained of goes on ("… e continui a chiedermelo"), what is put off may be meant for later ("ora no, magari stasera"), a report holds a no of its own. */
export function goesOnWith({ items, joined, asks, force: { act } }: ClausePart, last: Clausal): boolean {
  if (joined === 'sentence' || joined === 'start' || asks) return false;
  const said = items.filter(({ kind, meaning }) => kind !== 'sign' && meaning !== 'join');
  if (last.act === 'complaint') return (act === 'statement' || act === 'report') && !items.some(isValue);
  // "Lo chiedo alla collega e torno"
  if (last.act === 'not-now' && act === 'plan')
    return joined === 'and' && items.every(({ fact }) => fact === null);
  if (last.act === 'not-now')
    return (
      act === 'question' &&
      said.every(({ meaning, isLight }) => meaning === 'doubt' || meaning === 'later' || isLight)
    );
  const [no, of, whom] = said;
  return (
    last.act === 'report' &&
    joined === 'and' &&
    no?.meaning === 'refuse' &&
    of?.isLight === true &&
    whom !== undefined &&
    whom.fact !== null
  );
}

/** Whether what a piece says puts something in the place of what was said before, in a form that asks for it. */
export function corrects({ items }: ClausePart, last: Clausal | undefined): boolean {
  const heard = items.filter(({ kind }) => kind !== 'sign');
  return (
    isNotBut(heard) || isNotIs(heard) || isRightOne(heard) || (last?.act === 'refusal' && isSaidBut(heard))
  );
}

/** "Non è Fabio Rinaldi ma Fabio Rinaudo", "it isn't Ashdown Motors who's buying but Ashdown Mobility". */
function isNotBut(heard: readonly Item[]): boolean {
  const no = heard.findIndex(({ meaning }) => meaning === 'negate');
  const but = heard.findIndex(({ meaning }, at) => at > no && meaning === 'contrast');
  const isBeing = [heard[no - 1], heard[no + 1]].some((item) => item?.meaning === 'be' || isAuxiliary(item));
  const behind = heard.slice(but + 1);
  const isNamed = behind.every(
    ({ forms, meaning, isLight }) => forms.size === 0 && (meaning === null || isLight),
  );
  return no >= 0 && but > no && isBeing && behind.length > 0 && isNamed;
}

/** "Non è Bari è Barletta" */
function isNotIs(heard: readonly Item[]): boolean {
  const [no, being, ...behind] = heard;
  const again = behind.findIndex(({ meaning }) => meaning === 'have-others');
  return (
    no?.meaning === 'negate' &&
    being?.meaning === 'have-others' &&
    again > 0 &&
    again < behind.length - 1 &&
    behind.every(({ meaning, forms }, at) => at === again || (meaning === null && forms.size === 0))
  );
}

/** "No, ho detto 62 ma sono 72". */
function isSaidBut(heard: readonly Item[]): boolean {
  const but = heard.findIndex(({ meaning }) => meaning === 'contrast');
  return but > 0 && heard.slice(but).some(isValue) && heard.slice(0, but).some(isValue);
}

/** "Il cellulare giusto è 340 …", "the right amount is 40k": of what was said before it is the right one. */
function isRightOne(heard: readonly Item[]): boolean {
  const right = heard.findIndex(
    ({ word }, at) =>
      isRight(word) && [heard[at - 1], heard[at + 1]].some((item) => item?.meaning === 'field'),
  );
  return right >= 0 && heard.slice(right + 1).some(({ fact }) => fact !== null);
}
const isRight = inLists('the-right');

/** "il contatto è Luca Parodi, non Elsa Riva". */
export function isContrast({ items, joined }: ClausePart, last: Clausal | undefined): boolean {
  const [first] = items.filter(({ kind }) => kind !== 'sign');
  const mayTurn = last?.act === 'statement' || last?.act === 'report';
  return first?.meaning === 'negate' && mayTurn && joined !== 'sentence';
}

/** "No il nome giusto è Pietro": behind a no a field, and what that is. */
export function putsRight({ items }: ClausePart, last: Clausal | undefined): boolean {
  if (last?.act !== 'refusal') return false;
  const field = items.findIndex(({ meaning, fact }) => meaning === 'field' && fact === null);
  const is = items.findIndex(({ meaning }, at) => at > field && meaning === 'have-others');
  return field >= 0 && is > field && is < items.length - 1;
}

/** Whether a part only doubts the yes or no before it, to what is asked. */
export const isDoubtBehind = (
  { asks, items }: ClausePart,
  last: Clausal | undefined,
  { asked }: WhereRead,
): boolean =>
  !asks &&
  asked !== null &&
  (last?.act === 'refusal' || last?.act === 'assent') &&
  items.some(({ meaning }) => meaning === 'doubt') &&
  items.every(({ fact }) => fact === null);
