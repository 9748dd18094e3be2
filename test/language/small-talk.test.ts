import { expect } from 'chai';
import { isNoneOfThese, readSmallTalk } from '../../src/language/small-talk.ts';

const CASES: Readonly<Record<string, string | null>> = {
  ciao: 'greeting',
  'Ciao!': 'greeting',
  buongiorno: 'greeting',
  'ciao bot': 'greeting',
  'hello there': 'greeting',
  ciaoooo: 'greeting',
  'hi 👋': 'greeting',
  'buongiorno a tutti': 'greeting',
  'come va?': 'greeting',
  grazie: 'thanks',
  'grazie mille': 'thanks',
  'Grazie! 🙏': 'thanks',
  'ok grazie': 'thanks',
  'thanks a lot!': 'thanks',
  thx: 'thanks',
  arrivederci: 'goodbye',
  'ciao grazie': 'goodbye',
  bye: 'goodbye',
  'buona giornata': 'goodbye',
  'grazie, a presto': 'goodbye',
  aiuto: 'help',
  'cosa sai fare?': 'help',
  'Ciao, cosa sai fare?': 'help',
  help: 'help',
  'what can you do?': 'help',
  'chi sei?': 'help',
  'cosa posso chiederti?': 'help',
  'sei un bot?': 'help',
  'cosa sai di me?': 'about-me',
  'what do you know about me?': 'about-me',
  'mostrami i miei dati': 'about-me',
  'cancella i miei dati': 'forget-me',
  'delete my data please': 'forget-me',
  dimenticami: 'forget-me',
  'parla in inglese': 'speak-en',
  'puoi parlare in inglese?': 'speak-en',
  english: 'speak-en',
  'in English please': 'speak-en',
  'switch to English': 'speak-en',
  'do you speak English?': 'languages',
  'cambia la lingua in inglese': 'speak-en',
  "passa all'inglese": 'speak-en',
  'speak italian': 'speak-it',
  italiano: 'speak-it',
  'Rispondi in italiano': 'speak-it',
  'parli italiano?': 'languages',

  'ciao, come creo un deal': null,
  'grazie ma come si fa?': null,
  'aiuto con un deal': null,
  'Help Lab': null,
  '"ciao"': null,
  'Ciao S.r.l.': null,
  'English Breakfast Ltd': null,
  'il contratto è in inglese': null,
  'cancella il deal': null,
  'cosa sai di Contoso?': null,
  ok: null,
  sì: null,
  '': null,
  '👍': null,
  Contoso: null,
  'i dati del cliente': null,
};

describe('readSmallTalk', () => {
  for (const [text, expected] of Object.entries(CASES)) {
    it(`${JSON.stringify(text)} is ${String(expected)}`, () =>
      expect(readSmallTalk(text, 'it')).to.equal(expected));
  }
  it('hears both languages whatever the language of the conversation', () => {
    for (const [text, expected] of Object.entries(CASES))
      expect(readSmallTalk(text, 'en'), text).to.equal(expected);
  });
});

describe('isNoneOfThese', () => {
  for (const text of [
    'nessuna di queste',
    'Nessuna di queste.',
    'nessuno',
    'nessuna delle due, grazie',
    'altro',
    'none of these',
    'neither',
    'something else',
  ]) {
    it(`hears it in "${text}"`, () => expect(isNoneOfThese(text)).to.equal(true));
  }
  for (const text of [
    'no',
    'la prima',
    'Nessuno S.p.A.',
    'none of these works for deals',
    '',
    'altro cliente',
  ]) {
    it(`doesn't in "${text}"`, () => expect(isNoneOfThese(text)).to.equal(false));
  }
});
