import AxeBuilder from '@axe-core/playwright';
import { expect } from 'chai';
import { openContentPages } from '../../src/app/content-pages.ts';
import { examineConfig } from '../../src/config/config.ts';
import type { HttpServer } from '../../src/http/server.ts';
import { PAGES } from '../../src/knowledge/page.ts';
import { LOCALES } from '../../src/language/locale.ts';
import { createEchoServer } from '../http/echo-bot.ts';
import { useChromium } from './chromium.ts';

describe('pages of content in Chromium', function () {
  const browser = useChromium(this);
  let server: HttpServer;
  let url: string;

  before(async () => {
    const reading = examineConfig({});
    if (!reading.isUsable) throw new Error('the default configuration is usable');
    ({ server } = createEchoServer({ contentPages: openContentPages(reading.config) }));
    url = await server.listen();
  });
  after(() => server.close(100));

  for (const [colorScheme, width] of [
    ['light', 320],
    ['dark', 1280],
  ] as const) {
    it(`can be read by everybody at ${String(width)} px, ${colorScheme}`, async () => {
      const context = await browser().newContext({
        ...{ colorScheme, reducedMotion: 'reduce' },
        viewport: { width, height: 800 },
      });
      const page = await context.newPage();
      for (const name of PAGES) {
        for (const locale of LOCALES) {
          await page.goto(`${url}/${name}?lang=${locale}`);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id }) => id),
            `${name} ${locale}`,
          ).to.deep.equal([]);
          expect(await page.evaluate('document.documentElement.scrollWidth'), `${name} ${locale}`).to.equal(
            width,
          );
        }
      }
      await context.close();
    });
  }
});
