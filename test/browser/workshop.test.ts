import AxeBuilder from '@axe-core/playwright';
import { expect } from 'chai';
import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { type App, createApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { readKnowledgeFolder, toKnowledge } from '../../src/knowledge/load.ts';
import { createAnswerer } from '../../src/matching/answerer.ts';
import { startTestBot, type TestBot } from '../conversations/chat.ts';
import { goodFolder } from '../knowledge/folder.ts';
import { learnOnce } from '../learned.ts';
import { quietLog } from '../quiet-log.ts';
import { useChromium } from './chromium.ts';

const VIEWS = [
  [320, 'light'],
  [1280, 'dark'],
] as const;

describe('the workshop, in Chromium', function () {
  const browser = useChromium(this);
  let data: string;
  let app: App;
  let url: string;
  let laid: TestBot;

  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'workshop-'));
    const dir = join(data, 'knowledge');
    for (const [path, content] of Object.entries(goodFolder)) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), content ?? '');
    }
    const { words = {} } = (await learnOnce()).knowledge;
    const knowledge = { ...toKnowledge(await readKnowledgeFolder(dir)), words };
    const learned = Promise.resolve({ knowledge, answerer: createAnswerer(knowledge) });
    const lessons = { dir, documentFolders: [], file: join(data, 'index.bin') };
    app = await createApp(readConfig({ PORT: '0', DATA_DIR: join(data, 'data') }), {
      log: quietLog,
      learned,
      lessons,
    });
    url = await app.start();
    await ask('dove lascio la bicicletta elettrica?');
    laid = await startTestBot({
      lessons: { ...lessons, file: join(data, 'laid.bin') },
      dataDir: join(data, 'laid'),
      env: { WORKSHOP_EDITS: 'layer' },
    });
  });
  after(async () => {
    await laid.stop();
    await app.stop();
    await rm(data, { recursive: true, force: true });
  });

  const ask = (text: string): Promise<Response> =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: 'q1',
        channelId: 'webchat',
        conversation: { id: 'c1' },
        from: { id: 'u1' },
        recipient: { id: 'b1' },
        deliveryMode: 'expectReplies',
        text,
        locale: 'it-IT',
      }),
    });
  const open = async (width: number, colorScheme: 'light' | 'dark'): Promise<Page> => {
    const viewport = { width, height: 800 };
    // A button that fades from one colour scheme into the other has neither's contrast.
    const options = { locale: 'it-IT', colorScheme, viewport, reducedMotion: 'reduce' } as const;
    const context = await browser().newContext(options);
    return context.newPage();
  };

  for (const [width, colorScheme] of VIEWS) {
    it(`can be read by everybody at ${String(width)} px, ${colorScheme}`, async () => {
      const page = await open(width, colorScheme);
      const wrong: string[] = [];
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      for (const path of [
        '',
        '/answer?id=parking',
        '/queue',
        '/explain?q=auto&in=it',
        '/import',
        '/report',
      ]) {
        await page.goto(`${url}/workshop${path}`);
        if (path.startsWith('/answer')) await page.locator('.card .ac-adaptiveCard').nth(1).waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html)]);
        expect(found).to.deep.equal([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).to.equal(width);
      }
      expect(wrong).to.deep.equal([]);
      await page.context().close();
    });
  }

  it('can be read with the versions of an answer, which lead back', async () => {
    const page = await open(320, 'light');
    await page.goto(`${laid.address}/workshop/answer?id=parking`);
    for (const steps of ['dieci', 'venti']) {
      await page.locator('.card .ac-adaptiveCard').nth(1).waitFor();
      await page.locator('[name="it.lead"]').fill(`Puoi parcheggiare a ${steps} passi.`);
      await page.getByRole('button', { name: 'Salva' }).press('Enter');
      await page.getByRole('status').getByText('Salvato').waitFor();
    }
    await page.locator('details:has(.history) > summary').press('Enter');
    await page.locator('.history form.back').first().waitFor();
    await page.locator('.card .ac-adaptiveCard').nth(1).waitFor();
    for (const [width, colorScheme] of VIEWS) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).to.deep.equal([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(width);
    }
    await page.context().close();
  });

  it('shows while somebody types the card, and who would catch a sentence, and saves by the keyboard', async () => {
    const page = await open(1280, 'light');
    await page.goto(`${url}/workshop`);
    await page.getByRole('link', { name: 'Dove parcheggio?' }).press('Enter');
    // The page listens once it has drawn its cards.
    await page.locator('.card .ac-adaptiveCard').nth(1).waitFor();
    await page.locator('[name="it.lead"]').fill('Puoi parcheggiare in cortile.');
    await page.locator('[id="it.card"]').getByText('Puoi parcheggiare in cortile.').waitFor();
    await page.locator('[name="it.try"]').fill('un posto per l’auto');
    await page.locator('[id="it.caught"] .own', { hasText: 'parking' }).waitFor();
    await page.getByRole('button', { name: 'Salva' }).press('Enter');
    await page.getByRole('status').getByText('Salvato').waitFor();
    const written = await readFile(join(data, 'knowledge/answers/parking.yaml'), 'utf8');
    expect(written).to.contain('Puoi parcheggiare in cortile.');
    await page.context().close();
  });
});
