import { expect } from 'chai';
import { looksLikeQuestion, readModal } from '../../src/language/question-form.ts';

const QUESTIONS = [
  'cosa vuol dire co-sell ready?',
  'xke nn posso premere nuovo deal',
  'xché non va',
  "cos'è co-sell ready",
  'cos è co-sell',
  'come faccio',
  'cm faccio a creare un deal',
  'chi mi dà il ruolo',
  'dove vedo se hanno accettato',
  'quanto tempo ho',
  'quali sono gli incentivi',
  'posso cambiarlo',
  'si può annullare un deal',
  'a chi arriva la mail',
  'ciao, come creo un deal',
  'e chi me lo può dare il ruolo',
  'mi spieghi cosa sono le note',
  'vorrei sapere se è possibile',
  'Contoso?',
  'what is co-sell',
  "what's a referral",
  'how do I create a deal',
  'can I change it',
  'who gets the email',
  'why was it declined',
  'is it final',
  'ok and how do I share it',
  'Microsoft ha accettato? grazie',
  'hanno risposto per Fabrikam?',
  "c'è un modo per riaprirlo",
];
const STATEMENTS = [
  'Contoso',
  '80k',
  'sì',
  'ok',
  'crea un deal',
  'il cliente è Fabrikam',
  '15 marzo',
  'Perché no',
  'why not',
  'come preferisci',
  'che bello',
  '',
  '👍',
  'annulla',
  'Chianti Srl',
  'Comet S.p.A.',
  'Howard Systems',
  'Domenica',
  'Quantum Labs',
  'Whole Foods',
  'Dovetail',
  'segna il deal come perso',
  'vorrei creare un deal',
  'I want to create a deal',
];

describe('looksLikeQuestion', () => {
  for (const text of QUESTIONS)
    it(`${JSON.stringify(text)} is a question`, () => expect(looksLikeQuestion(text, 'it')).to.equal(true));
  for (const text of STATEMENTS)
    it(`${JSON.stringify(text)} is none`, () => expect(looksLikeQuestion(text, 'it')).to.equal(false));
});

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
    it(`"${text}" wants ${String(modal)}`, () => expect(readModal(text, 'it')).to.equal(modal));
  }
});
