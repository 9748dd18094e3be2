import { inLists } from '../language/said.ts';
import { isBack, isForAnother } from './another-order.ts';
import { joinParts, type ClausePart, type WhereRead } from './clauses.ts';
import { isValue } from './clausal.ts';
import type { Act, FactKind } from './reading.ts';

/** "Contoso, a che punto è?": what is named first belongs to what is asked of it; "domani, chiudi Contoso" is a plan. */
export function joinOpenings(parts: readonly ClausePart[], around: WhereRead): ClausePart[] {
  const joined: ClausePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isSame = part.joined === 'comma' && last?.force.act === null && part.force.act !== null;
    const mayOpen = around.asked === null || last?.items.some(({ meaning }) => meaning === 'later') === true;
    const governs = GOVERNING.has(part.force.act ?? 'statement');
    const opens =
      last !== undefined &&
      !isDetail(last, joined.at(-2)) &&
      !isEndTold(last, part) &&
      !(part.force.act === 'plan' && isDealTold(last) && !speaksOfIt(part)) &&
      !(part.force.act === 'order' && part.asks && isDealTold(last));
    const both = opens && isSame && mayOpen && governs ? joinParts(last, part, around) : null;
    // "Elena, controlla Contoso" calls somebody, and orders all the same.
    if (both !== null && both.force.act !== null) joined[joined.length - 1] = both;
    else joined.push(part);
  }
  return joined;
}

/** "Crea un deal con Gatti, 60k, forse chiude a maggio": what goes on with an order opens nothing that follows. */
const isDetail = (part: ClausePart, before: ClausePart | undefined): boolean =>
  part.joined !== 'sentence' && before?.force.act === 'order' && part.items.some(isValue);

/**
 * "Wingtip perso, gli hanno tagliato il budget": what others did behind an end says why, unless it says who tells it.
 * "Wingtip perso, aprine un altro" orders a thing of its own.
 */
const isEndTold = ({ items }: ClausePart, part: ClausePart): boolean =>
  ['outcome', 'known-name'].every((kind) => items.some(({ fact }) => fact?.kind === kind)) &&
  (isForAnother(part) ||
    (part.force.act === 'report' && !part.items.some(({ meaning }) => meaning === 'report')));

/** "Deal privato con Alfa Srl da 30k, domani gli faccio la demo", "Alfa Srl firma 30k, mi apri un deal?": who it is with, and what it is like, is told by then. */
const isDealTold = ({ items }: ClausePart): boolean =>
  items.some(({ fact }) => fact?.kind === 'organisation' || fact?.kind === 'known-name') &&
  items.some(({ fact }) => fact !== null && TELLING_DEALS.has(fact.kind));
const TELLING_DEALS: ReadonlySet<FactKind> = new Set<FactKind>(['money', 'recurring', 'deal-kind']);

/** "Domani lo creo", "domani apro il deal". */
const speaksOfIt = ({ items }: ClausePart): boolean =>
  items.some(
    (item, at) =>
      item.meaning === 'deal' || isBack(item) || (isObject(item.word) && items[at + 1]?.verb !== null),
  );
const isObject = inLists('object-pronouns');

/** Acts that say what is to be made of what is named before them. */
export const GOVERNING: ReadonlySet<Act> = new Set<Act>([
  'order',
  'question',
  'what-if',
  'negation',
  'plan',
  'report',
]);
