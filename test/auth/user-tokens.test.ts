import { expect } from 'chai';
import { expectAppError } from '../app-error.ts';
import { brokenServer, dropBefore, refusal, slow } from '../fakes/faults.ts';
import { readClaims } from '../fakes/jwt.ts';
import {
  accountOf,
  activityOf,
  people,
  REFERRALS,
  type SignInStage,
  ssoToken,
  startSignInStage,
} from './sign-in-stage.ts';

const { sara, marco, nadia } = people;

describe('people’s tokens', () => {
  let s: SignInStage;
  beforeEach(async () => void (s = await startSignInStage()));
  afterEach(() => s.stage.close());
  const asked = () => s.stage.tokens.requests.filter(({ path }) => path === '/api/usertoken/GetToken').length;

  it('are not there before a sign-in, and say so', async () => {
    const error = await expectAppError(s.tokens.tokenFor(sara, 'referrals'), 'unauthorized', 'not-signed-in');
    expect(error.details.audience).to.equal('referrals');
  });

  it('are the signed-in person’s own, for the service asked for', async () => {
    expect(await s.signIn(sara)).to.equal('signed-in');
    const token = await s.tokens.tokenFor(sara, 'referrals');
    expect(s.stage.entra.verify(token, REFERRALS)).to.include({ oid: sara.objectId });
  });

  it('are asked for once while they last, and again shortly before their end', async () => {
    await s.signIn(sara);
    const before = asked();
    await s.tokens.tokenFor(sara, 'referrals');
    s.clock.nowMs += 54 * 60_000;
    await s.tokens.tokenFor(sara, 'referrals');
    expect(asked() - before).to.equal(0);
    s.clock.nowMs += 60_000;
    await s.tokens.tokenFor(sara, 'referrals');
    expect(asked() - before).to.equal(1);
  });

  it('are asked for once by calls at the same time', async () => {
    await s.signIn(sara);
    s.tokens.forget?.(sara, 'referrals');
    const before = asked();
    const tokens = await Promise.all([1, 2, 3].map(() => s.tokens.tokenFor(sara, 'referrals')));
    expect(new Set(tokens).size).to.equal(1);
    expect(asked() - before).to.equal(1);
  });

  it('are found after a restart without a turn of the person', async () => {
    await s.signIn(sara);
    const token = await s.restart().tokenFor(sara, 'referrals');
    expect(readClaims(token)?.['oid']).to.equal(sara.objectId);
  });

  it('are never another person’s, however the calls interleave', async () => {
    const all = [sara, marco, nadia];
    for (const person of all) await s.signIn(person);
    const after = s.restart();
    const calls = Array.from({ length: 60 }, (_, index) => all[index % 3] ?? sara);
    const owners = await Promise.all(
      calls.map(async (person, index) => {
        if (index % 7 === 0) after.forget?.(person, 'referrals');
        return readClaims(await after.tokenFor(person, 'referrals'))?.['oid'];
      }),
    );
    expect(owners).to.deep.equal(calls.map(({ objectId }) => objectId));
  });

  it('are not given where the same object id comes from another tenant', async () => {
    await s.signIn(sara);
    const stranger = { tenantId: nadia.tenantId, objectId: sara.objectId };
    await expectAppError(s.tokens.tokenFor(stranger, 'referrals'), 'unauthorized', 'not-signed-in');
    expect(await s.tokens.redeem(stranger, accountOf(sara), 'partner', null)).to.equal('other-account');
    await expectAppError(s.tokens.tokenFor(stranger, 'referrals'), 'unauthorized', 'not-signed-in');
  });

  it('have ended when the service no longer keeps what it kept', async () => {
    await s.signIn(sara);
    s.stage.tokens.forget(accountOf(sara).userId);
    s.tokens.forget?.(sara, 'referrals');
    await expectAppError(s.tokens.tokenFor(sara, 'referrals'), 'unauthorized', 'expired');
  });

  it('need a connection that is configured', async () => {
    await expectAppError(s.tokens.tokenFor(sara, 'partner-center'), 'refused', 'no-connection');
  });

  for (const [what, fault] of [
    ['breaks', brokenServer()],
    ['drops the call', dropBefore],
    ['is too slow', slow(3000)],
  ] as const) {
    it(`are unreachable, not absent, when the token service ${what}`, async () => {
      await s.signIn(sara);
      s.tokens.forget?.(sara, 'referrals');
      s.stage.tokens.faults.plan({ path: /GetToken/ }, fault);
      const error = await expectAppError(s.tokens.tokenFor(sara, 'referrals'), 'unreachable');
      expect(JSON.stringify([error.message, error.cause])).not.to.contain('the-bots-own');
    });
  }

  it('are refused for a reason of the operator’s when the service does not accept the bot', async () => {
    await s.signIn(sara);
    s.tokens.forget?.(sara, 'referrals');
    s.stage.tokens.faults.plan({ path: /GetToken/ }, refusal(401, 'Unauthorized'));
    await expectAppError(s.tokens.tokenFor(sara, 'referrals'), 'refused', 'bot-credentials');
  });
});

describe('signing in', () => {
  let s: SignInStage;
  beforeEach(async () => void (s = await startSignInStage()));
  afterEach(() => s.stage.close());

  it('shows Teams where to get a token without a page', async () => {
    const link = await s.tokens.begin(sara, 'referrals', activityOf(sara), false);
    expect(link.connectionName).to.equal('partner');
    expect(link.exchange?.uri).to.match(/^api:\/\/botid-/);
  });

  it('with Teams’ token signs in for all that is configured', async () => {
    const outcome = await s.tokens.exchange(sara, accountOf(sara), 'partner', ssoToken(s.stage, sara));
    expect(outcome).to.equal('signed-in');
    const graph = await s.tokens.tokenFor(sara, 'graph');
    expect(s.stage.entra.verify(graph, 'https://graph.microsoft.com')).to.include({ oid: sara.objectId });
  });

  it('tells missing consent and a stronger sign-in apart', async () => {
    s.stage.entra.requireConsent(sara.objectId, REFERRALS);
    const exchange = () => s.tokens.exchange(sara, accountOf(sara), 'partner', ssoToken(s.stage, sara));
    expect(await exchange()).to.equal('consent');
    s.stage.entra.grantConsent(sara.objectId, REFERRALS);
    s.stage.entra.requireClaims(sara.objectId, REFERRALS, '{"access_token":{}}');
    expect(await exchange()).to.equal('claims');
    s.stage.entra.requireClaims(sara.objectId, REFERRALS, null);
    expect(await exchange()).to.equal('signed-in');
  });

  it('refuses Teams’ token of somebody else, and a connection that is not ours', async () => {
    const others = await s.tokens.exchange(sara, accountOf(sara), 'partner', ssoToken(s.stage, marco));
    expect(others).to.equal('other-account');
    const alien = await s.tokens.exchange(sara, accountOf(sara), 'alien', ssoToken(s.stage, sara));
    expect(alien).to.equal('refused');
    await expectAppError(s.tokens.tokenFor(sara, 'referrals'), 'unauthorized');
  });

  it('refuses digits that are wrong, or of another person’s sign-in', async () => {
    expect(await s.tokens.redeem(sara, accountOf(sara), 'partner', '000000')).to.equal('refused');
    const { url } = await s.tokens.begin(marco, 'referrals', activityOf(marco), false);
    const code = await s.stage.tokens.signIn(url, marco.objectId);
    expect(await s.tokens.redeem(sara, accountOf(sara), 'partner', code)).to.equal('refused');
  });

  it('as a colleague on the sign-in page is refused, and ended', async () => {
    expect(await s.signIn(sara, marco)).to.equal('other-account');
    await expectAppError(s.tokens.tokenFor(sara, 'referrals'), 'unauthorized', 'not-signed-in');
    await expectAppError(s.restart().tokenFor(sara, 'referrals'), 'unauthorized', 'not-signed-in');
  });

  it('anew drops the token that no longer does', async () => {
    await s.signIn(sara);
    await s.tokens.begin(sara, 'referrals', activityOf(sara), true);
    await expectAppError(s.tokens.tokenFor(sara, 'referrals'), 'unauthorized');
  });

  it('ends also for a token that was being asked for', async () => {
    await s.signIn(sara);
    s.tokens.forget?.(sara, 'referrals');
    s.stage.tokens.faults.plan({ path: /GetToken/ }, slow(100));
    const asked = s.tokens.tokenFor(sara, 'referrals');
    await s.tokens.signOut(sara);
    await asked;
    await expectAppError(s.tokens.tokenFor(sara, 'referrals'), 'unauthorized', 'not-signed-in');
  });

  it('ends by signing out, for that person alone', async () => {
    await s.signIn(sara);
    await s.signIn(marco);
    expect(await s.tokens.signOut(sara)).to.equal(true);
    await expectAppError(s.tokens.tokenFor(sara, 'referrals'), 'unauthorized', 'not-signed-in');
    await expectAppError(s.restart().tokenFor(sara, 'referrals'), 'unauthorized', 'not-signed-in');
    expect(readClaims(await s.restart().tokenFor(marco, 'referrals'))?.['oid']).to.equal(marco.objectId);
    expect(await s.tokens.signOut(sara)).to.equal(false);
  });
});
