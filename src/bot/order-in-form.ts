import { flatten } from '../language/flat.ts';
import { patternOf } from '../language/said.ts';
import { asks, does, tells } from '../reading/contents.ts';
import type { Reading } from '../reading/reading.ts';
import { heldBack, tellsByWorth } from './holding.ts';

/** Whether it orders to close a deal that it names, by its customer or by what it is worth ("quello da 45k segnalo perso"). */
export const closesNamed = (reading: Reading): boolean =>
  ordersEnd(reading) && (tells(reading, 'known-name') || tellsByWorth(reading));

/** The same where nothing else is agreed to or ordered before it: "sì crea, poi chiudi Tailspin come vinto" creates first. */
export function closesAtOnce(reading: Reading): boolean {
  const end = reading.clauses.findIndex((clause) => tells(clause, 'outcome'));
  return closesNamed(reading) && !does({ clauses: reading.clauses.slice(0, end) }, 'order', 'assent');
}

/** Whether a message orders an end ("segna quello come perso"), and holds nothing back. */
export const ordersEnd = (reading: Reading): boolean =>
  onlyOrders(reading) && tells(reading, 'outcome') && heldBack(reading, 'close-deal') === null;

/** Whether a deal that it names is to be closed before anything else: "prima devo segnare Tailspin come perso". */
export const closesFirst = (reading: Reading): boolean =>
  reading.clauses.some(
    (clause) => (clause.act === 'plan' || clause.act === 'not-now') && tells(clause, 'outcome'),
  ) &&
  tells(reading, 'known-name') &&
  isBeforehand().test(flatten(reading.text).text);

const isBeforehand = patternOf()`(?<![a-z])${'beforehand'}(?![a-z])`;

/** Whether it orders something of a deal that is no end of one: to create one, if the matching engine takes it for that. */
export const mayOpen = (reading: Reading): boolean => onlyOrders(reading) && !tells(reading, 'outcome');

const onlyOrders = (reading: Reading): boolean => does(reading, 'order') && !asks(reading);
