import type { Localized } from '../../src/language/locale.ts';
import type { DealKind } from '../../src/referrals/referral.ts';

/** Answers to questions for one thing of a deal. */
export interface AboutTexts {
  readonly value: (customer: string, money: string) => string;
  readonly closing: (customer: string, day: string) => string;
  readonly created: (customer: string, day: string) => string;
  /** Of Microsoft's answer no day is kept. */
  readonly answerDay: (customer: string) => string;
  /** Partner Center keeps no day on which a deal was closed. */
  readonly closed: (customer: string, state: string, expected: string) => string;
  readonly editable: (customer: string) => string;
  readonly final: (customer: string, state: string) => string;
  readonly finalDecision: string;
  readonly address: (customer: string, address: string) => string;
  readonly kinds: Readonly<Record<DealKind, (customer: string) => string>>;
  readonly solution: (customer: string, solutions: string) => string;
  readonly contact: (customer: string, who: string) => string;
  readonly noContact: (customer: string) => string;
  readonly iDontWrite: string;
  readonly ifItExpires: string;
  readonly wait: (customer: string) => string;
  readonly unclear: (customer: string) => string;
}

const it: AboutTexts = {
  value: (customer, money) => `Il deal con ${customer} vale ${money}.`,
  closing: (customer, day) => `La chiusura prevista del deal con ${customer} è ${day}.`,
  created: (customer, day) => `Il deal con ${customer} è stato creato ${day}.`,
  answerDay: (customer) => `In che giorno Microsoft ha risposto per ${customer} da qui non lo vedo.`,
  closed: (customer, state, expected) =>
    `Il deal con ${customer} è chiuso come ${state}. Il giorno in cui è stato chiuso da qui non lo vedo: la chiusura prevista era ${expected}.`,
  editable: (customer) =>
    `Sì: il deal con ${customer} è aperto, e finché lo è nel Centro per i partner *Modifica* ne cambia nome, valore, chiusura, note, ID, team e soluzioni. Da qui non lo modifico io.`,
  final: (customer, state) =>
    `No: il deal con ${customer} è chiuso come ${state}, che è uno stato finale: non si modifica e non si riapre.`,
  finalDecision: 'Anche questo è uno stato finale: non si modifica e non si riapre, ma puoi ricrearlo.',
  address: (customer, address) => `L’indirizzo di ${customer} nel deal è ${address}.`,
  kinds: {
    'co-sell': (customer) => `Il deal con ${customer} è di co-sell: a Microsoft hai chiesto aiuto.`,
    shared: (customer) =>
      `Il deal con ${customer} è condiviso: i venditori Microsoft possono vederlo, ma non hai chiesto aiuto.`,
    private: (customer) => `Il deal con ${customer} è privato: Microsoft non lo vede.`,
  },
  solution: (customer, solutions) => `Nel deal con ${customer} la soluzione è ${solutions}.`,
  contact: (customer, who) => `Il contatto presso ${customer} è ${who}.`,
  noContact: (customer) => `Nel deal con ${customer} non è indicato un contatto del cliente.`,
  iDontWrite: 'Non scrivo e non chiamo al posto tuo, e un telefono del venditore nel deal non c’è.',
  ifItExpires:
    'Se scade, un motivo non ci sarà: puoi ricrearlo e invitare di nuovo Microsoft, e ripartono altri 14 giorni.',
  wait: (customer) =>
    `Per ${customer} puoi solo aspettare: da qui Microsoft non si sollecita. Se i 14 giorni finiscono senza risposta puoi ricrearlo; intanto posso avvisarti io.`,
  unclear: (customer) => `Non so di preciso cosa vuoi sapere del deal con ${customer}.`,
};

const en: AboutTexts = {
  value: (customer, money) => `The ${customer} deal is worth ${money}.`,
  closing: (customer, day) => `The ${customer} deal is expected to close on ${day}.`,
  created: (customer, day) => `The ${customer} deal was created on ${day}.`,
  answerDay: (customer) => `I can't see from here on which day Microsoft answered on ${customer}.`,
  closed: (customer, state, expected) =>
    `The ${customer} deal is closed as ${state}. I can't see from here on which day: it was expected to close on ${expected}.`,
  editable: (customer) =>
    `Yes: the ${customer} deal is open, and while it is, *Edit* in Partner Center changes name, value, closing date, notes, IDs, team and solutions. I can't edit it from here.`,
  final: (customer, state) =>
    `No: the ${customer} deal is closed as ${state}. That's final: it can't be edited or reopened.`,
  finalDecision: "That's final, too: it can't be edited or reopened, but you can recreate it.",
  address: (customer, address) => `The address of ${customer} in the deal is ${address}.`,
  kinds: {
    'co-sell': (customer) => `The ${customer} deal is a co-sell: you asked Microsoft for help.`,
    shared: (customer) =>
      `The ${customer} deal is shared: Microsoft's sellers may see it, but you didn't ask for help.`,
    private: (customer) => `The ${customer} deal is private: Microsoft doesn't see it.`,
  },
  solution: (customer, solutions) => `The solution in the ${customer} deal is ${solutions}.`,
  contact: (customer, who) => `The contact at ${customer} is ${who}.`,
  noContact: (customer) => `The ${customer} deal names no contact at the customer.`,
  iDontWrite: "I don't write or call for you, and the deal has no phone number of a seller.",
  ifItExpires:
    'If it expires there won’t be a reason: you can recreate the deal and invite Microsoft again, which starts another 14 days.',
  wait: (customer) =>
    `For ${customer} all you can do is wait: Microsoft can't be chased from here. If the 14 days end without an answer you can recreate it; meanwhile I can notify you.`,
  unclear: (customer) => `I'm not sure what you'd like to know about the ${customer} deal.`,
};

/** What is said about one thing of a deal, by language. */
export const aboutTexts: Localized<AboutTexts> = { it, en };
