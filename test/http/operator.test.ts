import { expect } from 'chai';
import { createServer as createTcpServer } from 'node:net';
import { request } from 'node:http';
import { join } from 'node:path';
import { pino } from 'pino';
import { createMetrics } from '../../src/http/metrics.ts';
import { createOperatorServer, type HttpServer } from '../../src/http/server.ts';
import { useTempDir } from '../temp-dir.ts';
import { APP_ID, startAssistant } from './assistant.ts';
import { createEchoServer } from './echo-bot.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const TOKEN = 'a-token-of-some-length';

/** A GET with any headers at all; fetch lets nobody choose the Host. */
function get(url: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

const WARNINGS = ['MicrosoftAppPassword ends in 6 days'];
const GUARD = { appId: APP_ID, keysUrl: 'http://127.0.0.1:1/' };

describe('what is for the operator alone', () => {
  const servers: HttpServer[] = [];
  const readiness = async () => ({ isReady: true, warnings: WARNINGS });
  const open = (server: HttpServer): Promise<string> => {
    servers.push(server);
    return server.listen();
  };
  const openPublic = (metricsToken: string | null) =>
    open(createEchoServer({ metricsToken, readiness }, GUARD).server);
  afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.close(100)))));

  it('isn’t on the public port: of readiness the word and the status, of the counts nothing', async () => {
    const url = await openPublic(null);
    for (const headers of [{}, { authorization: `Bearer ${TOKEN}` }, { authorization: 'Bearer null' }]) {
      expect(await get(`${url}/readyz`, headers)).to.deep.equal({ status: 200, text: '{"status":"ready"}' });
      expect((await get(`${url}/metrics`, headers)).status).to.equal(404);
    }
  });

  it('is there for whoever brings the token, and only the whole token', async () => {
    const url = await openPublic(TOKEN);
    const good = { authorization: `Bearer ${TOKEN}` };
    expect((await get(`${url}/readyz`, good)).text).to.contain(WARNINGS[0]);
    expect((await get(`${url}/metrics`, good)).text).to.contain('process_cpu');
    const bad = ['', 'Bearer', TOKEN, `Bearer ${TOKEN.slice(0, -1)}`, `Bearer ${TOKEN}x`, `Basic ${TOKEN}`];
    for (const authorization of bad) {
      const answer = await get(`${url}/metrics`, { authorization });
      const expected = { status: 401, text: '{"error":"bring the token"}' };
      expect([authorization, answer]).to.deep.equal([authorization, expected]);
      expect((await get(`${url}/readyz`, { authorization })).text).to.equal('{"status":"ready"}');
    }
  });

  it('is on a port of this machine alone, which serves nothing else and no web page’s name', async () => {
    const log = pino({ level: 'silent' });
    const address = await open(createOperatorServer({ port: 0, log, readiness, metrics: createMetrics() }));
    expect(address).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await get(`${address}/readyz`)).text).to.contain(WARNINGS[0]);
    expect((await get(`${address}/metrics`)).text).to.contain('bot_turns_total');
    expect((await get(`${address}/metrics`, { host: 'evil.example' })).status).to.equal(421);
    const post = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } };
    expect((await fetch(`${address}/api/messages`, post)).status).to.equal(404);
  });

  describe('in the assistant', function () {
    this.timeout(60_000);
    const dir = useTempDir();
    const env = () => ({ DATA_DIR: join(dir.path, 'data'), MicrosoftAppPasswordExpires: '2026-11-30' });

    it('comes and goes with it, and warns of a secret that ends soon, by name alone', async () => {
      const assistant = await startAssistant({ ...env(), METRICS_PORT: '0' }, NOW);
      const address = String(assistant.log.find(({ msg }) => msg === 'metrics')?.['address']);
      const { text } = await get(`${address}/readyz`);
      const outside = await get(`${assistant.url}/readyz`);
      await assistant.stop();
      expect(text).to.contain('in 6 days').and.not.to.contain('hunter2');
      expect(outside.text).to.equal('{"status":"ready"}');
      expect(await get(address).catch(({ code }: { code: string }) => code)).to.equal('ECONNREFUSED');
    });

    it('says which setting to change when its port is taken', async () => {
      const taken = createTcpServer();
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
      const { port } = taken.address() as { port: number };
      const failure: unknown = await startAssistant({ ...env(), METRICS_PORT: String(port) }).catch(
        (error: unknown) => error,
      );
      taken.close();
      expect(failure)
        .to.have.property('message')
        .that.contains(`METRICS_PORT: ${String(port)} is in use`);
    });
  });
});
