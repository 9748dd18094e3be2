import type { Locale } from '../language/locale.ts';
import type { DialogName } from './dialog-name.ts';
import { ourMarkdown } from './markdown.ts';
import type { Markdown } from './markdown.ts';

/** Every sentence of the cards that are used outside dialogs. */
export interface CardTexts {
  /** `person` is a first name, null where the person isn't known. */
  readonly welcome: (person: string | null) => string;
  readonly sample: string;
  readonly sampleCompany: string;
  readonly helpLead: Markdown;
  readonly helpList: Markdown;
  readonly dialogs: Readonly<Record<DialogName, string>>;
  readonly clarify: string;
  readonly noneOfThese: string;
  readonly none: string;
  readonly noneNearest: string;
  /** The second time running. */
  readonly noneAgain: (contact: string) => string;
  /** To who says that an answer missed the question. */
  readonly complaint: (contact: string) => string;
  /** A button where nothing is near. */
  readonly whatICanDo: string;
  readonly noneSupport: (contact: string) => string;
  readonly support: string;
  readonly partnerCenterSupport: string;
  /** Before what was tapped. */
  readonly chosen: string;
  readonly source: string;
  /** Two small buttons under an answer. */
  readonly useful: string;
  readonly useless: string;
  /** Names, as a list, that mix letters of different alphabets. */
  readonly mixedScripts: (names: string, count: number) => string;
  /** Microsoft's side of a deal that was closed before it answered. */
  readonly noAnswer: string;
  /** A side's state in a word or two. */
  readonly states: Readonly<Record<StateName, string>>;
}

/** The states as people name them; `Active` is our own side of an open deal. */
export type StateName =
  | 'Active'
  | 'Pending'
  | 'Accepted'
  | 'Won'
  | 'Lost'
  | 'Declined'
  | 'Expired'
  | 'Error'
  | 'Unknown';

const it: CardTexts = {
  welcome: (person) =>
    `Ciao${person === null ? '' : ` ${person}`}. Rispondo alle domande sulle segnalazioni e posso creare un deal, controllare se Microsoft lo ha accettato o trovare chi ti dà accesso.`,
  sample: 'Dati di esempio',
  sampleCompany: 'Persone, clienti e deal che vedi qui sono dati di esempio, inventati per provare.',
  helpLead: ourMarkdown`Rispondo alle domande sulle segnalazioni e ti guido nei deal.`,
  helpList: ourMarkdown`- **Domande**: accesso, Nuovo deal, decisione di Microsoft, incentivi, note automatiche. Scrivi come parli.
- **Deal**: li creo, ti dico se Microsoft li ha accettati, li segno come vinti o persi.
- **Accesso**: trovo chi può darti un ruolo e preparo il messaggio.
- **Avvisi**: "avvisami quando Microsoft risponde", "ogni lunedì i miei deal", "cosa mi mandi?".
- **Comandi**: "annulla", "indietro", "a che punto siamo?", "le mie bozze", "parla in inglese", "cosa sai di me?".`,
  dialogs: {
    'create-deal': 'Crea un deal',
    'check-acceptance': 'Controlla un deal',
    'find-account-admins': 'Trova gli amministratori',
    'close-deal': 'Chiudi un deal',
    'set-notices': 'Imposta gli avvisi',
  },
  clarify: 'Quale di queste intendi?',
  noneOfThese: 'Nessuna di queste',
  none: 'Questo non lo so. Conosco le segnalazioni: accesso, deal, decisione di Microsoft, note automatiche.',
  noneNearest: 'Le cose più vicine che so:',
  noneAgain: (contact) => `Non so nemmeno questo. Una persona ti può aiutare: ${contact}.`,
  complaint: (contact) =>
    `Capito, non era quello che cercavi. Prova a dirmelo con altre parole, o chiedi a una persona: ${contact}.`,
  whatICanDo: 'Cosa so fare',
  noneSupport: (contact) => `Per il resto chiedi a una persona: ${contact}.`,
  support: 'Apri l’assistenza nel browser',
  partnerCenterSupport: "l'assistenza del Centro per i partner",
  chosen: 'Hai scelto:',
  source: 'Fonte',
  useful: 'È utile',
  useless: 'Non è utile',
  mixedScripts: (names, count) =>
    count === 1
      ? `Attenzione: questo nome mescola alfabeti diversi: ${names}.`
      : `Attenzione: questi nomi mescolano alfabeti diversi: ${names}.`,
  noAnswer: 'Nessuna risposta',
  states: {
    Active: 'Attivo',
    Pending: 'In attesa',
    Accepted: 'Accettato',
    Won: 'Vinto',
    Lost: 'Perso',
    Declined: 'Rifiutato',
    Expired: 'Scaduto',
    Error: 'Da verificare',
    Unknown: 'Sconosciuto',
  },
};

const en: CardTexts = {
  welcome: (person) =>
    `Hi${person === null ? '' : ` ${person}`}. I answer referral questions, and I can create a deal, check whether Microsoft accepted it, or find who can give you access.`,
  sample: 'Sample data',
  sampleCompany:
    'The people, customers and deals you see here are sample data, made up so you can try things.',
  helpLead: ourMarkdown`I answer referral questions and take you through your deals.`,
  helpList: ourMarkdown`- **Questions**: access, the New deal button, Microsoft's decision, incentives, Auto Notes. Just ask.
- **Deals**: I create them, tell you whether Microsoft accepted them, and mark them won or lost.
- **Access**: I find who can give you a role and write the request.
- **Notices**: "notify me when Microsoft answers", "every Monday my deals", "what do you send me?".
- **Commands**: "cancel", "back", "where are we?", "my drafts", "speak Italian", "what do you know about me?".`,
  dialogs: {
    'create-deal': 'Create a deal',
    'check-acceptance': 'Check a deal',
    'find-account-admins': 'Find the admins',
    'close-deal': 'Close a deal',
    'set-notices': 'Set up notices',
  },
  clarify: 'Which of these do you mean?',
  noneOfThese: 'None of these',
  none: "I don't know that one. I know referrals: access, deals, Microsoft's decision, Auto Notes.",
  noneNearest: 'The closest things I know:',
  noneAgain: (contact) => `I don't know that one either. A person can help: ${contact}.`,
  complaint: (contact) =>
    `I see, that wasn't what you were after. Try putting it another way, or ask a person: ${contact}.`,
  whatICanDo: 'What I can do',
  noneSupport: (contact) => `For anything else, ask a person: ${contact}.`,
  support: 'Open support in the browser',
  partnerCenterSupport: 'Partner Center support',
  chosen: 'You chose:',
  source: 'Source',
  useful: 'Helpful',
  useless: 'Not helpful',
  mixedScripts: (names, count) =>
    count === 1
      ? `Careful: this name mixes different alphabets: ${names}.`
      : `Careful: these names mix different alphabets: ${names}.`,
  noAnswer: 'No answer',
  states: {
    Active: 'Active',
    Pending: 'Waiting',
    Accepted: 'Accepted',
    Won: 'Won',
    Lost: 'Lost',
    Declined: 'Declined',
    Expired: 'Expired',
    Error: 'Needs a look',
    Unknown: 'Unknown',
  },
};

/** The cards' sentences by language. */
export const cardTexts: Readonly<Record<Locale, CardTexts>> = { it, en };
