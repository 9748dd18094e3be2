import AxeBuilder from '@axe-core/playwright';
import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import { type App, createApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { learnOnce } from '../learned.ts';
import { quietLog } from '../quiet-log.ts';
import { useTempDir } from '../temp-dir.ts';
import { type Chat, type ChatOptions, openChat } from './chat.ts';
import { useChromium } from './chromium.ts';

describe('the assistant on its chat page, in Chromium', function () {
  const browser = useChromium(this);
  const data = useTempDir();
  let app: App;
  let url: string;
  let chat: Chat;

  const start = async (port = '0') => {
    const config = readConfig({ PORT: port, DATA_DIR: data.path });
    app = await createApp(config, { log: quietLog, learned: learnOnce() });
    url = await app.start();
  };
  const open = async (options?: ChatOptions) => (chat = await openChat(browser(), url, options));

  beforeEach(() => start());
  afterEach(async () => {
    await chat.close();
    await app.stop();
  });

  it('welcomes, answers a question typed in haste, and says where the answer is from', async () => {
    await open();
    expect(await chat.lastMessage()).to.match(/^Ciao Sara\./);
    await chat.say('xke nn posso premere nuovo deal??');
    const answer = await chat.lastMessage();
    expect(answer).to.contain('amministratore delle segnalazioni').and.to.contain('Fonte:');
    expect(chat.complaints).to.deep.equal([]);
    const { violations } = await new AxeBuilder({ page: chat.page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).to.deep.equal([]);
  });

  it('writes what rates an answer in the middle of its button', async () => {
    await open();
    await chat.say('xke nn posso premere nuovo deal??');
    const button = chat.page.getByRole('button', { name: 'È utile', exact: true });
    const [around, title] = [
      await button.boundingBox(),
      await button.getByText('È utile').last().boundingBox(),
    ];
    if (around === null || title === null) throw new Error('nothing rates the answer');
    const middleOf = (start: number, size: number) => start + size / 2;
    expect(title.x - around.x).to.be.at.least(8);
    expect(middleOf(title.x, title.width)).to.be.closeTo(middleOf(around.x, around.width), 2);
    expect(middleOf(title.y, title.height)).to.be.closeTo(middleOf(around.y, around.height), 2);
  });

  it('shows a summary with three solutions and three people whole, on a phone', async () => {
    await open({ viewport: { width: 360, height: 800 } });
    await chat.say('crea un deal privato da 80k con Rossi Logistica per fine marzo, wms, analytics e edge');
    await chat.say('Via Roma 1, 37100 Verona, Italia');
    await chat.say('no');
    await chat.say('aggiungi Marco al team');
    await chat.say('aggiungi Ada Neri, ada.neri@aureliasistemi.example, +39 055 111222 al team');
    const summary = chat.page.locator('.bubble').last();
    const shown = await summary.innerText();
    for (const part of ['Aurelia Analytics e Aurelia Edge', 'Marco Galli e Ada Neri', '+39055111222'])
      expect(shown).to.contain(part);
    const last = '[...document.querySelectorAll(".bubble")].at(-1)';
    expect(await chat.page.evaluate(`${last}.scrollWidth <= ${last}.clientWidth`)).to.equal(true);
  });

  it('creates one deal by typing and tapping, on a phone, however often it is confirmed', async () => {
    await open({ viewport: { width: 390, height: 844 } });
    await chat.say('nuovo deal');
    await chat.tap('Privato');
    await chat.say('Proseware');
    await chat.say('80k');
    await chat.say('fine marzo');
    await chat.page.getByText('Riepilogo: deal con Proseware').first().waitFor();
    await chat.tap('Crea il deal');
    const created = await chat.lastMessage();
    expect(created).to.match(/^Fatto: il deal con Proseware è creato\./);
    const id = /Id:? ?([0-9a-f-]{36})/.exec(created)?.[1];
    expect(id).to.be.a('string');
    await chat.say('conferma');
    expect(await chat.lastMessage())
      .to.contain('già creato')
      .and.to.contain(id ?? '');
    expect(await chat.page.evaluate('document.documentElement.scrollWidth')).to.equal(390);
    expect(chat.complaints).to.deep.equal([]);
  });

  /** Whether the whole of it is on the screen, between the bar and the box. */
  const isOnScreen = async (what: Locator): Promise<boolean> => {
    const [box, view] = [await what.boundingBox(), await chat.page.locator('#scroller').boundingBox()];
    if (box === null || view === null) return false;
    return box.y >= view.y && box.y + box.height <= view.y + view.height;
  };

  it('on a phone shows at once who can give access, each address whole', async () => {
    await open({ viewport: { width: 390, height: 844 } });
    await chat.tap('Trova gli amministratori');
    const newest = chat.page.locator('.bot').last();
    for (const name of ['Elena Riva', 'Dario Fontana']) {
      expect(await isOnScreen(newest.getByText(name, { exact: true })), name).to.equal(true);
    }
    for (const address of await newest.locator('a[href^="mailto:"]').all()) {
      const lines = await address.evaluate(
        (link: { getClientRects(): { length: number } }) => link.getClientRects().length,
      );
      expect(lines).to.equal(1);
    }
  });

  it('on a phone shows the whole summary of a co-sell deal with the button that creates it', async () => {
    await open({ viewport: { width: 390, height: 844 } });
    await chat.say('crea un deal co-sell da 80k con Rossi Logistica per fine marzo, wms');
    await chat.say('Via Roma 1, 37100 Verona, Italia');
    await chat.say('Mario Rossi, +39 045 123456, mario.rossi@rossilogistica.example');
    await chat.say('architettura tecnica');
    await chat.say('no');
    await chat.say('salta');
    const newest = chat.page.locator('.bot').last();
    const isAllThere = async () =>
      (await isOnScreen(newest.getByText('Riepilogo: deal con Rossi Logistica'))) &&
      (await isOnScreen(newest.getByRole('button', { name: 'Crea il deal' })));
    expect(await isAllThere()).to.equal(true);
    await chat.say('90k');
    expect(await chat.lastMessage()).to.contain('Segnato: valore 90.000 €');
    expect(await isAllThere()).to.equal(true);
  });

  it('a deal’s row is its button, large enough for a thumb, and says what was chosen once tapped', async () => {
    await open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await chat.say('i miei deal');
    const row = chat.page.getByRole('button', { name: /^Fabrikam.*In attesa/ });
    expect((await row.boundingBox())?.height).to.be.at.least(44);
    const before = await chat.page.locator('.bot').count();
    await row.press('Enter');
    await chat.page.locator('.bot').nth(before).waitFor();
    expect(await chat.lastMessage()).to.contain('Fabrikam');
    await chat.page.getByText('Hai scelto: Fabrikam').waitFor();
    // What was tapped is said once, on its card.
    expect(await chat.page.locator('.own-bubble').allInnerTexts()).to.deep.equal(['i miei deal']);
    expect(await row.count()).to.equal(0);
    const { violations } = await new AxeBuilder({ page: chat.page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).to.deep.equal([]);
  });

  it('goes on in the middle of a deal after a restart and a reload', async () => {
    await open();
    await chat.say('nuovo deal');
    await chat.tap('Privato');
    await chat.say('Proseware');
    const port = new URL(url).port;
    await app.stop();
    await start(port);
    await chat.page.reload();
    await chat.messages.nth(5).waitFor();
    await chat.say('80k');
    expect(await chat.lastMessage()).to.contain('80.000 €');
  });

  it('is another person when asked, and says nothing of other people’s deals', async () => {
    await open({ locale: 'en-US' });
    const marco = chat.page.locator('#person option', { hasText: 'Marco Galli' });
    await chat.page.locator('#person').selectOption((await marco.getAttribute('value')) ?? '');
    await chat.page.getByText('Hi Marco.').first().waitFor();
    await chat.say('did Microsoft accept the Contoso deal?');
    expect(await chat.lastMessage()).not.to.match(/accepted|120,000/);
    await chat.say('my deals');
    expect(await chat.lastMessage())
      .to.contain('Northwind')
      .and.to.contain('Litware')
      .and.not.to.contain('Contoso');
  });
});
