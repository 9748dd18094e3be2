import { expect } from 'chai';
import { stripCourtesy } from '../../src/language/courtesy.ts';

const CASES: Readonly<Record<string, string>> = {
  'Ciao, come creo un deal? Grazie': 'come creo un deal?',
  'per favore crea un deal': 'crea un deal',
  'Crea un deal, per favore.': 'Crea un deal',
  'buongiorno! scusa, dov’è il pulsante?': 'dov’è il pulsante?',
  'hi there, create a deal pls': 'create a deal',
  'ok thanks': 'ok',
  'grazie mille!': '',
  'Ciao ciao': '',
  Contoso: 'Contoso',
  'ringrazio il cliente': 'ringrazio il cliente',
  ciaobella: 'ciaobella',
  'Il deal con Grazie S.r.l.': 'Il deal con Grazie S.r.l.',
  'Fabrikam S.p.A.': 'Fabrikam S.p.A.',
  '': '',
};

describe('stripCourtesy', () => {
  for (const [text, expected] of Object.entries(CASES)) {
    it(`leaves ${JSON.stringify(expected)} of ${JSON.stringify(text)}`, () =>
      expect(stripCourtesy(text)).to.equal(expected));
  }
});
