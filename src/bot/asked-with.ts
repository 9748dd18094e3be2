import type { DealsAsked } from '../reading/deals/asked.ts';

/** What is asked of several deals, as the check takes it. */
export function askedWith(asked: DealsAsked): Readonly<Record<string, string>> {
  const { traits, isEither, sold, most, isOpen, isEnded, amount, period, order, isRising, but, notSuch } =
    asked;
  return {
    view: 'some',
    ...(traits.length > 0 ? { traits: traits.join(' ') } : {}),
    ...(sold === null ? {} : { sold }),
    ...(isOpen ? { open: 'true' } : {}),
    ...(isEnded ? { ended: 'true' } : {}),
    ...(isEither ? { either: 'true' } : {}),
    ...(most === null ? {} : { first: String(most) }),
    ...Object.fromEntries(Object.entries(amount ?? {}).map(([limit, sum]) => [limit, String(sum)])),
    ...(period === null
      ? {}
      : { period: period.name, of: period.of, ...(period.isUntil ? { until: 'true' } : {}) }),
    ...(order === null ? {} : { order, ...(isRising === null ? {} : { rising: String(isRising) }) }),
    ...(but.length > 0 ? { but: but.join('\n') } : {}),
    ...(notSuch.length > 0 ? { notSuch: notSuch.join(' ') } : {}),
  };
}
