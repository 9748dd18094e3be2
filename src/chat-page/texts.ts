/** The languages of the page itself; the assistant chooses its own by what is written to it. */
export type PageLocale = 'it' | 'en';

/** Roles as the directory names them; unknown ones are not shown. */
export type RoleName =
  | 'referrals-admin'
  | 'referrals-user'
  | 'account-admin'
  | 'business-profile-admin'
  | 'global-admin'
  | 'user-admin';

export interface PageTexts {
  readonly sampleData: string;
  readonly sampleDataWhy: string;
  readonly person: string;
  readonly noRole: string;
  readonly roles: Readonly<Record<RoleName, string>>;
  readonly language: string;
  readonly newConversation: string;
  readonly conversation: string;
  readonly startHeading: string;
  readonly startHint: string;
  readonly starters: readonly string[];
  readonly message: string;
  readonly placeholder: string;
  readonly send: string;
  readonly keys: string;
  readonly you: string;
  readonly assistant: string;
  readonly notSent: string;
  readonly retry: string;
  readonly reconnecting: string;
  readonly toLatest: string;
  readonly deleted: string;
  readonly unreadableCard: string;
  readonly unavailable: string;
}

const it: PageTexts = {
  sampleData: 'Dati di esempio',
  sampleDataWhy: 'Persone, clienti e deal di questa pagina sono inventati.',
  person: 'Scrivi come',
  noRole: 'nessun ruolo',
  roles: {
    'referrals-admin': 'amministratore delle segnalazioni',
    'referrals-user': 'utente delle segnalazioni',
    'account-admin': "amministratore dell'account",
    'business-profile-admin': 'amministratore del profilo aziendale',
    'global-admin': 'amministratore globale',
    'user-admin': 'amministratore utenti',
  },
  language: 'Lingua della pagina',
  newConversation: 'Nuova conversazione',
  conversation: 'Conversazione',
  startHeading: 'Da dove cominciamo?',
  startHint: 'Scrivi con parole tue, oppure parti da qui.',
  starters: [
    'Perché non vedo il pulsante Nuovo deal?',
    'Crea un deal',
    'Microsoft ha accettato il deal con Contoso?',
    'Chi può darmi accesso alle segnalazioni?',
  ],
  message: 'Messaggio',
  placeholder: 'Scrivi un messaggio',
  send: 'Invia',
  keys: 'Invio per inviare, Maiusc + Invio per andare a capo',
  you: 'Tu',
  assistant: 'Assistente',
  notSent: 'Non inviato.',
  retry: 'Riprova',
  reconnecting: 'Connessione interrotta. Riprovo…',
  toLatest: 'Vai in fondo',
  deleted: 'Messaggio eliminato',
  unreadableCard: 'Questo contenuto non si può mostrare qui.',
  unavailable: "L'assistente non risponde. Controlla che sia avviato, poi ricarica la pagina.",
};

const en: PageTexts = {
  sampleData: 'Sample data',
  sampleDataWhy: 'The people, customers and deals on this page are made up.',
  person: 'Chat as',
  noRole: 'no role',
  roles: {
    'referrals-admin': 'referrals admin',
    'referrals-user': 'referrals user',
    'account-admin': 'account admin',
    'business-profile-admin': 'business profile admin',
    'global-admin': 'global admin',
    'user-admin': 'user admin',
  },
  language: 'Page language',
  newConversation: 'New conversation',
  conversation: 'Conversation',
  startHeading: 'Where shall we start?',
  startHint: 'Use your own words, or pick one of these.',
  starters: [
    "Why can't I see the New deal button?",
    'Create a deal',
    'Did Microsoft accept the Contoso deal?',
    'Who can give me access to referrals?',
  ],
  message: 'Message',
  placeholder: 'Write a message',
  send: 'Send',
  keys: 'Enter to send, Shift + Enter for a new line',
  you: 'You',
  assistant: 'Assistant',
  notSent: 'Not sent.',
  retry: 'Try again',
  reconnecting: 'Connection lost. Trying again…',
  toLatest: 'Jump to latest',
  deleted: 'Message deleted',
  unreadableCard: "This can't be shown here.",
  unavailable: "The assistant isn't answering. Check that it's running, then reload the page.",
};

export const PAGE_TEXTS: Readonly<Record<PageLocale, PageTexts>> = { it, en };

/** Italian, unless the browser asks for English first. */
export function firstLocale(browserLanguage: string): PageLocale {
  return /^en\b/i.test(browserLanguage) ? 'en' : 'it';
}
