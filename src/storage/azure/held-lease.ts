import type { BlobLeaseClient } from '@azure/storage-blob';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../errors.ts';
import type { Lease } from '../lease.ts';
import { callStorage, Unmet } from './calls.ts';

/** All in milliseconds. */
export interface LeaseTimes {
  /** Between two renewals. */
  readonly renewEvery: number;
  /** For how long a lease is ours after a call that gave or renewed it was begun. */
  readonly heldFor: number;
  /** A clock that only goes forward. */
  readonly now: () => number;
}

/**
 * The service counts 15 s from when it hears of us. We count 11 s from when we asked, so that the end is told before
 * it comes, even where the last renewal hangs for the 3 s that a call may take.
 */
const TIMES: LeaseTimes = { renewEvery: 5_000, heldFor: 11_000, now: sinceStart };

/** After a renewal that failed, in milliseconds. */
const RETRY_MS = 1_000;

/** "Surely held" means for so many milliseconds more. */
const SURE_MS = 2_000;

/** A lease that this process took, and renews until it is given back or lost. */
export class HeldLease implements Lease {
  readonly #client: BlobLeaseClient;
  readonly #times: LeaseTimes;
  readonly #lost = new AbortController();
  readonly #end = new AbortController();
  #until: number;
  #renewing: Promise<void> | null = null;

  /** Made before the call that takes the lease, from which its time is counted. */
  constructor(client: BlobLeaseClient, times: Partial<LeaseTimes> = {}) {
    this.#client = client;
    this.#times = { ...TIMES, ...times };
    this.#until = this.#times.now() + this.#times.heldFor;
  }

  get signal(): AbortSignal {
    return this.#lost.signal;
  }

  async assertHeld(): Promise<void> {
    if (!this.#isSure()) await this.#renew();
    if (this.#lost.signal.aborted) throw this.#lost.signal.reason as AppError;
    if (!this.#isSure()) throw lostError('nobody can tell whether it is held still');
  }

  /** Renews it from now on. */
  keep(): void {
    void this.#keepOn();
  }

  /** Gives it back. Where that fails it ends by itself, 15 s after the last renewal. */
  async release(): Promise<void> {
    this.#end.abort();
    await this.#renewing;
    if (this.#lost.signal.aborted) return;
    await callStorage('give a lease back', (abortSignal) => this.#client.releaseLease({ abortSignal })).catch(
      () => undefined,
    );
  }

  async #keepOn(): Promise<void> {
    const { renewEvery } = this.#times;
    let pauseMs = renewEvery;
    while (await this.#pause(pauseMs)) {
      const before = this.#until;
      await this.#renew();
      pauseMs = this.#until > before ? renewEvery : Math.min(renewEvery, RETRY_MS);
    }
  }

  /** False where the end came. */
  async #pause(ms: number): Promise<boolean> {
    const signal = AbortSignal.any([this.#end.signal, this.#lost.signal]);
    return wait(ms, true, { signal, ref: false }).catch(() => false);
  }

  #renew(): Promise<void> {
    return (this.#renewing ??= this.#renewOnce().finally(() => (this.#renewing = null)));
  }

  async #renewOnce(): Promise<void> {
    const { now, heldFor } = this.#times;
    const begun = now();
    try {
      await callStorage('renew a lease', (abortSignal) => this.#client.renewLease({ abortSignal }));
      this.#until = begun + heldFor;
    } catch (error) {
      if (error instanceof Unmet) this.#lost.abort(lostError('another process has it, or took it meanwhile'));
      else if (now() >= this.#until) this.#lost.abort(lostError('it could not be renewed in time'));
    }
  }

  #isSure(): boolean {
    return !this.#lost.signal.aborted && this.#times.now() <= this.#until - SURE_MS;
  }
}

const started = { monotonic: performance.now(), wall: Date.now() };

/** One clock stands still while the machine sleeps, the other may be set back: the one that is further on counts. */
function sinceStart(): number {
  return Math.max(performance.now() - started.monotonic, Date.now() - started.wall);
}

function lostError(why: string): AppError {
  return new AppError('unreachable', `store: a lease was lost: ${why}`, { details: { reason: 'store' } });
}
