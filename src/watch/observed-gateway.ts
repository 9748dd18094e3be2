import type { ReferralGateway } from '../referrals/gateway.ts';
import type { Referral } from '../referrals/referral.ts';
import { decide } from '../referrals/rules.ts';
import { isOnTeam } from '../referrals/team.ts';
import type { Watching } from './watching.ts';
import { type Actor, personKey } from '../identity/actor.ts';

type Sight = ReturnType<Watching['takeSight']>;

/** A gateway whose readings are noticed, person by person, until they are asked for. */
export interface ObservedGateway<T extends ReferralGateway> {
  readonly gateway: T;
  readonly take: (actor: Actor) => Sight;
}

/** More people than this don't have a turn at the same time; the oldest sight is dropped. */
const MOST_SIGHTS = 1000;

/**
 * Notices whether a turn read deals, and whether one of them waits for Microsoft: the moment to ask whether
 * we should look while the person is away.
 */
export function observeGateway<T extends ReferralGateway>(gateway: T, now: () => Date): ObservedGateway<T> {
  const sights = new Map<string, Sight>();
  const note = (actor: Actor, deals: readonly Referral[]): void => {
    const hasWaiting = deals.some(
      (deal) => isOnTeam(deal.team, actor) && decide(deal, now()).kind === 'waiting',
    );
    const before = sights.get(personKey(actor))?.hasWaiting ?? false;
    sights.set(personKey(actor), { hasRead: true, hasWaiting: before || hasWaiting });
    const [oldest] = sights.keys();
    if (sights.size > MOST_SIGHTS && oldest !== undefined) sights.delete(oldest);
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
      const sight = sights.get(personKey(actor)) ?? { hasRead: false, hasWaiting: false };
      sights.delete(personKey(actor));
      return sight;
    },
  };
}
