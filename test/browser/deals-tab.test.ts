import AxeBuilder from '@axe-core/playwright';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type App, createApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { learnOnce } from '../learned.ts';
import { quietLog } from '../quiet-log.ts';
import { useTempDir } from '../temp-dir.ts';
import { useChromium } from './chromium.ts';

describe('the tab on one’s deals, in Chromium', function () {
  const browser = useChromium(this);
  const data = useTempDir();
  let app: App;
  let url: string;

  beforeEach(async () => {
    const config = readConfig({ PORT: '0', DATA_DIR: data.path });
    app = await createApp(config, { log: quietLog, learned: learnOnce() });
    url = await app.start();
  });
  afterEach(() => app.stop());

  const open = async (width: number, colorScheme: 'light' | 'dark'): Promise<Page> => {
    const context = await browser().newContext({
      locale: 'it-IT',
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(`${url}/tabs/deals`);
    await page.locator('#shown .ac-adaptiveCard').waitFor();
    return page;
  };

  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const) {
    it(`can be read by everybody at ${String(width)} px, ${colorScheme}`, async () => {
      const page = await open(width, colorScheme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).to.deep.equal([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(width);
      await page.context().close();
    });
  }

  it('shows a deal that is tapped, goes back to all, and leads into the chat for what is to be done', async () => {
    const page = await open(390, 'light');
    const all = page.getByRole('button', { name: 'Tutti i deal' });
    expect(await all.count()).to.equal(0);
    await page.locator('#shown .ac-selectable', { hasText: 'Rifiutato da Microsoft' }).first().click();
    // What a declined deal offers first is to make it anew, which is done in the chat.
    await page.locator('#shown .ac-pushButton').first().click();
    await page.locator('#notice').getByText('Questo si fa nella chat').waitFor();
    await all.click();
    await page.locator('#shown .ac-selectable').nth(1).waitFor();
    await page.locator('#notice').waitFor({ state: 'hidden' });
    await page.context().close();
  });
});
