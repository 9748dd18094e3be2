import { expect } from 'chai';
import * as people from '../../src/directory/sample-people.ts';
import { Chat, startTestBot, type TestBot } from './chat.ts';
import { describeConversations } from './table.ts';

const UNKNOWN = /non lo so|non so|I don[’']t know/i;
const NO_FIRST = /^No[:,]/m;

describeConversations('an answer fits the question', [
  {
    name: 'with a "no" where leave is asked for, and without where it is not',
    turns: [
      { say: 'una trattativa persa la posso riaprire?', expect: [/^No:/m] },
      { say: 'che succede dopo che un deal è segnato perso?', expect: [/Rifiutato/], not: [NO_FIRST] },
      { say: 'can I register a private deal for incentives?', expect: [/^No:/m] },
      { say: 'which deals are private, as far as registering goes?', not: [NO_FIRST] },
    ],
  },
  {
    name: 'with what the asker may said of nobody else',
    turns: [
      { say: 'posso invitare un altro partner?', expect: [/^Sì:/m] },
      { say: 'il partner invitato può chiudere il deal?', not: [/^Sì[:,]/m] },
      { say: 'can the invited partner close the deal?', not: [/^Yes[:,]/m] },
      { say: 'can Microsoft close our deal?', expect: [/the source doesn.t say/], not: [/^Yes[:,]/m] },
    ],
  },
  {
    name: 'an attachment is not known, and of a check under way what the source doesn’t say',
    turns: [
      { say: 'allego qui la scheda con i dati del referente', expect: [UNKNOWN] },
      {
        say: 'stanno ancora verificando la nostra azienda: riesco ad aprire deal?',
        expect: [/la fonte non lo dice/],
      },
    ],
  },
]);

describeConversations('an answer fits who reads', [
  {
    name: 'who has both things is told so',
    turns: [{ say: 'perché New Deal è grigio?', expect: [/Tu hai entrambe le cose/] }],
  },
  {
    name: 'an account admin gives roles',
    as: people.elena,
    turns: [
      { say: 'mi posso assegnare il ruolo da sola?', expect: [/Puoi assegnarlo tu/, /Gestione utenti/] },
      { say: 'perché New Deal è grigio?', expect: [/ti manca il ruolo/, /dartelo tu/] },
      { say: 'crea un deal', expect: [/dartelo tu/], not: [/Elena Riva/] },
      { say: 'how do I get access to referrals?', expect: [/yourself/, /User management/] },
    ],
  },
  {
    name: 'a seller without a role hears what is missing, and who gives it by name',
    as: people.paolo,
    turns: [
      { say: 'perché New Deal è grigio?', expect: [/ti manca il ruolo/], not: [/dartelo tu/] },
      { say: 'chi da noi mi abilita ai referral?', expect: [/Elena Riva/, /Dario Fontana/] },
      { say: 'who could let me into referrals?', expect: [/Elena Riva/] },
    ],
  },
  {
    name: 'of a referrals user nothing is said that is not known',
    as: people.marco,
    turns: [
      {
        say: 'perché New Deal è grigio?',
        expect: [/New Deal si attiva/],
        not: [/entrambe le cose: il/, /ti manca/],
      },
    ],
  },
]);

describeConversations('when it does not know', [
  {
    name: 'the second time running it is shorter, and something known in between starts anew',
    turns: [
      { say: 'che tempo fa a Bari?', expect: [/Conosco le segnalazioni/] },
      {
        say: 'e a Napoli che tempo fa?',
        expect: [/nemmeno/, /esperto/],
        buttons: [/assistenza/i],
        not: [/Conosco le segnalazioni/],
      },
      { say: 'perché New Deal è grigio?' },
      { say: 'che tempo fa a Bari?', expect: [/Conosco le segnalazioni/] },
    ],
  },
  {
    name: 'a complaint is heard, with a person as a way on',
    turns: [
      { say: 'che tempo fa a Bari?' },
      { say: 'ho chiesto tutt’altro', expect: [/altre parole/], buttons: [/assistenza/i] },
      { say: 'that isn’t what I meant', expect: [/another way/], buttons: [/support/i] },
    ],
  },
]);

describeConversations('the language', [
  {
    name: 'asking about it decides nothing',
    turns: [
      { say: 'sai l’inglese?', expect: [/Parlo italiano e inglese/] },
      { say: 'do you understand Italian?', expect: [/I speak/], buttons: [/^Speak English$/] },
      { say: 'grazie', expect: [/Di niente/] },
    ],
  },
  {
    name: 'is changed by words in a form as well, and back',
    turns: [
      { say: 'nuovo deal privato', expect: [/Chi è il cliente/] },
      { say: 'passiamo all’inglese', expect: [/Who[’']s the customer/] },
      { say: 'go back to Italian please', expect: [/Chi è il cliente/] },
    ],
  },
  {
    name: 'of a form follows two sentences running, not one',
    turns: [
      { say: 'nuovo deal privato', expect: [/Chi è il cliente/] },
      { say: 'what should I write here for the customer?', expect: [/Chi è il cliente/] },
      { say: 'where do I find the legal name of them?', expect: [/Who[’']s the customer/] },
    ],
  },
]);

describe('where others read', () => {
  let bot: TestBot;
  before(async () => void (bot = await startTestBot()));
  after(() => bot.stop());

  const mention = async (text: string) => {
    const chat = new Chat(bot, people.elena, undefined, true);
    const mentioned = { type: 'mention', mentioned: { id: 'bot' }, text: '<at>Assistente</at>' };
    return (await chat.send({ type: 'message', text: `<at>Assistente</at> ${text}`, entities: [mentioned] }))
      .text;
  };

  it('the answer is the one for all of them', async () => {
    const said = await mention('mi posso assegnare il ruolo da sola?');
    expect(said).to.match(/li assegna un amministratore dell'account/);
    expect(said).not.to.match(/Puoi assegnarlo tu/);
  });

  it('nobody is named to who asks for people', async () => {
    const said = await mention('chi da noi mi abilita ai referral?');
    expect(said).to.match(/amministratore dell'account/);
    expect(said).not.to.match(/Elena|Dario/);
  });
});

describe('the language of the client', () => {
  let bot: TestBot;
  before(async () => void (bot = await startTestBot()));
  after(() => bot.stop());

  const say = async (chat: Chat, locale: string, text: string) =>
    (await chat.send({ type: 'message', locale, text })).text;

  it('is followed when it changes, until the person chooses another by words', async () => {
    const chat = new Chat(bot, people.nadia);
    expect(await say(chat, 'it-IT', 'grazie')).to.match(/Di niente/);
    expect(await say(chat, 'it-IT', 'thanks')).to.match(/welcome/);
    expect(await say(chat, 'it-IT', '👍')).to.match(/[a-z]/);
    expect(await say(chat, 'it-IT', 'grazie')).to.match(/Di niente/);
    expect(await say(chat, 'en-US', 'ok')).to.match(/All right/);
    expect(await say(chat, 'it-IT', 'ok')).to.match(/Va bene/);
    await say(chat, 'it-IT', 'rispondimi in italiano');
    expect(await say(chat, 'en-US', 'ok')).to.match(/Va bene/);
  });
});
