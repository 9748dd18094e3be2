import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { AppError } from '../../errors.ts';
import { delayBefore } from '../../remote/retry.ts';

/** How long a call may take. */
export interface Patience {
  readonly tries: number;
  /** Of one try, in milliseconds. */
  readonly tryMs: number;
  /** Of all tries together; the last one may end earlier for it. */
  readonly allMs: number;
}

/**
 * Within a turn. Storage answers in some 10 ms, so what takes 1.5 s is lost; and a turn, whose services have 8.5 s
 * (`remote/turn-time.ts`), can still be read before them and saved after them in the 15 s that a channel waits.
 */
const IN_TURN: Patience = { tries: 3, tryMs: 1_500, allMs: 3_000 };

/** As a program starts, when names are looked up, connections made, and the first token is fetched. */
export const AT_START: Patience = { tries: 4, tryMs: 10_000, allMs: 30_000 };

const RETRY_DELAY_MS = 100;

/** Answers after which the same call may succeed: too slow, too much, or a fault of the service's own. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Answers that something isn't as the call presumes: it is absent, there already, changed, or leased. */
const UNMET = new Set([404, 409, 412]);

/** The service did nothing, for what the call presumes doesn't hold. Goes no further than the adapter. */
export class Unmet extends Error {
  readonly status: number;
  /** How often the call was tried. From 2 on, an earlier try may have been carried out, its answer lost. */
  readonly tries: number;

  constructor(status: number, tries: number) {
    super(`azure storage: status ${String(status)}`);
    this.status = status;
    this.tries = tries;
  }
}

/**
 * Makes a call to Azure Storage, again where it failed in passing.
 *
 * @param act what is tried, for a sentence: `read sessions/ab/cd.json`
 * @param call must end when the signal is raised
 * @throws Unmet, and AppError `unreachable` with reason `store` for all else
 */
export async function callStorage<R>(
  act: string,
  call: (abortSignal: AbortSignal) => Promise<R>,
  { tries, tryMs, allMs }: Patience = IN_TURN,
): Promise<R> {
  const all = AbortSignal.timeout(allMs);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(AbortSignal.any([all, AbortSignal.timeout(tryMs)]));
    } catch (error) {
      const { status, code } = answerOf(error);
      if (isUnmet(status, code)) throw new Unmet(status, attempt);
      const isPassing = status === null ? !isOfCredentials(code) : PASSING.has(status);
      if (!isPassing || attempt >= tries || all.aborted) throw storageFault(act, status, code);
      await wait(delayBefore(attempt, RETRY_DELAY_MS, null, Math.random()));
    }
  }
}

const sdkError = z.object({
  name: z.string(),
  code: z.string().optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
  /** Where an answer has no body, its code stands in a header. */
  details: z.object({ errorCode: z.string() }).optional().catch(undefined),
});

/** What the SDK's error says: the status is null where there was no answer. Its message may hold the request. */
function answerOf(error: unknown): { readonly status: number | null; readonly code: string } {
  const parsed = sdkError.safeParse(error);
  if (!parsed.success) return { status: null, code: 'unknown' };
  const { name, code, statusCode, details } = parsed.data;
  return { status: statusCode ?? null, code: code ?? details?.errorCode ?? name };
}

function isUnmet(status: number | null, code: string): status is number {
  // A queue's item that somebody else has meanwhile is answered with 400.
  if (code === 'PopReceiptMismatch') return true;
  return status !== null && UNMET.has(status) && !code.startsWith('Container');
}

/** Names of errors of `@azure/identity`: no token could be had. */
function isOfCredentials(code: string): boolean {
  return /^(Aggregate)?Authentication|^CredentialUnavailable/.test(code);
}

function storageFault(act: string, status: number | null, code: string): AppError {
  return new AppError(
    'unreachable',
    `store: cannot ${act} in Azure Storage (${code})${cureOf(status, code)}`,
    {
      details: { reason: 'store' },
    },
  );
}

function cureOf(status: number | null, code: string): string {
  if (status === null && isOfCredentials(code))
    return ': no token could be had; give the bot a managed identity, and AZURE_CLIENT_ID where it has several';
  if (status === 401 || status === 403)
    return (
      ': the account refuses the bot; give its identity the roles Storage Blob Data Contributor and ' +
      'Storage Queue Data Contributor, or a connection string with a key that is valid, and let the account’s firewall pass it'
    );
  if (code === 'ContainerNotFound') return ': the container was removed; start the bot again, which makes it';
  if (code === 'ContainerBeingDeleted') return ': the container was just removed; wait for a minute';
  return '';
}
