import { expect } from 'chai';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import { AppError } from '../../src/errors.ts';
import type { HttpServer } from '../../src/http/server.ts';
import { createEchoServer } from './echo-bot.ts';

const ACTIVITY = {
  type: 'message',
  id: 'a1',
  channelId: 'test',
  conversation: { id: 'c1' },
  from: { id: 'u1' },
  recipient: { id: 'b1' },
  deliveryMode: 'expectReplies',
  text: 'ciao',
};

/** Posts with any headers at all, which fetch does not allow. */
function post(
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/messages`, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('server', () => {
  let server: HttpServer;
  let lines: string[];
  let url: string;

  beforeEach(async () => {
    ({ server, lines } = createEchoServer());
    url = await server.listen();
  });
  afterEach(() => server.close(100));

  const send = (activity: object) => post(url, JSON.stringify(activity), JSON_TYPE);

  it('answers an activity in the response where that is asked', async () => {
    const { status, text } = await send(ACTIVITY);
    expect(status).to.equal(200);
    const { activities } = JSON.parse(text) as { activities: { text: string }[] };
    expect(activities.map((reply) => reply.text)).to.deep.equal(['eco: ciao']);
  });

  it('says 501 to an invoke that nobody handles', async () => {
    expect(
      (await send({ ...ACTIVITY, type: 'invoke', name: 'x', deliveryMode: undefined, serviceUrl: url }))
        .status,
    ).to.equal(501);
  });

  it('tells the user of a failure, and logs its code and message under the same reference', async () => {
    const { status, text } = await send({ ...ACTIVITY, text: 'errore' });
    expect(status).to.equal(200);
    const reference = /rif\. ([0-9A-Z]{4})/.exec(text)?.[1];
    expect(reference).to.be.a('string');
    expect(text).not.to.contain('secret detail');
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(logged.map((line) => [line['reference'], line['error']])).to.deep.equal([
      [reference, 'secret detail'],
    ]);
  });

  it('answers a failed invoke with 500 and the reference', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'errore', data: {} } };
    const invoke = { ...ACTIVITY, type: 'invoke', name: 'adaptiveCard/action', value };
    const { status, text } = await send({ ...invoke, deliveryMode: undefined, serviceUrl: `${url}/nowhere` });
    expect(status).to.equal(500);
    expect(text).to.match(/^{"reference":"[0-9A-Z]{4}"}$/);
  });

  const bad: [string, string, Record<string, string>, number, string][] = [
    ['broken JSON', '{"a":', JSON_TYPE, 400, 'the body is not JSON'],
    ['an empty body', '', JSON_TYPE, 400, 'the body is not an activity'],
    ['null', 'null', JSON_TYPE, 400, 'the body is not an activity'],
    ['an activity without a type', '{}', JSON_TYPE, 400, "the activity's type is missing or wrong"],
    ['a body that is too large', `"${'x'.repeat(300_000)}"`, JSON_TYPE, 413, 'the body is too large'],
    ['a text', '{}', { 'Content-Type': 'text/plain' }, 415, 'send application/json'],
    [
      'a web form',
      'a=b',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      415,
      'send application/json',
    ],
    ['an upload', 'x', { 'Content-Type': 'multipart/form-data; boundary=x' }, 415, 'send application/json'],
    ['no type at all', '{}', {}, 415, 'send application/json'],
    ['a packed body', 'x', { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, 415, 'send the body unpacked'],
    ['a foreign name', '{}', { ...JSON_TYPE, Host: 'evil.example' }, 421, 'localhost'],
    [
      'a body that was changed',
      '{}',
      { ...JSON_TYPE, 'Content-MD5': 'AAAA' },
      400,
      'the body is not the one that Content-MD5 speaks of',
    ],
    ['a foreign page', '{}', { ...JSON_TYPE, Origin: 'https://evil.example' }, 403, 'other web pages'],
  ];
  for (const [what, body, headers, status, message] of bad) {
    it(`refuses ${what} with ${String(status)} and a short text`, async () => {
      const answer = await post(url, body, headers);
      expect(answer.status).to.equal(status);
      expect(answer.text).to.contain(message);
      expect(answer.text.length).to.be.below(100);
    });
  }

  it('survives depth, odd keys and odd times', async () => {
    const odd = (value: string) =>
      JSON.stringify({ ...ACTIVITY, timestamp: 'yesterday', value: 'VALUE' }).replace('"VALUE"', value);
    const keys = '{"__proto__":{"polluted":1},"constructor":1,"a":{"__proto__":{"polluted":1}}}';
    const answer = await post(url, odd(keys), JSON_TYPE);
    expect(answer.status).to.equal(200);
    expect(answer.text).to.contain('value {\\"constructor\\":1,\\"a\\":{}}');
    const deep = await post(url, odd(`${'{"x":'.repeat(20_000)}1${'}'.repeat(20_000)}`), JSON_TYPE);
    expect(deep.status).to.equal(400);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('lives, says whether it is ready, and counts', async () => {
    await send(ACTIVITY);
    expect(await (await fetch(`${url}/healthz`)).json()).to.deep.equal({ status: 'ok' });
    expect(await (await fetch(`${url}/readyz`)).json()).to.deep.equal({ status: 'ready', warnings: [] });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).to.contain('bot_activity_duration_seconds_count{type="message",status="200"} 1');
  });

  it('is not ready when it says so', async () => {
    const warnings = ['the store can not be written'];
    const other = createEchoServer({ readiness: async () => ({ isReady: false, warnings }) });
    const response = await fetch(`${await other.server.listen()}/readyz`);
    expect([response.status, await response.json()]).to.deep.equal([503, { status: 'not ready', warnings }]);
    await other.server.close(100);
  });

  it('takes a label for an unknown activity type from itself, not from the sender', async () => {
    await send({ ...ACTIVITY, type: 'x"} 1\nevil 2' });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).to.contain('type="other"').and.not.to.contain('evil');
  });

  it('has no page where none is given', async () => {
    for (const path of ['/', '/chat/people', '/assets/main.js', '/nowhere']) {
      const response = await fetch(url + path);
      expect([path, response.status, await response.text()]).to.deep.equal([
        path,
        404,
        '{"error":"not found"}',
      ]);
    }
  });

  it('says which setting to change when the port is taken', async () => {
    const taken = createTcpServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const failure: unknown = await createEchoServer({ port })
      .server.listen()
      .catch((error: unknown) => error);
    taken.close();
    expect(failure).to.be.an.instanceOf(AppError);
    expect(failure).to.have.property(
      'message',
      `PORT: ${String(port)} is in use by another program; stop it, or set PORT to a free one`,
    );
  });

  it('says of a method that it is not answered, whatever else is there', async () => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const response = await fetch(`${url}/api/messages`, { method });
      const text = await response.text();
      expect([method, response.status, text]).to.deep.equal([
        method,
        405,
        '{"error":"this method is not answered here"}',
      ]);
    }
  });

  it('answers who asks for another protocol as anybody else, and closes although they stay', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n';
    socket.write(`GET /nowhere HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).to.match(/^HTTP\/1\.1 404 /);
    await server.close(50);
    if (!socket.closed) await once(socket, 'close');
    await createEchoServer().server.close(50);
  });

  it('closes although a caller keeps its connection open', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.write('POST /api/messages HTTP/1.1\r\nHost: localhost\r\n');
    await server.close(50);
    await closed;
    await createEchoServer().server.close(50);
  });
});

describe('server with an app id', () => {
  it('has no page, no chat and no way around authentication', async () => {
    const guard = { appId: '0f0f0f0f-1111-4222-8333-444444444444', keysUrl: 'http://127.0.0.1:1/' };
    const { server } = createEchoServer({ chatPage: { people: async () => [] } }, guard);
    const url = await server.listen();
    for (const path of ['/', '/chat/people', '/chat/conversation-1/events', '/assets/main.js']) {
      expect([path, (await fetch(url + path)).status]).to.deep.equal([path, 404]);
    }
    const activity = JSON.stringify({ ...ACTIVITY, serviceUrl: 'https://smba.example/' });
    expect((await post(url, activity, JSON_TYPE)).status).to.equal(401);
    expect((await post(url, activity, { ...JSON_TYPE, Host: 'bot.example' })).status).to.equal(401);
    await server.close(100);
  });
});
