import type { Localized } from '../language/locale.ts';
import type { FactKind } from '../reading/reading.ts';

/** What is masked: a fact of a reading, or a name that nobody knows. */
export type MaskedKind = Exclude<FactKind, 'outcome' | 'deal-kind'> | 'name';

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
    name: 'name',
  },
};
