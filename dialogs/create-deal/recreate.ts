import type { Referral } from '../../src/referrals/referral.ts';
import type { DealContext, DealValues } from './values.ts';

/** The values of an old deal for a new one like it; a closing date in the past is asked anew. */
export function valuesOf(old: Referral, { today }: DealContext): Readonly<Partial<DealValues>> {
  const [solution] = old.solutions;
  const { contact, address } = old.customer;
  return {
    recreates: old.id,
    kind: old.kind,
    customer: old.customer.name,
    address: { ...address },
    ...(contact === null ? {} : { contact }),
    ...(solution === undefined ? {} : { solution }),
    value: old.value,
    ...(old.closingDate > today ? { closingDate: old.closingDate } : {}),
    ...(old.helpCode === null ? {} : { helpCode: old.helpCode }),
    ...(old.marketplaceIntent === null ? {} : { marketplaceIntent: old.marketplaceIntent }),
    ...(old.notes === null ? {} : { notes: { text: old.notes, variant: null } }),
  };
}
