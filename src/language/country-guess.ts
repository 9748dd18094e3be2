import { flatten } from './flat.ts';
import { type Language, spokenFirst } from './locale.ts';
import { languages, listOf, made, oneOf } from './said.ts';
import { STREETS_ABROAD } from './streets-abroad.ts';

/** Postcodes whose form tells the country. */
const TELLING: readonly (readonly [country: string, pattern: RegExp])[] = [
  ['GB', /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i],
  ['NL', /^\d{4} ?[A-Z]{2}$/i],
  ['PL', /^\d{2}-\d{3}$/],
  ['PT', /^\d{4}-\d{3}$/],
  ['CA', /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i],
  ['US', /^\d{5}-\d{4}$/],
  ['SE', /^\d{3} \d{2}$/],
];

/** How many digits a postcode has where it is digits alone (Universal Postal Union, addressing by country). */
const DIGITS: Readonly<Record<string, number>> = {
  IT: 5,
  DE: 5,
  FR: 5,
  ES: 5,
  US: 5,
  FI: 5,
  HR: 5,
  GR: 5,
  AT: 4,
  CH: 4,
  BE: 4,
  DK: 4,
  NO: 4,
  HU: 4,
  RO: 6,
  LU: 4,
  SM: 5,
  VA: 5,
  AU: 4,
  NZ: 4,
  MX: 5,
};

/**
 * The country that a postcode is of: one whose form tells it, else the company's own where the form fits that.
 *
 * @param home ISO 3166-1 alpha-2, or null where it isn't known
 * @returns ISO 3166-1 alpha-2, or null: "37121" is Italian for an Italian company, and nobody's for a British one
 */
export function countryByPostcode(postcode: string, home: string | null): string | null {
  const typed = postcode.trim();
  const told = TELLING.find(([, pattern]) => pattern.test(typed))?.[0];
  if (told !== undefined) return told;
  const isHome = home !== null && /^\d+$/.test(typed) && DIGITS[home] === typed.length;
  return isHome ? home : null;
}

/** Currencies of one country alone (ISO 4217); dollars are paid all over the world. */
const OF_ONE_COUNTRY: Readonly<Record<string, string>> = {
  GBP: 'GB',
  CHF: 'CH',
  PLN: 'PL',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK',
};

/** The country that a currency is of, null where it is of several or of none that is known. */
export function countryByCurrency(currency: string): string | null {
  return OF_ONE_COUNTRY[currency] ?? null;
}

/** What tells the countries of a street: the words of a language, or how streets are called abroad. */
interface Telling {
  readonly countries: readonly string[];
  readonly pattern: RegExp;
}

/** A street of none of these may be anywhere. */
const streets = made((): readonly Telling[] => [...spokenFirst(languages()).map(spokenStreets), ...abroad]);

const spokenStreets = (locale: Language): Telling => ({
  countries: listOf('street-countries', [locale]).map((code) => code.toUpperCase()),
  pattern: new RegExp(
    `(?:^|[^a-z])${oneOf(listOf('streets', [locale]))}(?![a-z])|` +
      `^\\d+[a-z]?\\b.*(?:^|[^a-z])${oneOf(listOf('streets-behind', [locale]))}\\.?(?![a-z])`,
  ),
});

const abroad = STREETS_ABROAD.map(({ countries, ends, tells }): Telling => {
  const said = [ends, tells].flatMap((each) => each ?? []).join('|');
  return { countries, pattern: new RegExp(`(?:${said})(?![a-z])`) };
});

/** What is written of a place. */
interface Written {
  readonly line1?: string | undefined;
  readonly city?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly state?: string | undefined;
}

/** Letters that no Italian town has; accents stand at a name's end there ("Cantù"). */
const NOT_ITALIAN = /[äöüßåøæñçãõłžščřęąěő]|[áéíóúàèìòùâêîôû](?=\p{L})/iu;

/**
 * The country of an address that names none: the first of those that are likely which its street, town and postcode
 * allow, else the only one that they tell.
 *
 * @param likely ISO 3166-1 alpha-2, the likeliest first; null for one that isn't known
 * @returns null where it must be asked: "Bahnhofstrasse 10, 8001 Zürich" may be Austrian or Swiss, and never Italian
 */
export function guessCountry(written: Written, likely: readonly (string | null)[]): string | null {
  const told = countriesOf(written);
  const fitting = likely.find((country) => country !== null && canBeIn(country, written, told));
  return fitting ?? (told?.length === 1 ? (told[0] ?? null) : null);
}

/** The countries that street and postcode may be of; null where they tell nothing. */
function countriesOf({ line1, postalCode = '', state }: Written): readonly string[] | null {
  const byForm = countryByPostcode(postalCode, null);
  if (byForm !== null) return [byForm];
  const street = flatten(line1 ?? '').text;
  const spoken = streets().find(({ pattern }) => pattern.test(street))?.countries ?? null;
  if (spoken === null || !/^\d+$/.test(postalCode)) return spoken;
  if (spoken.includes('US') && state !== undefined && DIGITS['US'] === postalCode.length) return ['US'];
  return spoken.filter((country) => DIGITS[country] === postalCode.length);
}

function canBeIn(
  country: string,
  { city, postalCode = '' }: Written,
  told: readonly string[] | null,
): boolean {
  const length = DIGITS[country];
  const isOther = /^\d+$/.test(postalCode) && length !== undefined && length !== postalCode.length;
  const isAbroad = country === 'IT' && NOT_ITALIAN.test(city ?? '');
  return !isOther && !isAbroad && (told?.includes(country) ?? true);
}
