import type { Circumstance } from '../knowledge/knowledge.ts';
import type { AppErrorCode } from '../errors.ts';
import type { Localized } from '../language/locale.ts';
import type { UnableOrder } from './unable.ts';

/** The sentences of the bot itself; dialogs and cards have their own. */
export interface BotTexts {
  readonly thanks: string;
  readonly goodbye: string;
  /** What it is, asked whether it is a person, a product or Microsoft. */
  readonly nature: string;
  readonly nothingToCancel: string;
  /** A form's command with no form open. */
  readonly nothingOpen: string;
  /** A yes, no or "ok" to nothing. */
  readonly acknowledged: string;
  /** What an act is, where it was spoken of and not ordered; the button that begins it follows. */
  readonly about: Readonly<Record<'create-deal' | 'close-deal' | 'set-notices', string>>;
  readonly heldPlan: (named: string | null) => string;
  /** With the customer's name, where one was named. */
  readonly heldNegation: (named: string | null) => string;
  readonly heldReport: string;
  /** What is ordered of a deal and can't be done from here, and what can. */
  readonly unable: Readonly<Record<UnableOrder, string>>;
  /** "The other one" of several. */
  readonly whichShown: string;
  /** A button whose message came too long ago. */
  readonly messageGone: string;
  readonly listEnded: string;
  readonly offerDeclined: string;
  readonly nothingToRetry: string;
  readonly languageNow: string;
  /** Which languages are spoken, and how to choose one. */
  readonly languages: string;
  /** The person writes a language that is read and not spoken. */
  readonly readsOnly: (language: string) => string;
  /** The button that chooses this language, read by who speaks it. */
  readonly speakThis: string;
  readonly tooLong: string;
  readonly noText: string;
  /** Nothing but what somebody else wrote: a quotation, a forwarded mail. */
  readonly onlyQuoted: string;
  readonly mailOfOthers: string;
  readonly onlyFile: string;
  /** A file came beside words; those are answered after it. */
  readonly fileUnread: string;
  readonly oldButton: string;
  readonly ratedUseful: string;
  readonly ratedUseless: string;
  /** To who taps on a card that answers somebody else. */
  readonly cardOfOthers: string;
  readonly startedOver: string;
  readonly startedOverWithDrafts: string;
  /** The person's record is a newer release's: nothing of theirs is read or saved. */
  readonly recordIsNewer: string;
  /** … and what would need a draft can't be done. */
  readonly noDraftsNow: string;
  /** A part of the person's record could not be read. */
  readonly recordInPart: string;
  /** What one may say next, word for word as it is understood. */
  readonly suggestions: readonly string[];
  readonly didYouMean: (words: string) => string;
  /** Above an answer that was just said, when its reason is asked. */
  readonly noReason: string;
  /** Asks by which of these an answer is to be chosen. */
  readonly whichHolds: Readonly<Record<Circumstance, string>>;
  readonly otherCircumstance: Readonly<Record<Circumstance, string>>;
  /** Above an answer that was chosen by what the person said before. */
  readonly holdsFor: (name: string) => string;
  readonly holdsOther: string;
  readonly secondRequest: (said: string) => string;
  /** The same while a form waits for its own answer. */
  readonly secondRequestLater: (said: string) => string;
  /** An order behind another one, for which nothing here is made. */
  readonly secondNotDone: (said: string) => string;
  readonly beginSecond: string;
  readonly retry: string;
  readonly forgetAsk: (counts: { readonly drafts: number; readonly feedback: number }) => string;
  readonly forgetNow: string;
  readonly keepThem: string;
  readonly forgotten: string;
  /** A deal that was confirmed and waited for the service. */
  readonly forgottenUnsent: string;
  /** Deals of which only Partner Center knows whether they were made, by their customers. */
  /** Null where the customers' names are not to be written down. */
  readonly forgottenInDoubt: (customers: string | null) => string;
  readonly stillSignedIn: string;
  /** Said before asking, and after, where a form is open. */
  readonly forgetForm: string;
  readonly forgottenForm: string;
  readonly forgetTitle: string;
  readonly errors: Readonly<Record<AppErrorCode | 'store' | 'unreadable' | 'unexpected', string>>;
  readonly reference: (reference: string) => string;
  /** Something was done, but the chat could not be saved. */
  readonly notRemembered: string;
  /** Earlier messages of the same person, or of their company, still wait. */
  readonly busy: string;
}

const it: BotTexts = {
  thanks: 'Di niente. Se serve altro, scrivi pure.',
  goodbye: 'A presto.',
  nature:
    'Sono un assistente automatico per le segnalazioni del Centro per i partner: non una persona, non ChatGPT né Copilot, e non parlo per Microsoft. Rispondo con testi preparati sulle fonti, senza modelli linguistici. Scrivi «aiuto» per vedere cosa so fare.',
  nothingToCancel:
    'Non c’è niente di aperto da annullare. Scrivi una domanda, o «aiuto» per vedere cosa so fare.',
  nothingOpen: 'Qui non c’è niente di aperto. Scrivi una domanda, o «aiuto» per vedere cosa so fare.',
  about: {
    'create-deal':
      'Il deal lo creiamo insieme qui in chat, una domanda alla volta. Quando vuoi, tocca il bottone.',
    'close-deal':
      'Segnare un deal come vinto o perso è definitivo: dopo non si può più cambiare. Lo faccio solo quando me lo dici tu, dopo un riepilogo.',
    'set-notices':
      'Sì: ti scrivo da solo quando Microsoft risponde o i suoi giorni finiscono, e ogni settimana con i deal da seguire. Scegli tu cosa.',
  },
  heldPlan: (named) =>
    `Va bene: ${named === null ? '' : `con ${named} `}adesso non faccio nulla. Quando è il momento, scrivimelo o tocca il bottone.`,
  heldNegation: (named) =>
    named === null ? 'Va bene, non faccio nulla.' : `Va bene, con ${named} non faccio nulla.`,
  heldReport: 'Capito. Non ho cambiato nulla: se vuoi, possiamo farlo qui.',
  unable: {
    delete:
      'No: un deal già creato non lo posso cancellare, e le mie fonti non dicono un modo. Se è aperto e non va avanti, posso chiuderlo come Perso: scrivi «chiudilo come perso».',
    reopen:
      'No: un deal chiuso non si riapre, perché Vinto, Perso, Rifiutato e Scaduto sono stati finali. Se la trattativa riparte, serve un deal nuovo.',
    withdraw:
      'No: quello che è stato mandato a Microsoft da qui non lo posso ritirare, e le mie fonti non dicono un modo. Puoi dirlo al venditore Microsoft; senza risposta la richiesta scade in 14 giorni.',
    respond:
      'No: accettare o rifiutare un deal mandato a Microsoft tocca a Microsoft. Se non lo volete più voi, posso chiuderlo come Perso: scrivi «chiudilo come perso».',
    edit: 'Non ho cambiato nulla: un deal già creato da qui non lo posso modificare. Finché è aperto lo cambi tu nel Centro per i partner, con Modifica; da chiuso non si può più.',
  },
  whichShown: 'Quale intendi? Scrivi il nome del cliente.',
  messageGone: 'Il messaggio di quel bottone non ce l’ho più: partiamo da capo, oppure incollalo di nuovo.',
  acknowledged: 'Va bene. Scrivi una domanda, o «aiuto» per vedere cosa so fare.',
  listEnded: 'Li hai visti tutti. Per vederne uno scrivi il cliente.',
  offerDeclined: 'Va bene. Se serve altro, scrivi pure.',
  nothingToRetry: 'Non c’è niente da riprovare.',
  languageNow: 'Va bene, da qui in poi parlo italiano. Per cambiare: «speak English».',
  languages:
    'Parlo italiano e inglese, e seguo la lingua in cui scrivi. Per sceglierne una: «parla italiano» o «speak English».',
  readsOnly: (language) =>
    `Leggo anche messaggi in ${language}, ma rispondo in italiano. Per l’inglese: «speak English».`,
  speakThis: 'Parla italiano',
  tooLong: 'Il messaggio è troppo lungo per me. Scrivi la domanda in una o due frasi.',
  noText:
    'Leggo solo testo: scrivi la domanda con parole tue, per esempio «come ottengo l’accesso ai referral?».',
  onlyQuoted:
    'Qui ci sono solo parole di altri, e quelle non le prendo per tue. Scrivi tu che cosa ti serve.',
  mailOfOthers:
    'È un messaggio di altri, con i dati di un deal. Se vuoi lo creo da qui: tocca il bottone e controlliamo insieme.',
  onlyFile:
    'File e immagini non li leggo. Copia qui il testo che serve, anche tutto insieme: nomi, importi, date.',
  fileUnread: 'Il file non lo leggo: mi baso solo su quello che scrivi qui.',
  ratedUseful: 'Bene, grazie.',
  ratedUseless: 'Segnato, grazie: chi cura le risposte lo vede. Prova a chiedermelo con altre parole.',
  cardOfOthers: 'Questa scheda risponde a un’altra persona, e solo a lei. Chiedimelo tu, con parole tue.',
  oldButton: 'Questo pulsante non vale più. Scrivi che cosa ti serve, o «aiuto» per le mie attività.',
  startedOver:
    'Nel frattempo sono stato aggiornato e ricomincio da qui: non riesco a riprendere il discorso di prima.',
  startedOverWithDrafts:
    'Nel frattempo sono stato aggiornato e ricomincio da qui. Le tue bozze ci sono ancora: scrivi «le mie bozze».',
  recordIsNewer:
    'I tuoi dati sono di una versione più nuova di me: li lascio come sono e per ora non salvo nulla di tuo. Alle domande rispondo; per le bozze riprova più tardi.',
  noDraftsNow:
    'Ora non posso leggere né salvare bozze: i tuoi dati sono di una versione più nuova di me. Riprova più tardi, o lavora nel Centro per i partner.',
  recordInPart:
    'Una parte di quello che tenevo di te non si legge più: l’ho messa da parte, non buttata. Per vedere che cosa resta scrivi «le mie bozze».',
  suggestions: ['Crea un deal', 'I miei deal', 'Aiuto'],
  didYouMean: (words) => `Intendi ${words}? Rispondo a questo.`,
  noReason: 'La fonte non spiega altro. Dice questo:',
  whichHolds: {
    role: 'La risposta cambia con il ruolo. Quale hai?',
    country: 'La risposta cambia da paese a paese. Quale vale per te?',
    programme: 'La risposta cambia con il programma. A quale partecipa la tua azienda?',
  },
  otherCircumstance: { role: 'Un altro ruolo', country: 'Un altro paese', programme: 'Un altro programma' },
  holdsFor: (name) => `Come mi hai detto, vale questo: ${name}.`,
  holdsOther: 'Per me vale altro',
  secondRequest: (said) => `Poi hai chiesto «${said}». Vado avanti con questo?`,
  secondRequestLater: (said) =>
    `Hai chiesto anche «${said}»: finito qui, si comincia da «L’altra richiesta».`,
  secondNotDone: (said) => `Questo non so farlo: «${said}».`,
  beginSecond: 'L’altra richiesta',
  retry: 'Riprova',
  forgetAsk: ({ drafts, feedback }) =>
    `Cancello per sempre i tuoi dati, in tutte le chat: bozze (${drafts}), giudizi sulle note (${feedback}), preferenze, consensi, accesso e il filo del discorso. I deal già creati restano al Centro per i partner. Procedo?`,
  forgetNow: 'Cancella tutto',
  keepThem: 'No, tieni',
  forgotten:
    'Fatto: bozze, preferenze e giudizi sono cancellati, e con loro il filo di ogni chat. I deal già creati restano al Centro per i partner.',
  forgottenUnsent: 'Quello che avevi confermato e non era ancora partito non parte più.',
  forgottenInDoubt: (customers) =>
    `${customers === null ? 'Di un deal' : `Del deal con ${customers}`} non so ancora com’è finita: lo chiedo al Centro per i partner con il tuo accesso, poi dimentico anche quello, al più tardi tra 30 giorni.`,
  stillSignedIn:
    'Il servizio di accesso non risponde, quindi il tuo accesso è ancora aperto: scrivi «disconnettimi» tra poco.',
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
    unreadable:
      'Un file che mi serve per questo non si legge. Non ho cambiato nulla: avvisa chi mi gestisce, con il numero qui sotto.',
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
  nature:
    'I’m an automatic assistant for Partner Center referrals: not a person, not ChatGPT or Copilot, and I don’t speak for Microsoft. I answer with texts prepared from the sources, without a language model. Write “help” to see what I can do.',
  nothingToCancel: 'There’s nothing open to cancel. Ask a question, or write “help” to see what I can do.',
  nothingOpen: 'There’s nothing open here. Ask a question, or write “help” to see what I can do.',
  about: {
    'create-deal':
      'We create the deal together here in the chat, one question at a time. Tap the button whenever you like.',
    'close-deal':
      'Marking a deal as won or lost is final: it can’t be changed afterwards. I only do it when you tell me to, after a summary.',
    'set-notices':
      'Yes: I can write to you by myself when Microsoft answers or its days run out, and every week with the deals that need care. You choose what.',
  },
  heldPlan: (named) =>
    `All right: I’m not doing anything${named === null ? '' : ` with ${named}`} now. When the time comes, tell me or tap the button.`,
  heldNegation: (named) =>
    named === null ? 'All right, I won’t do anything.' : `All right, I won’t do anything with ${named}.`,
  heldReport: 'I see. I haven’t changed anything: if you like, we can do it here.',
  unable: {
    delete:
      'No: I can’t delete a deal that has been created, and my sources give no way. If it’s open and going nowhere, I can close it as Lost: type “close it as lost”.',
    reopen:
      'No: a closed deal can’t be reopened, since Won, Lost, Declined and Expired are final. If the talks start again, it takes a new deal.',
    withdraw:
      'No: I can’t take back what Microsoft was sent, and my sources give no way. You can tell the Microsoft seller; without an answer the request expires in 14 days.',
    respond:
      'No: accepting or declining a deal that Microsoft was sent is up to Microsoft. If it’s you who don’t want it any more, I can close it as Lost: type “close it as lost”.',
    edit: 'I haven’t changed anything: I can’t edit a deal that has been created. While it’s open, change it in Partner Center with Edit; once closed, it can’t be changed.',
  },
  whichShown: 'Which one do you mean? Type the customer’s name.',
  messageGone: 'I no longer have that button’s message: we start afresh, or paste it again.',
  acknowledged: 'All right. Ask a question, or write “help” to see what I can do.',
  listEnded: 'You’ve seen them all. To look at one, write its customer.',
  offerDeclined: 'All right. Just write if you need anything else.',
  nothingToRetry: 'There’s nothing to try again.',
  languageNow: 'All right, I’ll speak English from here on. To change: “parla italiano”.',
  languages:
    'I speak Italian and English, and follow the one you write in. To choose one: “parla italiano” or “speak English”.',
  readsOnly: (language) =>
    `I read messages in ${language}, too, but answer in English. For Italian: “parla italiano”.`,
  speakThis: 'Speak English',
  tooLong: 'That message is too long for me. Put the question in a sentence or two.',
  noText: 'I read text only: ask in your own words, for example “how do I get access to referrals?”.',
  onlyQuoted: 'All I see is somebody else’s words, and I don’t take those for yours. Write what you need.',
  mailOfOthers:
    'This is somebody else’s message, with the facts of a deal. I can create it from here: tap the button and we check it together.',
  onlyFile:
    'I don’t read files or images. Paste the text that matters here, all at once if you like: names, amounts, dates.',
  fileUnread: 'I don’t read the file: I only go by what you write here.',
  ratedUseful: 'Good to know, thanks.',
  ratedUseless: 'Noted, thanks: whoever looks after the answers will see it. Try asking in other words.',
  cardOfOthers: 'This card answers somebody else, and only them. Ask me yourself, in your own words.',
  oldButton: 'That button no longer works. Write what you need, or “help” for what I can do.',
  startedOver: 'I was updated in the meantime and start fresh here: I can’t pick up where we were.',
  startedOverWithDrafts:
    'I was updated in the meantime and start fresh here. Your drafts are safe: write “my drafts”.',
  recordIsNewer:
    'Your data comes from a newer version of me: I leave it as it is and save nothing of yours for now. I still answer questions; for drafts, try again later.',
  noDraftsNow:
    'I can’t read or save drafts right now: your data comes from a newer version of me. Try again later, or work in Partner Center.',
  recordInPart:
    'Part of what I kept about you can’t be read any more: I’ve put it aside, not thrown it away. To see what’s left, write “my drafts”.',
  suggestions: ['Create a deal', 'My deals', 'Help'],
  didYouMean: (words) => `Did you mean ${words}? I’m answering that.`,
  noReason: 'The source explains no more than this:',
  whichHolds: {
    role: 'The answer depends on your role. Which one do you have?',
    country: 'The answer depends on the country. Which one holds for you?',
    programme: 'The answer depends on the programme. Which one is your company in?',
  },
  otherCircumstance: { role: 'Another role', country: 'Another country', programme: 'Another programme' },
  holdsFor: (name) => `As you told me, this holds: ${name}.`,
  holdsOther: 'Something else holds for me',
  secondRequest: (said) => `You also asked for “${said}”. Shall I go on with it?`,
  secondRequestLater: (said) =>
    `You also asked for “${said}”: when you’re done here, “The other request” starts it.`,
  secondNotDone: (said) => `I can’t do this: “${said}”.`,
  beginSecond: 'The other request',
  retry: 'Try again',
  forgetAsk: ({ drafts, feedback }) =>
    `I’ll erase for good, in every chat, your data: drafts (${drafts}), note ratings (${feedback}), preferences, consents, your sign-in and what we were talking about. Deals you created stay in Partner Center. Go ahead?`,
  forgetNow: 'Delete it all',
  keepThem: 'No, keep it',
  forgotten:
    'Done: drafts, preferences and ratings are gone, and with them the thread of every chat. Deals you created stay in Partner Center.',
  forgottenUnsent: 'What you had confirmed and hadn’t left yet won’t be sent.',
  forgottenInDoubt: (customers) =>
    `I don’t know yet how ${customers === null ? 'a deal' : `the deal with ${customers}`} ended: I’ll ask Partner Center with your sign-in, then forget that too, in 30 days at the latest.`,
  stillSignedIn:
    'The sign-in service isn’t answering, so you’re still signed in: write “sign out” in a moment.',
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
    unreadable:
      'A file I need for this can’t be read. I changed nothing: tell whoever runs me, with the number below.',
    unexpected: 'Something went wrong on my side. Try again; if it happens again, quote the number below.',
  },
  reference: (reference) => `(ref. ${reference})`,
  notRemembered: 'I can’t save this chat, though: what I did stands, but I may not remember it next time.',
  busy: 'I’m still answering your earlier messages and haven’t read this one. Give me a moment, then send it again.',
};

export const botTexts: Localized<BotTexts> = { it, en };
