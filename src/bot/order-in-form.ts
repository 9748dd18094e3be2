import { flatten } from '../language/flat.ts';
import { patternOf } from '../language/said.ts';
import type { Reading } from '../reading/reading.ts';
import { heldBack } from './holding.ts';

const has = ({ facts }: Reading, sought: 'outcome' | 'known-name'): boolean =>
  facts.some(({ kind }) => kind === sought);

/** Whether it orders to close a deal that it names. */
export const closesNamed = (reading: Reading): boolean =>
  onlyOrders(reading) &&
  has(reading, 'outcome') &&
  has(reading, 'known-name') &&
  heldBack(reading, 'close-deal') === null;

/** Whether a deal that it names is to be closed before anything else: "prima devo segnare Tailspin come perso". */
export const closesFirst = ({ clauses, facts, text }: Reading): boolean =>
  clauses.some(
    ({ act, facts: inside }) =>
      (act === 'plan' || act === 'not-now') && inside.some(({ kind }) => kind === 'outcome'),
  ) &&
  facts.some(({ kind }) => kind === 'known-name') &&
  isBeforehand().test(flatten(text).text);

const isBeforehand = patternOf()`(?<![a-z])${'beforehand'}(?![a-z])`;

/** Whether it orders something of a deal that is no end of one: to create one, if the matching engine takes it for that. */
export const mayOpen = (reading: Reading): boolean => onlyOrders(reading) && !has(reading, 'outcome');

const onlyOrders = ({ clauses }: Reading): boolean =>
  clauses.some(({ act }) => act === 'order') &&
  !clauses.some(({ act }) => act === 'question' || act === 'what-if');
