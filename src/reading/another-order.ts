import { inLists, patternOf } from '../language/said.ts';
import type { Meaning } from '../knowledge/words.ts';
import type { ClausePart } from './clauses.ts';
import type { Item } from './words/items.ts';

/** What stands for a thing named before: "chiudilo", "send it". */
const refersBack = inLists('refers-back');
const cliticBack = patternOf()`${'object-endings'}$`;

/** "crea un deal e poi controlla Contoso" are two orders, "crea un deal e mandalo a Microsoft" is one. */
export function isAnotherOrder(part: ClausePart): boolean {
  const { force, items } = part;
  return force.act === 'order' && (isForAnother(part) || !ordersOfThat(items));
}

const OBJECTS: ReadonlySet<Meaning | null> = new Set<Meaning | null>([null, 'field', 'deal']);

/** "Mandalo", "prova a mandarlo": a pronoun behind another object is no order's own ("manda una mail per avvisarlo"). */
function ordersOfThat(items: readonly Item[]): boolean {
  const said = items.filter(({ kind, isLight }) => kind !== 'sign' && !isLight);
  const back = items.find(isBack);
  const verb = said.findIndex((item) => item.verb !== null);
  const object = said.slice(verb + 1).find((item) => item.verb === null && OBJECTS.has(item.meaning));
  return back !== undefined && (object === undefined || back.start < object.start);
}

/** A pronoun for a thing named before, by itself or grown to a verb. */
export const isBack = ({ word, hasClitic }: Item): boolean =>
  refersBack(word) || (hasClitic && cliticBack().test(word));

const isNounOne = inLists('noun-ones');

/** "Aprimene uno nuovo con loro", "open me another one": another deal than the one spoken of before. */
export function isForAnother({ items }: ClausePart): boolean {
  const said = items.filter(({ kind }) => kind !== 'sign');
  // "Fanne un altro" may be another text, where one is on the screen.
  if (said.some(({ meaning, word }) => meaning === 'other-draft' && cliticBack().test(word))) return true;
  const at = said.findIndex(({ meaning }) => meaning === 'new');
  const verb = said.slice(0, Math.max(0, at)).findLast(({ isLight }) => !isLight);
  const one = said[at];
  if (verb === undefined || one === undefined || verb.verb === null) return false;
  // "Un" and "a" alone are articles ("send them a note"), and "un nuovo motivo" is no deal.
  const next = said.slice(at + 1).find(({ meaning }) => meaning !== 'new');
  const isDeal = next === undefined || next.meaning === 'deal' || next.isLight || isNounOne(next.word);
  return (isDeal || next.fact !== null) && (isBack(verb) || one.size > 1 || !one.isLight);
}
