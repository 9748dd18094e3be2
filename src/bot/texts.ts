import { bullet } from '../cards/line.ts';
import type { Line } from '../cards/line.ts';
import type { Localized } from '../language/locale.ts';

/** The sentences of the bot itself; dialogs and cards have their own. */
export interface BotTexts {
  readonly thanks: string;
  readonly goodbye: string;
  readonly nothingToCancel: string;
  /** A form's command with no form open. */
  readonly nothingOpen: string;
  /** A yes, no or "ok" to nothing. */
  readonly acknowledged: string;
  readonly listEnded: string;
  readonly offerDeclined: string;
  readonly nothingToRetry: string;
  readonly languageNow: string;
  readonly tooLong: string;
  readonly noText: string;
  readonly oldButton: string;
  readonly startedOver: string;
  readonly startedOverWithDrafts: string;
  readonly didYouMean: (words: string) => string;
  readonly secondRequest: string;
  /** The same while a form waits for its own answer. */
  readonly secondRequestLater: string;
  readonly beginSecond: string;
  readonly retry: string;
  readonly about: (facts: AboutFacts) => readonly Line[];
  readonly forgetAsk: (facts: AboutFacts) => string;
  readonly forgetNow: string;
  readonly keepThem: string;
  readonly forgotten: string;
  /** Said before asking, and after, where a form is open. */
  readonly forgetForm: string;
  readonly forgottenForm: string;
  readonly forgetTitle: string;
  readonly errors: Readonly<
    Record<
      'unreachable' | 'refused' | 'conflict' | 'unauthorized' | 'invalid-input' | 'store' | 'unexpected',
      string
    >
  >;
  readonly reference: (reference: string) => string;
  /** Something was done, but the chat could not be saved. */
  readonly notRemembered: string;
  /** Earlier messages of the same person, or of their company, still wait. */
  readonly busy: string;
}

/** What is held of a person, in numbers. */
export interface AboutFacts {
  readonly drafts: number;
  readonly feedback: number;
  readonly languageName: string | null;
}

const it: BotTexts = {
  thanks: 'Di niente. Se serve altro, scrivi pure.',
  goodbye: 'A presto.',
  nothingToCancel:
    'Non c’è niente di aperto da annullare. Scrivi una domanda, o «aiuto» per vedere cosa so fare.',
  nothingOpen: 'Qui non c’è niente di aperto. Scrivi una domanda, o «aiuto» per vedere cosa so fare.',
  acknowledged: 'Va bene. Scrivi una domanda, o «aiuto» per vedere cosa so fare.',
  listEnded: 'Li hai visti tutti. Per vederne uno scrivi il cliente.',
  offerDeclined: 'Va bene. Se serve altro, scrivi pure.',
  nothingToRetry: 'Non c’è niente da riprovare.',
  languageNow: 'Va bene, da qui in poi parlo italiano. Per cambiare: «speak English».',
  tooLong: 'Il messaggio è troppo lungo per me. Scrivi la domanda in una o due frasi.',
  noText:
    'Leggo solo testo: scrivi la domanda con parole tue, per esempio «come ottengo l’accesso ai referral?».',
  oldButton: 'Questo pulsante non vale più. Scrivi che cosa ti serve, o «aiuto» per le mie attività.',
  startedOver:
    'Nel frattempo sono stato aggiornato e ricomincio da qui: non riesco a riprendere il discorso di prima.',
  startedOverWithDrafts:
    'Nel frattempo sono stato aggiornato e ricomincio da qui. Le tue bozze ci sono ancora: scrivi «le mie bozze».',
  didYouMean: (words) => `Intendi ${words}? Rispondo a questo.`,
  secondRequest: 'Poi hai chiesto un’altra cosa. Vado avanti con quella?',
  secondRequestLater: 'Hai chiesto anche un’altra cosa: finito qui, si comincia da questo pulsante.',
  beginSecond: 'Vai avanti',
  retry: 'Riprova',
  about: ({ drafts, feedback, languageName }) => [
    'Di te tengo solo questo:',
    ...(languageName === null ? [] : [bullet(`la lingua: ${languageName}`)]),
    bullet(italianCount(drafts, 'nessuna bozza di deal', 'una bozza di deal', 'bozze di deal')),
    bullet(
      `${italianCount(feedback, 'nessun giudizio sulle note', 'un giudizio sulle note', 'giudizi sulle note')}`,
    ),
    bullet('l’ultima risposta data in questa chat, per capire le domande che seguono.'),
    'I deal creati stanno al Centro per i partner, non qui. Per cancellare tutto: «cancella i miei dati».',
  ],
  forgetAsk: ({ drafts, feedback }) =>
    `Cancello per sempre bozze (${drafts}), giudizi sulle note (${feedback}) e preferenze. I deal già creati restano al Centro per i partner. Procedo?`,
  forgetNow: 'Cancella tutto',
  keepThem: 'No, tieni',
  forgotten:
    'Fatto: bozze, preferenze e giudizi sono cancellati. I deal già creati restano al Centro per i partner.',
  forgetForm: 'Finisce anche quello che stai facendo qui.',
  forgottenForm: 'È finito anche quello che stavi facendo: da lì non ho creato né chiuso nessun deal.',
  forgetTitle: 'Cancella i miei dati',
  errors: {
    unreachable: 'Il Centro per i partner non risponde. Quello che hai scritto è salvo: riprova tra poco.',
    refused:
      'Il Centro per i partner ha rifiutato la richiesta. Controlla il tuo ruolo, o chiedi a un amministratore.',
    conflict: 'Qualcuno ha cambiato questo deal nel frattempo. Riprova per vedere com’è adesso.',
    unauthorized: 'Per questo devo sapere chi sei: accedi con l’account del Centro per i partner e riprova.',
    'invalid-input':
      'Qualcosa in quello che hai scritto non va bene al servizio. Controlla i dati e riprova.',
    store:
      'Non riesco a salvare quello che scrivi: lo spazio per i miei dati non risponde. Riprova tra poco; se continua, avvisa chi gestisce l’assistente.',
    unexpected:
      'Qualcosa è andato storto da parte mia. Riprova; se succede ancora, riporta il numero qui sotto.',
  },
  reference: (reference) => `(rif. ${reference})`,
  notRemembered:
    'Non riesco però a salvare questa chat: quello che ho fatto vale, ma al prossimo messaggio potrei non ricordarlo.',
  busy: 'Sto ancora rispondendo ai messaggi di prima, e questo non l’ho letto. Aspetta un attimo e scrivilo di nuovo.',
};

const en: BotTexts = {
  thanks: 'You’re welcome. Just write if you need anything else.',
  goodbye: 'See you.',
  nothingToCancel: 'There’s nothing open to cancel. Ask a question, or write “help” to see what I can do.',
  nothingOpen: 'There’s nothing open here. Ask a question, or write “help” to see what I can do.',
  acknowledged: 'All right. Ask a question, or write “help” to see what I can do.',
  listEnded: 'You’ve seen them all. To look at one, write its customer.',
  offerDeclined: 'All right. Just write if you need anything else.',
  nothingToRetry: 'There’s nothing to try again.',
  languageNow: 'All right, I’ll speak English from here on. To change: “parla italiano”.',
  tooLong: 'That message is too long for me. Put the question in a sentence or two.',
  noText: 'I read text only: ask in your own words, for example “how do I get access to referrals?”.',
  oldButton: 'That button no longer works. Write what you need, or “help” for what I can do.',
  startedOver: 'I was updated in the meantime and start fresh here: I can’t pick up where we were.',
  startedOverWithDrafts:
    'I was updated in the meantime and start fresh here. Your drafts are safe: write “my drafts”.',
  didYouMean: (words) => `Did you mean ${words}? I’m answering that.`,
  secondRequest: 'You also asked for something else. Shall I go on with it?',
  secondRequestLater: 'You also asked for something else: when you’re done here, this button starts it.',
  beginSecond: 'Go on',
  retry: 'Try again',
  about: ({ drafts, feedback, languageName }) => [
    'This is all I keep about you:',
    ...(languageName === null ? [] : [bullet(`your language: ${languageName}`)]),
    bullet(englishCount(drafts, 'deal draft')),
    bullet(`${englishCount(feedback, 'rating')} of notes`),
    bullet('the last answer in this chat, so that I understand what you ask next.'),
    'Deals you created live in Partner Center, not here. To erase everything: “delete my data”.',
  ],
  forgetAsk: ({ drafts, feedback }) =>
    `I’ll erase your drafts (${drafts}), note ratings (${feedback}) and preferences for good. Deals you created stay in Partner Center. Go ahead?`,
  forgetNow: 'Delete it all',
  keepThem: 'No, keep it',
  forgotten: 'Done: drafts, preferences and ratings are gone. Deals you created stay in Partner Center.',
  forgetForm: 'It also ends what you’re doing here.',
  forgottenForm: 'What you were doing has ended too: it didn’t create or close any deal.',
  forgetTitle: 'Delete my data',
  errors: {
    unreachable: 'Partner Center isn’t answering. What you wrote is safe: try again in a moment.',
    refused: 'Partner Center refused the request. Check your role, or ask an administrator.',
    conflict: 'Somebody changed this deal in the meantime. Try again to see it as it is now.',
    unauthorized:
      'I need to know who you are for this: sign in with your Partner Center account and try again.',
    'invalid-input': 'The service can’t use something you wrote. Check the details and try again.',
    store:
      'I can’t save what you write: the place for my data isn’t working. Try again in a moment; if it goes on, tell whoever runs this assistant.',
    unexpected: 'Something went wrong on my side. Try again; if it happens again, quote the number below.',
  },
  reference: (reference) => `(ref. ${reference})`,
  notRemembered: 'I can’t save this chat, though: what I did stands, but I may not remember it next time.',
  busy: 'I’m still answering your earlier messages and haven’t read this one. Give me a moment, then send it again.',
};

export const botTexts: Localized<BotTexts> = { it, en };

function italianCount(count: number, none: string, one: string, many: string): string {
  if (count === 0) return none;
  return count === 1 ? one : `${String(count)} ${many}`;
}

function englishCount(count: number, what: string): string {
  if (count === 0) return `no ${what}s`;
  return count === 1 ? `one ${what}` : `${String(count)} ${what}s`;
}
