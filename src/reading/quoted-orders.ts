import { findQuoted } from '../language/quoted.ts';
import type { Folded } from './clausal.ts';
import type { ReadingContext } from './reading.ts';
import type { Item } from './words/items.ts';

/** Nobody quotes more orders in one message. */
const MOST_QUOTES = 20;

/**
 * What stands in quotes beside other words is told, and is no order of who writes it: 'Marco scrive: "apri un deal"'. In
 * a form it may be an answer.
 */
export function withoutQuoted(
  text: string,
  clauses: readonly Folded[],
  items: readonly Item[],
  { asked }: ReadingContext,
): readonly Folded[] {
  const quotes = asked === null ? findQuoted(text).slice(0, MOST_QUOTES) : [];
  const orders = quotes.filter(({ start, end }) => {
    const first = items.find((item) => item.start > start && item.start < end);
    return first?.verb !== undefined && first.verb !== null && end - start < text.trim().length;
  });
  if (orders.length === 0) return clauses;
  const act = text.trimEnd().endsWith('?') ? 'question' : 'report';
  const isQuoted = (verb: Item): boolean =>
    orders.some(({ start, end }) => start < verb.start && verb.end < end);
  return clauses.map((clause, at) => {
    const end = clauses[at + 1]?.start ?? text.length;
    const first = items.find(({ verb, start }) => verb !== null && start >= clause.start && start < end);
    const mayTell = clause.act === 'order' || clause.act === 'statement';
    return mayTell && first !== undefined && isQuoted(first)
      ? { ...clause, act, isOwn: act === 'report' ? false : null, isLook: false }
      : clause;
  });
}
