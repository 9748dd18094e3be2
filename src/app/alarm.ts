import type { Logger } from 'pino';
import { type Dispatcher, request } from 'undici';
import { errorFacts } from '../bot/adapter.ts';

/** What the owner is told: codes and times, nothing of a person's. */
export interface AlarmFacts {
  readonly event: 'self-test-failed' | 'self-test-passed';
  readonly code?: string;
}

/** Tells the owner; never throws, since an alarm that can't be sent must not become another failure. */
export type Alarm = (facts: AlarmFacts) => Promise<void>;

export interface AlarmOptions {
  /** https. It may hold a key, so it stands in no log. */
  readonly url: string;
  readonly log: Pick<Logger, 'warn'>;
  /** How the connection is made; undici's own way unless told. */
  readonly dispatcher?: Dispatcher;
}

const PATIENCE_MS = 10_000;

const SENTENCES: Readonly<Record<AlarmFacts['event'], string>> = {
  'self-test-failed': 'Co-sell Assistant: it did not answer its own question',
  'self-test-passed': 'Co-sell Assistant: it answers its own question again',
};

/** Posts JSON with a sentence in `text`, which chat services show, and the facts beside it. */
export function createAlarm({ url, log, dispatcher }: AlarmOptions): Alarm {
  return async (facts) => {
    try {
      const { statusCode, body } = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: SENTENCES[facts.event], ...facts }),
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(dispatcher === undefined ? {} : { dispatcher }),
      });
      await body.dump();
      if (statusCode >= 300) log.warn({ status: statusCode }, 'the alarm was not taken');
    } catch (error) {
      // Only the code: the message may hold the address.
      log.warn({ code: errorFacts(error).code }, 'the alarm could not be sent');
    }
  };
}
