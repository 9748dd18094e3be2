import { expect } from 'chai';
import { readModal } from '../../src/language/question-form.ts';

describe('what a yes or no would be a reply to', () => {
  for (const [text, modal] of [
    ['si può riaprire una trattativa persa?', 'may'],
    ['l’ho chiuso per errore, riesco a cambiarlo?', 'may'],
    ['devo registrare pure le vendite del marketplace?', 'must'],
    ['conviene accettare tutto quello che arriva?', 'should'],
    ['vale anche per Biz Apps?', 'is'],
    ['could I reopen it?', 'may'],
    ['I closed it by mistake. Is there any way back?', 'may'],
    ['do we have to register that as well?', 'must'],
    ['should we take every referral?', 'should'],
    ['è la stessa cosa?', 'is'],
    ['come posso riaprire una trattativa?', null],
    ['where can I reopen it?', null],
    ['non si può più cambiare, vero?', null],
    ['can’t I change it?', null],
    ['riaprire una trattativa persa', null],
    ['', null],
  ] as const) {
    it(`"${text}" wants ${String(modal)}`, () => expect(readModal(text)).to.equal(modal));
  }
});
