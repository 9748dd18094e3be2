import { expect } from 'chai';
import { readHtml } from '../../../src/documents/import/html.ts';
import { sectionCalled, sectionsIn } from './imported.ts';

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Lost badges | Building desk</title>
<meta name="description" content="What to do without a badge."><link rel="canonical" href="https://desk.example/badges">
<meta name="ms.date" content="2024-02-29"></head><body>
<nav><h2>Menu</h2><a href="/">Home</a></nav>
<main><h1 id="lost">Lost badges</h1><p>Tell the desk &amp; block it.</p>
<div><h2 id="how-to">How to block it</h2><ol><li>Call <a href="/desk#tel">the desk</a>.</li><li>Say your name.</li></ol></div>
<table><tr><td rowspan="2">Badge</td><td>blue</td></tr><tr><td>red</td></tr></table>
<dl><dt>Fee</dt><dd>ten euro</dd></dl><img src="x.png" alt="x"><svg><text>no</text></svg></main>
<footer><p>Imprint</p></footer></body></html>`;

describe('pages of HTML', () => {
  const read = readHtml(PAGE, { path: 'badges.html', base: null });
  const sections = sectionsIn(read, 'badges.html');

  it('are read from their main part, with the facts of their head', () => {
    expect(sections.map(({ heading }) => heading)).to.deep.equal(['Lost badges', 'How to block it']);
    expect(sections[0]?.document).to.deep.include({
      title: 'Lost badges',
      secondTitle: null,
      description: 'What to do without a badge.',
      url: 'https://desk.example/badges',
      date: '2024-02-29',
      locale: 'en',
    });
    expect(sections[0]?.prose).to.equal('Tell the desk & block it.');
  });

  it('keep their steps, anchors, tables over several rows and terms', () => {
    const section = sectionCalled(sections, 'How to block it');
    expect(section.url).to.equal('https://desk.example/badges#how-to');
    expect(section.steps).to.deep.equal(['Call the desk.', 'Say your name.']);
    expect(section.links).to.deep.equal([
      { text: 'the desk', url: 'https://desk.example/desk#tel', host: null },
    ]);
    expect(section.tableText.trim()).to.equal('Badge | blue\nBadge | red');
    expect(section.prose).to.include('Fee: ten euro');
  });

  it('count what was left out', () => {
    expect(read.leftOut.get('picture')).to.equal(1);
    expect(read.leftOut.get('html')).to.equal(1);
  });

  it('are read to their end however deep they are, or told to be broken', () => {
    const deep = readHtml(`<p>${'<b>'.repeat(400)}text`, { path: 'x.html', base: null });
    expect(sectionsIn(deep)[0]?.prose).to.equal('text');
  });
});
