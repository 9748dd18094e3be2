import type { Localized } from '../language/locale.ts';
import type { PersonRecord } from '../storage/person-record.ts';
import type { PersonStore } from '../storage/person-data.ts';

/** What is told to who asks what is kept of them; every store that holds something of a person has its line. */
export interface HoldingTexts {
  readonly about: string;
  /** Of each store what it holds, by how many records there are. */
  readonly what: Readonly<Record<PersonStore, (count: number, record: PersonRecord) => string>>;
  /** With the days after which it goes by itself. */
  readonly kept: (what: string, days: number) => string;
  readonly elsewhere: string;
}

const it: HoldingTexts = {
  about: 'Di te tengo questo, e se non serve più se ne va da solo dopo i giorni indicati:',
  what: {
    sessions: (count) =>
      `il filo di ${count === 1 ? 'una chat' : `${String(count)} chat`}: l’ultima risposta, dove siamo rimasti, quali messaggi ho già gestito e le risposte non ancora consegnate`,
    people: (_, { language, drafts, feedback, circumstances = {} }) =>
      [
        language === null ? 'nessuna lingua' : `la lingua (${language === 'it' ? 'italiano' : 'inglese'})`,
        count(drafts.length, 'nessuna bozza di deal', 'una bozza di deal', 'bozze di deal'),
        count(feedback.length, 'nessun giudizio sulle note', 'un giudizio sulle note', 'giudizi sulle note'),
        ...(Object.keys(circumstances).length === 0
          ? []
          : ['il ruolo, il paese o i programmi che mi hai detto']),
      ].join(', '),
    accounts: () => 'con quale nome ti conosce il canale da cui accedi, senza password né token',
    intents: (number) =>
      `${count(number, '', 'un deal che hai confermato', 'deal che hai confermato')}, per non crearli due volte`,
    'open-intents': (number) =>
      `il promemoria che ${count(number, '', 'uno di questi', 'di questi')} aspetta ancora l’esito`,
    outbound: (number) =>
      `${count(number, '', 'un messaggio per te', 'messaggi per te')} in partenza, o appena partiti`,
    questions: (number) =>
      `${count(number, '', 'una domanda', 'domande')} a cui non ho saputo rispondere o su cui hai dato un giudizio, senza nomi né dati`,
    'expert-questions': () => 'le domande che hai fatto agli esperti, senza nomi né dati, e dove scriverti',
    'watch-people': () =>
      'dove scriverti, cosa vuoi che ti mandi, il tuo consenso, quali risposte di Microsoft ti ho già detto e, se vuoi sapere quando cambiano, le ultime risposte che ti ho dato',
  },
  kept: (what, days) => `${what} (${String(days)} giorni)`,
  elsewhere:
    'I deal creati stanno al Centro per i partner, non qui. Per cancellare tutto: «cancella i miei dati».',
};

const en: HoldingTexts = {
  about: 'This is what I keep about you. Unused, it goes by itself after the days given:',
  what: {
    sessions: (count) =>
      `the thread of ${count === 1 ? 'one chat' : `${String(count)} chats`}: the last answer, where we were, which messages I’ve handled and replies not yet delivered`,
    people: (_, { language, drafts, feedback, circumstances = {} }) =>
      [
        language === null ? 'no language' : `your language (${language === 'it' ? 'Italian' : 'English'})`,
        count(drafts.length, 'no deal drafts', 'one deal draft', 'deal drafts'),
        count(feedback.length, 'no ratings of notes', 'one rating of notes', 'ratings of notes'),
        ...(Object.keys(circumstances).length === 0 ? [] : ['the role, country or programmes you told me']),
      ].join(', '),
    accounts: () => 'the name by which your channel knows you for signing in, no password and no token',
    intents: (number) =>
      `${count(number, '', 'one deal you confirmed', 'deals you confirmed')}, so that none is created twice`,
    'open-intents': (number) =>
      `a reminder that ${count(number, '', 'one of these', 'of these')} is still to be sent or told`,
    outbound: (number) =>
      `${count(number, '', 'one message to you', 'messages to you')} about to leave, or just sent`,
    questions: (number) =>
      `${count(number, '', 'one question', 'questions')} I couldn’t answer or you rated, without names or details`,
    'expert-questions': () =>
      'what you asked the experts, without names or details, and where to write to you',
    'watch-people': () =>
      'where to write to you, what you want me to send, your consent, which of Microsoft’s answers I’ve told you and, if you want to know when they change, the last answers I gave you',
  },
  kept: (what, days) => `${what} (${String(days)} days)`,
  elsewhere: 'Deals you created live in Partner Center, not here. To erase everything: “delete my data”.',
};

/** What is said of what is kept, by language. */
export const holdingTexts: Localized<HoldingTexts> = { it, en };

function count(number: number, none: string, one: string, many: string): string {
  if (number === 0) return none;
  return number === 1 ? one : `${String(number)} ${many}`;
}
