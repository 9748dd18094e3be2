import { expect } from 'chai';
import MarkdownIt from 'markdown-it';
import { escapeMarkdown } from '../../src/cards/escape.ts';

describe('escapeMarkdown', () => {
  const markdown = new MarkdownIt();

  for (const text of [
    'A*b*c S.p.A.',
    '[qui](https://evil.example)',
    '_Rossi_ & `Figli`',
    '# Titolo',
    '~~via~~ | colonna',
    'a \\ b',
  ]) {
    it(`shows "${text}" as typed`, () => {
      const shown = markdown.renderInline(escapeMarkdown(text));
      expect(shown).to.equal(markdown.utils.escapeHtml(text));
    });
  }

  it('keeps a name on one line, so that it cannot start a list or a heading', () => {
    expect(escapeMarkdown('Rossi\n\n- Bianchi\r\nVerdi')).to.equal('Rossi - Bianchi Verdi');
  });

  it('lets no HTML through', () => {
    expect(markdown.renderInline(escapeMarkdown('<b>x</b>'))).to.equal('&lt;b&gt;x&lt;/b&gt;');
  });
});
