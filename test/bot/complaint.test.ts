import { expect } from 'chai';
import { isComplaint } from '../../src/bot/complaint.ts';

const COMPLAINTS = {
  it: [
    'ma che risposta è',
    'è sempre uguale, ti ripeti',
    'non mi stai capendo proprio, non mi capisci',
    'ho chiesto tutt’altro',
    'non c’entra nulla con quello che volevo',
    'mi hai frainteso',
    'non mi sei d’aiuto',
  ],
  en: [
    'that isn’t what I meant',
    'you keep repeating yourself',
    'same reply as before',
    'you misunderstood me',
    'that doesn’t help at all',
    'I asked for something else',
  ],
} as const;

const OTHERS = {
  it: [
    'Microsoft non risponde, quanto devo aspettare?',
    'non capisco come si registra un deal',
    'il cliente non ha capito il prezzo',
    'ho sbagliato cliente',
    'grazie',
    'non hai capito, mi serve aprire un deal co-sell con Fabrikam da ottantamila euro per marzo',
  ],
  en: [
    'Microsoft doesn’t answer, how long do I wait?',
    'the customer misunderstood',
    'thanks',
    'create a deal',
  ],
} as const;

describe('a complaint', () => {
  for (const locale of ['it', 'en'] as const) {
    for (const text of COMPLAINTS[locale])
      it(`is heard in "${text}"`, () => expect(isComplaint(text, locale)).to.equal(true));
    for (const text of OTHERS[locale])
      it(`isn't in "${text}"`, () => expect(isComplaint(text, locale)).to.equal(false));
  }
});
