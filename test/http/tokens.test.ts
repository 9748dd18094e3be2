import { expect } from 'chai';
import { join } from 'node:path';
import { type ChannelIssuer, startChannelIssuer } from '../fakes/channel-issuer.ts';
import { dropBefore } from '../fakes/faults.ts';
import { useTempDir } from '../temp-dir.ts';
import { APP_ID, type Answer, type Assistant, printedWhile, poster, TEAMS_MESSAGE } from './assistant.ts';
import type { HttpServer } from '../../src/http/server.ts';
import { createEchoServer } from './echo-bot.ts';
import { forgedHeaders } from './forged-tokens.ts';

describe('tokens at the door', function () {
  this.timeout(120_000);
  const dir = useTempDir();
  let issuer: ChannelIssuer;
  const env = () => ({ DATA_DIR: join(dir.path, 'data'), CHANNEL_KEYS_URL: issuer.keysUrl });

  beforeEach(async () => void (issuer = await startChannelIssuer()));
  afterEach(() => issuer.close());

  it('are refused with 401 and one warning where they prove nothing, and nothing is printed beside the log', async () => {
    const forged = forgedHeaders(issuer, APP_ID);
    const answers: Answer[] = [];
    const { log, others, all } = await printedWhile(env(), async (post) => {
      for (const [, authorization] of forged) answers.push(await post(authorization));
    });
    expect(answers.map(({ status }, index) => [forged[index]?.[0], status])).to.deep.equal(
      forged.map(([what]) => [what, 401]),
    );
    for (const { headers } of answers) expect(headers.get('www-authenticate')).to.equal('Bearer');
    const told = answers.map(({ text }) => JSON.parse(text) as Record<string, unknown>);
    expect(others).to.deep.equal([]);
    expect(log.map(({ level, fault }) => [level, fault])).to.deep.equal(
      forged.map(([, , fault]) => [40, fault]),
    );
    expect(log.map(({ reference }) => ({ error: 'not authenticated', reference }))).to.deep.equal(told);
    const modulus = String(issuer.key.publicKey.export({ format: 'jwk' }).n).slice(0, 30);
    for (const secret of ['hunter2', 'segreto', 'eyJ', 'BEGIN', modulus, issuer.key.kid]) {
      expect(all).not.to.contain(secret);
    }
  });

  describe('while it runs', () => {
    let server: HttpServer;
    let lines: readonly string[];
    let assistant: { readonly post: Assistant['post'] };
    beforeEach(async () => {
      ({ server, lines } = createEchoServer({}, { appId: APP_ID, keysUrl: issuer.keysUrl }));
      assistant = { post: poster(`${await server.listen()}/api/messages`) };
    });
    afterEach(() => server.close(100));
    const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

    it('who calls is judged before what they bring', async () => {
      for (const activity of [{}, [], { ...TEAMS_MESSAGE, serviceUrl: 'http://127.0.0.1:1/' }, 'x']) {
        expect((await assistant.post('Bearer junk', activity)).status).to.equal(401);
        const good = await assistant.post(`Bearer ${issuer.tokenFor(APP_ID)}`, activity);
        expect(good.status).to.be.oneOf([400, 403]);
      }
    });

    it('what the channel service signed for this bot comes in, and its keys are asked for once', async () => {
      const late = Math.floor(Date.now() / 1000) - 200;
      const goods = [
        `Bearer ${issuer.tokenFor(APP_ID)}`,
        `bearer ${issuer.tokenFor(APP_ID.toUpperCase())}`,
        `Bearer ${issuer.tokenFor(APP_ID, { exp: late })}`,
      ];
      const answers = await Promise.all(
        [...goods, ...goods, ...goods].map((each, index) =>
          assistant.post(each, { ...TEAMS_MESSAGE, id: `a${String(index)}` }),
        ),
      );
      expect(answers.map(({ status }) => status)).to.deep.equal(answers.map(() => 200));
      const asked = issuer.requests.map(({ path }) => path.split('/').at(-1));
      expect(asked).to.deep.equal(['openidconfiguration', 'keys']);
      expect(logged()).to.deep.equal([]);
    });

    it('a token is good for its own channel and reply address only', async () => {
      const token = `Bearer ${issuer.tokenFor(APP_ID)}`;
      const others = [
        { channelId: 'slack' },
        { serviceUrl: 'https://evil.example/' },
        { channelId: 'MSTEAMS' },
      ];
      for (const change of others) {
        expect((await assistant.post(token, { ...TEAMS_MESSAGE, ...change })).status).to.equal(401);
      }
      expect(logged().map(({ fault }) => fault)).to.deep.equal([
        'wrong-channel',
        'wrong-service-url',
        'wrong-channel',
      ]);
    });

    it('the channel is asked to come back while the keys can’t be had; what speaks against itself is refused', async () => {
      issuer.faults.plan({}, dropBefore);
      const { status, headers, text } = await assistant.post(`Bearer ${issuer.tokenFor(APP_ID)}`);
      expect([status, headers.get('retry-after')]).to.deep.equal([503, '10']);
      expect(text).to.contain('try again later').and.not.to.contain('127.0.0.1');
      expect((await assistant.post(`Bearer ${issuer.tokenFor(APP_ID, { exp: 1 })}`)).status).to.equal(401);
      expect(logged().map(({ level }) => level)).to.deep.equal([50, 40]);
    });
  });
});
