import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app/app.ts';
import { learn } from '../../src/app/trained-index.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { APP_ID } from '../http/assistant.ts';
import { useTempDir } from '../temp-dir.ts';

const MODES = [
  ['the sample company', {}],
  ['an app id', { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'hunter2', METRICS_PORT: '0' }],
] as const;

interface Started extends Pick<App, 'testItself' | 'warmUp' | 'stop'> {
  readonly url: string;
  readonly log: readonly string[];
  readonly dataDir: string;
}

describe('the self-test', () => {
  const dir = useTempDir();
  let learned: ReturnType<typeof learn>;
  let running: Started | null = null;
  before(() => void (learned = learn()));
  afterEach(async () => {
    await running?.stop();
    running = null;
  });

  async function start(
    env: Readonly<Record<string, string>>,
    knowledge: ReturnType<typeof learn> = learned,
  ): Promise<Started> {
    const log: string[] = [];
    const dataDir = join(dir.path, 'data');
    const config = readConfig({ PORT: '0', DATA_DIR: dataDir, ...env });
    const app = await createApp(config, {
      log: createLog('trace', { write: (line) => void log.push(line) }),
      learned: knowledge,
    });
    const url = await app.start();
    return (running = { ...app, url, log, dataDir });
  }

  const filesIn = (dataDir: string): string[] =>
    readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));

  for (const [mode, env] of MODES) {
    it(`passes through the door with ${mode}, and leaves nothing of a person`, async () => {
      const bot = await start(env);
      const before = filesIn(bot.dataDir);
      expect(await bot.testItself()).to.equal('passed');
      expect(filesIn(bot.dataDir)).to.deep.equal(before);
    });

    it(`is no turn in what is counted with ${mode}`, async () => {
      const bot = await start(env);
      await bot.testItself();
      const operator = /"address":"(http[^"]+)"/.exec(bot.log.join(''))?.[1] ?? bot.url;
      const metrics = await (await fetch(`${operator}/metrics`)).text();
      expect(metrics).to.contain('bot_self_tests_total{result="passed"} 1');
      expect(metrics).to.contain('bot_activity_duration_seconds_count{type="self-test",status="200"} 1');
      expect(metrics).not.to.match(/^bot_turns_total\{/m);
      expect(metrics).not.to.match(/type="message"/);
    });
  }

  for (const [mode, env] of MODES) {
    it(`needs no turns that make the code fast: with ${mode} these are kept, counted and logged nowhere`, async () => {
      const bot = await start(env);
      const [files, lines] = [filesIn(bot.dataDir), bot.log.length];
      await bot.warmUp(1000);
      expect(filesIn(bot.dataDir)).to.deep.equal(files);
      expect(bot.log.slice(lines)).to.deep.equal([]);
      const operator = /"address":"(http[^"]+)"/.exec(bot.log.join(''))?.[1] ?? bot.url;
      expect(await (await fetch(`${operator}/metrics`)).text()).not.to.match(/^bot_turns_total\{/m);
    });
  }

  it('is nobody’s to bring but the assistant’s own', async () => {
    const bot = await start(MODES[1][1]);
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: 'Bearer 0f0f0f0f-1111-4222-8333-444444444444',
      },
      body: JSON.stringify({
        type: 'message',
        channelId: 'self-test',
        deliveryMode: 'expectReplies',
        from: { id: 'self-test' },
        conversation: { id: 'self-test' },
        text: 'aiuto',
      }),
    });
    expect(response.status).to.equal(401);
  });

  it('fails, counted and as an error in the log, where the question isn’t answered', async () => {
    const { knowledge, answerer } = await learned;
    const deaf = {
      knowledge,
      answerer: { ...answerer, match: () => answerer.match('qwertyuiop', { locale: 'it' }) },
    };
    const bot = await start({}, Promise.resolve(deaf));
    expect(await bot.testItself()).to.equal('failed');
    expect(await (await fetch(`${bot.url}/metrics`)).text()).to.contain(
      'bot_self_tests_total{result="failed"} 1',
    );
    const lines = bot.log.map((line) => JSON.parse(line) as { readonly level: number; readonly msg: string });
    expect(lines.find(({ msg }) => msg === 'self-test failed')?.level).to.equal(50);
    expect(filesIn(bot.dataDir).filter((file) => file.startsWith('sessions'))).to.deep.equal([]);
  });

  it('fails where the assistant can’t be reached', async () => {
    const bot = await start({});
    await bot.stop();
    expect(await bot.testItself()).to.equal('failed');
  });
});
