import { randomUUID } from 'node:crypto';
import { sara } from '../../../directory/sample-people.ts';
import type { Actor } from '../../../identity/actor.ts';
import { weekdayOf } from '../../../language/dates/calendar.ts';
import { minuteIn } from '../../../language/dates/clock.ts';
import { dayIn, HOME_TIME_ZONE } from '../../../language/format.ts';
import { laySampleDeals } from '../../../referrals/embedded/sample-deals.ts';
import type { ReferralGateway } from '../../../referrals/gateway.ts';
import type { Referral } from '../../../referrals/referral.ts';
import { isOnTeam, toMember } from '../../../referrals/team.ts';
import { createBook } from '../../../watch/book.ts';
import { sideBySide } from '../../../watch/side-by-side.ts';
import { createWatchStore, type WatchRecords } from '../../../watch/watch-store.ts';

const WEEK_MS = 7 * 86_400_000;

/** So many people of so many companies; the same ones each time. */
export function peopleOf(count: number, tenants: number): readonly Actor[] {
  return Array.from({ length: count }, (_, index) => ({
    tenantId: `tenant-${String(index % tenants)}`,
    objectId: `person-${String(index)}`,
  }));
}

/** Where a person's chat is. */
export function chatOf({ objectId }: Actor): string {
  return `a:${objectId}`;
}

/** Has each person want a weekly list since last week, which is due at this very minute. */
export async function wantLists(people: readonly Actor[], records: WatchRecords, url: string): Promise<void> {
  const now = new Date();
  const book = createBook({
    store: createWatchStore(records),
    now: () => new Date(now.getTime() - WEEK_MS),
    needsConsent: false,
    takeSeen: () => ({ hasRead: false, hasWaiting: false }),
    dropUnsent: () => Promise.resolve(),
    onWanted: () => undefined,
  });
  const weekday = weekdayOf(dayIn(HOME_TIME_ZONE, now));
  await sideBySide(people, 16, async (person) => {
    const conversation = { id: chatOf(person), conversationType: 'personal', tenantId: person.tenantId };
    const reference = { channelId: 'msteams', serviceUrl: url, conversation, bot: { id: '28:bot' } };
    await book.meet(person, { email: null, locale: 'it', timeZone: HOME_TIME_ZONE, reference });
    await book.change(person, { kind: 'digest', weekday, at: minuteIn(HOME_TIME_ZONE, now) });
  });
}

/** Each person's own nine deals, as the sample company has them. */
export function openDeals(now: Date): Pick<ReferralGateway, 'list' | 'get'> {
  const sample = laySampleDeals(now, randomUUID).filter(({ team }) => isOnTeam(team, sara));
  const dealsOf = ({ tenantId, objectId }: Actor): Referral[] =>
    sample.map((deal) => {
      const team = [{ ...toMember(sara), objectId }];
      return { ...deal, id: `${objectId}-${deal.id}`, tenantId, team };
    });
  return {
    list: (actor) => Promise.resolve(dealsOf(actor)),
    get: (actor, id) => Promise.resolve(dealsOf(actor).find((deal) => deal.id === id) ?? null),
  };
}
