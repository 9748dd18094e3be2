import { expect } from 'chai';
import { mixedWords } from '../../src/language/scripts.ts';

describe('words that mix scripts', () => {
  const mixed: readonly (readonly [string, string])[] = [
    ['Latin with a Cyrillic o', 'Cоntoso'],
    ['Latin with a Greek omicron', 'Micrοsoft'],
    ['Latin with an Armenian letter', 'Micrօsoft'],
    ['Latin with a Cherokee letter', 'ᎠBC'],
    ['Cyrillic with a Greek letter', 'Γазпром'],
    ['digits between', 'C0ntо5o'],
    ['initials with full stops between', 'S.р.A'],
    ['Japanese with Hangul', 'ソ한국'],
    ['kana with Bopomofo', 'ソㄅ'],
    ['Latin with Japanese and Cyrillic', 'Aソя'],
  ];
  for (const [name, word] of mixed) {
    it(`${name}`, () => expect(mixedWords(`il deal con ${word}, Spa`)).to.deep.equal([word]));
  }

  const whole: readonly (readonly [string, string])[] = [
    ['Latin with accents, also put together', 'Società Nïcolò e\u0301 Łódź Ørsted'],
    ['digits, signs and letters without a script', '3M 80.000 € AT&T µTorrent Ⅳ 𝐀'],
    ['all Cyrillic', 'Газпром'],
    ['all Greek with accents', 'Ελλάς'],
    ['words of one script each', 'Fabrikam Россия Ελλάς 株式会社'],
    ['a Latin article at a Greek word', 'l’Ελλάς'],
    ['Japanese', 'ソフトバンク株式会社 ありがとう ビール'],
    ['Japanese with Latin', 'NTTデータ Tシャツ'],
    ['Korean with Latin and Chinese', 'LG전자 大韓民國은'],
    ['Chinese with Latin and Bopomofo', 'TCL科技 注音ㄅㄆ'],
    ['Arabic, Hebrew, Hindi, Thai', 'شركة חברה हिन्दी ไทย'],
    ['a script of history', '𐌰𐌱𐌲'],
    ['nothing', ''],
  ];
  for (const [name, text] of whole) {
    it(`not ${name}`, () => expect(mixedWords(text)).to.deep.equal([]));
  }

  it('names each word once', () => {
    expect(mixedWords('Cоntoso e Cоntoso, Micrοsoft')).to.deep.equal(['Cоntoso', 'Micrοsoft']);
  });
});
