import type { Logger } from 'pino';
import { type Caller, type CallerCheck, CallerRefusal, checkActivityOf } from '../auth/caller.ts';
import { AppError } from '../errors.ts';
import {
  type ActivityResponse,
  errorFacts,
  newReference,
  type TurnHandler,
  type TurnRunner,
} from './adapter.ts';

/** Whether somebody may bring an activity at all. */
export type DoorAnswer =
  | { readonly isAdmitted: true; readonly caller: Caller | null }
  | { readonly isAdmitted: false; readonly response: ActivityResponse };

/** Where activities come in. Neither of its two steps ever throws. */
export interface Door {
  /** Judges the Authorization header alone: nothing of a stranger's activity is looked at. */
  admit(authorization: string): Promise<DoorAnswer>;
  /** Runs the turn of an activity whose fields were checked. */
  receive(caller: Caller | null, body: Readonly<Record<string, unknown>>): Promise<ActivityResponse>;
}

export interface DoorOptions {
  readonly adapter: TurnRunner;
  readonly handler: TurnHandler;
  /** Null where no app id is set: then everybody is believed, and only this machine may connect. */
  readonly checkCaller: CallerCheck | null;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

/** The channel sends an activity again; after this many seconds our keys may be had again. */
const RETRY_AFTER_S = 10;

/** Joins caller check, adapter and handler. */
export function createDoor({ adapter, handler, checkCaller, log }: DoorOptions): Door {
  return {
    async admit(authorization) {
      try {
        return { isAdmitted: true, caller: checkCaller === null ? null : await checkCaller(authorization) };
      } catch (error) {
        return { isAdmitted: false, response: responseTo(error, log) };
      }
    },
    async receive(caller, body) {
      try {
        // Somebody who was not judged brings nothing, where anybody is to be judged.
        if (checkCaller !== null && caller === null) throw new CallerRefusal('no-token');
        if (caller !== null) checkActivityOf(caller, body);
        return await adapter.runTurn(body, handler);
      } catch (error) {
        return responseTo(error, log);
      }
    },
  };
}

/**
 * 401 for a caller that is not who it says, 503 while nobody can say, 500 for what failed here. The log line and
 * the answer share a reference; the token stays out of both.
 */
function responseTo(error: unknown, log: DoorOptions['log']): ActivityResponse {
  const reference = newReference();
  if (error instanceof CallerRefusal) {
    log.warn({ reference, fault: error.fault }, 'activity refused: not authenticated');
    const headers = { 'WWW-Authenticate': 'Bearer' };
    return { status: 401, headers, body: { error: 'not authenticated', reference } };
  }
  log.error({ reference, ...errorFacts(error) }, 'activity failed outside its turn');
  if (error instanceof AppError && error.code === 'unreachable') {
    const headers = { 'Retry-After': String(RETRY_AFTER_S) };
    return { status: 503, headers, body: { error: 'try again later', reference } };
  }
  return { status: 500, body: { error: 'failed', reference } };
}
