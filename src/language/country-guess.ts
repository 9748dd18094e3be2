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
