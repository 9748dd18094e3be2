import type { Localized } from '../../language/locale.ts';

/** The sentences about working while the person is away. Days and moments are written in full. */
export interface WatchTexts {
  readonly ask: string;
  readonly askDetails: string;
  readonly yes: string;
  readonly no: string;
  readonly granted: (until: string) => string;
  readonly stop: string;
  readonly withdrawn: string;
  readonly wasOff: string;
  readonly inPrivate: string;
  readonly resumed: string;
  readonly ending: (until: string) => string;
  readonly goOn: string;
  readonly enough: string;
  readonly termOver: string;
  readonly signInOver: string;
  readonly signIn: string;
  /** Added to what has ended; null where nothing was ever read. */
  readonly lastRead: (moment: string | null) => string;
  /** What is held, where the person asks. */
  readonly heldOn: (until: string) => string;
  /** An answer that the person got on a day says something else now; then what it says. */
  readonly changed: (title: string, day: string) => string;
  readonly changedTo: (lead: string) => string;
  /** The same where it says something else to different people. */
  readonly changedForSome: string;
  readonly readAgain: string;
  /** A deal that waited for the service. */
  readonly sent: (customer: string) => string;
  readonly seeStatus: string;
  readonly notInvited: (customer: string) => string;
  readonly keptSignedOut: (customer: string) => string;
  readonly notSent: string;
  readonly openDraft: string;
}

const it: WatchTexts = {
  ask: 'Vuoi che controlli io la risposta di Microsoft, anche quando non ci sei?',
  askDetails:
    'Con il tuo accesso leggo solo i deal in cui sei nel team, per 90 giorni, e non cambio nulla. Ti scrivo qui se Microsoft accetta, se rifiuta o se mancano tre giorni o uno.',
  yes: 'Avvisami',
  no: 'No, grazie',
  granted: (until) =>
    `Va bene: controllo i tuoi deal e ti scrivo qui, fino a ${until}. Per smettere scrivi «non lavorare più al posto mio».`,
  stop: 'Smetti',
  withdrawn: 'Fatto: da ora leggo i tuoi deal solo quando me lo chiedi. Per riattivare scrivi «avvisami».',
  wasOff:
    'Non sto lavorando al posto tuo: leggo i deal solo quando me lo chiedi. Per attivare scrivi «avvisami».',
  inPrivate: 'Questo si attiva in una chat personale con me. Scrivimi lì «avvisami».',
  resumed: 'Riprendo anche a controllare i tuoi deal quando non ci sei.',
  ending: (until) =>
    `Fino a ${until} controllo i tuoi deal quando non ci sei, poi il tuo consenso finisce. Continuo?`,
  goOn: 'Continua',
  enough: 'Basta così',
  termOver: 'Non controllo più i tuoi deal quando non ci sei: il tuo consenso è finito.',
  signInOver:
    'Non posso più controllare i tuoi deal quando non ci sei: il tuo accesso è finito. Accedi e riprendo.',
  signIn: 'Accedi',
  lastRead: (moment) =>
    moment === null ? 'Non li avevo ancora letti.' : `Li ho letti l’ultima volta ${moment}.`,
  heldOn: (until) =>
    `Hai acconsentito che legga i tuoi deal anche quando non ci sei, fino a ${until}. Per smettere: «non lavorare più al posto mio».`,
  changed: (title, day) => `È cambiata una risposta che ti ho dato ${day}: «${title}».`,
  changedTo: (lead) => `Ora: ${lead}`,
  changedForSome: 'Chiedimela di nuovo: ti dico cosa vale adesso per te.',
  readAgain: 'Leggila',
  sent: (customer) => `Il deal con ${customer} che avevi confermato ora è creato.`,
  seeStatus: 'Vedi lo stato',
  notInvited: (customer) =>
    `Il deal con ${customer} che avevi confermato è creato da noi, ma il Centro per i partner ha rifiutato l’invito a Microsoft. Apri la bozza e conferma di nuovo per rimandare l’invito: il deal non viene creato due volte.`,
  keptSignedOut: (customer) =>
    `Il tuo accesso è finito, quindi non posso inviare il deal con ${customer} che avevi confermato. Accedi e lo invio.`,
  notSent:
    'Il Centro per i partner ha rifiutato il deal che avevi confermato. Non è stato creato, e la bozza è salva.',
  openDraft: 'Apri la bozza',
};

const en: WatchTexts = {
  ask: 'Want me to check for Microsoft’s answer, even while you’re away?',
  askDetails:
    'I use your sign-in only to read deals whose team you’re on, for 90 days, and change nothing. I’ll write here when Microsoft accepts, when it declines, or when three days or one are left.',
  yes: 'Notify me',
  no: 'No thanks',
  granted: (until) =>
    `All right: I’ll check your deals and write here, until ${until}. To stop, say “stop working for me”.`,
  stop: 'Stop',
  withdrawn: 'Done: from now on I read your deals only when you ask. To turn it back on, say “notify me”.',
  wasOff: 'I’m not working on your behalf: I read deals only when you ask. To turn it on, say “notify me”.',
  inPrivate: 'That’s turned on in a personal chat with me. Say “notify me” there.',
  resumed: 'I’ll check your deals again while you’re away, too.',
  ending: (until) => `Until ${until} I check your deals while you’re away, then your consent ends. Go on?`,
  goOn: 'Go on',
  enough: 'That’s enough',
  termOver: 'I’ve stopped checking your deals while you’re away: your consent has ended.',
  signInOver:
    'I can’t check your deals while you’re away any more: your sign-in has ended. Sign in and I’ll go on.',
  signIn: 'Sign in',
  lastRead: (moment) => (moment === null ? 'I hadn’t read them yet.' : `I last read them on ${moment}.`),
  heldOn: (until) =>
    `You agreed that I read your deals even while you’re away, until ${until}. To stop: “stop working for me”.`,
  changed: (title, day) => `An answer I gave you on ${day} has changed: “${title}”.`,
  changedTo: (lead) => `Now: ${lead}`,
  changedForSome: 'Ask me again, and I’ll say what holds for you now.',
  readAgain: 'Read it',
  sent: (customer) => `The deal with ${customer} that you confirmed is created now.`,
  seeStatus: 'See status',
  notInvited: (customer) =>
    `The deal with ${customer} that you confirmed is created on our side, but Partner Center refused Microsoft’s invitation. Open the draft and confirm again to resend the invitation: the deal won’t be created twice.`,
  keptSignedOut: (customer) =>
    `Your sign-in has ended, so I can’t send the deal with ${customer} that you confirmed. Sign in and I’ll send it.`,
  notSent: 'Partner Center refused the deal you confirmed. It wasn’t created, and your draft is safe.',
  openDraft: 'Open the draft',
};

/** What is said about working while the person is away, by language. */
export const watchTexts: Localized<WatchTexts> = { it, en };
