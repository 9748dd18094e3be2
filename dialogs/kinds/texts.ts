import type { Localized } from '../../src/language/locale.ts';

type AddressPart = 'line1' | 'city' | 'country';
type ContactPart = 'firstName' | 'lastName' | 'phone' | 'email';
type Period = 'week' | 'month' | 'quarter' | 'year';

/** What the kinds of values say, whatever form they are in. */
interface KindTexts {
  /** Words that take the only choice there is. */
  readonly yesWords: readonly string[];
  /** Choices that found no place among the buttons. */
  readonly choice: { readonly alsoTyped: (labels: readonly string[]) => string };
  readonly list: {
    /** A button that takes something out. */
    readonly takeOut: (name: string) => string;
    /** Answers that add nothing. */
    readonly noneWords: readonly string[];
    /** What a list is without what was taken out; `label` is its name. */
    readonly without: (label: string, names: string) => string;
    /** Above the field for what can't be chosen. */
    readonly more: string;
  };
  readonly money: {
    readonly none: (typed: string) => string;
    readonly negative: string;
    readonly which: (typed: string) => string;
    /** The same with what they come to together. */
    readonly whichOfParts: (sum: string, typed: string) => string;
    readonly whichOfTwo: string;
    readonly whichCurrency: string;
    readonly isThat: (typed: string) => string;
    readonly isThatMuch: (amount: string) => string;
    /** A fee times its term, with the arithmetic. */
    readonly isTotal: (sum: string) => string;
    /** What is known of a value while the term of its fee isn't: never to be read as the value. */
    readonly fee: (fee: string, per: Period) => string;
    readonly feeWithoutTerm: (fee: string, per: Period) => string;
    readonly assumed: (amount: string, currency: string) => string;
    /** Above its fields. */
    readonly labels: Readonly<Record<'amount' | 'currency', string>>;
  };
  readonly day: {
    readonly none: (typed: string) => string;
    readonly impossible: string;
    readonly past: (day: string) => string;
    readonly which: (typed: string) => string;
    /** Of a day that stands with something else. */
    readonly isThat: (typed: string) => string;
  };
  readonly name: {
    readonly meant: (typed: string) => string;
    readonly asTyped: (typed: string) => string;
    readonly newWords: readonly string[];
    readonly isName: (typed: string) => string;
    /** Above its fields: one of those known, or the name of another. */
    readonly labels: Readonly<Record<'known' | 'other', string>>;
  };
  readonly address: {
    readonly invalid: string;
    readonly missing: (known: string, parts: readonly AddressPart[]) => string;
    readonly countryUnknown: (typed: string) => string;
    readonly labels: Readonly<Record<AddressPart | 'postalCode' | 'state', string>>;
  };
  readonly contact: {
    readonly invalid: string;
    readonly missing: (known: string, parts: readonly ContactPart[]) => string;
    readonly labels: Readonly<Record<ContactPart, string>>;
    /** A telephone or an address that can't be read as one. */
    readonly unread: (typed: string, part: 'phone' | 'email') => string;
  };
  readonly text: {
    readonly useAs: (typed: string, label: string) => string;
    readonly use: string;
    readonly unclear: string;
    /** Above the choices beside the field. */
    readonly orChoose: string;
  };
}

const listIt = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} e ${parts.at(-1) ?? ''}`;
const listEn = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const ADDRESS_IT = { line1: 'la via', city: 'la città', country: 'il paese' };
const CONTACT_IT = { firstName: 'il nome', lastName: 'il cognome', phone: 'il telefono', email: 'l’e-mail' };
const PERIOD_IT = { week: 'alla settimana', month: 'al mese', quarter: 'a trimestre', year: 'all’anno' };
const ADDRESS_EN = { line1: 'the street', city: 'the town', country: 'the country' };
const CONTACT_EN = {
  firstName: 'the first name',
  lastName: 'the last name',
  phone: 'the phone',
  email: 'the e-mail',
};

const stillMissing = (parts: readonly string[]): string =>
  parts.length === 1 ? 'Mi manca ancora' : 'Mi mancano ancora';

const it: KindTexts = {
  yesWords: [
    'sì',
    'si',
    'esatto',
    'giusto',
    'yes',
    'proprio quello',
    'proprio lui',
    'quello',
    'usala',
    'usalo',
  ],
  choice: { alsoTyped: (labels) => `Puoi scrivere anche ${listIt(labels)}.` },
  list: {
    takeOut: (name) => `Togli ${name}`,
    noneWords: [
      'no',
      'nessuna',
      'nessuno',
      'nessun altro',
      'nessun’altra',
      'niente',
      'no grazie',
      'basta così',
      'none',
      'nobody',
    ],
    without: (label, names) => `${label} senza ${names}`,
    more: 'Altri, a parole',
  },
  money: {
    none: (typed) => `Non trovo un importo in "${typed}". Scrivi un numero, per esempio 80.000 € o 80k.`,
    negative: 'Il valore dev’essere più di zero, per esempio 80.000 €.',
    which: (typed) => `Vedo più importi in «${typed}». Qual è il valore del deal?`,
    whichOfParts: (sum, typed) => `Vedo più importi in «${typed}»: ${sum}. Qual è il valore del deal?`,
    whichOfTwo: 'Quale dei due intendi?',
    whichCurrency: 'In quale valuta?',
    isThat: (typed) => `Non sono sicuro di «${typed}». È questo l’importo? Se no, scrivilo per intero.`,
    isThatMuch: (amount) => `${amount}: è davvero così tanto? Se no, scrivi l’importo giusto.`,
    isTotal: (sum) => `Il valore di un deal è il totale: ${sum}. Va bene? Se no, scrivi il totale.`,
    fee: (fee, per) => `da un canone di ${fee} ${PERIOD_IT[per]}`,
    feeWithoutTerm: (fee, per) =>
      `${fee} ${PERIOD_IT[per]}: per quanto tempo? Mi serve il totale, per esempio «60.000 €».`,
    assumed: (amount, currency) => `${amount} (in ${currency}: se è un’altra valuta, scrivila)`,
    labels: { amount: 'Importo', currency: 'Valuta' },
  },
  day: {
    none: (typed) =>
      `Non trovo una data in "${typed}". Scrivi per esempio 31/03/2027, "fine marzo" o "tra due mesi".`,
    impossible: 'Questa data non esiste. Scrivi per esempio 31/03/2027.',
    past: (day) => `${day} è già passato. Intendi l’anno prossimo?`,
    which: (typed) => `«${typed}» si può leggere in più modi: quale data?`,
    isThat: (typed) => `«${typed}»: è la data di chiusura del deal?`,
  },
  name: {
    meant: (typed) => `Non ho deal con "${typed}". Intendi un cliente che conosco?`,
    asTyped: (typed) => `No, è "${typed}"`,
    newWords: ['no', 'è nuovo', 'nuovo', 'un altro', 'cliente nuovo'],
    isName: (typed) => `Uso «${typed}» come nome del cliente? Se no, scrivimi il nome.`,
    labels: { known: 'Uno che conosco', other: 'Oppure un altro nome' },
  },
  address: {
    invalid: 'Non trovo un indirizzo. Scrivi per esempio Via Roma 1, 37100 Verona, Italia.',
    missing: (known, parts) =>
      `Segnato: ${known}. ${stillMissing(parts)} ${listIt(parts.map((part) => ADDRESS_IT[part]))}.`,
    countryUnknown: (typed) => `Non riconosco il paese "${typed}". Scrivilo per esteso, per esempio Italia.`,
    labels: {
      line1: 'Via e numero',
      postalCode: 'CAP',
      city: 'Città',
      state: 'Provincia o stato',
      country: 'Paese',
    },
  },
  contact: {
    invalid: 'Scrivi per esempio Mario Rossi, +39 045 123456, mario.rossi@cliente.it.',
    missing: (known, parts) =>
      `Segnato: ${known}. ${stillMissing(parts)} ${listIt(parts.map((part) => CONTACT_IT[part]))}.`,
    labels: { firstName: 'Nome', lastName: 'Cognome', phone: 'Telefono', email: 'E-mail' },
    unread: (typed, part) =>
      part === 'phone'
        ? `Non leggo un telefono in "${typed}". Scrivilo così: +39 045 123456.`
        : `Non leggo un’e-mail in "${typed}". Scrivila così: mario.rossi@cliente.it.`,
  },
  text: {
    useAs: (typed, label) => `Uso «${typed}» come ${label}? Se no, scrivimi che cosa metto.`,
    use: 'Sì, usa queste parole',
    unclear: 'Non capisco se lo devo scrivere così. Mettilo tra virgolette, per esempio «…».',
    orChoose: 'Oppure scegli',
  },
};

const en: KindTexts = {
  yesWords: ['yes', 'right', 'correct', 'exactly', 'sì', 'si', 'that one', 'use it'],
  choice: { alsoTyped: (labels) => `You can also type ${listEn(labels)}.` },
  list: {
    takeOut: (name) => `Remove ${name}`,
    noneWords: ['no', 'none', 'nobody', 'no one', 'nothing', 'no thanks', 'that’s all', 'nessuna', 'nessuno'],
    without: (label, names) => `${label} without ${names}`,
    more: 'Others, in words',
  },
  money: {
    none: (typed) => `I can’t find an amount in “${typed}”. Type a number, such as €80,000 or 80k.`,
    negative: 'The value must be more than zero, such as €80,000.',
    which: (typed) => `I see more than one amount in “${typed}”. Which is the deal’s value?`,
    whichOfParts: (sum, typed) =>
      `I see more than one amount in “${typed}”: ${sum}. Which is the deal’s value?`,
    whichOfTwo: 'Which of the two do you mean?',
    whichCurrency: 'In which currency?',
    isThat: (typed) => `I’m not sure of “${typed}”. Is this the amount? If not, type it in full.`,
    isThatMuch: (amount) => `${amount}: is it really that much? If not, type the right amount.`,
    isTotal: (sum) => `A deal’s value is the total: ${sum}. Is that right? If not, type the total.`,
    fee: (fee, per) => `from a fee of ${fee} a ${per}`,
    feeWithoutTerm: (fee, per) => `${fee} a ${per}: for how long? I need the total, such as “€60,000”.`,
    assumed: (amount, currency) => `${amount} (in ${currency}: if it’s another currency, say so)`,
    labels: { amount: 'Amount', currency: 'Currency' },
  },
  day: {
    none: (typed) =>
      `I can’t find a date in “${typed}”. Type, for example, 31 March 2027, “end of March” or “in two months”.`,
    impossible: 'There is no such date. Type, for example, 31 March 2027.',
    past: (day) => `${day} is over. Do you mean next year?`,
    which: (typed) => `“${typed}” can be read in more than one way: which date?`,
    isThat: (typed) => `“${typed}”: is that the deal’s closing date?`,
  },
  name: {
    meant: (typed) => `I have no deals with “${typed}”. Do you mean a customer I know?`,
    asTyped: (typed) => `No, it’s “${typed}”`,
    newWords: ['no', 'it’s new', 'new', 'another one', 'a new customer'],
    isName: (typed) => `Shall I use “${typed}” as the customer’s name? If not, type the name.`,
    labels: { known: 'One I know', other: 'Or another name' },
  },
  address: {
    invalid: 'I can’t find an address. Type, for example, 1 High Street, Leeds LS1 4AP, United Kingdom.',
    missing: (known, parts) =>
      `Noted: ${known}. Still missing: ${listEn(parts.map((part) => ADDRESS_EN[part]))}.`,
    countryUnknown: (typed) => `I don’t know the country “${typed}”. Type it in full, such as Italy.`,
    labels: {
      line1: 'Street and number',
      postalCode: 'Postcode',
      city: 'Town',
      state: 'State or province',
      country: 'Country',
    },
  },
  contact: {
    invalid: 'Type, for example, Jane Smith, +44 20 7946 0000, jane.smith@customer.com.',
    missing: (known, parts) =>
      `Noted: ${known}. Still missing: ${listEn(parts.map((part) => CONTACT_EN[part]))}.`,
    labels: { firstName: 'First name', lastName: 'Last name', phone: 'Phone', email: 'E-mail' },
    unread: (typed, part) =>
      part === 'phone'
        ? `I can’t read a phone number in “${typed}”. Type it like +44 20 7946 0000.`
        : `I can’t read an e-mail address in “${typed}”. Type it like jane.smith@customer.com.`,
  },
  text: {
    useAs: (typed, label) => `Shall I use “${typed}” as the ${label}? If not, type what to put.`,
    use: 'Yes, use these words',
    unclear: 'I can’t tell whether to write that down. Put it in quotes, such as “…”.',
    orChoose: 'Or choose',
  },
};

export const kindTexts: Localized<KindTexts> = { it, en };
