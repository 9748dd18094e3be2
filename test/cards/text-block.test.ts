import { expect } from 'chai';
import { factRows } from '../../src/cards/fact-rows.ts';
import { bullet } from '../../src/cards/line.ts';
import { ourMarkdown } from '../../src/cards/markdown.ts';
import { lineBlock, lineBlocks, textBlock } from '../../src/cards/text-block.ts';
import { shownLines } from './shown-lines.ts';

const runs = (...texts: string[]) => texts.map((text) => ({ type: 'TextRun', text }));

describe('text of cards', () => {
  it('is a run for each piece, with its own look and that of the line', () => {
    const line = [
      { text: 'Rossi', isBold: true },
      { text: ' · ' },
      { text: 'chat', url: 'https://a.example' },
    ];
    expect(lineBlock(line, { isSubtle: true, spacing: 'none' })).to.deep.equal({
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: 'Rossi', weight: 'bolder', isSubtle: true },
        { type: 'TextRun', text: ' · ', isSubtle: true },
        {
          type: 'TextRun',
          text: 'chat',
          isSubtle: true,
          selectAction: { type: 'Action.OpenUrl', url: 'https://a.example' },
        },
      ],
      spacing: 'none',
    });
  });

  it('parts what a renderer would fill in, and nothing else', () => {
    const inlinesOf = (text: string) => lineBlock(text)['inlines'];
    expect(inlinesOf('a {{DATE(x)}} b')).to.deep.equal(runs('a {', '{DATE(x)}} b'));
    expect(inlinesOf('${{a}} {b} $')).to.deep.equal(runs('$', '{', '{a}} {b} $'));
  });

  it('is one line, unless its line ends count', () => {
    const [line, whole] = lineBlocks(['Rossi\n\n• Spa', { verbatim: 'Ciao\n\nRossi\u202e' }]);
    expect(shownLines([line, whole])).to.deep.equal(['Rossi  • Spa', 'Ciao\n\nRossi']);
  });

  it('has the mark of a list in a column of its own, entries closer together', () => {
    const blocks = lineBlocks(['Due:', bullet('uno'), bullet('due')]);
    expect(shownLines(blocks)).to.deep.equal(['Due:', '• uno', '• due']);
    expect(blocks.map(({ spacing }) => spacing)).to.deep.equal([undefined, undefined, 'small']);
  });

  it('shows facts one a line, and below its name what has lines of its own or a long word', () => {
    const rows = factRows([
      { title: 'Cliente', value: '[a](b)' },
      { title: 'Note', value: { verbatim: 'uno\ndue' } },
      { title: 'Altro', value: { verbatim: 'tre' } },
      { title: 'Chi', value: 'Ada, ada.neri@aureliasistemi.example' },
    ]);
    expect(shownLines(rows)).to.deep.equal([
      'Cliente: [a](b)',
      'Note',
      'uno\ndue',
      'Altro: tre',
      'Chi',
      'Ada, ada.neri@aureliasistemi.example',
    ]);
  });

  it('is Markdown only where it was written as such, without values', () => {
    const name = 'Rossi';
    expect(textBlock(ourMarkdown`Apri *questo*.`)).to.include({ type: 'TextBlock', text: 'Apri *questo*.' });
    // @ts-expect-error A plain string is no Markdown.
    textBlock(name);
    // @ts-expect-error Values are no part of it.
    expect(() => ourMarkdown`Apri *${name}*.`).to.throw('no part of Markdown');
  });
});
