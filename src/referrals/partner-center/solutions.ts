import type { Solution } from '../referral.ts';
import type { WireReferral } from './wire.ts';

/**
 * The company's own list with what recent deals show besides: no API lists a partner's solutions. A solution of
 * the list is told as the list has it; one seen on a deal is published, and co-sell ready where Microsoft could
 * be invited with it.
 */
export function mergeSolutions(listed: readonly Solution[], recent: readonly WireReferral[]): Solution[] {
  const found = new Map<string, Solution>();
  for (const { details, consent } of recent) {
    const isShared = consent.consentToShareReferralWithMicrosoftSellers === true;
    for (const { id, name } of details.requirements.solutions) {
      if (!id?.startsWith('SOL-')) continue;
      const isCoSellReady = isShared || found.get(id)?.isCoSellReady === true;
      const rest = { isPublished: true, isIncentiveEligible: false, source: 'recent-deal' } as const;
      found.set(id, { id, name: found.get(id)?.name ?? name ?? id, isCoSellReady, ...rest });
    }
  }
  for (const { id } of listed) found.delete(id);
  return [...listed, ...found.values()];
}
