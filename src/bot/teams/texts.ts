import type { Localized } from '../../language/locale.ts';

/** What is said beside the conversation: in boxes and searches. */
interface TeamsTexts {
  /** A box closes. */
  readonly goesOnInChat: string;
  /** A box can't be opened or sent before a sign-in. */
  readonly signInFirst: (why: string) => string;
  /** A box closes whose form isn't open in this chat. */
  readonly draftWaits: (title: string | null) => string;
  readonly openChat: string;
  /** A message holds more than is read. */
  readonly messageTooLong: string;
  /** An input that isn't searched, or of a form that is no more. */
  readonly nothingToSearch: string;
  readonly noAnswers: (typed: string) => string;
  readonly noDeals: string;
  /** A state or a period that can't be read. */
  readonly filterUnread: string;
  readonly unknownCommand: string;
  /** The second row of a deal, with what it adds. */
  readonly withValue: (customer: string) => string;
}

export const teamsTexts: Localized<TeamsTexts> = {
  it: {
    goesOnInChat: 'Segnato. Continuiamo in chat.',
    signInFirst: (why) => `${why} Scrivi «accedi» in chat, poi riapri il modulo: non ho segnato nulla.`,
    draftWaits: (title) =>
      `La bozza${title === null ? '' : ` con ${title}`} ti aspetta nella nostra chat: lì vedi il riepilogo e confermi.`,
    openChat: 'Apri la nostra chat',
    messageTooLong: 'Questo messaggio è troppo lungo per leggerlo: copia in chat la parte che conta.',
    nothingToSearch: 'Qui non c’è niente da cercare: il modulo non è più aperto.',
    noAnswers: (typed) => `Non ho risposte su "${typed}". Prova con altre parole.`,
    noDeals: 'Non trovo tuoi deal così. Prova con un altro cliente, stato o periodo.',
    filterUnread:
      'Non capisco lo stato o il periodo. Scrivi, per esempio, "in attesa", "vinto", "questo mese" o "Q1 2027".',
    unknownCommand: 'Questo comando non c’è più. Aggiorna l’app e riprova.',
    withValue: (customer) => `${customer}, con il valore`,
  },
  en: {
    goesOnInChat: 'Noted. Let’s carry on in the chat.',
    signInFirst: (why) => `${why} Write “sign in” in the chat, then open the form again: nothing was noted.`,
    draftWaits: (title) =>
      `The draft${title === null ? '' : ` for ${title}`} is waiting in our chat: see the summary and confirm there.`,
    openChat: 'Open our chat',
    messageTooLong: 'This message is too long to read: copy the part that matters into the chat.',
    nothingToSearch: 'There’s nothing to search here: the form is no longer open.',
    noAnswers: (typed) => `I have no answers about “${typed}”. Try other words.`,
    noDeals: 'I can’t find deals of yours like that. Try another customer, state or period.',
    filterUnread:
      'I can’t read the state or the period. Type, for example, “waiting”, “won”, “this month” or “Q1 2027”.',
    unknownCommand: 'This command is gone. Update the app and try again.',
    withValue: (customer) => `${customer}, with the value`,
  },
};
