import { expect } from 'chai';
import { readdir, readFile } from 'node:fs/promises';
import { PAGE_TEXTS, firstLocale } from '../../src/chat-page/texts.ts';

const read = (name: string) => readFile(`src/chat-page/${name}`, 'utf8');

describe('files of the chat page', () => {
  it('name only words that both languages have', async () => {
    const html = await read('index.html');
    const names = [...html.matchAll(/data-(?:text|label|hint|placeholder)="(\w+)"/g)].map(([, name]) => name);
    expect(names).to.include.members(['placeholder', 'sampleData', 'send']);
    for (const texts of Object.values(PAGE_TEXTS)) {
      for (const name of names)
        expect(texts)
          .to.have.property(name ?? '')
          .that.is.a('string').and.is.not.empty;
    }
  });

  it('have as many ways to start in both languages', () => {
    expect(PAGE_TEXTS.it.starters).to.have.length(PAGE_TEXTS.en.starters.length);
  });

  it('load nothing from elsewhere, and have neither script nor style inside', async () => {
    const html = await read('index.html');
    expect(html).not.to.match(/(?:src|href)="(?!\/assets\/)/);
    expect(html).not.to.match(/<script>|<style|style=|\son\w+=/);
    for (const name of ['page.css', 'messages.css']) {
      const css = (await read(name)).replaceAll('http://www.w3.org/2000/svg', '');
      expect(css, name).not.to.match(/https?:|@import/);
    }
  });

  it('keep nothing in the browser where people are real, and listen to no other window', async () => {
    for (const name of (await readdir('src/chat-page')).filter((each) => each.endsWith('.ts'))) {
      const script = await read(name);
      // The local page, which exists without an app id alone.
      if (!['main.ts', 'store.ts'].includes(name))
        expect(script, name).not.to.match(/localStorage|sessionStorage|indexedDB|document\.cookie/);
      expect(script, name).not.to.match(/postMessage|addEventListener\('message'/);
    }
  });

  it('begin in Italian, unless the browser asks for English', () => {
    for (const language of ['it-IT', 'it', 'de-DE', ''])
      expect(firstLocale(language), language).to.equal('it');
    for (const language of ['en', 'en-US', 'EN-gb']) expect(firstLocale(language), language).to.equal('en');
  });
});
