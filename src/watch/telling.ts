import type { Referral } from '../referrals/referral.ts';
import { listeners, newsToTell, remember, withoutOld, withTold } from './news.ts';
import type { Teller } from './teller.ts';
import type { KnownDeal } from './watched.ts';
import type { WatchStore } from './watch-store.ts';

/** Deals of one company as somebody has just read them. */
export interface CompanyDeals {
  readonly tenantId: string;
  readonly deals: readonly Referral[];
  /** Since when their reader lets us watch. */
  readonly since: Date;
  /** True where the service has just announced a change of Microsoft's record. */
  readonly hasJustChanged: boolean;
}

export interface TellingOptions {
  readonly store: WatchStore;
  readonly tell: Teller;
  readonly now: () => Date;
}

/**
 * Compares deals with what was known of them and tells their teams what is new, each person once. The caller
 * sees to it that the deals of a company are worked through once at a time.
 */
export async function takeDeals(read: CompanyDeals, options: TellingOptions): Promise<void> {
  const { store, now } = options;
  const known = new Map((await store.deals(read.tenantId)).map((deal) => [deal.id, deal]));
  for (const deal of read.deals) {
    const { since, hasJustChanged } = read;
    known.set(
      deal.id,
      remember({ deal, known: known.get(deal.id) ?? null, since, hasJustChanged, now: now() }),
    );
  }
  await store.putDeals(read.tenantId, withoutOld([...known.values()], now()));
  for (const deal of read.deals) await tellTeam(deal, known.get(deal.id) ?? null, read.tenantId, options);
}

/**
 * What was told is saved with each person: a process that dies in between tells one person again at most,
 * and nobody never. Who is forgotten meanwhile stays so.
 */
async function tellTeam(
  deal: Referral,
  known: KnownDeal | null,
  tenantId: string,
  { store, tell, now }: TellingOptions,
): Promise<void> {
  const news = known === null ? null : newsToTell(deal, known, now());
  if (news === null) return;
  for (const person of listeners(deal, news, await store.people(tenantId))) {
    const told = await tell(person, { kind: 'news', news, deal, readAt: now() });
    if (told === 'failed') continue;
    await store.changePerson(
      { tenantId, objectId: person.objectId },
      (before) => before && withTold(before, deal.id, news, now()),
    );
  }
}
