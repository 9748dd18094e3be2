import { languageName } from '../language/format.ts';
import type { Language, Localized } from '../language/locale.ts';

/** What stands around a passage of an imported document. */
export interface PassageTexts {
  readonly found: string;
  readonly moreSteps: string;
  readonly moreRows: string;
  readonly dayOf: (day: string) => string;
  readonly noDay: string;
  readonly licence: (licence: string) => string;
  readonly old: string;
  readonly archived: string;
  readonly news: string;
  /** By the language that the page is in. */
  readonly language: (language: Language) => string;
  readonly open: (host: string) => string;
  readonly noneOfThese: string;
}

const it: PassageTexts = {
  found: 'Ho trovato questo nei documenti.',
  moreSteps: 'Gli altri passaggi sono nella pagina.',
  moreRows: 'Le altre righe sono nella pagina.',
  dayOf: (day) => `Pagina del ${day}.`,
  noDay: 'La pagina non ha una data.',
  licence: (licence) => `Licenza: ${licence}.`,
  old: 'È una pagina di più di due anni fa: controlla se vale ancora.',
  archived: 'È una pagina archiviata, non più aggiornata: controlla se vale ancora.',
  news: 'È un annuncio di allora: controlla se vale ancora.',
  language: (language) => `Il testo è in ${languageName(language, 'it')}.`,
  open: (host) => `Apri ${host}`,
  noneOfThese: 'Nessuno di questi',
};

const en: PassageTexts = {
  found: 'I found this in the documents.',
  moreSteps: 'The other steps are on the page.',
  moreRows: 'The other rows are on the page.',
  dayOf: (day) => `Page of ${day}.`,
  noDay: 'The page has no date.',
  licence: (licence) => `Licence: ${licence}.`,
  old: 'The page is more than two years old: check whether it still holds.',
  archived: 'The page is archived and no longer updated: check whether it still holds.',
  news: 'This is an announcement of its time: check whether it still holds.',
  language: (language) => `The text is in ${languageName(language, 'en')}.`,
  open: (host) => `Open ${host}`,
  noneOfThese: 'None of these',
};

export const passageTexts: Localized<PassageTexts> = { it, en };
