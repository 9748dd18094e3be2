import { expect } from 'chai';
import { markdownBlocks } from '../../src/cards/markdown-blocks.ts';
import { contentMarkdown } from '../../src/cards/markdown.ts';

const text = (content: string, more: object = {}) => ({
  type: 'TextBlock',
  text: content,
  wrap: true,
  ...more,
});

const entry = (mark: string, content: string, more: object = { spacing: 'small' }) => ({
  type: 'ColumnSet',
  columns: [
    {
      type: 'Column',
      width: 'auto',
      items: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: mark }] }],
    },
    { type: 'Column', width: 'stretch', items: [text(content)], spacing: 'small' },
  ],
  ...more,
});

const blocksOf = (content: string) => markdownBlocks(contentMarkdown(content));

describe('markdown in cards', () => {
  it('makes one block a paragraph, and a row of each entry of a list', () => {
    expect(blocksOf('Prima.\n\n- uno\n- due\n\nDopo **questo**.')).to.deep.equal([
      text('Prima.'),
      entry('•', 'uno', {}),
      entry('•', 'due'),
      text('Dopo **questo**.'),
    ]);
  });

  it('begins a list without a blank line before it', () => {
    expect(blocksOf('Servono:\n1. uno\n2. due')).to.deep.equal([
      text('Servono:'),
      entry('1.', 'uno', {}),
      entry('2.', 'due'),
    ]);
  });

  it('keeps the further lines of an entry with it, and tells what stands further in', () => {
    expect(blocksOf('- uno\n  e ancora\n- due\n  - tre')).to.deep.equal([
      entry('•', 'uno e ancora', {}),
      entry('•', 'due'),
      entry('◦', 'tre'),
    ]);
  });

  it('makes headings bold, and headings to who listens', () => {
    const heading = text('Titolo', { style: 'heading', size: 'default', weight: 'bolder' });
    expect(blocksOf('## Titolo\nTesto')).to.deep.equal([heading, text('Testo')]);
  });

  it('makes a rule the separator of what follows', () => {
    expect(blocksOf('a\n\n---\n\nb')).to.deep.equal([text('a'), text('b', { separator: true })]);
  });

  it('drops the mark of a quotation', () => {
    expect(blocksOf('> detto')).to.deep.equal([text('detto')]);
  });

  it('shows code in its own type, with the other formats of the paragraph kept', () => {
    const [block] = blocksOf('Id `3f2a`, **fatto**, *forse*, [qui](https://a.example).');
    expect(block).to.deep.equal({
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: 'Id ' },
        { type: 'TextRun', text: '3f2a', fontType: 'Monospace' },
        { type: 'TextRun', text: ', ' },
        { type: 'TextRun', text: 'fatto', weight: 'Bolder' },
        { type: 'TextRun', text: ', ' },
        { type: 'TextRun', text: 'forse', italic: true },
        { type: 'TextRun', text: ', ' },
        {
          type: 'TextRun',
          text: 'qui',
          selectAction: { type: 'Action.OpenUrl', url: 'https://a.example' },
        },
        { type: 'TextRun', text: '.' },
      ],
    });
  });

  it('shows no backticks in a list', () => {
    const shown = JSON.stringify(blocksOf('- id `3f2a`'));
    expect(shown).to.contain('"text":"3f2a","fontType":"Monospace"').and.not.to.contain('`');
  });

  it('makes nothing of nothing', () => {
    expect(blocksOf(' \n\n')).to.deep.equal([]);
  });
});
