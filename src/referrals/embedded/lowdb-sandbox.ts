import { AppError } from '../../errors.ts';
import type { StoredDeal } from './deal-schema.ts';
import { newestFirst } from './deal-index.ts';
import { toReferrals } from './embedded-service.ts';
import type { EmbeddedService } from './embedded-service.ts';
import { playAct } from './microsoft-act.ts';
import type { Referral } from '../referral.ts';
import { withExpiry } from '../rules.ts';
import type { Sandbox } from './sandbox.ts';

/** Microsoft's part of the embedded service. */
export function createSandbox({ store, now, layDeals }: EmbeddedService): Sandbox {
  return {
    listAll: () => Promise.resolve(toReferrals(newestFirst(store.deals()), now())),
    playMicrosoft: (id, act) =>
      store.change((deals) => {
        const found = findMeant(deals, id);
        const referral = playAct(withExpiry(found.referral, now()), act);
        const kept = deals.map((each) => (each === found ? { ...each, referral } : each));
        return { deals: kept, result: referral };
      }),
    async reset() {
      if (layDeals === null) {
        const message = 'sandbox: nothing to reset, the sample company is not in use';
        throw new AppError('refused', message, { details: { reason: 'no-sample-data' } });
      }
      return store.change(() => {
        const deals = layDeals();
        return { deals, result: toReferrals(newestFirst(deals), now()) };
      });
    },
  };
}

/** The deal with this id, or the only one whose id begins so or whose customer is called so. */
function findMeant(deals: readonly StoredDeal[], words: string): StoredDeal {
  const meant = words.trim().toLowerCase();
  const found = deals.filter(({ referral }) => isMeant(referral, meant));
  const exact = found.find(({ referral }) => referral.id.toLowerCase() === meant);
  const first = exact ?? found[0];
  if (meant === '' || first === undefined) {
    throw new AppError('invalid-input', `sandbox: no deal "${words}"; "list" shows them`);
  }
  if (exact === undefined && found.length > 1) {
    const ids = found.map(({ referral }) => referral.id).join(', ');
    throw new AppError('invalid-input', `sandbox: "${words}" may be any of ${ids}`);
  }
  return first;
}

function isMeant({ id, customer }: Referral, meant: string): boolean {
  return id.toLowerCase().startsWith(meant) || customer.name.toLowerCase() === meant;
}
