import type { Locale, Localized } from '../language/locale.ts';
import type { FactKind } from '../reading/reading.ts';

/** What is masked: a fact of a reading, a share, or a name that nobody knows. */
export type MaskedKind = Exclude<FactKind, 'outcome' | 'deal-kind'> | 'percent' | 'name';

/** What stands in the place of what is masked, in brackets. */
export const maskTexts: Localized<Readonly<Record<MaskedKind, string>>> = {
  it: {
    money: 'importo',
    recurring: 'importo',
    day: 'giorno',
    phone: 'telefono',
    email: 'e-mail',
    link: 'link',
    'known-name': 'cliente',
    organisation: 'azienda',
    person: 'persona',
    address: 'indirizzo',
    'number-id': 'numero',
    percent: 'percentuale',
    name: 'nome',
  },
  en: {
    money: 'amount',
    recurring: 'amount',
    day: 'day',
    phone: 'phone',
    email: 'e-mail',
    link: 'link',
    'known-name': 'customer',
    organisation: 'company',
    person: 'person',
    address: 'address',
    'number-id': 'number',
    percent: 'percentage',
    name: 'name',
  },
};

const MASKED_KINDS = Object.keys(maskTexts.it) as MaskedKind[];

/** What is read in a mask's place where a question becomes an example: a value of the kind, or nothing. */
const STAND_INS: Localized<Partial<Record<MaskedKind, string>>> = {
  it: {
    money: '80.000 €',
    day: '31/03',
    percent: '10%',
    'known-name': 'Contoso',
    organisation: 'Contoso',
    name: 'Contoso',
    person: 'un collega',
  },
  en: {
    money: '80,000 EUR',
    day: '31/03',
    percent: '10%',
    'known-name': 'Contoso',
    organisation: 'Contoso',
    name: 'Contoso',
    person: 'a colleague',
  },
};

const MASK = /\[([\p{L}-]{2,20})\]/gu;

/** A masked text without its masks. */
export function withoutMasks(masked: string): string {
  return masked.replace(MASK, ' ').replace(/\s+/gu, ' ').trim();
}

/** A masked text as a sentence that somebody could say: "[cliente] mi paga [importo]" → "Contoso mi paga 80.000 €". */
export function withStandIns(masked: string, locale: Locale): string {
  const labels = maskTexts[locale];
  // Two kinds may share a label ("importo"): what stands for one of them stands for both.
  const standIns = new Map([
    ...MASKED_KINDS.map((kind) => [labels[kind], ''] as const),
    ...MASKED_KINDS.flatMap((kind) => {
      const standIn = STAND_INS[locale][kind];
      return standIn === undefined ? [] : [[labels[kind], standIn] as const];
    }),
  ]);
  const said = masked.replace(MASK, (mask, label: string) => standIns.get(label) ?? mask);
  return said.replace(/\s+/gu, ' ').trim();
}
