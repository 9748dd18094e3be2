import type { Referral, TeamMember } from '../referrals/referral.ts';
import { decide } from '../referrals/rules.ts';
import type { KnownDeal, NewsKind, WatchPerson } from './watched.ts';

const DAY_MS = 86_400_000;

/** Days before the end of Microsoft's time at which people are reminded. */
const REMIND_DAYS = 3;
const REMIND_AGAIN_DAYS = 1;

/** How long news are worth telling to those who could not be reached, in milliseconds. */
const NEWS_MS = 3 * DAY_MS;

/** How long a deal that nobody reads any more is remembered, in milliseconds. */
const MEMORY_MS = 120 * DAY_MS;

/** One look at a deal, and the light it is seen in. */
export interface DealLook {
  readonly deal: Referral;
  /** As it was before; null at the first look. */
  readonly known: KnownDeal | null;
  /** Since when its reader lets us watch. */
  readonly since: Date;
  /** True where the service itself has just announced a change of Microsoft's record. */
  readonly hasJustChanged: boolean;
  readonly now: Date;
}

/** What the deal's state would be, were it news. A deal that we closed ourselves has no news. */
function currentNews(deal: Referral, now: Date): NewsKind | null {
  if (deal.state.substatus === 'Won' || deal.state.substatus === 'Lost') return null;
  const decision = decide(deal, now);
  switch (decision.kind) {
    case 'accepted':
    case 'declined':
    case 'expired':
      return decision.kind;
    case 'waiting':
      return decision.isOverdue ? null : reminderOf(decision.daysLeft);
    default:
      return null;
  }
}

function reminderOf(daysLeft: number): NewsKind | null {
  if (daysLeft <= REMIND_AGAIN_DAYS) return 'due-last';
  return daysLeft <= REMIND_DAYS ? 'due' : null;
}

/**
 * What came about since the last look. An answer counts where we saw the question open, where the question
 * is younger than our watch, or where the service announces it; else it is old, and was read long ago.
 */
export function freshNews(look: DealLook): NewsKind | null {
  const { deal, known, now } = look;
  const kind = currentNews(deal, now);
  if (kind === null || known?.news.some((each) => each.kind === kind)) return null;
  return kind === 'due' || kind === 'due-last' || wasOpen(look) ? kind : null;
}

function wasOpen({ deal, known, since, hasJustChanged }: DealLook): boolean {
  if (known?.side === 'Pending' || known?.side === 'Received') return true;
  if (known === null && hasJustChanged) return true;
  return deal.microsoft !== null && Date.parse(deal.microsoft.invitedAt) >= since.getTime();
}

/** The deal as it is remembered after the look. */
export function remember(look: DealLook): KnownDeal {
  const { deal, known, now } = look;
  const kind = freshNews(look);
  const at = now.toISOString();
  // Of a deal where nothing is new nothing is written, but for once a day.
  const isFresh = known !== null && now.getTime() - Date.parse(known.lastReadAt) < DAY_MS;
  return {
    ...known,
    id: deal.id,
    microsoftId: deal.microsoft?.id ?? known?.microsoftId ?? null,
    side: deal.microsoft?.state.substatus ?? null,
    lastReadAt: isFresh ? known.lastReadAt : at,
    news: kind === null ? (known?.news ?? []) : [...(known?.news ?? []), { kind, at }],
  };
}

/** What of the remembered news still holds, is young enough to be told, and came about since then. */
export function newsToTell(deal: Referral, { news }: KnownDeal, since: Date, now: Date): NewsKind | null {
  const kind = currentNews(deal, now);
  const at = Date.parse(news.find((each) => each.kind === kind)?.at ?? '');
  return at >= since.getTime() && now.getTime() - at < NEWS_MS ? kind : null;
}

/** Whether the person has heard this of the deal. */
export function hasHeard({ told }: Pick<WatchPerson, 'told'>, dealId: string, kind: NewsKind): boolean {
  return told.some((each) => each.dealId === dealId && each.kind === kind);
}

/**
 * Whether the person is on the team, by object id, or by the address where the service names no id. Both are of
 * the same company: people and deals are kept by tenant.
 */
export function isMember(
  team: readonly TeamMember[],
  { objectId, email }: Pick<WatchPerson, 'objectId' | 'email'>,
): boolean {
  return team.some((member) => {
    if (member.objectId !== undefined) return member.objectId.toLowerCase() === objectId.toLowerCase();
    return email !== null && member.email.toLowerCase() === email.toLowerCase();
  });
}

/** The person, who has heard this of the deal or can't be told; what they heard long ago is forgotten. */
export function withTold(person: WatchPerson, dealId: string, kind: NewsKind, now: Date): WatchPerson {
  const young = person.told.filter(({ at }) => now.getTime() - Date.parse(at) < MEMORY_MS);
  return { ...person, told: [...young, { dealId, kind, at: now.toISOString() }] };
}

/** The deals without those that were last read long ago. */
export function withoutOld(deals: readonly KnownDeal[], now: Date): KnownDeal[] {
  return deals.filter(({ lastReadAt }) => now.getTime() - Date.parse(lastReadAt) < MEMORY_MS);
}
