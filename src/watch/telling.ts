import type { Referral } from '../referrals/referral.ts';
import { listeners, newsToTell, remember, withoutOld } from './news.ts';
import type { Teller } from './teller.ts';
import type { KnownDeal } from './watched.ts';
import type { WatchStore } from './watch-store.ts';

/** Deals of one company as somebody has just read them. */
export interface Reading {
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
 * sees to it that one reading of a company is worked through at a time.
 */
export async function takeReading(reading: Reading, options: TellingOptions): Promise<void> {
  const { store, now } = options;
  const known = new Map((await store.deals(reading.tenantId)).map((deal) => [deal.id, deal]));
  for (const deal of reading.deals) {
    const { since, hasJustChanged } = reading;
    known.set(
      deal.id,
      remember({ deal, known: known.get(deal.id) ?? null, since, hasJustChanged, now: now() }),
    );
  }
  const save = (): Promise<void> => store.putDeals(reading.tenantId, withoutOld([...known.values()], now()));
  await save();
  for (const deal of reading.deals) await tellTeam(deal, known, save, reading.tenantId, options);
}

/**
 * What was told is saved after each person: a process that dies in between tells one person again at most,
 * and nobody never.
 */
async function tellTeam(
  deal: Referral,
  known: Map<string, KnownDeal>,
  save: () => Promise<void>,
  tenantId: string,
  { store, tell, now }: TellingOptions,
): Promise<void> {
  const remembered = known.get(deal.id);
  const news = remembered === undefined ? null : newsToTell(deal, remembered, now());
  if (remembered === undefined || news === null) return;
  for (const person of listeners(deal, remembered, news, await store.people(tenantId))) {
    const told = await tell(person, { kind: 'news', news, deal, readAt: now() });
    if (told === 'failed') continue;
    const before = known.get(deal.id) ?? remembered;
    known.set(deal.id, { ...before, told: [...before.told, { objectId: person.objectId, kind: news }] });
    await save();
  }
}
