import { createBoundedCache } from '../bounded-cache.ts';
import type { ReferralGateway } from '../referrals/gateway.ts';
import type { Referral } from '../referrals/referral.ts';
import { decide } from '../referrals/rules.ts';
import { isOnTeam } from '../referrals/team.ts';
import type { Watching } from './watching.ts';
import { type Actor, personKey } from '../identity/actor.ts';

type Seen = ReturnType<Watching['takeSeen']>;

/** A gateway whose readings are noticed, person by person, until they are asked for. */
export interface ObservedGateway<T extends ReferralGateway> {
  readonly gateway: T;
  readonly take: (actor: Actor) => Seen;
}

/** More people than this don't have a turn at the same time; the oldest is dropped. */
const MOST_PEOPLE = 1000;

/**
 * Notices whether a turn read deals, and whether one of them waits for Microsoft: the moment to ask whether
 * we should look while the person is away.
 */
export function observeGateway<T extends ReferralGateway>(gateway: T, now: () => Date): ObservedGateway<T> {
  const seen = createBoundedCache<Seen>(MOST_PEOPLE);
  const note = (actor: Actor, deals: readonly Referral[]): void => {
    const hasWaiting = deals.some(
      (deal) => isOnTeam(deal.team, actor) && decide(deal, now()).kind === 'waiting',
    );
    const before = seen.get(personKey(actor))?.hasWaiting ?? false;
    seen.set(personKey(actor), { hasRead: true, hasWaiting: before || hasWaiting });
  };
  const noticing: Pick<ReferralGateway, 'list' | 'get' | 'create'> = {
    async list(actor) {
      const deals = await gateway.list(actor);
      note(actor, deals);
      return deals;
    },
    async get(actor, id) {
      const deal = await gateway.get(actor, id);
      note(actor, deal === null ? [] : [deal]);
      return deal;
    },
    async create(actor, draft, key) {
      const created = await gateway.create(actor, draft, key);
      note(actor, [created.referral]);
      return created;
    },
  };
  return {
    gateway: { ...gateway, ...noticing },
    take(actor) {
      const last = seen.get(personKey(actor)) ?? { hasRead: false, hasWaiting: false };
      seen.delete(personKey(actor));
      return last;
    },
  };
}
