/**
 * The five ways in which something can fail that the user must hear about.
 *
 * - `invalid-input`: what was given cannot be used; the user can mend it.
 * - `refused`: the service understood and said no (a missing role, a terminal state).
 * - `unreachable`: the service or the store was not reached, or did not answer in time.
 * - `conflict`: somebody changed the record meanwhile (stale eTag).
 * - `unauthorized`: nobody is signed in, or the sign-in ended.
 */
export type AppErrorCode = 'invalid-input' | 'refused' | 'unreachable' | 'conflict' | 'unauthorized';

/** Details that a dialog may act on; never shown raw to a user. */
export interface AppErrorDetails {
  /** The rule or service code behind the failure, e.g. `role-missing`, `terminal-state`, `accessDenied`. */
  readonly reason?: string;
  /** The slot or field the failure is about. */
  readonly field?: string;
  /** The claims that a new sign-in must bring (conditional access), with `reason` `claims`. */
  readonly claims?: string;
  /** The service that a sign-in is needed for, where it is not the referrals one. */
  readonly audience?: string;
}

/**
 * The only error class that crosses a port. The message begins with who speaks and quotes the bad
 * value (`store: cannot write deals.json: ENOSPC`); it is for logs, never for users.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(
    code: AppErrorCode,
    message: string,
    options: { cause?: unknown; details?: AppErrorDetails } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
  }
}

/**
 * Whether it is our own store that failed (a full disk, a folder that another process has now), rather than a service
 * or the person's words: then nothing was done that had to be written first, and nobody else is to blame.
 */
export function isStoreFault(error: unknown): boolean {
  return error instanceof AppError && STORE_REASONS.includes(error.details.reason ?? '');
}

const STORE_REASONS: readonly string[] = ['store', 'folder-lost'];
