import { expect } from 'chai';
import { wantsPerson } from '../../src/language/person-wish.ts';

describe('asking for a person', () => {
  for (const said of [
    'vorrei parlare con qualcuno',
    'posso parlare con un operatore?',
    'parlare con una persona vera',
  ])
    it(`"${said}" does`, () => expect(wantsPerson(said, 'it')).to.equal(true));
  for (const said of ['can I talk to a human?', "I'd like to speak with someone", 'talk to support please'])
    it(`"${said}" does (en)`, () => expect(wantsPerson(said, 'en')).to.equal(true));
  for (const said of [
    'il cliente vuole parlare con una persona',
    'vorrei parlare con Contoso',
    'persona',
    '',
  ])
    it(`"${said}" does not`, () => expect(wantsPerson(said, 'it')).to.equal(false));
});
