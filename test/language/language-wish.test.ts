import { expect } from 'chai';
import { type LanguageWish, readLanguageWish } from '../../src/language/language-wish.ts';

const speak = (locale: 'it' | 'en', by: 'talking' | 'writing' | 'name'): LanguageWish => ({
  kind: 'speak',
  locale,
  by,
});
const ASK: LanguageWish = { kind: 'ask' };

const CASES: Readonly<Record<string, LanguageWish | null>> = {
  'sai l’inglese?': ASK,
  'comprendi anche l’italiano?': ASK,
  'sai parlare italiano': ASK,
  'funzioni anche in inglese?': ASK,
  'che lingue parli?': ASK,
  'in che lingua rispondi?': ASK,
  'can you speak Italian?': ASK,
  'do you understand English': ASK,
  'which languages do you support?': ASK,
  'italiano o inglese?': ASK,

  'torniamo all’italiano': speak('it', 'talking'),
  'torna a parlare inglese, per favore': speak('en', 'talking'),
  'ok passiamo all’inglese': speak('en', 'talking'),
  'rimetti l’italiano': speak('it', 'talking'),
  'preferirei continuare in inglese': speak('en', 'talking'),
  'let’s switch back to Italian': speak('it', 'talking'),
  'can we go on in English please': speak('en', 'talking'),
  'di nuovo in italiano': speak('it', 'talking'),
  'non parlare inglese': speak('it', 'talking'),
  'basta inglese, torna all’italiano': speak('it', 'talking'),
  'ok basta, parla italiano': speak('it', 'talking'),
  'stop speaking Italian please': speak('en', 'talking'),
  'back to English': speak('en', 'talking'),
  'scrivi in inglese': speak('en', 'writing'),
  'in inglese': speak('en', 'name'),
  Italian: speak('it', 'name'),

  'il contratto è in inglese': null,
  'English Breakfast Ltd': null,
  'parla italiano il contatto di Contoso?': null,
  'torna indietro': null,
  '"italiano"': null,
  'le note in inglese con il nome del cliente': null,
  '': null,
};

describe('what a message wants of the language', () => {
  for (const [text, wish] of Object.entries(CASES)) {
    it(`"${text}"`, () => expect(readLanguageWish(text)).to.deep.equal(wish));
  }
});
