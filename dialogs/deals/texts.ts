import type { Localized } from '../../src/language/locale.ts';
import type { DealDay, DealOrder } from '../../src/reading/deals/limits.ts';

interface Texts {
  readonly askAmong: (name: string | null) => string;
  /** Null: an id, and no name, was given. */
  readonly noSuchDeal: (name: string | null) => string;
  readonly wantList: string;
  readonly others: string;
  readonly noOthers: string;
  /** The days between which deals were looked for. */
  readonly between: Readonly<Record<DealDay, (first: string, last: string) => string>>;
  readonly inOrder: Readonly<Record<DealOrder, string>>;
  readonly buttons: Readonly<Record<'all' | 'create' | 'admins', string>>;
}

/** What every dialog says that looks for a deal. */
export const dealsTexts: Localized<Texts> = {
  it: {
    askAmong: (name) => (name === null ? 'Quale di questi?' : `Quale intendi con "${name}"?`),
    noSuchDeal: (name) =>
      name === null ? 'Non trovo un tuo deal con questo id.' : `Non trovo un tuo deal con "${name}".`,
    wantList: "Vuoi vedere l'elenco dei tuoi deal?",
    others: 'Ecco gli altri. Quale?',
    noOthers: 'Non ce ne sono altri. Quale di questi?',
    between: {
      deadline: (first, last) =>
        `Cercati: quelli su cui Microsoft può rispondere fino a un giorno tra ${first} e ${last}.`,
      closing: (first, last) => `Cercati: quelli ancora aperti con chiusura prevista tra ${first} e ${last}.`,
      created: (first, last) => `Cercati: quelli creati tra ${first} e ${last}.`,
      ended: (first, last) => `Cercati: quelli chiusi tra ${first} e ${last}.`,
    },
    inOrder: {
      value: 'In ordine di valore, ciascuno nella sua valuta.',
      customer: 'In ordine di cliente.',
      deadline: 'In ordine di scadenza per Microsoft; quelli che non ne hanno una sono in fondo.',
      closing: 'In ordine di chiusura prevista; quelli già chiusi sono in fondo.',
      created: 'In ordine di creazione.',
      ended: 'In ordine di fine; quelli ancora aperti sono in fondo.',
    },
    buttons: { all: 'I miei deal', create: 'Crea un deal', admins: 'Trova gli amministratori' },
  },
  en: {
    askAmong: (name) => (name === null ? 'Which of these?' : `Which one is "${name}"?`),
    noSuchDeal: (name) =>
      name === null
        ? "I can't find a deal of yours with that id."
        : `I can't find a "${name}" deal of yours.`,
    wantList: 'Want to see your deals?',
    others: 'Here are the others. Which one?',
    noOthers: 'There are no others. Which of these?',
    between: {
      deadline: (first, last) =>
        `Looked for: those on which Microsoft can answer until a day between ${first} and ${last}.`,
      closing: (first, last) =>
        `Looked for: those still open and expected to close between ${first} and ${last}.`,
      created: (first, last) => `Looked for: those created between ${first} and ${last}.`,
      ended: (first, last) => `Looked for: those closed between ${first} and ${last}.`,
    },
    inOrder: {
      value: 'By value, each in its currency.',
      customer: 'By customer.',
      deadline: 'By Microsoft’s deadline; those without one come last.',
      closing: 'By expected closing; those already closed come last.',
      created: 'By creation.',
      ended: 'By when they ended; those still open come last.',
    },
    buttons: { all: 'My deals', create: 'Create a deal', admins: 'Find the admins' },
  },
};
