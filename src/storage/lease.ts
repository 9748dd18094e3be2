import { createSerial } from '../serial.ts';

/** The right to work at something alone, while it is held. */
export interface Lease {
  /** Raised, with an AppError as its reason, once another process may have it: what is not done yet must not be done. */
  readonly signal: AbortSignal;
  /**
   * Resolves when it is surely held for some seconds more.
   *
   * @throws AppError `unreachable`, with reason `store`, when it is lost or nobody can tell.
   */
  assertHeld(): Promise<void>;
}

/** Port to work that one process at a time may do. */
export interface Leases {
  /** True where other processes work on the same storage. */
  readonly isShared: boolean;
  /**
   * Runs work that nothing else of the same key runs beside, in any process; it waits for its turn.
   *
   * @throws AppError `unreachable`, with reason `store`, when its turn doesn't come; else what the work throws.
   */
  run<T>(key: string, work: (lease: Lease) => Promise<T>): Promise<T>;
  /** The same for work that another does as well: null, and nothing is run, where somebody is at it. */
  tryRun<T>(key: string, work: (lease: Lease) => Promise<T>): Promise<T | null>;
}

/** Leases among the work of this process, for storage that one process has. */
export function createLocalLeases(): Leases {
  const serial = createSerial();
  return {
    isShared: false,
    run: (key, work) => serial.run(key, () => work(HELD)),
    tryRun: (key, work) => (serial.isBusy(key) ? Promise.resolve(null) : serial.run(key, () => work(HELD))),
  };
}

const HELD: Lease = { signal: new AbortController().signal, assertHeld: () => Promise.resolve() };
