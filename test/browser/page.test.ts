import AxeBuilder from '@axe-core/playwright';
import { expect } from 'chai';
import { join } from 'node:path';
import type { HttpServer } from '../../src/http/server.ts';
import { PEOPLE, createEchoServer } from '../http/echo-bot.ts';
import { type Chat, type ChatOptions, openChat } from './chat.ts';
import { useChromium } from './chromium.ts';

const PAGE = { people: async () => PEOPLE };
const FOLDER = join(process.cwd(), 'dist/src/chat-page');
const GREETING = 'Ciao, sono un’eco.';

describe('chat page in Chromium', function () {
  const browser = useChromium(this);
  let server: HttpServer;
  let url: string;
  let chat: Chat;

  const open = async (options?: ChatOptions) => (chat = await openChat(browser(), url, options));
  const shown = () => chat.page.locator('.bubble').allInnerTexts();
  // No waitForFunction in this file: it polls with eval, which the page's content security policy forbids.
  const onlyOneMessage = async () => {
    await chat.messages.nth(1).waitFor({ state: 'detached' });
    await chat.messages.first().waitFor();
  };

  beforeEach(async () => {
    ({ server } = createEchoServer({ chatPage: PAGE, pageFolder: FOLDER }));
    url = await server.listen();
  });
  afterEach(async () => {
    await chat.close();
    await server.close(100);
  });

  it('greets, answers what is typed, and keeps the focus in the box', async () => {
    await open();
    await chat.say('buongiorno');
    expect(await shown()).to.deep.equal([GREETING, 'buongiorno', 'eco: buongiorno']);
    expect(await chat.page.evaluate('document.activeElement.id')).to.equal('box');
    expect(await chat.page.locator('#box').inputValue()).to.equal('');
    expect(chat.complaints).to.deep.equal([]);
  });

  it('makes a new line with Shift+Enter, and sends nothing that is empty', async () => {
    await open();
    const box = chat.page.locator('#box');
    await box.press('Enter');
    await box.pressSequentially('uno');
    await box.press('Shift+Enter');
    await box.pressSequentially('due');
    expect(await box.inputValue()).to.equal('uno\ndue');
    expect(await chat.messages.count()).to.equal(1);
    await box.press('Enter');
    await chat.page.locator('.bot').nth(1).waitFor();
    expect((await shown())[1]).to.equal('uno\ndue');
  });

  it('shows a tapped button by its title, and what was offered with it is over, also after a reload', async () => {
    await open();
    await chat.say('carta');
    await chat.tap('Aiuto');
    const [own, answer] = (await shown()).slice(3);
    expect(own).to.equal('Aiuto');
    expect(answer).to.match(/^value .*"action":"help"/);
    const buttons = chat.page.locator('.ac-pushButton');
    const states = async () =>
      Promise.all([0, 1].map(async (at) => [await buttons.nth(at).isDisabled(), await pressed(at)]));
    const pressed = async (at: number) => (await buttons.nth(at).getAttribute('aria-pressed')) === 'true';
    const over = [
      [true, false],
      [true, true],
    ];
    expect(await states()).to.deep.equal(over);
    await chat.page.reload();
    await chat.messages.nth(4).waitFor();
    expect(await states()).to.deep.equal(over);
    await chat.say('carta');
    await buttons.nth(3).waitFor();
    expect(await buttons.nth(3).isEnabled()).to.equal(true);
    expect(chat.complaints).to.deep.equal([]);
  });

  it('what is typed ends what was offered before it, too', async () => {
    await open();
    await chat.say('carta');
    await chat.say('altro');
    for (const button of await chat.page.locator('.ac-pushButton').all())
      expect(await button.isDisabled()).to.equal(true);
  });

  it('shows the beginning of what is said, however long it is', async () => {
    await open({ viewport: { width: 390, height: 844 } });
    for (const lines of [12, 26, 29, 60]) {
      await chat.say(Array.from({ length: lines }, (_, index) => `riga ${String(index)}  `).join('\n'));
      const top = await chat.page.locator('.bot .bubble').last().boundingBox();
      const view = await chat.page.locator('#scroller').boundingBox();
      expect(top?.y, `${String(lines)} lines`).to.be.at.least(view?.y ?? 0);
    }
  });

  it('puts the answer to an Action.Execute in the place of the card', async () => {
    await open();
    await chat.say('esegui');
    await chat.page.getByRole('button', { name: 'Sostituisci' }).click();
    await chat.page.getByText('Sostituita').waitFor();
    expect(await chat.page.getByRole('button', { name: 'Sostituisci' }).count()).to.equal(0);
  });

  it('follows updates and deletions', async () => {
    await open();
    await chat.say('aggiorna');
    await chat.page.getByText('dopo', { exact: true }).waitFor();
    // What is taken away again may still be shown while the next answer comes, so that answers can't be counted.
    for (const text of ['cancella', 'fine']) {
      await chat.page.locator('#box').fill(text);
      await chat.page.locator('#box').press('Enter');
    }
    await chat.messages.getByText('eco: fine').waitFor();
    expect(await shown()).to.deep.equal([GREETING, 'aggiorna', 'dopo', 'cancella', 'fine', 'eco: fine']);
  });

  it('shows the conversation again after a reload, without announcing it again', async () => {
    await open();
    await chat.say('uno');
    const before = await shown();
    await chat.page.reload();
    await chat.messages.nth(2).waitFor();
    expect(await shown()).to.deep.equal(before);
    expect(await chat.page.locator('#announcer').innerText()).to.equal('');
    await chat.say('due');
    expect(await shown()).to.deep.equal([...before, 'due', 'eco: due']);
  });

  it('announces each message of the assistant once, and none of one’s own', async () => {
    await open();
    await chat.say('uno');
    expect(await chat.page.locator('#announcer p').allInnerTexts()).to.deep.equal([GREETING, 'eco: uno']);
  });

  it('says that the connection is lost, sends again when asked, and loses nothing over a restart', async () => {
    await open();
    await chat.say('prima');
    const port = Number(new URL(url).port);
    await server.close(100);
    await chat.page.getByText('Connessione interrotta').waitFor();
    await chat.page.locator('#box').fill('seconda');
    await chat.page.locator('#box').press('Enter');
    await chat.page.getByText('Non inviato.').first().waitFor();
    ({ server } = createEchoServer({ chatPage: PAGE, port }));
    await server.listen();
    await chat.page.locator('#notice').waitFor({ state: 'hidden' });
    await chat.tap('Riprova');
    expect(await shown()).to.deep.equal([GREETING, 'prima', 'eco: prima', 'seconda', 'eco: seconda']);
  });

  it('keeps a conversation for each person, and begins a new one when asked', async () => {
    await open();
    await chat.say('sono Sara');
    await chat.page.locator('#person').selectOption({ index: 1 });
    await onlyOneMessage();
    await chat.say('sono Paolo');
    await chat.page.locator('#person').selectOption({ index: 0 });
    expect(await shown()).to.deep.equal([GREETING, 'sono Sara', 'eco: sono Sara']);
    await chat.page.getByRole('button', { name: 'Nuova conversazione' }).click();
    await onlyOneMessage();
    expect(await shown()).to.deep.equal([GREETING]);
  });

  it('shows HTML as text, and makes no link that runs anything', async () => {
    await open();
    await chat.say('<img src=x onerror=alert(1)> [qui](javascript:alert(1)) https://learn.microsoft.com');
    const answer = chat.page.locator('.bot').last();
    expect(await answer.innerText()).to.contain('<img src=x onerror=alert(1)>');
    expect(await answer.locator('img').count()).to.equal(0);
    const links = answer.locator('a');
    expect(await links.count()).to.equal(1);
    expect(await links.getAttribute('href')).to.equal('https://learn.microsoft.com');
    expect(await links.getAttribute('rel')).to.equal('noopener noreferrer');
  });

  it('holds 50,000 characters without breaking its width', async () => {
    await open({ viewport: { width: 320, height: 640 } });
    await chat.say('x'.repeat(50_000));
    expect(await chat.page.evaluate('document.querySelector("#scroller").scrollWidth')).to.be.at.most(320);
  });

  for (const width of [320, 390]) {
    it(`fits ${String(width)} pixels, with every control inside`, async () => {
      await open({ viewport: { width, height: 640 } });
      await chat.say('carta');
      for (const selector of [
        '#person',
        '#new-conversation',
        '[data-locale=en]',
        '#box',
        '.send',
        '.ac-pushButton',
      ]) {
        const box = await chat.page.locator(selector).first().boundingBox();
        expect(box?.x, selector).to.be.at.least(0);
        expect((box?.x ?? 0) + (box?.width ?? 0), selector).to.be.at.most(width);
        expect(box?.height, selector).to.be.at.least(44);
        expect(box?.width, selector).to.be.at.least(44);
      }
      expect(await chat.page.evaluate('document.documentElement.scrollWidth')).to.equal(width);
      const label = 'document.querySelector(".ac-pushButton > div")';
      const isWhole = `${label}.scrollWidth <= ${label}.clientWidth && ${label}.clientHeight > 30`;
      expect(await chat.page.evaluate(isWhole), 'a long title goes on in a second line').to.equal(true);
    });
  }

  it('moves nothing for those who asked for less motion', async () => {
    await open({ reducedMotion: 'reduce' });
    const animation = 'getComputedStyle(document.querySelector(".message")).animationName';
    expect(await chat.page.evaluate(animation)).to.equal('none');
  });

  it('speaks the language of the browser until another is chosen, also after a reload', async () => {
    await open({ locale: 'en-US' });
    expect(await chat.page.locator('#box').getAttribute('placeholder')).to.equal('Write a message');
    await chat.page.getByRole('button', { name: 'Italiano' }).click();
    await chat.page.reload();
    await chat.messages.first().waitFor();
    expect(await chat.page.locator('html').getAttribute('lang')).to.equal('it');
    expect(await chat.page.locator('.badge').innerText()).to.equal('Dati di esempio');
  });

  for (const [locale, colorScheme] of [
    ['it-IT', 'light'],
    ['en-US', 'dark'],
  ] as const) {
    it(`is accessible in ${locale}, ${colorScheme}`, async () => {
      await open({ locale, colorScheme });
      await chat.say('carta');
      const { violations } = await new AxeBuilder({ page: chat.page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).to.deep.equal([]);
      expect(await chat.page.locator('h1').count()).to.equal(1);
    });
  }
});
