import { expect } from 'chai';
import { type Token, tokenize } from '../../src/language/tokens.ts';
import { Courtesy } from '../../src/matching/courtesy.ts';
import { replaceFigures } from '../../src/matching/placeholders.ts';
import { findSplits } from '../../src/matching/requests.ts';

const stripped = (text: string): string =>
  new Courtesy(['vorrei sapere'])
    .strip(tokenize(text), text)
    .map((token) => token.text)
    .join(' ');

describe('courtesy', () => {
  it('is dropped at both ends, with the name it is for', () => {
    const polite: readonly (readonly [string, string])[] = [
      ['ciao, come si apre?', 'come si apre'],
      ['Ciao Marco, come si apre?', 'come si apre'],
      ['good morning, excuse me: how does it work', 'how does it work'],
      ['come si apre? grazie mille', 'come si apre'],
      ['come si apre per favore', 'come si apre'],
      ['scusa, vorrei sapere come si apre', 'come si apre'],
      ['could you please open it', 'could you open it'],
      ['Buongiorno a tutti, come si apre', 'come si apre'],
      ['come si apre. Grazie mille in anticipo, Sara B.', 'come si apre'],
      ['Hi team, how does it open? - Luca', 'how does it open'],
      ['how does it open, thanks a lot for your help!', 'how does it open'],
      ['scusa ma non si apre', 'non si apre'],
      ['ciaooo, come si apre x favore', 'come si apre'],
      ['heyy how does it open p.f.', 'how does it open'],
      ['Gentile assistente, avrei una domanda: come si apre', 'come si apre'],
      ['senti un po’, mi aiuti per piacere? come si apre', 'come si apre'],
      ['sorry to bother you but how does it open', 'how does it open'],
    ];
    for (const [text, rest] of polite) expect(stripped(text), text).to.equal(rest);
  });

  it('takes a signature with it', () => {
    for (const end of [
      'Grazie, Sara Conti',
      'Cordiali saluti\nSara',
      '\nSara Conti',
      'Best regards, Sara',
      '- Sara',
      'thanks\n--\nSara',
    ]) {
      expect(stripped(`come si apre? ${end}`), end).to.equal('come si apre');
    }
  });

  it('takes a common first name for a signature where something parts it', () => {
    for (const end of [
      ' - luca',
      ' (Luca)',
      ', Luca Rossi',
      '? Luca',
      ' thx! – Luca',
      '\n- Giulia',
      ' Luca',
    ]) {
      expect(stripped(`dove si apre la pagina${end}`), end).to.equal('dove si apre la pagina');
    }
  });

  it('stays where somebody is spoken of', () => {
    for (const text of [
      'mi ha scritto il collega Luca',
      'apro la pagina con Luca',
      'the customer is Luke Ross',
    ]) {
      expect(stripped(text), text).to.equal(text.toLowerCase());
    }
  });

  it('keeps a customer and what the knowledge speaks of, dash or not', () => {
    const known = {
      isCustomer: ({ text }: Token) => text === 'sara' || text === 'contoso',
      isKnown: (word: string) => word === 'microsoft' || word === 'giulia',
    };
    const left = (text: string): string =>
      new Courtesy()
        .strip(tokenize(text), text, known)
        .map(({ text: word }) => word)
        .join(' ');
    expect(left('stato del deal - Sara')).to.equal('stato del deal sara');
    expect(left('che cosa fa, Giulia')).to.equal('che cosa fa giulia');
    expect(left('chi è di Microsoft - Ottavia')).to.equal('chi e di microsoft');
    expect(left('un deal con Contoso Luca')).to.equal('un deal con contoso');
  });

  it('is not dropped from a word where an entry is about courtesy, but before a word of the knowledge', () => {
    const courtesy = new Courtesy([], 2);
    const known = { isCustomer: () => false, isKnown: (word: string) => word === 'diamonds' };
    const left = (text: string): string =>
      courtesy
        .strip(tokenize(text), text, known)
        .map(({ text: word }) => word)
        .join(' ');
    expect(left('hey sir')).to.equal('hey sir');
    expect(left('hey diamonds')).to.equal('diamonds');
    expect(left('diamonds please')).to.equal('diamonds please');
    expect(left('hey two words please')).to.equal('two words');
  });

  it('stays where it is all there is, or all that names something', () => {
    expect(stripped('ciao')).to.equal('ciao');
    expect(stripped('thank you so much')).to.equal('thank you so much');
    expect(stripped('hello how are you')).to.equal('hello how are you');
  });

  it('keeps words that only look like a signature', () => {
    expect(stripped('grazie, posso modificarlo')).to.equal('posso modificarlo');
    expect(stripped('il deal con Contoso')).to.equal('il deal con contoso');
    expect(stripped('Contoso - Northwind')).to.equal('contoso northwind');
  });
});

describe('figures', () => {
  it('are read as what they are', () => {
    const read = (text: string): string => replaceFigures(text).trim().replace(/ +/g, ' ');
    expect(read('un deal da 80k')).to.equal('un deal da {amount}');
    expect(read('vale 80.000 €, o $1.2M?')).to.equal('vale {amount} , o {amount} ?');
    expect(read('80 mila euro entro il 15/03')).to.equal('{amount} entro il {date}');
    expect(read('chiude il 31 marzo')).to.equal('chiude il {date}');
    expect(read('deal 3f2a0000-0000-4000-8000-00000000abcd')).to.equal('deal {customer}');
  });

  it('leave a bare number and a word with digits alone', () => {
    for (const text of ['ho 3 deal', 'Microsoft 365', 'the 14 days', 'web3 kit', 'page 2 moves']) {
      expect(replaceFigures(text)).to.equal(text);
    }
  });
});

describe('requests', () => {
  it('are parted where the words say that another follows', () => {
    const [split] = findSplits('dammi dei consigli, e poi crea un deal');
    expect(split).to.deep.equal({ first: 'dammi dei consigli', rest: 'crea un deal', isJoined: true });
  });

  it('may be parted at a stop, which says less', () => {
    const [split] = findSplits('Who can help me? Create a deal');
    expect(split).to.deep.equal({ first: 'Who can help me?', rest: 'Create a deal', isJoined: false });
  });

  it('are one where nothing parts them, and bounded where everything does', () => {
    expect(findSplits('crea un deal con Contoso e Fabrikam')).to.deep.equal([]);
    expect(findSplits('abcdef. '.repeat(40)).length).to.equal(4);
    expect(findSplits('abcdef. '.repeat(500))).to.deep.equal([]);
  });

  it('is not cut at the last stop of a legal form', () => {
    expect(findSplits('apri un deal con Brenta S.p.A. per 210.000 euro, chiusura il 31 marzo')).to.deep.equal(
      [],
    );
    expect(findSplits('Ho chiuso Contoso S.r.l. ieri. Chi lo segue adesso?')).to.have.length(1);
  });
});
