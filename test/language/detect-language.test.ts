import { expect } from 'chai';
import { detectLanguage } from '../../src/language/detect-language.ts';

describe('language of an utterance', () => {
  it('is told by short words, endings and accents', () => {
    const italian = [
      'come si fa?',
      'ho perso il deal',
      'perché è stato rifiutato',
      'nuovo affare',
      'note automatiche',
    ];
    const english = [
      'how do I do it',
      'was the deal accepted',
      'new deal please',
      'who are the admins',
      'check my deal',
    ];
    for (const text of italian) expect(detectLanguage(text)?.locale, text).to.equal('it');
    for (const text of english) expect(detectLanguage(text)?.locale, text).to.equal('en');
  });

  it('is clear only where several words say the same', () => {
    expect(detectLanguage('come capisco se Microsoft ha accettato il deal?')?.isClear).to.equal(true);
    expect(detectLanguage('how do I see whether it was accepted?')?.isClear).to.equal(true);
    expect(detectLanguage('grazie')?.isClear ?? false).to.equal(false);
  });

  it('is open where the words say nothing', () => {
    for (const text of ['', 'ok', '80k', '???', '42', 'SOL'])
      expect(detectLanguage(text), text).to.equal(null);
  });
});
