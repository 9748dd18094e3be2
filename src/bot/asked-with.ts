import type { DealsAsked } from '../reading/deals-asked.ts';

/** What is asked of several deals, as the check takes it. */
export function askedWith(asked: DealsAsked): Readonly<Record<string, string>> {
  const { traits, sold, isOpen, amount, period, order, isRising, but } = asked;
  return {
    view: 'some',
    ...(traits.length > 0 ? { traits: traits.join(' ') } : {}),
    ...(sold === null ? {} : { sold }),
    ...(isOpen ? { open: 'true' } : {}),
    ...(amount === null ? {} : { [amount.is]: String(amount.than) }),
    ...(period === null
      ? {}
      : { period: period.name, of: period.of, ...(period.isUntil ? { until: 'true' } : {}) }),
    ...(order === null ? {} : { order, ...(isRising ? { rising: 'true' } : {}) }),
    ...(but.length > 0 ? { but: but.join('\n') } : {}),
  };
}
