import { findMoney } from '../../language/money/money.ts';
import { findNames } from '../../lookup/names.ts';
import type { Fact, ReadingContext } from '../reading.ts';

const EMAIL = /[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}/giu;

/** The facts of a message in its order, none sharing a word. */
export function findFacts(text: string, context: ReadingContext): Fact[] {
  const base = { isSure: true, role: null };
  const facts: Fact[] = [
    ...[...text.matchAll(EMAIL)].map(({ index, 0: value }): Fact => ({
      ...base,
      kind: 'email',
      value,
      start: index,
      end: index + value.length,
    })),
    ...findMoney(text, context.locale).map(({ amount, currency, start, end }): Fact => ({
      ...base,
      kind: 'money',
      amount,
      currency,
      start,
      end,
    })),
    ...findNames(text, context.known, (name) => name).map(({ item, start, end }): Fact => ({
      ...base,
      kind: 'known-name',
      value: item,
      start,
      end,
    })),
  ];
  const ordered = facts.sort((a, b) => a.start - b.start);
  return ordered.filter((fact, at) => at === 0 || fact.start >= (ordered[at - 1]?.end ?? 0));
}
