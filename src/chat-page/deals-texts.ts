import type { PageLocale } from './texts.ts';

/** The words of the tab on one's deals. */
export interface DealsTexts {
  readonly heading: string;
  readonly person: string;
  readonly all: string;
  readonly again: string;
  readonly loading: string;
  readonly notSignedIn: string;
  readonly notServed: string;
  readonly unavailable: string;
  /** What to write in the chat, where it can't be opened with the words filled in. */
  readonly inChat: (words: string) => string;
}

const it: DealsTexts = {
  heading: 'I miei deal',
  person: 'Guarda come',
  all: 'Tutti i deal',
  again: 'Aggiorna',
  loading: 'Leggo i tuoi deal…',
  notSignedIn: 'Teams non mi ha detto chi sei. Riapri la scheda, oppure scrivi «i miei deal» nella chat.',
  notServed: 'Questo assistente è solo per le persone dell’azienda che lo gestisce.',
  unavailable: 'Non riesco a leggere i tuoi deal adesso. Riprova tra poco con «Aggiorna».',
  inChat: (words) => `Questo si fa nella chat: scrivi «${words}».`,
};

const en: DealsTexts = {
  heading: 'My deals',
  person: 'Look as',
  all: 'All deals',
  again: 'Refresh',
  loading: 'Reading your deals…',
  notSignedIn: 'Teams hasn’t told me who you are. Reopen the tab, or write “my deals” in the chat.',
  notServed: 'This assistant is only for people at the company that runs it.',
  unavailable: 'I can’t read your deals right now. Try “Refresh” in a moment.',
  inChat: (words) => `This is done in the chat: write “${words}”.`,
};

export const DEALS_TEXTS: Readonly<Record<PageLocale, DealsTexts>> = { it, en };
