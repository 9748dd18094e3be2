import type { Logger } from 'pino';
import type { Stores } from './stores.ts';
import type { Delivery } from '../channel/delivery.ts';
import { createOutbound, type Outbound } from '../outbound/outbound.ts';
import type { SenderOptions } from '../outbound/sender.ts';
import type { WorkQueue } from '../outbound/work-queue.ts';
import { createOutboundWorker, type OutboundWorker } from '../outbound/worker.ts';
import type { Actor } from '../identity/actor.ts';
import type { Leases } from '../storage/lease.ts';

export interface OpenOutboundOptions {
  readonly stores: Pick<Stores, 'outbound'>;
  readonly leases: Leases;
  readonly queue: WorkQueue;
  readonly delivery: Delivery;
  /** Told what came of a message that is about a question. */
  readonly onOver: NonNullable<SenderOptions['onOver']>;
  readonly log: Logger;
  readonly now: () => Date;
  /** Told of a person who blocked the assistant. */
  readonly onBlocked: (actor: Actor) => Promise<void>;
}

/** The outbound queue, and who empties it. */
export interface OpenOutbound extends Outbound, Omit<OutboundWorker, 'wake'> {}

export function openOutbound({ stores, queue, now, ...options }: OpenOutboundOptions): OpenOutbound {
  const records = stores.outbound;
  const worker = createOutboundWorker({ ...options, records, queue, now });
  const outbound = createOutbound({ records, queue, now, onPosted: () => worker.wake() });
  return { ...worker, ...outbound };
}
