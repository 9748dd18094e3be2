import { formatDays } from '../../src/language/format.ts';
import type { Localized } from '../../src/language/locale.ts';

/** An invitation that is still open. */
interface Waiting {
  readonly customer: string;
  readonly daysLeft: number;
  /** Written in full. */
  readonly deadline: string;
}

/** What is said of one decision: the news, then what it means and what to do. */
export interface VerdictTexts {
  readonly accepted: (customer: string) => string;
  readonly acceptedSellers: (sellers: string, count: number) => string;
  readonly acceptedNoSeller: string;
  readonly acceptedNext: string;
  readonly waiting: (said: Waiting) => string;
  readonly waitingSince: (days: number) => string;
  readonly waitingNext: string;
  readonly overdue: (customer: string, deadline: string) => string;
  readonly overdueNext: string;
  readonly declined: (customer: string) => string;
  readonly declinedSilently: (customer: string) => string;
  /** The reason in the service's own words, and in ours where we know it. */
  readonly reason: (raw: string, known: string | null) => string;
  readonly reasonNames: Readonly<Record<'no-customer-record' | 'not-managed', string>>;
  readonly meaning: Readonly<Record<'no-customer-record' | 'not-managed' | 'other', string>>;
  readonly noReasonCases: string;
  readonly underThreshold: (value: string) => string;
  readonly overThreshold: string;
  readonly otherCurrency: (value: string) => string;
  readonly recreateAdvice: string;
  readonly noSellerOnDecline: string;
  readonly expired: (customer: string) => string;
  readonly expiredMeaning: (deadline: string) => string;
  readonly expiredNext: string;
  readonly notShared: (customer: string) => string;
  readonly notSharedNext: string;
  readonly notAsked: (customer: string) => string;
  readonly notAskedNext: string;
  readonly closedByMicrosoft: (customer: string, state: string) => string;
  readonly needsAttention: (customer: string, raw: string) => string;
  readonly unknown: (customer: string, raw: string) => string;
  readonly unseen: (customer: string) => string;
  readonly portalNext: string;
  /** Closed on our side before Microsoft answered. */
  readonly closedUnanswered: (customer: string, state: string) => string;
  readonly ourSideClosed: (state: string) => string;
}

const it: VerdictTexts = {
  accepted: (customer) => `Microsoft ha accettato il deal con ${customer}.`,
  acceptedSellers: (sellers, count) =>
    count === 1 ? `Lo segue ${sellers}, venditore Microsoft.` : `Lo seguono ${sellers}, venditori Microsoft.`,
  acceptedNoSeller: 'Il nome del venditore Microsoft non è indicato.',
  acceptedNext:
    'Ora accordati con il venditore e tieni aggiornati valore e data; a trattativa finita, segna il deal come vinto o perso.',
  waiting: ({ customer, daysLeft, deadline }) =>
    daysLeft === 1
      ? `Microsoft non ha ancora risposto per ${customer}: resta 1 giorno, fino a ${deadline}.`
      : `Microsoft non ha ancora risposto per ${customer}: restano ${formatDays(daysLeft, 'it')}, fino a ${deadline}.`,
  waitingSince: (days) =>
    days === 0 ? 'Invito mandato oggi.' : `Invito mandato ${formatDays(days, 'it')} fa.`,
  waitingNext: 'Se nessuno risponde entro quel giorno il deal scade, e non ci sarà un motivo.',
  overdue: (customer, deadline) =>
    `Per ${customer} i 14 giorni sono finiti ${deadline} e una risposta di Microsoft non c'è.`,
  overdueNext: 'Il Centro per i partner non lo segna ancora come scaduto: ricontrolla tra poco.',
  declined: (customer) => `Microsoft ha rifiutato il deal con ${customer}.`,
  declinedSilently: (customer) => `Microsoft ha rifiutato il deal con ${customer} e non mostra un motivo.`,
  reason: (raw, known) => (known === null ? `Motivo: "${raw}".` : `Motivo: ${known} (nel portale "${raw}").`),
  reasonNames: {
    'no-customer-record': 'nessun record cliente corrispondente',
    'not-managed': 'nessun venditore Microsoft gestisce direttamente questo cliente',
  },
  meaning: {
    'no-customer-record':
      'Vuol dire che Microsoft non ha una relazione con questo cliente, quindi il suo team di vendita non può aiutarti sul deal.',
    'not-managed':
      'Vuol dire che il cliente non è tra quelli gestiti da Microsoft, quindi il suo team di vendita non può aiutarti sul deal.',
    other: 'La FAQ non spiega questo motivo: chiedi nel Centro per i partner cosa intende Microsoft.',
  },
  noReasonCases:
    'Il motivo manca in due casi: il deal è scaduto prima della risposta, oppure vale meno di 25.000 USD.',
  underThreshold: (value) => `Questo vale ${value}, sotto la soglia.`,
  overThreshold: 'Questo deal non è sotto la soglia e non risulta scaduto: chiedi nel Centro per i partner.',
  otherCurrency: (value) =>
    `La soglia è in dollari e questo deal vale ${value}: senza un cambio ufficiale non posso dire se è sotto.`,
  recreateAdvice:
    'Se è stato un errore, la FAQ dice di ricreare il deal e invitare di nuovo Microsoft. Se non lo è, è probabile che il motivo si ripeta.',
  noSellerOnDecline: 'Dopo un rifiuto i dettagli del venditore Microsoft non si vedono.',
  expired: (customer) => `Il deal con ${customer} è scaduto: in 14 giorni Microsoft non ha risposto.`,
  expiredMeaning: (deadline) =>
    `Il termine era ${deadline}. Non è un rifiuto: nessuno ha deciso, quindi un motivo non c'è.`,
  expiredNext: 'Puoi ricrearlo e invitare di nuovo Microsoft: ripartono altri 14 giorni.',
  notShared: (customer) =>
    `Il deal con ${customer} è privato: Microsoft non lo vede, quindi non c'è nulla da accettare.`,
  notSharedNext:
    'Per condividerlo aprilo nel Centro per i partner, in Segnalazioni, Opportunità di co-selling, e scegli di mostrarlo ai venditori Microsoft. Poi non torna più privato.',
  notAsked: (customer) =>
    `Microsoft può vedere il deal con ${customer}, ma non le hai chiesto aiuto: non c'è una risposta da aspettare.`,
  notAskedNext:
    'Se ti serve aiuto, apri il deal nel Centro per i partner e invita Microsoft: da lì ha 14 giorni per rispondere.',
  closedByMicrosoft: (customer, state) =>
    `Per il deal con ${customer} Microsoft ha chiuso il suo lato come ${state}.`,
  needsAttention: (customer, raw) =>
    `Il lato Microsoft del deal con ${customer} ha un problema: il Centro per i partner lo segna come "${raw}".`,
  unknown: (customer, raw) =>
    `Per il deal con ${customer} il Centro per i partner indica "${raw}", uno stato che non conosco.`,
  unseen: (customer) =>
    `Non riesco a vedere il lato Microsoft del deal con ${customer}, quindi non so se ha risposto.`,
  portalNext:
    'Guarda nel Centro per i partner: Segnalazioni, Opportunità di co-selling, il deal, sezione Microsoft.',
  closedUnanswered: (customer, state) =>
    `Il deal con ${customer} è chiuso come ${state}: non aspetta più una risposta di Microsoft.`,
  ourSideClosed: (state) => `Dalla nostra parte il deal è chiuso come ${state}: è uno stato finale.`,
};

const en: VerdictTexts = {
  accepted: (customer) => `Microsoft accepted the ${customer} deal.`,
  acceptedSellers: (sellers, count) =>
    count === 1 ? `${sellers} from Microsoft is on it.` : `${sellers} from Microsoft are on it.`,
  acceptedNoSeller: "The Microsoft seller's name isn't given.",
  acceptedNext:
    "Get in touch with the seller and keep value and closing date current; when it's over, mark it won or lost.",
  waiting: ({ customer, daysLeft, deadline }) =>
    daysLeft === 1
      ? `Microsoft hasn't answered on ${customer} yet: 1 day left, until ${deadline}.`
      : `Microsoft hasn't answered on ${customer} yet: ${formatDays(daysLeft, 'en')} left, until ${deadline}.`,
  waitingSince: (days) =>
    days === 0 ? 'Microsoft was asked today.' : `Microsoft was asked ${formatDays(days, 'en')} ago.`,
  waitingNext: "If nobody answers by then the deal expires, and there won't be a reason.",
  overdue: (customer, deadline) =>
    `The 14 days for ${customer} ended on ${deadline}, with no answer from Microsoft.`,
  overdueNext: "Partner Center doesn't show it as expired yet, so check again shortly.",
  declined: (customer) => `Microsoft declined the ${customer} deal.`,
  declinedSilently: (customer) => `Microsoft declined the ${customer} deal and shows no reason.`,
  reason: (raw, known) => (known === null ? `Reason: "${raw}".` : `Reason: ${known} (portal: "${raw}").`),
  reasonNames: {
    'no-customer-record': 'no matching Microsoft customer record',
    'not-managed': 'no Microsoft seller directly manages this customer',
  },
  meaning: {
    'no-customer-record':
      "It means Microsoft has no relationship with this customer, so its sales team can't help you with the deal.",
    'not-managed':
      "It means this isn't a customer that Microsoft manages, so its sales team can't help you with the deal.",
    other: "The FAQ doesn't explain this reason, so ask in Partner Center what Microsoft means by it.",
  },
  noReasonCases:
    'A reason is missing in two cases: the deal expired before the answer, or it is worth less than USD 25,000.',
  underThreshold: (value) => `This one is worth ${value}, under the limit.`,
  overThreshold: "This deal isn't under the limit and didn't expire, so ask in Partner Center.",
  otherCurrency: (value) =>
    `The limit is in dollars and this deal is worth ${value}: with no official rate I can't tell whether it's under.`,
  recreateAdvice:
    "If it was a slip, the FAQ says to recreate the deal and invite Microsoft again. If it wasn't, the same reason will likely come back.",
  noSellerOnDecline: "After a decline, the Microsoft seller's details aren't shown.",
  expired: (customer) => `The ${customer} deal expired: Microsoft didn't answer within 14 days.`,
  expiredMeaning: (deadline) =>
    `Time ran out on ${deadline}. Nobody turned it down, so there is no reason to show.`,
  expiredNext: 'You can recreate it and invite Microsoft again: that starts another 14 days.',
  notShared: (customer) =>
    `The ${customer} deal is private: Microsoft can't see it, so there's nothing to accept.`,
  notSharedNext:
    "To share it, open it in Partner Center under Referrals, Co-sell opportunities, and let Microsoft's sellers see it. It can't go back to private afterwards.",
  notAsked: (customer) =>
    `Microsoft can see the ${customer} deal, but you didn't ask for help, so there's no answer to wait for.`,
  notAskedNext:
    'If you need help, open the deal in Partner Center and invite Microsoft: it then has 14 days to answer.',
  closedByMicrosoft: (customer, state) => `Microsoft closed its side of the ${customer} deal as ${state}.`,
  needsAttention: (customer, raw) =>
    `Microsoft's side of the ${customer} deal has a problem: Partner Center marks it "${raw}".`,
  unknown: (customer, raw) => `Partner Center says "${raw}" for the ${customer} deal, a state I don't know.`,
  unseen: (customer) =>
    `I can't see Microsoft's side of the ${customer} deal, so I don't know whether it answered.`,
  portalNext: 'Look in Partner Center: Referrals, Co-sell opportunities, the deal, Microsoft section.',
  closedUnanswered: (customer, state) =>
    `The ${customer} deal is closed as ${state}, so it's no longer waiting for Microsoft.`,
  ourSideClosed: (state) => `On our side the deal is closed as ${state}, and that's final.`,
};

/** What a deal's state means, by language. */
export const verdictTexts: Localized<VerdictTexts> = { it, en };
