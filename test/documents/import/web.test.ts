import { expect } from 'chai';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { AppError } from '../../../src/errors.ts';
import { readAll } from '../../../src/documents/import/read-all.ts';

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly to?: string;
  readonly body?: string | Buffer;
}

const page = (title: string): Answer => ({
  type: 'text/html; charset=utf-8',
  body: `<title>${title}</title><main><h1>${title}</h1><p>Testo di ${title}.</p></main>`,
});

describe('pages on the web', () => {
  let server: Server;
  let host = '';
  let answers: Record<string, Answer> = {};
  let asked: string[] = [];

  before((done) => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      asked.push(path);
      const { status = 200, type = 'text/plain', to, body = '' } = answers[path] ?? { status: 404 };
      response.writeHead(to === undefined ? status : 302, {
        'content-type': type,
        ...(to === undefined ? {} : { location: to }),
      });
      response.end(body);
    }).listen(0, '127.0.0.1', () => {
      host = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
      done();
    });
  });
  after((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  beforeEach(() => {
    answers = {};
    asked = [];
  });

  const read = (path: string) =>
    readAll([`${host}${path}`], { locale: 'it', licence: null, base: null }, () => undefined);
  const failure = (path: string): Promise<unknown> =>
    read(path).then(
      () => null,
      (error: unknown) => error,
    );

  it('are read by their address, after the rules of their host', async () => {
    answers = { '/guida/posti': page('Posti') };
    const { documents } = await read('/guida/posti');
    expect(asked).to.deep.equal(['/robots.txt', '/guida/posti']);
    expect(documents.map(({ facts }) => [facts.path, facts.title])).to.deep.equal([['guida/posti', 'Posti']]);
  });

  it('are all that a sitemap and those that it names list, of the same host', async () => {
    const sitemap = (...urls: readonly string[]) =>
      `<urlset>${urls.map((url) => `<url><loc> ${url} </loc></url>`).join('')}</urlset>`;
    answers = {
      '/sitemap.xml': {
        body: `<sitemapindex><sitemap><loc>${host}/a.xml</loc></sitemap><sitemap><loc>${host}/b.xml.gz</loc></sitemap><sitemap><loc>http://127.0.0.1:1/c.xml</loc></sitemap></sitemapindex>`,
      },
      '/a.xml': { body: sitemap(`${host}/uno?x=1&amp;y=2`, 'https://altro.example/due') },
      '/b.xml.gz': { body: gzipSync(sitemap(`${host}/tre/`)) },
      '/uno?x=1&y=2': page('Uno'),
      '/tre/': page('Tre'),
    };
    const { documents, passedOver } = await read('/sitemap.xml');
    expect(documents.map(({ facts }) => [facts.path, facts.title])).to.deep.equal([
      ['uno-x-1-y-2', 'Uno'],
      ['tre/index.html', 'Tre'],
    ]);
    expect(passedOver).to.deep.equal([{ path: 'https://altro.example/due', reason: 'of another host' }]);
  });

  it('are not asked for where robots.txt forbids it to everybody or to the import', async () => {
    answers = {
      '/robots.txt': { body: 'User-agent: *\nDisallow: /privato/' },
      '/privato/x': page('X'),
    };
    expect(await failure('/privato/x'))
      .to.be.instanceOf(AppError)
      .with.property('message')
      .that.includes('robots.txt');
    answers['/robots.txt'] = { body: 'User-agent: CoSellAssistantImport\nDisallow: /' };
    answers['/y'] = page('Y');
    expect(await failure('/y')).to.be.instanceOf(AppError);
    expect(asked).to.deep.equal(['/robots.txt', '/robots.txt']);
  });

  it('are not asked for where the rules can’t be read', async () => {
    answers = { '/robots.txt': { status: 503 }, '/x': page('X') };
    expect(await failure('/x')).to.be.instanceOf(AppError);
    expect(asked).to.deep.equal(['/robots.txt']);
  });

  it('may have moved within their host, and nowhere else, nor in a ring', async () => {
    answers = {
      '/alt': { to: '/neu' },
      '/neu': page('Neu'),
      '/weg': { to: 'https://altro.example/' },
      '/ring': { to: '/ring' },
    };
    expect((await read('/alt')).documents.map(({ facts }) => facts.path)).to.deep.equal(['alt']);
    expect(await failure('/weg'))
      .to.have.property('message')
      .that.includes('of another host');
    expect(await failure('/ring'))
      .to.have.property('message')
      .that.includes('too many redirects');
  });

  it('are left out where they are missing, too large, or of no kind that is read', async () => {
    answers = {
      '/sitemap.xml': {
        body: `<urlset>${['ok', 'fehlt', 'gross', 'bild'].map((name) => `<url><loc>${host}/${name}</loc></url>`).join('')}</urlset>`,
      },
      '/ok': page('Ok'),
      '/gross': { type: 'text/html', body: Buffer.alloc(10_000_001, 'x') },
      '/bild': { type: 'image/png', body: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
    };
    const { documents, passedOver } = await read('/sitemap.xml');
    expect(documents.map(({ facts }) => facts.path)).to.deep.equal(['ok']);
    expect(passedOver.map(({ path }) => path)).to.deep.equal(['fehlt', 'gross', 'bild']);
  });

  it('are refused at other addresses than https', async () => {
    const error = await readAll(
      ['http://altro.example/'],
      { locale: 'it', licence: null, base: null },
      () => undefined,
    ).then(
      () => null,
      (cause: unknown) => cause,
    );
    expect(error).to.be.instanceOf(AppError).with.property('code', 'invalid-input');
  });

  it('are told to be out of reach where nobody answers', async () => {
    const error = await readAll(
      ['http://127.0.0.1:9/x'],
      { locale: 'it', licence: null, base: null },
      () => undefined,
    ).then(
      () => null,
      (cause: unknown) => cause,
    );
    expect(error).to.be.instanceOf(AppError).with.property('code', 'unreachable');
  });
});
