import { expect } from 'chai';
import fc from 'fast-check';
import { factRows } from '../../src/cards/fact-rows.ts';
import { bullet } from '../../src/cards/line.ts';
import { ourMarkdown, plainMarkdown } from '../../src/cards/markdown.ts';
import { lineBlock, lineBlocks, textBlock } from '../../src/cards/text-block.ts';
import { livePartsOf } from './live-parts.ts';
import { ATTACKS, outsideWords } from './outside-words.ts';
import { shownLines } from './shown-lines.ts';

/** What may be a heading as it stands. */
const PLAIN = [
  'Il deal con Bianchi & Figli S.p.A. è chiuso come Perso: non aspetta più una risposta di Microsoft.',
  'Vedi 3 deal per 1.080.000 €, l’ultimo del 31 marzo 2027.',
  'Chi può darti il ruolo? "Rossi" e «Verdi», un po’ in ritardo!',
  'Müller-Schmidt · Łódź · 東京',
];
/** What is left to a text that no renderer reads. */
const ODD = [
  '1. Rossi',
  'rossi.example',
  '- Rossi',
  'A_B_C',
  '192.168.100.200',
  'a&copy',
  '(c) Rossi',
  '--',
  '',
];

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

  it('is a heading to who listens where it holds plain words, and only looks like one where it doesn’t', () => {
    for (const heading of PLAIN) {
      expect(lineBlock({ heading }), heading).to.include({
        type: 'TextBlock',
        style: 'heading',
        text: heading,
      });
    }
    for (const heading of [...ODD, ...ATTACKS.filter((attack) => attack !== 'Cоntoso')]) {
      const { type, inlines } = lineBlock({ heading });
      expect(type, heading).to.equal('RichTextBlock');
      for (const run of inlines as object[]) expect(run).to.include({ weight: 'bolder', size: 'medium' });
    }
    expect(lineBlock({ heading: 'Chi' }, { spacing: 'medium' })).to.include({ spacing: 'medium' });
  });

  it('makes a heading of no words of which a reader of Markdown would make more than words', () => {
    const sentence = fc
      .array(fc.oneof(fc.constantFrom(...PLAIN, ...ODD), fc.stringMatching(/^[a-z0-9.,:;&'"·€-]{1,6}$/)), {
        minLength: 1,
        maxLength: 5,
      })
      .map((parts) => parts.join(' '));
    const isOnlyWords = (text: string): void => {
      const content = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text }] };
      const isPlain = plainMarkdown(text) !== null;
      if (isPlain)
        expect(livePartsOf({ attachments: [{ contentType: 'card', content }] }), text).to.deep.equal([]);
    };
    fc.assert(fc.property(fc.oneof(sentence, outsideWords), isOnlyWords), { numRuns: 2_000 });
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
