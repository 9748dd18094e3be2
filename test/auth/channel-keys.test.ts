import { expect } from 'chai';
import { type ChannelKeys, createChannelKeys, LOOK_PAUSE_MS } from '../../src/auth/channel-keys.ts';
import { expectAppError } from '../app-error.ts';
import { type ChannelIssuer, startChannelIssuer } from '../fakes/channel-issuer.ts';
import { alterBody, brokenServer, dropBefore, htmlPage } from '../fakes/faults.ts';

const DAY_MS = 86_400_000;

describe('the channel’s keys', () => {
  let issuer: ChannelIssuer;
  let keys: ChannelKeys;
  let nowMs = 0;

  beforeEach(async () => {
    issuer = await startChannelIssuer(['msteams']);
    nowMs = Date.parse('2026-11-24T09:00:00Z');
    keys = createChannelKeys({ url: issuer.keysUrl, now: () => new Date(nowMs) });
  });
  afterEach(() => issuer.close());

  const looks = () => issuer.requests.filter(({ path }) => path.endsWith('openidconfiguration')).length;

  it('are looked up once for all who ask, and again after a day', async () => {
    const found = await Promise.all(Array.from({ length: 30 }, () => keys.find(issuer.key.kid)));
    expect(found.map((key) => key?.channels)).to.deep.equal(found.map(() => ['msteams']));
    expect(looks()).to.equal(1);
    nowMs += DAY_MS - 1;
    await keys.find(issuer.key.kid);
    expect(looks()).to.equal(1);
    nowMs += 1;
    await keys.find(issuer.key.kid);
    expect(looks()).to.equal(2);
  });

  it('of another id are looked for, but not at every stranger’s word', async () => {
    for (let asked = 0; asked < 50; asked += 1)
      expect(await keys.find(`none-${String(asked)}`)).to.equal(null);
    expect(looks()).to.equal(1);
    issuer.changeKey();
    expect(await keys.find(issuer.key.kid)).to.equal(null);
    nowMs += LOOK_PAUSE_MS;
    expect(await keys.find(issuer.key.kid)).not.to.equal(null);
    expect(looks()).to.equal(2);
  });

  it('serve another day while the service is away, and no longer', async () => {
    const { kid } = issuer.key;
    await keys.find(kid);
    issuer.faults.plan({}, dropBefore, 10);
    nowMs += DAY_MS;
    expect(await keys.find(kid)).not.to.equal(null);
    await expectAppError(keys.find('none'), 'unreachable');
    nowMs += DAY_MS;
    await expectAppError(keys.find(kid), 'unreachable');
    issuer.faults.clear();
    nowMs += LOOK_PAUSE_MS;
    expect(await keys.find(kid)).not.to.equal(null);
  });

  it('that can’t be had are no word on anybody, whatever came instead', async () => {
    const instead = [
      brokenServer(),
      htmlPage(200),
      alterBody(() => ({})),
      alterBody((body) => ({ ...body, jwks_uri: 'https://127.0.0.1:1/keys' })),
      alterBody((body) => ({ ...body, jwks_uri: 'file:///etc/passwd' })),
    ];
    for (const fault of instead) {
      issuer.faults.plan({ path: /openidconfiguration/ }, fault);
      const { message } = await expectAppError(keys.find(issuer.key.kid), 'unreachable');
      expect(message).to.equal('channel keys: the OpenID document or its keys can’t be had');
      nowMs += LOOK_PAUSE_MS;
    }
  });

  it('of a kind that we can’t read are passed over, the others count', async () => {
    const odd = [{ kty: 'EC', kid: 'ec' }, { kty: 'RSA', kid: 'bad', n: 5 }, 'x', null];
    issuer.faults.plan(
      { path: /keys$/ },
      alterBody(({ keys: listed }) => ({ keys: [...odd, ...(listed as unknown[])] })),
    );
    expect(await keys.find(issuer.key.kid)).not.to.equal(null);
    expect(await keys.find('bad')).to.equal(null);
  });
});
