import { expect } from 'chai';
import type { Audience, TokenSource } from '../../src/auth/token-source.ts';
import { RemoteRefusal, RemoteSilence } from '../../src/remote/failure.ts';
import { createRemoteService, type RemoteCall, type RemoteService } from '../../src/remote/remote-service.ts';
import { outsideTurn, withinTurn } from '../../src/remote/turn-time.ts';
import { dropAfter, slow, throttle, unavailable } from '../fakes/faults.ts';
import { headerOf, startWireServer, type WireServer } from '../fakes/wire-server.ts';

const actor = { tenantId: 't', objectId: 'o' };
const PATH = '/things/143215e8-e641-44a1-a4c9-0406ce0ea4a5?secret=1';

describe('remote: a call', () => {
  let server: WireServer;
  let service: RemoteService;
  let calls: RemoteCall[];
  let forgotten: number;
  const tokens: TokenSource = {
    tokenFor: ({ objectId }, audience: Audience) => Promise.resolve(`${objectId}-${audience}-${forgotten}`),
    forget: () => void (forgotten += 1),
  };
  const soon = (): number => Date.now() + 20_000;
  const failureOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (error: unknown) => error,
    );
  const serve = (baseUrl: string): RemoteService =>
    createRemoteService({
      name: 'service',
      baseUrl,
      audience: 'graph',
      tokens,
      attemptTimeoutMs: 2_000,
      retryDelayMs: 1,
      onCall: (call) => calls.push(call),
    });

  beforeEach(async () => {
    calls = [];
    forgotten = 0;
    server = await startWireServer((request) => {
      const isFresh =
        headerOf(request, 'authorization') !== 'Bearer o-graph-0' || !request.path.includes('strict');
      return isFresh
        ? { status: 200, body: { ok: true }, headers: { 'request-id': 'theirs' } }
        : { status: 401 };
    });
    service = serve(server.url);
  });
  afterEach(() => server.close());

  it('carries the actor’s token and an id that is new each time, and reports neither token nor query', async () => {
    await service.send(actor, { method: 'GET', path: PATH }, soon());
    await service.send(actor, { method: 'GET', path: PATH }, soon());
    const ids = server.requests.map((request) => headerOf(request, 'client-request-id'));
    expect(new Set(ids).size).to.equal(2);
    expect(server.requests[0]?.headers.authorization).to.equal('Bearer o-graph-0');
    expect(calls[0]).to.include({
      route: '/things/{id}',
      status: 200,
      requestId: 'theirs',
      clientRequestId: ids[0],
    });
    expect(JSON.stringify(calls)).not.to.match(/secret|o-graph/);
  });

  it('reads again after 503 and a broken line, but writes once', async () => {
    server.faults.plan({}, unavailable());
    server.faults.plan({}, dropAfter);
    expect((await service.send(actor, { method: 'GET', path: '/x' }, soon())).body).to.deep.equal({
      ok: true,
    });
    server.faults.plan({ method: 'POST' }, unavailable());
    const silence = await failureOf(service.send(actor, { method: 'POST', path: '/x', body: {} }, soon()));
    expect(silence).to.be.instanceOf(RemoteSilence).and.include({ doubt: 'slight' });
    expect(server.requests.filter(({ method }) => method === 'POST')).to.have.length(1);
  });

  it('writes again after 429, since nothing was done', async () => {
    server.faults.plan({ method: 'POST' }, throttle(0), 2);
    await service.send(actor, { method: 'POST', path: '/x', body: {} }, soon());
    expect(server.requests).to.have.length(3);
  });

  it('is in real doubt after a time-out, in none where nobody was there', async () => {
    server.faults.plan({}, slow(10_000));
    const late = await failureOf(service.send(actor, { method: 'POST', path: '/x' }, soon()));
    expect(late).to.include({ reason: 'timeout', doubt: 'real' });
    const { url } = server;
    await server.close();
    const away = await failureOf(serve(url).send(actor, { method: 'POST', path: '/x' }, soon()));
    expect(away).to.include({ reason: 'down', doubt: 'none' });
    server = await startWireServer(() => ({ status: 200 }));
  });

  it('takes a new token once when the old one is refused', async () => {
    expect((await service.send(actor, { method: 'GET', path: '/strict' }, soon())).status).to.equal(200);
    server.faults.plan({}, { kind: 'reply', isAfterWork: false, reply: { status: 401 } }, 2);
    const refusal = await failureOf(service.send(actor, { method: 'GET', path: '/strict' }, soon()));
    expect(refusal).to.be.instanceOf(RemoteRefusal).and.include({ status: 401 });
  });

  it('follows no redirect', async () => {
    const reply = { status: 302, headers: { location: 'http://127.0.0.1:9/' } };
    server.faults.plan({}, { kind: 'reply', isAfterWork: false, reply }, 9);
    const silence = await failureOf(service.send(actor, { method: 'POST', path: '/x' }, soon()));
    expect(silence).to.be.instanceOf(RemoteSilence);
  });

  it('ends with its turn, and the next one of the same turn is not even sent', async () => {
    server.faults.plan({}, slow(10_000), 9);
    const later = () => service.send(actor, { method: 'GET', path: PATH }, Date.now() + 60_000);
    await withinTurn(async () => {
      expect(await failureOf(later())).to.include({ reason: 'timeout' });
      const sent = server.requests.length;
      expect(await failureOf(later())).to.include({ reason: 'timeout', doubt: 'none' });
      expect(server.requests).to.have.length(sent);
      server.faults.clear();
      // What goes on after the turn has its own time.
      expect((await outsideTurn(later)).status).to.equal(200);
    }, 100);
  });
});
