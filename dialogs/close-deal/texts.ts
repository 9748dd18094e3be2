import { formatNumber } from '../../src/language/format.ts';
import type { Localized } from '../../src/language/locale.ts';
import type { IncentiveCriterion, CriterionState } from '../../src/referrals/eligibility.ts';
import type { Label, SlotTexts } from '../kinds/row.ts';
import type { Ending } from './slots.ts';

/** What the questions may name. */
export interface NamedDeal {
  /** Null where the end is asked before the deal. */
  readonly customer: string | null;
}

export interface Texts {
  readonly slots: Readonly<
    Record<'deal' | 'among' | 'reason', SlotTexts<NamedDeal>> & {
      outcome: SlotTexts<NamedDeal> & { readonly choices: Readonly<Record<Ending, Label>> };
    }
  >;
  readonly reasonUnsaid: string;
  readonly whichReason: string;
  readonly asWritten: string;
  readonly allOfThese: string;
  /** Words behind the end of a deal that may be why. */
  readonly isThisReason: (words: string) => string;
  readonly reasonTooShort: string;

  readonly review: (customer: string, outcome: string) => string;
  readonly final: string;
  readonly tooEarly: (hours: number, until: string) => string;
  /** Won, while Microsoft's answer is still to come. */
  readonly notYetAccepted: string;
  readonly facts: Readonly<Record<'deal' | 'value' | 'outcome' | 'reason' | 'microsoft', string>>;
  readonly confirm: string;
  readonly cancelled: string;
  readonly changeLater: string;

  readonly won: (customer: string) => string;
  readonly lost: (customer: string, reason: string) => string;
  readonly criteriaTitle: string;
  readonly criteria: Readonly<Record<IncentiveCriterion, string>>;
  readonly verdicts: Readonly<Record<CriterionState, string>>;
  readonly verdict: Readonly<Record<'open' | 'at-risk' | 'none', string>>;
  readonly criteriaSource: string;

  /** The deal at hand is left for another. */
  readonly leaves: (customer: string) => string;
  /** A yes beside another deal's name. */
  readonly oneFirst: (customer: string) => string;
  /** A "no" to "which deal?". */
  readonly noneClosed: string;
  /** A "no" to closing it. */
  readonly declined: string;
  /** A reason for losing, told where the end is Won. */
  readonly reasonForWon: (reason: string) => string;
  /** Another value or day than the deal has, and what it stays with. */
  readonly notRecorded: (words: string, kept: string) => string;
  readonly noReasonForWon: string;
  readonly alreadyClosed: (customer: string, state: string) => string;
  readonly alreadyDone: (customer: string, state: string) => string;
  readonly noDeals: string;
  readonly noRole: string;
  readonly changed: (changes: string) => string;
  readonly changedUnseen: string;
  readonly change: (label: string, from: string, to: string) => string;
  readonly changes: Readonly<Record<'value' | 'closing', string>>;
  readonly askAgain: string;
  readonly refused: string;
  readonly unreachable: string;
  /** Our own disk takes nothing, so the deal is as it was. */
  readonly notSaved: string;

  readonly buttons: Readonly<Record<'see' | 'incentives' | 'why' | 'retry', string>>;
}

const it: Texts = {
  slots: {
    deal: {
      words: ['deal', 'trattativa', 'cliente'],
      text: 'Quale deal vuoi chiudere?',
      why: 'Chiudo un solo deal alla volta. Puoi scrivere anche un altro cliente o un id.',
    },
    among: { words: [] },
    outcome: {
      words: ['esito', 'stato', 'risultato'],
      text: ({ customer }) =>
        customer === null ? "Com'è finito il deal?" : `Com'è finito il deal con ${customer}?`,
      why: 'È lo stato finale che vedranno tutti.',
      invalid: 'Mi serve l\'esito: scrivi "vinto" o "perso".',
      choices: {
        Won: { label: 'Vinto', words: ['vinto', 'vinta', 'won'] },
        Lost: { label: 'Perso', words: ['perso', 'persa', 'lost'] },
      },
    },
    reason: {
      words: ['motivo', 'ragione', 'perché'],
      text: ({ customer }) =>
        customer === null ? 'Perché avete perso il deal?' : `Perché avete perso il deal con ${customer}?`,
      why: 'Il Centro per i partner lo registra con il deal. Puoi anche scriverlo con parole tue.',
      invalid: `È lungo più di 500 caratteri: scrivi un motivo più breve.`,
    },
  },
  reasonUnsaid: 'Mi serve un motivo: scegline uno. Se non lo sai, c\'è "Altro motivo".',
  whichReason: 'Quale di questi è il motivo principale?',
  asWritten: "Come l'ho scritto",
  allOfThese: 'Questi insieme',
  isThisReason: (words) => `Perché avete perso il deal? Registro «${words}»?`,
  reasonTooShort: 'Troppo breve per un motivo. Scrivi per esempio "il cliente ha scelto un altro fornitore".',

  review: (customer, outcome) => `Segno il deal con ${customer} come ${outcome}?`,
  final: 'È uno stato finale: dopo il deal non si può più modificare né riaprire.',
  notYetAccepted:
    'Microsoft non ha ancora risposto: se lo segni vinto adesso, l’incentivo Azure IP co-sell non spetta. Se conta, aspetta che accetti.',
  tooEarly: (hours, until) =>
    `${ageInItalian(hours)}: se lo segni vinto prima di 72 ore dalla creazione, la registrazione per gli incentivi può essere respinta. Le 72 ore finiscono ${until}.`,
  facts: {
    deal: 'Deal',
    value: 'Valore',
    outcome: 'Esito',
    reason: 'Motivo',
    microsoft: 'Lato Microsoft',
  },
  confirm: 'Sì, chiudi il deal',
  cancelled: 'Annullato. Non ho chiuso nessun deal.',
  changeLater:
    'No: Vinto e Perso sono stati finali, e un deal chiuso non si modifica e non si riapre. Adesso non ho ancora chiuso nulla.',

  won: (customer) => `Fatto: il deal con ${customer} è Vinto.`,
  lost: (customer, reason) => `Fatto: il deal con ${customer} è Perso. Motivo registrato: ${reason}.`,
  criteriaTitle: 'Incentivo Azure IP co-sell: che cosa serve e come sei messo',
  criteria: {
    'shared-with-microsoft': 'Deal di co-sell o condiviso con Microsoft, non privato',
    'value-threshold': 'Valore di almeno 25.000 USD',
    'eligible-solution': 'Almeno una soluzione idonea agli incentivi',
    'accepted-by-microsoft': 'Invito accettato da Microsoft',
    'managed-customer': 'Cliente gestito da Microsoft',
    won: 'Deal segnato come Vinto',
    'waited-72-hours': 'Almeno 72 ore tra creazione e Vinto',
  },
  verdicts: { met: 'sì', 'not-met': 'no', unknown: 'da qui non posso saperlo' },
  verdict: {
    open: 'Niente lo esclude, per quello che vedo: registralo nel Centro per i partner.',
    'at-risk': "Manca solo l'attesa di 72 ore: puoi registrarlo, ma la registrazione può essere respinta.",
    none: 'Almeno un criterio manca, quindi questo incentivo non spetta al deal.',
  },
  criteriaSource: 'Fonte: pagina del Centro per i partner sulla registrazione dei deal.',

  oneFirst: (customer) =>
    `Uno alla volta, e non ho chiuso niente. Prima ${customer}: se va bene così, scrivi solo «sì». Poi dimmi l’altro.`,
  leaves: (customer) => `Il deal con ${customer} resta com'è.`,
  noneClosed: 'Va bene, non ho chiuso nulla. Per uscire scrivi "annulla".',
  declined: 'Va bene, non ho chiuso nulla. Che cosa cambio?',
  reasonForWon: (reason) =>
    `«${reason}» è il motivo di un deal perso, ma hai detto anche Vinto: com’è finita?`,
  notRecorded: (words, kept) =>
    `Chiudendo non cambio valore e date: «${words}» non lo registro, il deal resta con ${kept}. Se vanno corretti, fallo prima nel Centro per i partner: dopo la chiusura non si può più.`,
  noReasonForWon: 'Perché l’avete vinto non lo registro: un motivo si tiene solo di un deal perso.',
  alreadyClosed: (customer, state) =>
    `Il deal con ${customer} è già ${state}: è uno stato finale e non si può più cambiare.`,
  alreadyDone: (customer, state) => `Il deal con ${customer} è già ${state}, non c'è altro da fare.`,
  noDeals: 'Non vedo deal aperti da chiudere.',
  noRole:
    "Per chiudere un deal ti serve un ruolo sulle segnalazioni, e qui non ne risulta uno. Lo concede l'amministratore dell'account.",
  changed: (changes) => `Non ho chiuso nulla: intanto qualcuno ha cambiato il deal (${changes}).`,
  changedUnseen: 'Non ho chiuso nulla: intanto qualcuno ha cambiato il deal in un campo che qui non mostro.',
  change: (label, from, to) => `${label}: ${from} → ${to}`,
  changes: { value: 'valore', closing: 'chiusura prevista' },
  askAgain: 'Lo chiudo lo stesso?',
  refused:
    'Il Centro per i partner non ti lascia chiudere questo deal. Può farlo un amministratore delle segnalazioni.',
  notSaved:
    'Non ho chiuso il deal: non riesco a salvare i miei dati. Riprova tra poco; se continua, avvisa chi gestisce l’assistente.',
  unreachable:
    "Non ho la conferma che il deal sia chiuso: il servizio non risponde. Riprova tra poco, prima rileggo com'è.",

  buttons: {
    see: 'Vedi il deal',
    incentives: 'Vedi gli incentivi',
    why: 'Perché è finale',
    retry: 'Riprova',
  },
};

const en: Texts = {
  slots: {
    deal: {
      words: ['deal', 'customer', 'opportunity'],
      text: 'Which deal do you want to close?',
      why: 'I close one deal at a time. You can also type another customer or an id.',
    },
    among: { words: [] },
    outcome: {
      words: ['outcome', 'state', 'result'],
      text: ({ customer }) =>
        customer === null ? 'How did the deal end?' : `How did the ${customer} deal end?`,
      why: "It's the final state that everyone will see.",
      invalid: 'I need the outcome: type "won" or "lost".',
      choices: {
        Won: { label: 'Won', words: ['vinto', 'vinta', 'won'] },
        Lost: { label: 'Lost', words: ['perso', 'persa', 'lost'] },
      },
    },
    reason: {
      words: ['reason', 'why'],
      text: ({ customer }) =>
        customer === null ? 'Why was the deal lost?' : `Why was the ${customer} deal lost?`,
      why: 'Partner Center keeps it with the deal. You can also put it in your own words.',
      invalid: `That's over 500 characters: write a shorter reason.`,
    },
  },
  reasonUnsaid: 'I need a reason: pick one. If you don\'t know, there\'s "Other reason".',
  whichReason: 'Which of these is the main reason?',
  asWritten: 'As I wrote it',
  allOfThese: 'These together',
  isThisReason: (words) => `Why was the deal lost? Shall I record “${words}”?`,
  reasonTooShort: 'Too short for a reason. Try "the customer chose another vendor", for example.',

  review: (customer, outcome) => `Mark the ${customer} deal as ${outcome}?`,
  final: "That's final: the deal can't be edited or reopened afterwards.",
  notYetAccepted:
    'Microsoft hasn’t answered yet: marked Won now, the deal gets no Azure IP co-sell incentive. If that matters, wait until it accepts.',
  tooEarly: (hours, until) =>
    `${ageInEnglish(hours)}: if you mark it Won within 72 hours of its creation, its registration for incentives may be rejected. The 72 hours end on ${until}.`,
  facts: {
    deal: 'Deal',
    value: 'Value',
    outcome: 'Ending',
    reason: 'Reason',
    microsoft: "Microsoft's side",
  },
  confirm: 'Yes, close the deal',
  cancelled: 'Cancelled. No deal was closed.',
  changeLater:
    'No: Won and Lost are final states, and a closed deal can’t be edited or reopened. Nothing is closed yet.',

  won: (customer) => `Done: the ${customer} deal is Won.`,
  lost: (customer, reason) => `Done: the ${customer} deal is Lost. Reason on record: ${reason}.`,
  criteriaTitle: 'Azure IP co-sell incentive: what it takes and where you stand',
  criteria: {
    'shared-with-microsoft': 'Co-sell deal, or shared with Microsoft; not private',
    'value-threshold': 'Worth at least USD 25,000',
    'eligible-solution': 'At least one incentive-eligible solution',
    'accepted-by-microsoft': 'Invitation accepted by Microsoft',
    'managed-customer': 'Customer managed by Microsoft',
    won: 'Deal marked as Won',
    'waited-72-hours': 'At least 72 hours between creation and Won',
  },
  verdicts: { met: 'yes', 'not-met': 'no', unknown: "can't be known from here" },
  verdict: {
    open: 'Nothing I can see rules it out: register it in Partner Center.',
    'at-risk': 'Only the 72-hour wait is missing: you can register it, but it may be rejected.',
    none: "At least one isn't met, so the deal can't earn this incentive.",
  },
  criteriaSource: "Source: Partner Center's page on registering deals.",

  oneFirst: (customer) =>
    `One at a time, and nothing is closed yet. ${customer} first: if it’s fine as it stands, type just “yes”. Then tell me the other.`,
  leaves: (customer) => `The ${customer} deal stays as it is.`,
  noneClosed: 'All right, nothing was closed. To leave, type "cancel".',
  declined: 'All right, nothing was closed. What should I change?',
  reasonForWon: (reason) => `“${reason}” is why a deal is lost, but you also said Won: how did it end?`,
  notRecorded: (words, kept) =>
    `Closing changes no value and no dates: I don’t record “${words}”, so the deal stays with ${kept}. If that’s wrong, correct it in Partner Center first: once closed, it can’t be changed.`,
  noReasonForWon: 'Why you won it isn’t recorded: only a lost deal has a reason.',
  alreadyClosed: (customer, state) =>
    `The ${customer} deal is already ${state}: that's final and can't be changed any more.`,
  alreadyDone: (customer, state) => `The ${customer} deal is already ${state}; there's nothing left to do.`,
  noDeals: "I don't see any open deal to close.",
  noRole:
    "You need a referrals role to close a deal, and I don't find one for you here. Your Account admin can grant it.",
  changed: (changes) => `Nothing was closed: somebody changed the deal meanwhile (${changes}).`,
  changedUnseen: "Nothing was closed: somebody changed the deal meanwhile, in a field I don't show here.",
  change: (label, from, to) => `${label}: ${from} → ${to}`,
  changes: { value: 'value', closing: 'expected close' },
  askAgain: 'Close it anyway?',
  refused: "Partner Center won't let you close this deal. A Referrals admin can.",
  notSaved:
    'I didn’t close the deal: I can’t save my data. Try again shortly; if it goes on, tell whoever runs this assistant.',
  unreachable:
    "I have no confirmation that the deal is closed: the service isn't answering. Try again shortly, and I'll look at it first.",

  buttons: {
    see: 'See the deal',
    incentives: 'See the incentives',
    why: "Why it's final",
    retry: 'Try again',
  },
};

/** What closing a deal says, by language. */
export const closeTexts: Localized<Texts> = { it, en };

function ageInItalian(hours: number): string {
  if (hours < 1) return "Il deal ha meno di un'ora";
  return hours === 1 ? "Il deal ha un'ora" : `Il deal ha ${formatNumber(hours, 'it')} ore`;
}

function ageInEnglish(hours: number): string {
  if (hours < 1) return 'The deal is less than an hour old';
  return hours === 1 ? 'The deal is an hour old' : `The deal is ${formatNumber(hours, 'en')} hours old`;
}
