import type { Localized } from '../../src/language/locale.ts';

interface Texts {
  readonly askAmong: (name: string | null) => string;
  /** Null: an id, and no name, was given. */
  readonly noSuchDeal: (name: string | null) => string;
  readonly wantList: string;
  readonly others: string;
  readonly noOthers: string;
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
    buttons: { all: 'My deals', create: 'Create a deal', admins: 'Find the admins' },
  },
};
