import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, request } from 'undici';
import * as z from 'zod';
import { AppError } from '../../../errors.ts';
import type { LoadPerson } from './crowd.ts';

/** One message and what came of it, in milliseconds since it was posted. */
export interface Exchange {
  /** The first sign of life: a typing indicator or the answer. */
  readonly signMs: number;
  /** The answer at the connector. */
  readonly answerMs: number;
  /** All that the bot said, as JSON. */
  readonly said: string;
}

/** The channel's side of the wire: posts activities, and takes what the bot sends to the connector. */
export interface LoadChannel {
  /** @throws AppError `invalid-input` where the bot refuses the activity, or says nothing to it. */
  say(botAddress: string, person: LoadPerson, text: string): Promise<Exchange>;
  /** Brings a token of the person's, as Teams does where somebody signs in. */
  signIn(botAddress: string, person: LoadPerson, connectionName: string, token: string): Promise<void>;
  close(): Promise<void>;
}

const SIGN_IN_ATTEMPTS = 3;

/** `POST …/activities` says something, `POST …/activities/ID` answers that activity. */
const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

const sentSchema = z.looseObject({ type: z.string(), replyToId: z.string().optional() });

/** What the connector took for an activity that is not answered yet. */
interface Awaited {
  readonly postedAt: number;
  signAt: number | null;
  answerAt: number | null;
  readonly said: unknown[];
}

/** Opens the connector on a free port of loopback. */
export async function openLoadChannel(): Promise<LoadChannel> {
  const awaited = new Map<string, Awaited>();
  const server = createServer((incoming, response) => {
    take(incoming, response, awaited).catch(() => incoming.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const serviceUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const dispatcher = new Agent({ connections: 512, headersTimeout: 300_000 });
  let count = 0;
  const post = async (botAddress: string, activity: object): Promise<number> => {
    const { statusCode, body } = await request(`${botAddress}api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      dispatcher,
    });
    await body.dump();
    return statusCode;
  };
  return {
    async say(botAddress, person, text) {
      const id = `load-${String((count += 1))}`;
      const here: Awaited = { postedAt: performance.now(), signAt: null, answerAt: null, said: [] };
      awaited.set(id, here);
      const status = await post(botAddress, { ...envelopeOf(person, serviceUrl), type: 'message', id, text });
      awaited.delete(id);
      if (status !== 200)
        throw new AppError('invalid-input', `bench load: the bot answered ${String(status)}`);
      return exchangeOf(here);
    },
    async signIn(botAddress, person, connectionName, token) {
      // Teams brings the token from each of its windows, so one attempt that fails isn't the only one.
      for (let attempt = 1; ; attempt += 1) {
        const id = `load-${String((count += 1))}`;
        const invoke = {
          type: 'invoke',
          name: 'signin/tokenExchange',
          id,
          value: { id, connectionName, token },
        };
        const status = await post(botAddress, { ...envelopeOf(person, serviceUrl), ...invoke });
        if (status === 200) return;
        if (attempt === SIGN_IN_ATTEMPTS)
          throw new AppError('unauthorized', `bench load: nobody could sign in (${String(status)})`);
      }
    },
    async close() {
      await dispatcher.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function exchangeOf({ postedAt, signAt, answerAt, said }: Awaited): Exchange {
  if (signAt === null || answerAt === null)
    throw new AppError('invalid-input', 'bench load: the bot said nothing');
  return { signMs: signAt - postedAt, answerMs: answerAt - postedAt, said: JSON.stringify(said) };
}

async function take(
  incoming: IncomingMessage,
  response: ServerResponse,
  awaited: ReadonlyMap<string, Awaited>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const [, conversation, activityId] = ACTIVITIES.exec(incoming.url ?? '') ?? [];
  const isKnown = incoming.method === 'POST' && conversation !== undefined;
  if (isKnown)
    note(sentSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8'))), activityId, awaited);
  // Not chained: restify, where it is loaded, has changed writeHead for the whole process.
  response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
  response.end(isKnown ? '{"id":"1"}' : '{}');
}

function note(
  sent: z.infer<typeof sentSchema>,
  activityId: string | undefined,
  awaited: ReadonlyMap<string, Awaited>,
): void {
  const here = awaited.get(sent.replyToId ?? decodeURIComponent(activityId ?? ''));
  if (here === undefined) return;
  here.signAt ??= performance.now();
  if (sent.type !== 'message') return;
  here.answerAt = performance.now();
  here.said.push(sent);
}

function envelopeOf({ number, tenantId, objectId, displayName }: LoadPerson, serviceUrl: string): object {
  return {
    channelId: 'msteams',
    serviceUrl,
    locale: 'it-IT',
    localTimezone: 'Europe/Rome',
    from: { id: `29:${objectId}`, aadObjectId: objectId, name: displayName },
    recipient: { id: '28:bot', name: 'Assistente' },
    conversation: { id: `load-${String(number)}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  };
}
