import { expect } from 'chai';
import fc from 'fast-check';
import { visibleLine, visibleText } from '../../src/language/visible-text.ts';

describe('visible text', () => {
  const invisible: readonly (readonly [string, string])[] = [
    ['zero-width space and no-break space', '\u200b\ufeff'],
    ['word joiner and invisible operators', '\u2060\u2061\u2062\u2063\u2064'],
    ['soft hyphen', '\u00ad'],
    ['directions', '\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'],
    ['tags', '\u{e0001}\u{e0041}\u{e007f}'],
    ['variation selectors', '\ufe0f\u{e0100}\u180b'],
    ['fillers of Hangul', '\u115f\u1160\u3164\uffa0'],
    ['the combining joiner and the vowels of Khmer that have no form', '\u034f\u17b4\u17b5'],
    ['control characters', '\u0000\u0007\u001b\u007f\u009f'],
    ['annotations', '\ufff9\ufffa\ufffb'],
    ['half a surrogate pair', '\ud800'],
    ['what is no character', '\uffff\ufdd0'],
  ];
  for (const [name, characters] of invisible) {
    it(`drops ${name}`, () => {
      for (const character of characters.match(/./gsu) ?? []) {
        expect(visibleText(`Con${character}toso`), escape(character)).to.equal('Contoso');
        expect(visibleLine(`${character}Contoso${character}`), escape(character)).to.equal('Contoso');
      }
    });
  }

  const kept: readonly (readonly [string, string])[] = [
    ['accents, and marks on a letter', 'Nïcolò Società e\u0301'],
    ['Persian, with its joiner', 'می\u200cخواهم'],
    ['Hindi, with its joiners', 'क्\u200dष क्\u200cष'],
    ['Sinhala, with its joiner', 'ශ්\u200dරී'],
    ['a joiner between any letters', 'Con\u200dtoso'],
    ['letters of other alphabets that look like ours', 'Cоntoso'],
    ['emoji, and letters beyond the first plane', '🙂 𝔘 𠮷'],
    ['spaces that don’t break', '80.000\u00a0€\u202f!'],
    ['what looks like markup', '**a** [b](c) <i> {{d}} \\'],
  ];
  for (const [name, text] of kept) it(`keeps ${name}`, () => expect(visibleLine(text)).to.equal(text));

  it('drops a joiner that stands beside another or at an end', () => {
    expect(visibleText('\u200cمی\u200c\u200dخ\u200d')).to.equal('میخ');
  });

  it('makes one line of a name, and keeps the lines and tabs of a text', () => {
    const typed = 'a\nb\tc\r\nd\re\u2028f\u2029g\u0085h\vi\fj';
    expect(visibleLine(typed)).to.equal('a b c d e f g h i j');
    expect(visibleText(typed)).to.equal('a\nb\tc\nd\ne f g h i j');
  });

  it('has nothing more to take out the second time', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleText(visibleText(text))).to.equal(visibleText(text));
        expect(visibleLine(visibleText(text))).to.equal(visibleLine(text));
      }),
    ));
});

const escape = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16)}`;
