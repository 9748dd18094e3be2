import { sameNamed } from '../../src/lookup/names.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { isUnderWay } from '../../src/referrals/rules.ts';
import type { DealContext } from './values.ts';

/** The deal that this one recreates, else the latest one with the same customer; null for a new customer. */
export function earlierDeal(context: DealContext): Referral | null {
  const { recreates, customer } = context.values;
  const old = context.facts.deals.find(({ id }) => id === recreates);
  if (old !== undefined) return old;
  return customer === undefined ? null : (dealsWith(customer, context)[0] ?? null);
}

/** The deals with a customer, newest first; a legal form more or less makes no other customer. */
export function dealsWith(customer: string, { facts }: DealContext): readonly Referral[] {
  const same = sameNamed(customer, facts.deals, (deal) => deal.customer.name);
  return same.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/**
 * Open deals with the same customer and, once it is known, the same solution: a further one may be a
 * duplicate. One that Microsoft declined or let expire is open no more, and the one that is being recreated doesn't
 * count.
 */
export function duplicates(context: DealContext): readonly Referral[] {
  const { customer, solution, recreates } = context.values;
  if (customer === undefined) return [];
  return dealsWith(customer, context).filter((deal) => {
    const isSame = solution === undefined || deal.solutions.some(({ id }) => id === solution.id);
    return isSame && isUnderWay(deal, context.turn.now) && deal.id !== recreates;
  });
}

/** The names of the customers of deals that this person may see, each once. */
export function knownCustomers({ facts }: DealContext): readonly string[] {
  return [...new Set(facts.deals.map(({ customer }) => customer.name))];
}
