import { createHash, createPublicKey, type JsonWebKey } from 'node:crypto';
import { expect } from 'chai';
import { createAuthority } from './certificates.ts';
import { startEntra, type Entra } from './entra.ts';
import { readClaims, signToken, verifyToken } from './jwt.ts';
import { bot, BOT_URI, people } from './stage.ts';

type Json = Record<string, unknown>;
const PARTNER = 'https://api.partner.microsoft.com';
const SCOPE = `${PARTNER}/.default offline_access`;

describe('fakes: Entra', () => {
  const { sara } = people;
  const certificate = createAuthority({ commonName: 'Own' }).issue({ commonName: 'bot' });
  const withCertificate = {
    clientId: 'c0000000-0000-4000-8000-000000000002',
    certificatePem: certificate.pem,
  };
  let entra: Entra;

  async function ask(
    form: Record<string, string>,
    tenant: string = sara.tenantId,
  ): Promise<{ status: number; body: Json }> {
    const own = { client_id: bot.clientId, client_secret: bot.secret ?? '', scope: SCOPE };
    const body = new URLSearchParams({ ...own, ...form });
    const response = await fetch(`${entra.url}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as Json };
  }
  const onBehalfOf = (assertion: string): Record<string, string> => ({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion,
  });
  async function authorize(more: Record<string, string> = {}): Promise<string> {
    const query = new URLSearchParams({
      client_id: bot.clientId,
      login_hint: sara.email,
      redirect_uri: 'http://127.0.0.1/back',
      state: 's',
      ...more,
    });
    const response = await fetch(`${entra.url}/${sara.tenantId}/oauth2/v2.0/authorize?${query.toString()}`, {
      redirect: 'manual',
    });
    return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  beforeEach(async () => {
    entra = await startEntra({ users: Object.values(people), clients: [bot, withCertificate] });
  });
  afterEach(() => entra.close());

  it('publishes metadata and the key that its tokens are signed with', async () => {
    const metadata = (await (
      await fetch(`${entra.url}/${sara.tenantId}/v2.0/.well-known/openid-configuration`)
    ).json()) as Json;
    const { keys } = (await (await fetch(String(metadata['jwks_uri']))).json()) as { keys: JsonWebKey[] };
    const token = entra.issue(sara, PARTNER);
    const claims = verifyToken(token, createPublicKey({ key: keys[0] ?? {}, format: 'jwk' }));
    expect(claims).to.include({
      aud: PARTNER,
      oid: sara.objectId,
      tid: sara.tenantId,
      iss: metadata['issuer'],
    });
  });

  it('redeems a code once, and the refresh token for another audience', async () => {
    const code = await authorize();
    const first = await ask({ grant_type: 'authorization_code', code });
    expect(readClaims(String(first.body['access_token']))).to.include({ aud: PARTNER, oid: sara.objectId });
    expect((await ask({ grant_type: 'authorization_code', code })).body['error']).to.equal('invalid_grant');
    const refresh = { grant_type: 'refresh_token', refresh_token: String(first.body['refresh_token']) };
    const other = await ask({
      ...refresh,
      scope: 'https://api.partnercenter.microsoft.com/user_impersonation',
    });
    expect(readClaims(String(other.body['access_token']))?.['aud']).to.equal(
      'https://api.partnercenter.microsoft.com',
    );
    entra.revoke(sara.objectId);
    expect((await ask(refresh)).body['error_codes']).to.deep.equal([700082]);
  });

  it('holds a code to its proof key', async () => {
    const challenge = createHash('sha256').update('the-verifier').digest('base64url');
    const grant = { grant_type: 'authorization_code', code: await authorize({ code_challenge: challenge }) };
    expect((await ask({ ...grant, code_verifier: 'another' })).status).to.equal(400);
    const again = { grant_type: 'authorization_code', code: await authorize({ code_challenge: challenge }) };
    expect((await ask({ ...again, code_verifier: 'the-verifier' })).status).to.equal(200);
  });

  it('exchanges only tokens that were made for the asking application', async () => {
    const good = await ask(onBehalfOf(entra.issue(sara, BOT_URI)));
    expect(readClaims(String(good.body['access_token']))).to.include({ aud: PARTNER, oid: sara.objectId });
    expect((await ask(onBehalfOf(entra.issue(sara, 'api://somebody-else')))).body['error']).to.equal(
      'invalid_grant',
    );
  });

  it('asks for consent and for claims where these are needed', async () => {
    entra.requireConsent(sara.objectId, PARTNER);
    const assertion = onBehalfOf(entra.issue(sara, BOT_URI));
    expect((await ask(assertion)).body).to.include({ error: 'invalid_grant', suberror: 'consent_required' });
    entra.grantConsent(sara.objectId, PARTNER);
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    entra.requireClaims(sara.objectId, PARTNER, claims);
    expect((await ask(assertion)).body).to.include({ error: 'interaction_required', claims });
    expect((await ask({ ...assertion, claims })).status).to.equal(200);
  });

  it('knows an application by secret or by certificate, and no other', async () => {
    const app = { grant_type: 'client_credentials', scope: 'https://api.botframework.com/.default' };
    expect(readClaims(String((await ask(app)).body['access_token']))?.['idtyp']).to.equal('app');
    expect((await ask({ ...app, client_secret: 'wrong' })).body['error_codes']).to.deep.equal([7000215]);
    const url = `${entra.url}/${sara.tenantId}/oauth2/v2.0/token`;
    const { clientId } = withCertificate;
    const assertion = signToken(
      { iss: clientId, sub: clientId, aud: url },
      { kid: 'x', privateKey: certificate.key, publicKey: certificate.key },
    );
    const proof = {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    };
    expect((await ask({ ...app, client_id: clientId, client_secret: '', ...proof })).status).to.equal(200);
  });

  it('refuses a user in another tenant', async () => {
    const assertion = onBehalfOf(entra.issue(sara, BOT_URI));
    expect((await ask(assertion, people.nadia.tenantId)).body['error_codes']).to.deep.equal([50020]);
  });
});
