/** How streets are called somewhere, as patterns of folded text. */
interface StreetsOf {
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** At the end of a word or by themselves, with the number behind ("Königstraße 3"). */
  readonly ends?: string;
  /** Before the name, with the number behind it ("calle Mayor 3"). */
  readonly begins?: string;
  /** Before the name, with the number first ("12 rue de Rivoli"). */
  readonly numbered?: string;
  /** What tells the country, too, and finds no street by itself ("ring 3"). */
  readonly tells?: string;
}

/**
 * Streets of countries whose language nobody here need write. A fact of the world and no words of ours: an address is
 * written in the language of its country, whoever writes it. Those of languages that are read stand in their words
 * (`streets`, `streets-behind`, `street-countries`).
 */
export const STREETS_ABROAD: readonly StreetsOf[] = [
  {
    countries: ['DE', 'AT', 'CH'],
    ends: 'strasse|straße|str\\.|platz|weg|allee|gasse|damm',
    tells: 'ring',
  },
  { countries: ['NL', 'BE'], ends: 'straat|laan|plein|gracht', tells: 'kade' },
  {
    countries: ['FR', 'BE', 'CH', 'LU', 'CA'],
    numbered: 'rue|avenue|boulevard|bd|place|chemin|quai|impasse|allee',
    tells: '(?<![a-z])(?:rue|boulevard|chemin|quai|impasse|(?:avenue|place) (?:de|du|des))',
  },
  {
    countries: ['ES', 'PT', 'MX', 'AR'],
    begins: 'calle|avenida|av\\.|plaza|paseo|carrer|rua',
    tells: '(?<![a-z])(?:avenida|av\\.|plaza|paseo|carrer|rua)',
  },
];

const all = (part: 'ends' | 'begins' | 'numbered'): string =>
  STREETS_ABROAD.flatMap((each) => each[part] ?? []).join('|');

export const STREET_ENDS = all('ends');
export const STREET_BEGINS = all('begins');
export const STREETS_NUMBERED = all('numbered');
