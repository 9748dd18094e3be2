import { expect } from 'chai';
import fc from 'fast-check';
import { createReader } from '../../src/reading/reader.ts';
import { openKnowledge } from '../../src/app/knowledge.ts';
import type { Locale } from '../../src/language/locale.ts';
import { maskWords } from '../../src/questions/mask.ts';
import { isCommonWord, knowsWord } from '../../src/questions/trade-words.ts';

const NAMES = { customers: ['Fabrikam', 'Rossi Logistica'], people: ['Anna Bianchi'] };

describe('masking the words of a question', () => {
  let mask: (text: string, locale?: Locale) => string;
  before(async () => {
    const knowledge = await openKnowledge();
    const reader = createReader(knowledge.words ?? {});
    const context = { today: '2026-11-24', asked: null, known: [] };
    mask = (text, locale = 'it') =>
      maskWords(
        reader.read(text, { ...context, locale }),
        NAMES,
        knowsWord(knowledge),
        locale,
        isCommonWord(knowledge),
      );
  });

  it('leaves what a question is about', () => {
    for (const text of [
      'posso modificare un deal dopo che è stato vinto?',
      'quanto tempo ha Microsoft per rispondere?',
      'che differenza c’è tra co-sell e privato in Partner Center?',
    ])
      expect(mask(text)).to.equal(text);
    expect(mask('can I edit a won deal in Partner Center?', 'en')).to.equal(
      'can I edit a won deal in Partner Center?',
    );
  });

  it('hides who and which deal, however it is written', () => {
    for (const text of [
      'perché fabrikam non risponde?',
      'Fabrikam da 80.000 € chiude il 12 marzo 2027',
      'posso scrivere a anna.bianchi@fabrikam.example o al +39 055 000 0101?',
      'Anna Bianchi di Rossi Logistica, Via Roma 12, 50123 Firenze',
      'il deal con Rosi Logistica scade?',
      'perché Bianchi non vede il deal?',
      'cosa dico a Pizzamondo per il rinnovo?',
    ]) {
      expect(mask(text), text).not.to.match(
        /fabrikam|80\.000|12 marzo|@|0101|bianchi|ros+i|via roma|50123|pizzamondo/i,
      );
    }
  });

  it('hides figures and addresses that no reader takes for one', () => {
    expect(mask('posso fare il 7,5% invece di 30mila?')).to.equal(
      'posso fare il [percentuale] invece di [importo]?',
    );
    expect(mask('can I take 9 percent off?', 'en')).to.equal('can I take [percentage] off?');
    expect(mask('scrivo a luca punto verdi chiocciola acme punto it?')).to.equal('scrivo a [e-mail]?');
  });

  it('hides a name that begins a sentence or stands behind a given name in small letters', () => {
    expect(mask('Zanichelli è gestito da Microsoft?')).to.equal('[nome] è gestito da Microsoft?');
    expect(mask('posso invitare paolo zanichelli?')).to.equal('posso invitare [persona]?');
  });

  it('says what stood there, in the language of the conversation', () => {
    expect(mask('Fabrikam mi paga 80k?')).to.equal('[cliente] mi paga [importo]?');
    expect(mask('will Fabrikam pay 80k?', 'en')).to.equal('will [customer] pay [amount]?');
  });

  it('never shows a known name, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (before, after) => {
        expect(mask(`${before} Fabrikam ${after}`)).not.to.contain(' Fabrikam ');
      }),
      { numRuns: 100 },
    );
  });
});
