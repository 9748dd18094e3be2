import type { Actor } from '../referrals/gateway.ts';
import type { KeptDeals, Resumed } from '../referrals/partner-center-creating.ts';
import type { Message, Teller } from './teller.ts';
import type { WatchStore } from './watch-store.ts';

export interface KeeperOptions {
  readonly kept: Pick<KeptDeals, 'resume'>;
  /** Whether the person still has the draft: who threw it away doesn't want the deal any more. */
  readonly hasDraft: (actor: Actor, draftId: string) => Promise<boolean>;
  readonly store: Pick<WatchStore, 'person'>;
  readonly tell: Teller;
}

/**
 * Sends what was confirmed while the service was away, and tells each person how theirs fared. Sending it is
 * what the person confirmed, so that it needs no other consent; their own token is used, and no other.
 */
export async function sendKept({ kept, hasDraft, store, tell }: KeeperOptions): Promise<void> {
  for (const resumed of await kept.resume(hasDraft)) {
    const message = messageOf(resumed);
    const person = message === null ? null : await store.person(resumed.actor);
    if (message !== null && person !== null) await tell(person, message);
  }
}

function messageOf({ key, outcome }: Resumed): Message | null {
  switch (outcome.kind) {
    case 'created':
      return { kind: 'sent', deal: outcome.referral };
    case 'failed':
      return { kind: 'not-sent', draftId: key };
    case 'waiting':
    case 'withdrawn':
      return null;
  }
}
