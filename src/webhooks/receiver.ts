import type { FindCertificate } from './certificates.ts';
import { type DealEvent, readEvent } from './event.ts';
import type { Replays } from './replays.ts';
import { findSignatureFault, type SignedRequest } from './signature.ts';

export interface ReceiverOptions {
  readonly findCertificate: FindCertificate;
  readonly replays: Replays;
  /** Told of each true event once; the answer doesn't wait for it. */
  readonly onEvent: (event: DealEvent, tenantId: string | null) => void;
  /** Codes only. */
  readonly log: { info(facts: object, message: string): void; warn(facts: object, message: string): void };
  readonly now?: () => Date;
}

/** A request, with the company that the registered address names. */
export interface EventRequest extends SignedRequest {
  /** Null where the address names none. It narrows who is asked, and proves nothing. */
  readonly tenantId: string | null;
}

/**
 * Answers with the status: 200 for a true event, 400 for a body that is truly signed and can't be read, 401 for
 * anything else, whatever is wrong with it.
 */
export type ReceiveEvent = (request: EventRequest) => Promise<200 | 400 | 401>;

/** An event holds five short fields. */
const MAX_BODY_BYTES = 16_384;

export function createEventReceiver(options: ReceiverOptions): ReceiveEvent {
  const { log } = options;
  const now = options.now ?? (() => new Date());
  const refuse = <T extends 400 | 401>(reason: string, status: T): T => {
    log.warn({ reason }, 'webhook refused');
    return status;
  };
  return async (request) => {
    if (request.body.length === 0 || request.body.length > MAX_BODY_BYTES) return refuse('size', 401);
    const fault = await findSignatureFault(request, options.findCertificate);
    if (fault !== null) return refuse(fault, 401);
    const read = readEvent(request.body, now());
    if (read.kind === 'unreadable') return refuse(read.kind, 400);
    if (read.kind === 'too-old') return refuse(read.kind, 401);
    if (!(await options.replays.take(request.body))) return refuse('replay', 401);
    log.info({ kind: read.kind }, 'webhook taken');
    if (read.kind === 'deal') options.onEvent(read.event, request.tenantId);
    return 200;
  };
}
