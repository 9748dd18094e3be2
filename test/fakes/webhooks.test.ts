import { X509Certificate, verify } from 'node:crypto';
import { get } from 'node:https';
import { expect } from 'chai';
import { coSellBody, invitationBody } from './bodies.ts';
import { people, startStage, type Stage } from './stage.ts';
import { startWireServer, type WireRequest, type WireServer } from './wire-server.ts';

type Json = Record<string, unknown>;

async function download(url: string, ca: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { ca, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject);
  });
}

describe('fakes: Partner Center webhooks', () => {
  let stage: Stage;
  let receiver: WireServer;
  let statuses: number[];

  async function call(method: string, path: string, body?: unknown) {
    const token = stage.entra.issue(people.sara, 'https://api.partnercenter.microsoft.com');
    const response = await fetch(`${stage.partnerCenter.partner.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Json };
  }

  const register = (): Promise<{ status: number }> =>
    call('POST', '/webhooks/v1/registration', {
      WebhookUrl: `${receiver.url}/events`,
      WebhookEvents: ['related-referral-updated', 'test-created'],
      SignatureTokenToMsSignatureHeader: true,
    });

  async function createCoSell(): Promise<string> {
    const authorization = `Bearer ${stage.entra.issue(people.sara, 'https://api.partner.microsoft.com')}`;
    const post = async (body: Json): Promise<Json> => {
      const url = `${stage.partnerCenter.referrals.url}/v1.0/engagements/referrals`;
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization },
        body: JSON.stringify(body),
      });
      return (await response.json()) as Json;
    };
    const own = await post(coSellBody());
    await post(invitationBody(String(own['engagementId'])));
    return String(own['id']);
  }

  beforeEach(async () => {
    statuses = [];
    stage = await startStage({ partnerCenter: { retryDelayMs: 1 } });
    receiver = await startWireServer(() => ({ status: statuses.shift() ?? 200 }));
  });
  afterEach(async () => {
    await stage.close();
    await receiver.close();
  });

  it('registers one URL a tenant, and reads it back', async () => {
    expect((await call('GET', '/webhooks/v1/registration')).status).to.equal(404);
    expect((await call('GET', '/webhooks/v1/registration/events')).body).to.include(
      'related-referral-updated',
    );
    expect((await register()).status).to.equal(200);
    const { body } = await call('GET', '/webhooks/v1/registration');
    expect(body['WebhookUrl']).to.equal(`${receiver.url}/events`);
  });

  it('announces a decline, signed so that the served certificate proves it', async () => {
    await register();
    const id = await createCoSell();
    stage.partnerCenter.decline(id, 'No matching Microsoft customer record found');
    await stage.partnerCenter.webhooks.settle();
    const [request] = receiver.requests as [WireRequest];
    const event = JSON.parse(request.body) as Json;
    expect(event['EventName']).to.equal('related-referral-updated');
    expect(event['ResourceUri']).to.match(
      /^https:\/\/api\.partnercenter\.microsoft\.com\/engagements\/v1\/referrals\/[\da-f-]{36}$/,
    );
    expect(request.body).not.to.contain('Lagunare');
    const { authority } = stage.partnerCenter.webhooks;
    const certificate = new X509Certificate(
      await download(String(request.headers['x-ms-certificate-url']), authority.pem),
    );
    const signature = Buffer.from(
      String(request.headers['x-ms-signature']).replace('Signature ', ''),
      'base64',
    );
    expect(certificate.issuer).to.contain('O=Microsoft Corporation');
    expect(certificate.verify(new X509Certificate(authority.pem).publicKey)).to.equal(true);
    expect(verify('sha256', Buffer.from(request.body), certificate.publicKey, signature)).to.equal(true);
  });

  it('tries again until it is taken, ten times at most', async () => {
    await register();
    const id = await createCoSell();
    statuses = [500, 503];
    stage.partnerCenter.accept(id);
    await stage.partnerCenter.webhooks.settle();
    statuses = Array.from({ length: 20 }, () => 500);
    stage.partnerCenter.expire(id);
    await stage.partnerCenter.webhooks.settle();
    const attempts = stage.partnerCenter.webhooks.deliveries.map((one) => one.attempts.length);
    expect(attempts).to.deep.equal([3, 10]);
  });

  it('sends test events, two a minute, and tells how they fared', async () => {
    await register();
    const first = await call('POST', '/webhooks/v1/registration/validationEvents');
    await call('POST', '/webhooks/v1/registration/validationEvents');
    expect((await call('POST', '/webhooks/v1/registration/validationEvents')).status).to.equal(429);
    await stage.partnerCenter.webhooks.settle();
    const id = String(first.body['correlationId']);
    const { body } = await call('GET', `/webhooks/v1/registration/validationEvents/${id}`);
    expect(body).to.include({ status: 'completed', callbackUrl: `${receiver.url}/events` });
  });

  it('tells the own PartnerID and that another is unknown', async () => {
    expect((await call('GET', '/v1/profiles/mpn')).body['mpnId']).to.equal('7001234');
    expect((await call('GET', '/v1/profiles/mpn?mpnId=1')).body['code']).to.equal(3000);
  });
});
