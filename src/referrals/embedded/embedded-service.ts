import type { Person } from '../../directory/directory.ts';
import type { StoredDeal } from './deal-schema.ts';
import type { DealStore } from './deal-store.ts';
import type { Referral } from '../referral.ts';
import { withExpiry } from '../rules.ts';
import { isOnTeam } from '../team.ts';

/** The embedded service's parts, shared by what partners do and what Microsoft does. */
export interface EmbeddedService {
  readonly store: DealStore;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly layDeals: (() => readonly StoredDeal[]) | null;
}

/** Whether a person may see a deal. */
export type MaySee = (referral: Referral) => boolean;

/** An admin sees the tenant's deals, a user those whose team they are on, anybody else none. */
export function maySee(person: Person | null): MaySee {
  if (person === null) return () => false;
  const isAdmin = person.roles?.includes('referrals-admin') === true;
  const isUser = person.roles?.includes('referrals-user') === true;
  return ({ tenantId, team }) =>
    isSameId(tenantId, person.tenantId) && (isAdmin || (isUser && isOnTeam(team, person)));
}

/** The deals that the person may see, as they are at `now`, newest first. */
export function dealsSeenBy(person: Person | null, { store, now }: EmbeddedService): Referral[] {
  if (person === null) return [];
  const isAdmin = person.roles?.includes('referrals-admin') === true;
  const near = isAdmin ? store.index().ofTenant(person.tenantId) : store.index().ofMember(person.objectId);
  return toReferrals(near, now()).filter(maySee(person));
}

/** Deals as they are at `now`. */
export function toReferrals(deals: readonly StoredDeal[], now: Date): Referral[] {
  return deals.map(({ referral }) => withExpiry(referral, now));
}

/** GUIDs are the same in either case. */
export function isSameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
