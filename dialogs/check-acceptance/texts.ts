import { formatDays } from '../../src/language/format.ts';
import type { Localized } from '../../src/language/locale.ts';

/** What the check asks, and what stands around the news on its cards. */
export interface CheckTexts {
  readonly ask: string;
  readonly askWhy: string;
  readonly cancelled: string;
  readonly us: string;
  readonly microsoft: string;
  readonly microsoftNotInvited: string;
  readonly microsoftUnseen: string;
  readonly facts: Readonly<
    Record<'value' | 'closing' | 'solution' | 'seller' | 'msxId' | 'created' | 'asked', string>
  >;
  /** Above how a deal stands, where a card tells of earlier news. */
  readonly now: string;
  readonly id: string;
  readonly readAt: (moment: string) => string;
  readonly alsoFound: (names: string) => string;
  readonly overview: (total: number, waiting: number) => string;
  /** Deals that were asked for by what they are, with their total. */
  readonly some: (count: number, total: string) => string;
  readonly noneSuch: string;
  readonly further: (count: number) => string;
  readonly range: (from: number, to: number, total: number) => string;
  readonly row: Readonly<
    Record<'accepted' | 'declined' | 'expired' | 'not-shared' | 'not-asked' | 'needs-attention', string>
  >;
  readonly rowWaiting: (daysLeft: number, deadline: string) => string;
  readonly rowOverdue: (deadline: string) => string;
  readonly rowClosedByMicrosoft: (state: string) => string;
  readonly rowUnknown: (raw: string) => string;
  readonly rowClosed: (state: string) => string;
  readonly rowUnseen: string;
  readonly sellers: (customer: string, names: string, count: number) => string;
  readonly noSeller: (customer: string) => string;
  readonly noDeals: string;
  readonly noRole: string;
  readonly buttons: Readonly<
    Record<'close' | 'recreate' | 'portal' | 'incentives' | 'first' | 'notify', string>
  >;
  readonly see: (customer: string) => string;
  readonly more: (count: number) => string;
}

const it: CheckTexts = {
  ask: 'Quale deal vuoi controllare?',
  askWhy: 'Ecco i più urgenti. Puoi scrivere anche un altro cliente, un valore o un id.',
  cancelled: 'Va bene, lascio stare.',
  us: 'Noi',
  microsoft: 'Microsoft',
  microsoftNotInvited: 'Non invitata',
  microsoftUnseen: 'Non visibile',
  facts: {
    value: 'Valore',
    closing: 'Chiusura prevista',
    solution: 'Soluzione',
    seller: 'Venditore Microsoft',
    msxId: 'Id MSX',
    created: 'Creato',
    asked: 'Chiesto a Microsoft',
  },
  now: 'Adesso',
  id: 'Id',
  readAt: (moment) => `Letto nel Centro per i partner ${moment}.`,
  alsoFound: (names) => `C'è anche ${names}.`,
  overview: (total, waiting) => {
    const deals = total === 1 ? 'Vedi un deal' : `Vedi ${total} deal`;
    if (waiting === 0) return `${deals}: nessuno aspetta una risposta di Microsoft.`;
    return waiting === 1
      ? `${deals}: 1 aspetta la risposta di Microsoft.`
      : `${deals}: ${waiting} aspettano la risposta di Microsoft.`;
  },
  range: (from, to, total) =>
    `${startsWithVowel(from) ? "Dall'" : 'Dal '}${from} ${startsWithVowel(to) ? "all'" : 'al '}${to} di ${total}, i più urgenti per primi. Toccane uno per aprirlo.`,
  row: {
    accepted: 'Accettato da Microsoft',
    declined: 'Rifiutato da Microsoft',
    expired: 'Scaduto senza risposta',
    'not-shared': 'Privato, non condiviso con Microsoft',
    'not-asked': 'Condiviso, nessun aiuto chiesto',
    'needs-attention': 'Problema sul lato Microsoft',
  },
  rowWaiting: (daysLeft, deadline) =>
    daysLeft === 1
      ? `In attesa, resta 1 giorno (fino a ${deadline})`
      : `In attesa, restano ${formatDays(daysLeft, 'it')} (fino a ${deadline})`,
  rowOverdue: (deadline) => `In attesa, termine passato (${deadline})`,
  rowClosedByMicrosoft: (state) => `Chiuso da Microsoft come ${state}`,
  rowUnknown: (raw) => `Stato sul lato Microsoft: ${raw}`,
  rowClosed: (state) => `Chiuso da noi come ${state}`,
  rowUnseen: 'Lato Microsoft non visibile da qui',
  sellers: (customer, names, count) =>
    count === 1
      ? `Per ${customer} il venditore Microsoft è ${names}.`
      : `Per ${customer} i venditori Microsoft sono ${names}.`,
  noSeller: (customer) => `Per ${customer} non vedo un venditore Microsoft.`,
  some: (count, total) =>
    count === 1 ? `1 deal, vale ${total}.` : `${String(count)} deal, in tutto ${total}.`,
  noneSuch: 'Nessuno dei tuoi deal corrisponde.',
  further: (count) => (count === 1 ? 'e un altro' : `e altri ${String(count)}`),
  noDeals: "Non c'è ancora nessun deal che puoi vedere. Vuoi crearne uno?",
  noRole:
    "Per vedere i deal ti serve un ruolo sulle segnalazioni, e qui non ne risulta uno. Lo concede l'amministratore dell'account.",
  buttons: {
    close: 'Chiudi il deal',
    recreate: 'Ricrea il deal',
    portal: 'Apri in Partner Center',
    incentives: 'Vedi gli incentivi',
    first: "Torna all'inizio",
    notify: 'Avvisami',
  },
  see: (customer) => `Vedi ${customer}`,
  more: (count) => (count === 1 ? 'Un altro deal' : `Altri ${count} deal`),
};

const en: CheckTexts = {
  ask: 'Which deal should I check?',
  askWhy: 'These are the most urgent. You can also type another customer, a value or an id.',
  cancelled: 'All right, leaving it.',
  us: 'Us',
  microsoft: 'Microsoft',
  microsoftNotInvited: 'Not invited',
  microsoftUnseen: 'Not visible',
  facts: {
    value: 'Value',
    closing: 'Expected close',
    solution: 'Solution',
    seller: 'Microsoft seller',
    msxId: 'MSX id',
    created: 'Created',
    asked: 'Microsoft asked',
  },
  now: 'Now',
  id: 'Id',
  readAt: (moment) => `Read in Partner Center on ${moment}.`,
  alsoFound: (names) => `There's ${names} too.`,
  overview: (total, waiting) => {
    const deals = total === 1 ? 'You can see 1 deal' : `You can see ${total} deals`;
    if (waiting === 0) return `${deals}: none is waiting for Microsoft.`;
    return waiting === 1
      ? `${deals}: 1 is waiting for Microsoft.`
      : `${deals}: ${waiting} are waiting for Microsoft.`;
  },
  range: (from, to, total) => `${from} to ${to} of ${total}, most urgent first. Tap one to open it.`,
  row: {
    accepted: 'Accepted by Microsoft',
    declined: 'Declined by Microsoft',
    expired: 'Expired without an answer',
    'not-shared': 'Private, not shared with Microsoft',
    'not-asked': 'Shared, no help asked for',
    'needs-attention': "Problem on Microsoft's side",
  },
  rowWaiting: (daysLeft, deadline) =>
    daysLeft === 1
      ? `Waiting, 1 day left (until ${deadline})`
      : `Waiting, ${formatDays(daysLeft, 'en')} left (until ${deadline})`,
  rowOverdue: (deadline) => `Waiting, time is up (${deadline})`,
  rowClosedByMicrosoft: (state) => `Closed by Microsoft as ${state}`,
  rowUnknown: (raw) => `State on Microsoft's side: ${raw}`,
  rowClosed: (state) => `Closed by us as ${state}`,
  rowUnseen: "Microsoft's side can't be seen from here",
  sellers: (customer, names, count) =>
    count === 1
      ? `The Microsoft seller for ${customer} is ${names}.`
      : `The Microsoft sellers for ${customer} are ${names}.`,
  noSeller: (customer) => `I don't see a Microsoft seller for ${customer}.`,
  some: (count, total) =>
    count === 1 ? `1 deal, worth ${total}.` : `${String(count)} deals, worth ${total} in total.`,
  noneSuch: 'None of your deals fits that.',
  further: (count) => `and ${String(count)} more`,
  noDeals: "There's no deal you can see yet. Want to create one?",
  noRole:
    "You need a referrals role to see deals, and I don't find one for you here. Your Account admin can grant it.",
  buttons: {
    close: 'Close the deal',
    recreate: 'Recreate the deal',
    portal: 'Open in Partner Center',
    incentives: 'See the incentives',
    first: 'Back to the start',
    notify: 'Notify me',
  },
  see: (customer) => `See ${customer}`,
  more: (count) => (count === 1 ? 'One more deal' : `${count} more deals`),
};

/** What the check says, by language. */
export const checkTexts: Localized<CheckTexts> = { it, en };

/** "Otto" and "undici" begin with a vowel, as "uno" does: dall'1, dall'8, all'11, dall'80. */
function startsWithVowel(number: number): boolean {
  return /^(?:1$|11$|8)/.test(String(number));
}
