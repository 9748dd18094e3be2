import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { sara } from '../../src/directory/sample-people.ts';
import { finish, startModule } from '../child-process.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { environmentOf, writeCompanyFiles } from '../fakes/company.ts';
import { BOT_URI, people, type Stage, startStage } from '../fakes/stage.ts';
import { useTempDir } from '../temp-dir.ts';
import { type Collector, type ReceivedSpan, startCollector } from './collector.ts';

const SECRET_WORDS = 'Lagunare Logistica Riservata';

/** A trace's ids in the header of the W3C: `00-<trace>-<span>-<flags>`. */
const TRACEPARENT = /^00-([\da-f]{32})-([\da-f]{16})-01$/;

describe('OpenTelemetry', function () {
  this.timeout(180_000);
  const dir = useTempDir();
  let stage: Stage;
  let connector: BotConnector;
  let collector: Collector;
  before(async () => {
    [stage, connector, collector] = await Promise.all([startStage(), startBotConnector(), startCollector()]);
  });
  after(() => Promise.all([stage.close(), connector.close(), collector.close()]));
  beforeEach(() => {
    for (const { requests } of [stage.partnerCenter.referrals, stage.graph, connector, collector])
      requests.length = 0;
    collector.spans.length = 0;
  });

  /** Runs the assistant in a process of its own, as it runs in earnest, for one chat of Sara's; gives its log. */
  async function chat(env: Readonly<Record<string, string>>, ...lines: readonly string[]): Promise<string> {
    const child = startModule('src/main', [], {
      PORT: '0',
      DATA_DIR: join(dir.path, 'data'),
      LOG_LEVEL: 'debug',
      MicrosoftAppId: '',
      ...environmentOf(stage),
      ...(await writeCompanyFiles(dir.path)),
      ...env,
    });
    const finished = finish(child);
    if (child.stdout === null) throw new Error('no output to read');
    const ended = finished.then(({ stderr }) => Promise.reject(new Error(`it ended: ${stderr}`)));
    const [ready] = (await Promise.race([once(child.stdout, 'data'), ended])) as readonly Buffer[];
    ended.catch(() => undefined);
    const url = `${/http:[\d.:/]+\d/.exec(String(ready))?.[0] ?? ''}/api/messages`;
    const token = stage.entra.issue(people.sara, BOT_URI);
    for (const connectionName of ['partner', 'graph']) {
      const value = { id: randomUUID(), connectionName, token };
      await post(url, { type: 'invoke', name: 'signin/tokenExchange', value });
    }
    for (const text of lines) await post(url, { type: 'message', text });
    child.kill('SIGTERM');
    const { code, stderr } = await finished;
    expect(code, stderr).to.equal(0);
    return stderr;
  }

  async function post(url: string, part: object): Promise<void> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl: connector.url,
        locale: 'it-IT',
        from: { id: `29:${sara.objectId}`, aadObjectId: sara.objectId, name: 'Sara Conti' },
        recipient: { id: '28:bot' },
        conversation: { id: 'chat-of-sara', conversationType: 'personal', tenantId: sara.tenantId },
        channelData: { tenant: { id: sara.tenantId } },
        ...part,
      }),
    });
    await response.arrayBuffer();
    expect(response.status).to.equal(200);
  }

  const toCollector = (): Readonly<Record<string, string>> => ({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_SERVICE_NAME: 'our-assistant',
  });

  it('gets one trace a turn, with its parts, and the calls it makes carry it', async () => {
    const log = await chat(toCollector(), 'chi può darmi il ruolo?', `stato del deal con ${SECRET_WORDS}`);
    expect([...collector.serviceNames]).to.deep.equal(['our-assistant']);
    const turn = collector.spans.filter(({ name }) => name === 'turn').at(-1);
    const all = collector.spans.filter(({ traceId }) => traceId === turn?.traceId);
    // Who asked is the HTTP server's span, above the turn's.
    expect(all.find(({ spanId }) => spanId === turn?.parentSpanId)?.kind).to.equal(2);
    for (const name of ['read', 'dialog', 'save', 'send'])
      expect(
        all.map((each) => each.name),
        name,
      ).to.include(name);
    expectCalls(collector.spans, stage.graph);
    expectCalls(all, stage.partnerCenter.referrals, connector);
    const line = log.split('\n').find((each) => each.includes(turn?.traceId ?? ''));
    expect(line).to.contain('"turn":"');
    expect(collector.metrics).to.include('cosell.turn.duration');
    expect([...collector.metrics].some((name) => name.startsWith('http.server.'))).to.equal(true);
  });

  /** The last call that arrived names one of these spans as its parent. */
  function expectCalls(
    spans: readonly ReceivedSpan[],
    ...services: readonly Pick<Collector, 'requests'>[]
  ): void {
    const ours = spans.map(({ traceId, spanId }) => `${traceId} ${spanId}`);
    for (const { requests } of services) {
      const [, trace, span] = TRACEPARENT.exec(String(requests.at(-1)?.headers['traceparent'])) ?? [];
      expect(ours).to.include(`${String(trace)} ${String(span)}`);
    }
  }

  it('gets no words, names, ids of people, addresses with ids in them, nor tokens', async () => {
    await chat(toCollector(), `stato del deal con ${SECRET_WORDS}`, 'chi può darmi il ruolo?');
    const sent = collector.requests.map(({ body }) => body).join('\n');
    expect(sent).to.contain('"turn"');
    const [, claims = ''] = stage.entra.issue(people.sara, BOT_URI).split('.');
    const secrets = [
      'Lagunare',
      'Sara',
      'Conti',
      sara.objectId,
      'chat-of-sara',
      'darmi',
      claims,
      'usertoken',
      '29:',
    ];
    for (const secret of secrets) expect(sent).not.to.contain(secret);
  });

  it('takes the sampler of the environment, and JSON or protobuf', async () => {
    await chat({ ...toCollector(), OTEL_TRACES_SAMPLER: 'always_off' }, 'aiuto');
    expect(collector.spans).to.deep.equal([]);
    collector.contentTypes.clear();
    await chat({ ...toCollector(), OTEL_EXPORTER_OTLP_PROTOCOL: '' }, 'aiuto');
    expect([...collector.contentTypes]).to.deep.equal(['application/x-protobuf']);
  });

  it('is not loaded, and sends nothing, where no collector is named or it is disabled', async () => {
    const loads = { NODE_DEBUG: 'esm,module' };
    const off = [{}, { ...toCollector(), OTEL_SDK_DISABLED: 'true' }];
    for (const env of off) {
      const log = await chat({ ...env, ...loads }, 'aiuto');
      expect(log).to.contain('src/main.');
      // The bare API comes with the Prometheus client.
      expect(log).not.to.match(/@opentelemetry\/(?!api\b)/);
    }
    expect(collector.requests).to.deep.equal([]);
    expect(connector.requests.at(-1)?.headers).not.to.have.property('traceparent');
  });
});
