import { formatDay } from '../language/format.ts';
import type { Localized } from '../language/locale.ts';

/** What stands around the text of a page. */
export const contentPageTexts = {
  it: {
    privacy: 'Privacy',
    terms: 'Condizioni d’uso',
    help: 'Aiuto',
    more: 'Altre pagine',
    name: { it: 'Italiano', en: 'English' },
    updated: (day: string) => `Aggiornata il ${formatDay(day, 'it')}`,
    publisher: 'la tua azienda o il tuo fornitore',
    contact: 'chi ti ha dato l’assistente',
  },
  en: {
    privacy: 'Privacy',
    terms: 'Terms of use',
    help: 'Help',
    more: 'More pages',
    name: { it: 'Italiano', en: 'English' },
    updated: (day: string) => `Updated on ${formatDay(day, 'en')}`,
    publisher: 'your company or its supplier',
    contact: 'whoever gave you the assistant',
  },
} satisfies Localized<object>;
