import { expect } from 'chai';
import { openContentPages } from '../../src/app/content-pages.ts';
import { examineConfig } from '../../src/config/config.ts';
import type { HttpServer } from '../../src/http/server.ts';
import { PAGES } from '../../src/knowledge/page.ts';
import { createEchoServer } from './echo-bot.ts';

describe('pages on privacy, terms and help', () => {
  let server: HttpServer;
  let url: string;

  before(async () => {
    const reading = examineConfig({
      PUBLISHER_NAME: 'Contoso <b>& figli</b> *srl*',
      SUPPORT_CONTACT: 'aiuto@contoso.com',
      RETENTION_DAYS_SESSIONS: '7',
    });
    if (!reading.isUsable) throw new Error(reading.problems.join('; '));
    ({ server } = createEchoServer({ contentPages: openContentPages(reading.config) }));
    url = await server.listen();
  });
  after(() => server.close(100));

  const get = async (
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ response: Response; html: string }> => {
    const response = await fetch(`${url}${path}`, { headers });
    return { response, html: await response.text() };
  };

  for (const name of PAGES) {
    it(`serves ${name} in the language that is asked for, or that the browser speaks`, async () => {
      const asked = await get(`/${name}?lang=en`, { 'accept-language': 'it-IT' });
      const accepted = await get(`/${name}`, { 'accept-language': 'fr, en-GB;q=0.8' });
      const usual = await get(`/${name}`);
      expect([asked, accepted, usual].map(({ html }) => /<html lang="(\w+)"/.exec(html)?.[1])).to.deep.equal([
        'en',
        'en',
        'it',
      ]);
      expect(usual.response.status).to.equal(200);
      expect(usual.html).not.to.match(/[{}]/);
    });
  }

  it('says what this very assistant does, and makes no markup of it', async () => {
    const { html } = await get('/privacy');
    expect(html).to.contain('Contoso &lt;b&gt;&amp; figli&lt;/b&gt; *srl*').and.to.contain('dopo 7 giorni');
    expect(html).to.contain('aiuto@contoso.com');
  });

  it('runs nothing, and is framed by Teams alone', async () => {
    const { response } = await get('/help');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy)
      .to.contain("default-src 'none'")
      .and.to.contain('frame-ancestors https://teams.microsoft.com');
    expect(policy).not.to.contain('script-src');
  });
});
