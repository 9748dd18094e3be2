import fc from 'fast-check';
import { startTestBot, Chat } from '../conversations/chat.ts';
import { EVIL_HOST } from '../cards/outside-words.ts';
import type { ReceivedActivity } from '../conversations/received.ts';
import { echoesOf } from './judge.ts';
import { activities, typed } from './messages.ts';
import { oddJson } from './odd-json.ts';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

const JSON_TYPE = { 'content-type': 'application/json' };

const post = (
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = JSON_TYPE,
): Request => ({
  method: 'POST',
  path,
  headers,
  body: JSON.stringify(body) ?? '',
});

/** Bodies that are no JSON, or more of it than anybody sends. */
const brokenBody: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.tuple(activities([]), fc.nat()).map(([body, cut]) => JSON.stringify(body).slice(0, cut % 400)),
  fc.uint8Array({ maxLength: 60 }),
  fc
    .constantFrom('[', '{"a":')
    .chain((piece) => fc.integer({ min: 1, max: 40_000 }).map((times) => piece.repeat(times))),
  fc
    .integer({ min: 200_000, max: 300_000 })
    .map((length) => JSON.stringify({ type: 'message', text: 'x'.repeat(length) })),
  fc.constantFrom(
    '{"__proto__":{"isAdmin":true},"type":"message"}',
    '{"type":"message","type":1}',
    '\ufeff{}',
    'NaN',
  ),
);

const oddHeaders = fc.constantFrom<Readonly<Record<string, string>>>(
  JSON_TYPE,
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { ...JSON_TYPE, 'content-encoding': 'gzip' },
  { ...JSON_TYPE, 'content-md5': 'x' },
  { ...JSON_TYPE, authorization: 'Bearer a.b.c' },
  { ...JSON_TYPE, origin: `https://${EVIL_HOST}` },
);

const pathPart = fc
  .oneof(
    typed.map((text) => text.slice(0, 300)),
    fc.constantFrom('..', '%00', '%ff', '.', '%2e%2e%2fetc', 'people'),
  )
  .map((part) => (part.startsWith('%') ? part : encodeURIComponent(part.replace(/\p{Cs}/gu, '?'))));

const otherPath = fc
  .tuple(
    fc.constantFrom(
      '/chat/',
      '/connector/v3/conversations/',
      '/assets/',
      '/sandbox',
      '/metrics',
      '/readyz',
      '/',
    ),
    fc.oneof(
      pathPart,
      pathPart.map((part) => `${part}/activities`),
      fc.constant(''),
    ),
  )
  .map((parts) => parts.join(''));

/** Requests of whoever reaches the port: most are activities, some are no JSON, some are for our other addresses. */
const requests: fc.Arbitrary<Request> = fc.oneof(
  {
    weight: 40,
    arbitrary: fc
      .tuple(activities([]), fc.nat({ max: 30 }))
      .map(([body, chat]) => post('/api/messages', inChat(body, chat))),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(brokenBody, oddHeaders)
      .map(([body, headers]) => ({ method: 'POST', path: '/api/messages', headers, body })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(otherPath, oddJson, oddHeaders)
      .map(([path, body, headers]) => post(path, body, headers)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(otherPath, fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'))
      .map(([path, method]) => ({ method, path, headers: {}, body: null })),
  },
);

/** Chats of their own, of which each goes on; the id of an activity is another one each time. */
function inChat(body: unknown, chat: number): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const { conversation, id } = body as Readonly<Record<string, unknown>>;
  const isWhole = typeof conversation === 'object' && conversation !== null && 'tenantId' in conversation;
  sent += 1;
  return {
    ...body,
    ...(typeof id === 'string' ? { id: String(sent) } : {}),
    ...(isWhole ? { conversation: { ...conversation, id: `fuzz-${String(chat)}` } } : {}),
  };
}
let sent = 0;

/** What may be answered; nothing else that begins with 5 is ever ours. */
const OURS_OF_5XX: Readonly<Record<number, string>> = {
  501: 'an invoke that nobody answers',
  502: 'the chat page’s activity was refused',
  503: 'replies that their address did not take',
};

async function faultsOf(
  address: string,
  { method, path, headers, body }: Request,
): Promise<[number, string[]]> {
  // Whoever waits longer than a turn may take waits in vain.
  const response = await fetch(address + path, {
    method,
    headers,
    body,
    signal: AbortSignal.timeout(20_000),
  });
  const { status } = response;
  const text = await response.text();
  if (status >= 500 && OURS_OF_5XX[status] === undefined)
    return [status, [`status ${String(status)}: ${text}`]];
  if (status >= 400) return [status, text.includes(EVIL_HOST) || text.includes('<') ? [`echo: ${text}`] : []];
  if (path !== '/api/messages' || text === '') return [status, []];
  const { activities: said = [] } = JSON.parse(text) as { activities?: ReceivedActivity[] };
  return [status, said.flatMap(echoesOf)];
}

const AT_ONCE = 4;
const IN_ONE_ROUND = 500;
const QUESTION = 'perché non vedo Nuovo deal?';

/** What was sent, and how often each status came back. */
export interface Sent {
  requests: number;
  readonly statuses: Map<number, number>;
}

/**
 * Sends so many requests to the whole assistant, with real files; after each round an ordinary question must be answered
 * as at first.
 *
 * @throws Error that names the first request that goes wrong
 */
export async function fuzzOverHttp(
  count: number,
  seed: number,
  onProgress: (sent: Sent) => void,
): Promise<Sent> {
  const bot = await startTestBot({ env: { TURNS_PER_PERSON: '20' } });
  const result: Sent = { requests: 0, statuses: new Map() };
  try {
    const ask = async (): Promise<string> => (await new Chat(bot).say(QUESTION)).text;
    const before = await ask();
    for (let round = 0; result.requests < count; round += 1) {
      const drawn = fc.sample(requests, {
        numRuns: Math.min(IN_ONE_ROUND, count - result.requests),
        seed: seed + round,
      });
      const send = async (): Promise<void> => {
        for (let next = drawn.pop(); next !== undefined; next = drawn.pop()) {
          const [status, faults] = await faultsOf(bot.address, next);
          result.requests += 1;
          result.statuses.set(status, (result.statuses.get(status) ?? 0) + 1);
          if (faults.length > 0) throw new Error(`${faults.join('; ')}\n${describe(next)}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, send));
      if ((await ask()) !== before)
        throw new Error('an ordinary question is answered otherwise than at first');
      onProgress(result);
    }
    return result;
  } finally {
    await bot.stop();
  }
}

function describe({ method, path, headers, body }: Request): string {
  return `${method} ${path} ${JSON.stringify(headers)}\n${String(body).slice(0, 2_000)}`;
}
