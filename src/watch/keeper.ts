import type { KeptDeals, Resumed } from '../referrals/partner-center/kept-deals.ts';
import { tell, type Teller, type WatchMessage } from './teller.ts';
import type { WatchStore } from './watch-store.ts';
import type { Actor } from '../identity/actor.ts';

export interface KeeperOptions {
  readonly kept: Pick<KeptDeals, 'resume' | 'noteTold'>;
  /** Whether the person still has the draft: who threw it away doesn't want the deal any more. */
  readonly hasDraft: (actor: Actor, draftId: string) => Promise<boolean>;
  readonly store: Pick<WatchStore, 'person'>;
  readonly teller: Teller;
  readonly now: () => Date;
  /** Ends what was kept of a forgotten person to settle their deals. */
  readonly forgetRest: (actor: Actor) => Promise<void>;
}

/**
 * Sends what was confirmed while the service was away, and tells each person how theirs fared. Sending it is
 * what the person confirmed, so that it needs no other consent; their own token is used, and no other. Who can't
 * be reached for the moment is told later; who blocked the assistant, or never had a chat with it, is not.
 */
export async function sendKept(options: KeeperOptions): Promise<void> {
  const { kept, hasDraft, store, teller, now } = options;
  for (const resumed of await kept.resume(hasDraft)) {
    if (resumed.isForgotten) {
      await endForgotten(resumed, options);
      continue;
    }
    const message = messageOf(resumed);
    if (message === null) continue;
    const { actor, key } = resumed;
    const person = await store.person(actor);
    const told = person === null ? 'unwanted' : await tell(teller, person, message, now());
    await kept.noteTold(actor, key, told !== 'failed');
  }
}

/** Nobody wants to hear of it: noted as told it is gone, and with the last of them what it was settled with. */
async function endForgotten({ actor, key, outcome }: Resumed, options: KeeperOptions): Promise<void> {
  if (outcome.kind === 'waiting' || outcome.kind === 'sign-in') return;
  await options.kept.noteTold(actor, key, true);
  await options.forgetRest(actor);
}

function messageOf({ key, outcome }: Resumed): WatchMessage | null {
  switch (outcome.kind) {
    case 'created':
      return { kind: 'sent', dealId: outcome.dealId, customer: outcome.customer };
    case 'not-invited':
      return { kind: 'not-invited', draftId: key, customer: outcome.customer };
    case 'sign-in':
      return { kind: 'kept-signed-out', customer: outcome.customer };
    case 'refused':
      return { kind: 'not-sent', draftId: key };
    case 'waiting':
    case 'withdrawn':
      return null;
  }
}
