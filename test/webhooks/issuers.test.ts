import { createServer as createHttps, type Server } from 'node:https';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createCertificates, type CertificateOptions } from '../../src/webhooks/certificates.ts';
import { type Authority, createAuthority } from '../fakes/certificates.ts';
import { getSharedPapers } from '../fakes/webhook-papers.ts';

const MICROSOFT = 'Microsoft Corporation';
const DAY_MS = 86_400_000;
type Serve = (response: ServerResponse) => void;

const notThere: Serve = (response) => {
  response.writeHead(404);
  response.end();
};

describe('the issuer of a signing certificate that was not sent along', function () {
  // Keys take long to make.
  this.timeout(120_000);
  const { authority: root, tls } = getSharedPapers();
  const pages = new Map<string, Serve>();
  const asked: string[] = [];
  let server: Server;
  let host: string;
  let issuing: Authority;

  before(async () => {
    server = createHttps({ cert: tls.pem, key: tls.keyPem }, (request, response) => {
      asked.push(request.url ?? '');
      (pages.get(request.url ?? '') ?? notThere)(response);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    issuing = root.issueAuthority({ commonName: 'Issuing CA', organization: MICROSOFT });
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    pages.clear();
    asked.length = 0;
    serve('/issuer.cer', (response) => response.end(issuing.der));
    sign(issuing);
  });

  const serve = (path: string, page: Serve): void => void pages.set(path, page);
  /** The certificate at /leaf.cer: of this issuer, which it says to be found at the address. */
  const sign = (issuer: Authority, issuerUrl = `http://${host}/issuer.cer`): void => {
    const leaf = issuer.issue({ commonName: 'webhooks.fake.example', organization: MICROSOFT, issuerUrl });
    serve('/leaf.cer', (response) => response.end(leaf.der));
  };

  async function judge(changes: Partial<CertificateOptions> = {}): Promise<string> {
    const options = { hosts: [host], issuerHosts: [host], trusted: root.pem, timeoutMs: 2_000, ...changes };
    const found = await createCertificates(options)(`https://${host}/leaf.cer`);
    return found.isTrusted ? 'trusted' : found.reason;
  }

  it('is fetched from where the certificate says, over https', async () => {
    expect(await judge()).to.equal('trusted');
    expect(asked).to.deep.equal(['/leaf.cer', '/issuer.cer']);
  });

  it('is fetched once for many events', async () => {
    const find = createCertificates({ hosts: [host], issuerHosts: [host], trusted: root.pem });
    const address = `https://${host}/leaf.cer`;
    await Promise.all([find(address), find(address)]);
    expect((await find(address)).isTrusted).to.equal(true);
    expect(asked).to.have.length(2);
  });

  it('is not fetched where it is known already', async () => {
    expect(await judge({ trusted: `${root.pem}${issuing.pem}` })).to.equal('trusted');
    expect(asked).to.deep.equal(['/leaf.cer']);
  });

  it('is fetched from no other host: not the one of certificates, nor whatever the certificate says', async () => {
    expect(await judge({ issuerHosts: ['www.microsoft.com'] })).to.equal('issuer-unknown');
    // Microsoft's and DigiCert's are the only ones unless told.
    const { issuerHosts: _none, ...usual } = { issuerHosts: [host] };
    const found = await createCertificates({ hosts: [host], trusted: root.pem, ...usual })(
      `https://${host}/leaf.cer`,
    );
    expect(found).to.deep.equal({ isTrusted: false, reason: 'issuer-unknown' });
    for (const url of [
      `http://${host}@evil.example/issuer.cer`,
      'file:///etc/passwd',
      'ldap://evil.example/cn=ca',
    ]) {
      sign(issuing, url);
      expect(await judge()).to.equal('issuer-unknown');
    }
    expect(asked.filter((path) => path !== '/leaf.cer')).to.deep.equal([]);
  });

  it('does not do when it is too large, no certificate, elsewhere, or comes too slowly', async () => {
    const never: Serve = (response) => response.write('-----BEGIN');
    const pagesThatFail: readonly Serve[] = [
      (response) => response.end('x'.repeat(70_000)),
      (response) => response.end('no certificate'),
      (response) => {
        response.writeHead(302, { location: `https://${host}/real.cer` });
        response.end();
      },
      (response) => response.destroy(),
      never,
    ];
    serve('/real.cer', (response) => response.end(issuing.der));
    for (const page of pagesThatFail) {
      serve('/issuer.cer', page);
      expect(await judge()).to.equal('issuer-unknown');
    }
    expect(asked).not.to.include('/real.cer');
  });

  it('must have issued it, must be allowed to, must be in its time, and must lead to a trusted root', async () => {
    const like = { commonName: 'Issuing CA', organization: MICROSOFT };
    const past = { notBefore: new Date(Date.now() - 9 * DAY_MS), notAfter: new Date(Date.now() - DAY_MS) };
    const stranger = createAuthority(like);
    serve('/issuer.cer', (response) => response.end(stranger.der));
    expect(await judge()).to.equal('issuer-unknown');
    sign(stranger);
    expect(await judge()).to.equal('issuer-unknown');
    const ended = root.issueAuthority({ ...like, ...past });
    sign(ended);
    serve('/issuer.cer', (response) => response.end(ended.der));
    expect(await judge()).to.equal('certificate-dates');
  });

  it('may have issuers of its own, but not without end', async () => {
    const chain = (length: number): Authority => {
      let current: Authority = root;
      for (let depth = 0; depth < length; depth += 1) {
        const path = `/${String(depth)}.cer`;
        const above = `http://${host}/${String(depth - 1)}.cer`;
        const next = current.issueAuthority({
          commonName: `CA ${String(depth)}`,
          organization: MICROSOFT,
          ...(depth === 0 ? {} : { issuerUrl: above }),
        });
        serve(path, (response) => response.end(next.der));
        current = next;
      }
      sign(current, `http://${host}/${String(length - 1)}.cer`);
      return current;
    };
    chain(3);
    expect(await judge()).to.equal('trusted');
    chain(4);
    asked.length = 0;
    expect(await judge()).to.equal('chain-too-long');
    expect(asked).to.have.length(5);
  });

  it('takes no longer with all that is fetched than two downloads may', async () => {
    const second = issuing.issueAuthority({
      commonName: 'Second CA',
      organization: MICROSOFT,
      issuerUrl: `http://${host}/issuer.cer`,
    });
    sign(second, `http://${host}/second.cer`);
    // Each download is in time by itself (1.4 s of 2), and the three together take more than the two that are allowed.
    const DELAY_MS = 1_400;
    const late =
      (page: Buffer): Serve =>
      (response) =>
        void setTimeout(() => response.end(page), DELAY_MS);
    const leaf = pages.get('/leaf.cer');
    serve('/leaf.cer', (response) => void setTimeout(() => leaf?.(response), DELAY_MS));
    serve('/second.cer', late(second.der));
    serve('/issuer.cer', late(issuing.der));
    expect(await judge({ timeoutMs: 2_000 })).to.equal('issuer-unknown');
    expect(await judge({ timeoutMs: 20_000 })).to.equal('trusted');
  });
});
