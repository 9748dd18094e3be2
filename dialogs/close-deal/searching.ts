import { namedBeforeEnd } from '../../src/reading/focus.ts';
import type { Reading } from '../../src/reading/reading.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { type DealSearch, type SearchScope, searchDeals } from '../deals/search.ts';
import { findReason } from './reasons.ts';

/**
 * Finds the deal that a message about closing means. A rival told as the reason ("went with a competitor") is no
 * deal's name; what an order puts between its verb and the end ("segna pluto come perso") is one, though nobody has it.
 *
 * @param deals what the person may see, newest first
 */
export function searchToClose(
  text: string,
  deals: readonly Referral[],
  scope: SearchScope,
  reading: Reading,
): DealSearch {
  const search = searchDeals(text, deals, scope, reading);
  const isReason = search.kind === 'not-found' && search.typed !== null && findReason(search.typed) !== null;
  if (!isReason && search.kind !== 'unsaid') return search;
  const typed = namedBeforeEnd(reading);
  return typed === null ? { kind: 'unsaid' } : { kind: 'not-found', typed };
}
