import { expect } from 'chai';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAGES, readPage } from '../../src/knowledge/page.ts';
import { LOCALES } from '../../src/language/locale.ts';

const GOOD = `id: help
updated: 2026-01-01
it: { title: Aiuto, body: 'Scrivi a {contact}.' }
en: { title: Help, body: 'Write to {contact}.' }
`;

describe('a page of content', () => {
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'pages-'));
    await mkdir(join(dir, 'pages'));
  });
  after(() => rm(dir, { recursive: true }));

  const problemOf = async (text: string): Promise<string> => {
    await writeFile(join(dir, 'pages/help.yaml'), text);
    return readPage(dir, 'help').then(
      () => '',
      (error: unknown) => String(error),
    );
  };

  it('is refused where it is missing, misses a language, or wants a fact that nobody has', async () => {
    expect(await problemOf(GOOD)).to.equal('');
    expect(await problemOf(GOOD.replace(/^en.*\n/m, ''))).to.contain('en');
    expect(await problemOf(GOOD.replace('{contact}', '{boss}'))).to.contain('publisher, contact');
    expect(await problemOf(GOOD.replace('id: help', 'id: terms'))).to.contain('its id is "terms"');
    expect(await readPage(dir, 'terms').catch(String)).to.contain('terms.yaml');
  });

  it('is there under each name, with the same headings and facts in each language', async () => {
    for (const name of PAGES) {
      const { texts } = await readPage('knowledge', name);
      const facts = LOCALES.map((locale) => [...texts[locale].body.matchAll(/\{\w+\}/g)].map(String).sort());
      const headings = LOCALES.map((locale) => texts[locale].body.match(/^## /gm)?.length ?? 0);
      expect(facts[0], name).to.deep.equal(facts[1]);
      expect(headings[0], name).to.equal(headings[1]);
    }
  });
});
