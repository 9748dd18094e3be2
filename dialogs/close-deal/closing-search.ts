import type { Referral } from '../../src/referrals/referral.ts';
import { searchDeals } from '../deals/search.ts';
import type { DealSearch, SearchScope } from '../deals/search.ts';

/** Finds the deal to close: a name that nobody has, said after the end ("…, went with a rival"), is part of why. */
export function searchToClose(sentence: string, deals: readonly Referral[], scope: SearchScope): DealSearch {
  const whole = searchDeals(sentence, deals, scope);
  if (whole.kind !== 'not-found' || whole.typed === null) return whole;
  const [head = ''] = sentence.split(/[,;:]\s|\bperch[éè]\b|\bbecause\b/iu);
  return head === sentence ? whole : searchDeals(head, deals, scope);
}
