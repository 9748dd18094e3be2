import { createServer as createHttps } from 'node:https';
import { once } from 'node:events';
import { generateKeyPairSync, sign } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createCertificates } from '../../src/webhooks/certificates.ts';
import type { DealEvent } from '../../src/webhooks/event.ts';
import { createEventReceiver, type ReceiveEvent } from '../../src/webhooks/receiver.ts';
import { createReplays, type TakenEvents } from '../../src/webhooks/replays.ts';
import { type Certificate, createAuthority } from '../fakes/certificates.ts';
import { Webhooks, type WebhookEvent } from '../fakes/partner-center-webhooks.ts';
import { getSharedPapers } from '../fakes/webhook-papers.ts';
import { createMemoryRecordStore } from '../storage/memory-record-store.ts';

const ID = '7b1f6a2c-3d4e-4f50-8a61-9b2c3d4e5f60';
const NOW = new Date('2026-11-24T09:00:00Z');
const DAY_MS = 86_400_000;

const eventOf = (changes: Partial<WebhookEvent> = {}): WebhookEvent => ({
  EventName: 'related-referral-updated',
  ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${ID}`,
  ResourceName: 'referral',
  AuditUri: null,
  ResourceChangeUtcDate: NOW.toISOString(),
  ...changes,
});

interface Signed {
  readonly headers: Record<string, string>;
  readonly body: string;
}

describe('events of Partner Center', () => {
  let webhooks: Webhooks;
  let events: DealEvent[];
  let reasons: unknown[];
  let taken: ReturnType<typeof createMemoryRecordStore<TakenEvents>>;
  let receive: (signed: Signed) => Promise<number>;

  const host = () => new URL(webhooks.certificateUrl).host;

  function makeReceiver(hosts: readonly string[] = [host()]): (signed: Signed) => Promise<number> {
    const receiver: ReceiveEvent = createEventReceiver({
      findCertificate: createCertificates({ hosts, trusted: webhooks.authority.pem, timeoutMs: 1_500 }),
      replays: createReplays(taken),
      onEvent: (event) => events.push(event),
      log: { info: () => undefined, warn: (facts) => reasons.push((facts as { reason: unknown }).reason) },
      now: () => NOW,
    });
    return ({ headers, body }) => receiver({ headers, body: Buffer.from(body), tenantId: null });
  }

  before(async () => {
    webhooks = await Webhooks.start({ now: () => NOW, retryDelayMs: 1 });
  });
  after(() => webhooks.close());
  beforeEach(() => {
    events = [];
    reasons = [];
    webhooks.certificateHost.requests.length = 0;
    taken = createMemoryRecordStore<TakenEvents>();
    receive = makeReceiver();
  });

  const without = ({ headers, body }: Signed, name: string): Signed => {
    const { [name]: _left, ...rest } = headers;
    return { headers: rest, body };
  };
  const withHeader = ({ headers, body }: Signed, name: string, value: string): Signed => ({
    headers: { ...headers, [name]: value },
    body,
  });

  async function expectRefused(signed: Signed, reason: string): Promise<void> {
    expect(await receive(signed)).to.equal(401);
    expect(reasons.at(-1)).to.equal(reason);
    expect(events).to.deep.equal([]);
  }

  it('are taken when the signature holds, in either of the two headers', async () => {
    expect(await receive(webhooks.signEvent(eventOf()))).to.equal(200);
    const other = webhooks.signEvent(eventOf({ EventName: 'referral-updated' }), false);
    expect(await receive(other)).to.equal(200);
    expect(events).to.deep.equal([
      { id: ID, isMicrosofts: true },
      { id: ID, isMicrosofts: false },
    ]);
  });

  it('fetch the certificate once for many events, also when they come together', async () => {
    const many = Array.from({ length: 5 }, (_, second) =>
      webhooks.signEvent(eventOf({ ResourceChangeUtcDate: `2026-11-24T09:00:0${String(second)}Z` })),
    );
    expect(await Promise.all(many.map(receive))).to.deep.equal([200, 200, 200, 200, 200]);
    expect(webhooks.certificateHost.requests).to.have.length(1);
  });

  it('are refused without a signature, with another algorithm, or with a changed body', async () => {
    const signed = webhooks.signEvent(eventOf());
    await expectRefused(without(signed, 'x-ms-signature'), 'no-signature');
    await expectRefused(withHeader(signed, 'x-ms-signature', 'Bearer abc'), 'no-signature');
    await expectRefused(without(signed, 'x-ms-signature-algorithm'), 'algorithm');
    await expectRefused(withHeader(signed, 'x-ms-signature-algorithm', 'rsa-sha1'), 'algorithm');
    await expectRefused(without(signed, 'x-ms-certificate-url'), 'no-certificate-address');
    await expectRefused({ ...signed, body: signed.body.replace(ID, ID.replace('7', '8')) }, 'signature');
    await expectRefused({ ...signed, body: `${signed.body} ` }, 'signature');
    await expectRefused({ ...signed, body: '' }, 'size');
    await expectRefused({ ...signed, body: ' '.repeat(20_000) }, 'size');
  });

  it('are refused when somebody else signed them', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signed = webhooks.signEvent(eventOf());
    const signature = sign('sha256', Buffer.from(signed.body), privateKey).toString('base64');
    await expectRefused(withHeader(signed, 'x-ms-signature', `Signature ${signature}`), 'signature');
  });

  it('never fetch a certificate from where it may not come', async () => {
    const signed = webhooks.signEvent(eventOf());
    const from = (url: string) => withHeader(signed, 'x-ms-certificate-url', url);
    const path = '/cert/webhooks.cer';
    await expectRefused(from(`http://${host()}${path}`), 'not-https');
    await expectRefused(from(`https://localhost:${host().split(':')[1] ?? ''}${path}`), 'host-not-allowed');
    await expectRefused(from(`https://127.0.0.1.evil.example${path}`), 'host-not-allowed');
    await expectRefused(from(`https://${host()}@evil.example${path}`), 'credentials-in-address');
    await expectRefused(from('file:///etc/passwd'), 'not-https');
    await expectRefused(from('nonsense'), 'no-address');
    expect(webhooks.certificateHost.requests).to.have.length(0);
  });

  it('are refused when the certificate can’t be fetched, is too large, or leads elsewhere', async () => {
    const { faults } = webhooks.certificateHost;
    const signed = webhooks.signEvent(eventOf());
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      ({ kind: 'reply', isAfterWork: false, reply: { status, body, headers } }) as const;
    faults.plan({}, reply(404, 'gone'));
    await expectRefused(signed, 'status-404');
    const at = (query: string) =>
      withHeader(signed, 'x-ms-certificate-url', `${webhooks.certificateUrl}?${query}`);
    faults.plan({}, reply(302, '', { location: webhooks.certificateUrl }));
    await expectRefused(at('a'), 'status-302');
    faults.plan({}, reply(200, 'x'.repeat(70_000)));
    await expectRefused(at('b'), 'too-large');
    faults.plan({}, reply(200, 'no certificate at all'));
    await expectRefused(at('c'), 'no-certificate');
    faults.plan({}, { kind: 'slow', delayMs: 10_000 });
    await expectRefused(at('d'), 'timeout');
    faults.plan({}, { kind: 'drop', isAfterWork: false });
    await expectRefused(at('e'), 'not-reached');
  });

  it('are refused a second time, also after a restart', async () => {
    const signed = webhooks.signEvent(eventOf());
    expect(await receive(signed)).to.equal(200);
    expect(await receive(signed)).to.equal(401);
    receive = makeReceiver();
    expect(await receive(signed)).to.equal(401);
    expect(reasons).to.deep.equal(['replay', 'replay']);
    expect(events).to.have.length(1);
  });

  it('are refused when they are more than a week old', async () => {
    const at = (days: number) => new Date(NOW.getTime() - days * DAY_MS).toISOString();
    await expectRefused(webhooks.signEvent(eventOf({ ResourceChangeUtcDate: at(8) })), 'too-old');
    expect(await receive(webhooks.signEvent(eventOf({ ResourceChangeUtcDate: at(6) })))).to.equal(200);
  });

  it('act on nothing but a GUID at the end of the address', async () => {
    const bad = ['https://x.example/referrals/', 'https://x.example/referrals/..%2f1', 'no address'];
    for (const ResourceUri of bad) {
      expect(await receive(webhooks.signEvent(eventOf({ ResourceUri })))).to.equal(400);
      expect(reasons.at(-1)).to.equal('unreadable');
    }
    expect(events).to.deep.equal([]);
  });

  it('that concern no deal are taken and left alone', async () => {
    expect(await receive(webhooks.signEvent(eventOf({ EventName: 'test-created' })))).to.equal(200);
    expect(events).to.deep.equal([]);
  });
});

describe('the signing certificate', () => {
  const NAME = { commonName: 'webhooks.fake.example', organization: 'Microsoft Corporation' };

  /** What becomes of a certificate that is served to a receiver that trusts `trusted`. */
  async function judge(served: string | Buffer, trusted: string): Promise<string> {
    const { authority, tls } = getSharedPapers();
    const server = createHttps({ cert: tls.pem, key: tls.keyPem }, (_req, res) => res.end(served));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    try {
      const pem = trusted.includes(authority.pem) ? trusted : `${trusted}${tlsOnly()}`;
      const found = await createCertificates({ hosts: [host], trusted: pem })(`https://${host}/a.cer`);
      return found.isTrusted ? 'trusted' : found.reason;
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  /** The certificates' host is trusted in every case: only the signing one is judged. */
  const tlsOnly = () => getSharedPapers().authority.pem;
  const issue = (subject: Parameters<ReturnType<typeof createAuthority>['issue']>[0]): Certificate =>
    getSharedPapers().authority.issue(subject);

  it('is taken as DER and as PEM', async () => {
    const { authority, signing } = getSharedPapers();
    expect(await judge(signing.der, authority.pem)).to.equal('trusted');
    expect(await judge(signing.pem, authority.pem)).to.equal('trusted');
  });

  it('must be in its time', async () => {
    const past = { notBefore: new Date(Date.now() - 9 * DAY_MS), notAfter: new Date(Date.now() - DAY_MS) };
    const future = { notBefore: new Date(Date.now() + DAY_MS), notAfter: new Date(Date.now() + 9 * DAY_MS) };
    expect(await judge(issue({ ...NAME, ...past }).der, tlsOnly())).to.equal('certificate-dates');
    expect(await judge(issue({ ...NAME, ...future }).der, tlsOnly())).to.equal('certificate-dates');
  });

  it('must come from an issuer of Microsoft’s that is known', async () => {
    const stranger = createAuthority({
      commonName: 'Fake Issuing CA',
      organization: 'Microsoft Corporation',
    });
    expect(await judge(stranger.issue(NAME).der, tlsOnly())).to.equal('issuer-unknown');
    // It brings its own issuer along, which nobody trusts.
    expect(await judge(`${stranger.issue(NAME).pem}${stranger.pem}`, tlsOnly())).to.equal('issuer-unknown');
    const other = createAuthority({ commonName: 'O=Microsoft Corporation', organization: 'Somebody' });
    expect(await judge(other.issue(NAME).der, other.pem + tlsOnly())).to.equal('not-issued-by-microsoft');
  });

  it('must not be issued by a certificate that may not issue', async () => {
    const { signing } = getSharedPapers();
    const forged = createAuthority({
      commonName: 'webhooks.fake.example',
      organization: 'Microsoft Corporation',
    });
    expect(await judge(`${forged.issue(NAME).pem}${signing.pem}`, tlsOnly())).to.equal('issuer-unknown');
  });
});
