import { setTimeout as wait } from 'node:timers/promises';
import { type Dispatcher, request } from 'undici';
import * as z from 'zod';
import type { BotTokens } from '../auth/bot-credentials.ts';
import { AppError } from '../errors.ts';
import { delayBefore, readRetryAfter } from '../remote/retry.ts';
import { outsideTurn } from '../remote/turn-time.ts';
import type { Connector, OutgoingActivity, Sent } from './connector.ts';

export interface HttpConnectorOptions {
  /** The bot's own token, null where it has no identity. */
  readonly botTokens: BotTokens;
  readonly log: { warn(facts: object, message: string): void };
  /** Milliseconds before the second attempt; doubled for each further one. */
  readonly retryDelayMs?: number;
}

const RETRY_DELAY_MS = 300;
const MOST_ATTEMPTS = 4;
const MOST_LETTERS_OF_ANSWER = 4_000;
const MOST_LETTERS_OF_ID = 500;

/**
 * Sends activities to channels by the Bot Connector's REST interface (v3, "Send to conversation" and "Reply to
 * activity"). The SDK's client does the same, but it can't be stopped: one channel that takes a request and never
 * answers would hold whatever waits for it, for good.
 */
export function createHttpConnector({
  botTokens,
  log,
  retryDelayMs = RETRY_DELAY_MS,
}: HttpConnectorOptions): Connector {
  const attempt = async (
    activity: OutgoingActivity,
    address: string,
    signal: AbortSignal,
  ): Promise<Attempt> => {
    // A letter may be sent long after the turn in which its line began.
    const token = await outsideTurn(botTokens);
    // Not fetch, which is four times as much work; like this it follows no redirect: the token is for this address.
    const { statusCode, headers, body } = await request(address, {
      method: activity.id === undefined ? 'POST' : 'PUT',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(activity),
      signal,
    });
    const answer = await answerIn(body);
    const header = [headers['retry-after'] ?? null].flat()[0] ?? null;
    return {
      status: statusCode,
      id: idIn(answer),
      isBlocked: statusCode === 403 && BLOCKED.test(answer),
      askedMs: readRetryAfter(header, null, Date.now()),
    };
  };

  return {
    async send(activity, signal, onTaken) {
      // An id that can't stand in an address (half of a character) never will.
      const address = addressOf(activity);
      if (address === null) return noted('refused', 'no address', log);
      let why = 'no attempt';
      for (let count = 1; count <= MOST_ATTEMPTS && !signal.aborted; count += 1) {
        const { status, id, isBlocked, askedMs } = await attempt(activity, address, signal).catch(unanswered);
        const sent = isBlocked ? 'blocked' : typeof status === 'number' ? meaningOf(status) : 'failed';
        if (sent === 'taken' && id !== null) onTaken?.(id);
        if (sent === 'taken') return sent;
        why = String(status);
        if (sent !== 'failed') return noted(sent, why, log);
        if (count < MOST_ATTEMPTS)
          await pause(delayBefore(count, retryDelayMs, askedMs, Math.random()), signal);
      }
      return noted('failed', why, log);
    },
  };
}

type Body = Dispatcher.ResponseData['body'];

/** Teams documentation, "Status code responses": `{"error": {"code": …}}`; these say that no message is wanted any more. */
const BLOCKED = /"(?:code|subCode)"\s*:\s*"(?:MessageWritesBlocked|BotDisabledByAdmin)"/i;

interface Attempt {
  /** The HTTP status, or the code of what kept it from coming. */
  readonly status: number | string;
  /** What the channel calls the message; null where it didn't say. */
  readonly id: string | null;
  /** Whether the person wants no more messages. */
  readonly isBlocked: boolean;
  readonly askedMs: number | null;
}

/** What has an id already takes the place of the message that has it ("Update Activity"). */
function addressOf(activity: OutgoingActivity): string | null {
  const { id, serviceUrl, conversation, replyToId: answered, entities } = activity;
  const replyToId = id ?? answered;
  // What came without an address can't be answered by one.
  if (!URL.canParse(serviceUrl)) return null;
  if (isTorn(conversation.id) || isTorn(replyToId ?? '')) return null;
  const base = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
  const address =
    replyToId === undefined || replyToId === '' ? base : `${base}/${encodeURIComponent(replyToId)}`;
  return isTargeted(entities) ? `${address}?isTargetedActivity=true` : address;
}

const targetedSchema = z.array(z.looseObject({ treatment: z.string().optional() }));

/** Whether one person alone is to see it (Teams documentation, "Targeted messages", in preview). */
function isTargeted(entities: unknown): boolean {
  if (!Array.isArray(entities) || entities.length === 0) return false;
  return targetedSchema.safeParse(entities).data?.some(({ treatment }) => treatment === 'targeted') ?? false;
}

/** Whether a text holds half of a character, which no address can. */
function isTorn(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** Teams documentation, "Rate limiting" and "Status code responses": 412, 429, 502 and 504 are worth trying again. */
function meaningOf(status: number): Sent {
  if (status >= 200 && status < 300) return 'taken';
  if (status === 403 || status === 404) return 'unwanted';
  // A token that isn't accepted is our own fault, and may be mended before the next try.
  const isForNow = status >= 500 || status < 400 || [401, 408, 412, 425, 429].includes(status);
  return isForNow ? 'failed' : 'refused';
}

const resourceSchema = z.object({ id: z.string().min(1).max(MOST_LETTERS_OF_ID) });

/** What a channel answered, read to its end and kept as far as it can matter: a stranger writes it. */
async function answerIn(body: Body): Promise<string> {
  let text = '';
  for await (const part of body.setEncoding('utf8') as AsyncIterable<string>) {
    if (text.length <= MOST_LETTERS_OF_ANSWER) text += part;
  }
  return text.slice(0, MOST_LETTERS_OF_ANSWER);
}

/** A channel's answer to a message holds its id and no more; what is longer is none. */
function idIn(answer: string): string | null {
  return resourceSchema.safeParse(readJson(answer)).data?.id ?? null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function unanswered(error: unknown): Attempt {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
  const name = error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';
  return { status: code ?? name, id: null, isBlocked: false, askedMs: null };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}

function noted(sent: Sent, why: string, log: HttpConnectorOptions['log']): Sent {
  log.warn({ sent, why }, 'an activity was not taken by its channel');
  return sent;
}
