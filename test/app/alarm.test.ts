import { expect } from 'chai';
import { Agent } from 'undici';
import { type Alarm, type AlarmFacts, createAlarm } from '../../src/app/alarm.ts';
import { fixedKnowledge } from '../../src/app/live-knowledge.ts';
import { openSelfTest } from '../../src/app/self-test.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { createAuthority } from '../fakes/certificates.ts';
import { dropBefore, unavailable } from '../fakes/faults.ts';
import { startWireServer, type WireServer } from '../fakes/wire-server.ts';
import { learnOnce } from '../learned.ts';
import { quietLog } from '../quiet-log.ts';

const SECRET_PATH = '/hook/a-key-in-the-address';

describe('the alarm', () => {
  let server: WireServer;
  let alarm: Alarm;
  let log: string[];
  before(async () => {
    const authority = createAuthority({ commonName: 'Alarm Root' });
    const { pem, keyPem } = authority.issue({ commonName: 'alarm', hosts: ['127.0.0.1'] });
    server = await startWireServer(() => ({ status: 200 }), { cert: pem, key: keyPem });
    const dispatcher = new Agent({ connect: { ca: authority.pem } });
    const write = (line: string): void => void log.push(line);
    alarm = createAlarm({
      url: `${server.url}${SECRET_PATH}`,
      log: createLog('trace', { write }),
      dispatcher,
    });
  });
  after(() => server.close());
  beforeEach(() => {
    log = [];
    server.requests.length = 0;
  });

  it('posts over HTTPS what happened, in a sentence and in codes', async () => {
    await alarm({ event: 'self-test-failed', code: 'unreachable' });
    const [request] = server.requests;
    expect(request?.path).to.equal(SECRET_PATH);
    const sent = JSON.parse(request?.body ?? '') as Record<string, string>;
    expect(sent).to.include({ event: 'self-test-failed', code: 'unreachable' });
    expect(sent['text']).to.match(/^Co-sell Assistant: /);
    expect(log).to.deep.equal([]);
  });

  for (const [how, fault] of [
    ['refuses', unavailable()],
    ['breaks', dropBefore],
  ] as const) {
    it(`is a warning without its address where the other side ${how}`, async () => {
      server.faults.plan({}, fault);
      await alarm({ event: 'self-test-failed' });
      expect(log).to.have.length(1);
      expect(log[0]).to.contain('"level":40').and.not.to.contain('a-key-in-the-address');
    });
  }
});

describe('what the owner hears of self-tests', () => {
  let door: WireServer;
  let lead: string;
  before(async () => {
    const { knowledge } = await learnOnce();
    lead = [...knowledge.answers.values()][0]?.texts.it?.lead ?? '';
    door = await startWireServer(() => ({
      status: 200,
      body: { activities: [{ type: 'message', text: `${lead} E altro.` }] },
    }));
  });
  after(() => door.close());

  it('is that they fail, once, and that they pass again', async () => {
    const told: AlarmFacts[] = [];
    const services = {
      now: () => new Date(),
      personData: {
        held: () => Promise.resolve([]),
        forget: () => Promise.resolve(),
        erase: () => Promise.resolve(),
      },
    };
    const alarm: Alarm = (facts) => Promise.resolve(void told.push(facts));
    const parts = {
      services,
      live: fixedKnowledge(await learnOnce(), services),
      alarm,
      everyMinutes: 0,
      ownToken: 'x',
      metrics: createMetrics(),
      log: quietLog,
    };
    const selfTest = openSelfTest(parts);
    expect(await selfTest.run()).to.equal(null);
    selfTest.start(door.url);
    const results = [];
    for (const fault of [null, dropBefore, unavailable(), null, null]) {
      if (fault !== null) door.faults.plan({}, fault);
      results.push(await selfTest.run());
    }
    await selfTest.stop();
    expect(results).to.deep.equal(['passed', 'failed', 'failed', 'passed', 'passed']);
    expect(told.map(({ event }) => event)).to.deep.equal(['self-test-failed', 'self-test-passed']);
  });
});
