import { expect } from 'chai';
import { readWatchCommand } from '../../src/language/watch-words.ts';

describe('watch words', () => {
  it('end the work while the person is away, in both languages and with courtesy', () => {
    for (const text of [
      'Non lavorare più al posto mio',
      'non avvisarmi più, grazie',
      'per favore basta avvisi',
    ]) {
      expect(readWatchCommand(text, 'it'), text).to.equal('off');
    }
    for (const text of ['Stop working for me', "don't notify me anymore", 'please stop checking my deals']) {
      expect(readWatchCommand(text, 'en'), text).to.equal('off');
    }
  });

  it('begin it', () => {
    expect(readWatchCommand('Avvisami!', 'it')).to.equal('on');
    expect(readWatchCommand('notify me', 'en')).to.equal('on');
  });

  it('are whole messages: what only holds them is something else', () => {
    for (const text of ['avvisami domani', 'controlla', 'non lavorare più con Contoso', 'stop', 'basta']) {
      expect(readWatchCommand(text, 'it'), text).to.equal(null);
    }
  });
});
