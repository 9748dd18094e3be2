import { deniedIn, withoutDenied } from '../../src/language/denied.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { readAddress } from '../../src/language/places.ts';
import { isMonth } from '../../src/language/money/context.ts';
import { made, patternOf, tableOf } from '../../src/language/said.ts';
import { isNameLike } from '../../src/language/name-like.ts';
import { isOurs } from '../../src/reading/facts/names.ts';
import { withoutSecondThought } from '../../src/language/second-thoughts.ts';

/** What of an address these need. */
interface Known {
  readonly line1?: string | undefined;
  readonly city?: string | undefined;
  readonly postalCode?: string | undefined;
}

/** In words; more tell something else. */
const SHORT = 9;
const isShort = (text: string): boolean => text.trim().split(/\s+/).length <= SHORT;

const HOUSE = /\d{1,4}(?: ?\/ ?[\p{L}\d]{1,3}| ?(?:bis|ter)|[a-z])?/iu;
const house = patternOf(
  'iu',
)`(?<!\p{L})${'house-said'}[ :]*(?:(?:\p{L}{1,6}|['’])+[ :]+){0,3}?(?<number>${HOUSE})(?![\p{L}\d]|[.,]\d)`;
const houseAlone = patternOf('iu')`^(?:${'house-numbers'} ?)?(?<number>${HOUSE})$`;
const besideHouse = patternOf('iu')`^(?<beside>${'after-house-numbers'}(?: ?[\p{L}\d]{1,3})?)$`;
const LAST_NUMBER = /,? ?\d{1,4}(?: ?\/ ?[\p{L}\d]{1,3}| ?(?:bis|ter)|[a-z])?$/iu;

const FIRST_NUMBER = /^\d{1,5}[a-z]?(?:-\d{1,4})?,? (?=\p{L})/iu;

/** The street of an address with the house that a few words tell: "il civico è il 2, non il 3"; null where they tell none. */
export function houseSaid(text: string, { line1 }: Known): string | null {
  const number = isShort(text) ? house().exec(withoutDenied(text))?.groups?.['number'] : undefined;
  if (line1 === undefined || number === undefined) return null;
  // "12 Station Road" has its number first.
  const bare = line1.replace(FIRST_NUMBER, '');
  return bare === line1 ? `${line1.replace(LAST_NUMBER, '')} ${number}` : `${number} ${bare}`;
}

/** The same where only the rest of the address is asked, so that "12 bis", or "bis" behind a number, says it alone. */
export function houseAdded(text: string, { line1 }: Known): string | null {
  if (line1 === undefined) return null;
  const typed = text.trim();
  const number = LAST_NUMBER.test(line1) ? undefined : houseAlone().exec(typed)?.groups?.['number'];
  const beside = besideHouse().exec(typed)?.groups?.['beside'];
  return number !== undefined || beside !== undefined ? `${line1} ${number ?? beside ?? ''}` : null;
}

const CODE = /(?<![\d.,/])\d{4,6}(?![\d/]|[.,]\d)/g;
const postcodeNamed = patternOf('iu')`(?<!\p{L})${'postcode-cues'}(?!\p{L})`;

/**
 * The postcode that a few words tell of an address: "il cap è 60019, mica 60012". Without its name it stands behind a
 * second thought ("anzi 35100"), right behind an address that has none, or is like the one there is. Null where they
 * tell none.
 */
export function postcodeSaid(text: string, { postalCode }: Known, isLatest: boolean): string | null {
  const said = withoutDenied(text);
  const [code, ...more] = isShort(text) ? (said.match(CODE) ?? []) : [];
  if (code === undefined || more.length > 0) return null;
  if (postcodeNamed().test(text)) return code;
  const isTurned = withoutSecondThought(said).trim() === code && said.trim() !== code;
  const isLike = postalCode?.length === code.length && postalCode.startsWith(code.slice(0, 2));
  return isTurned && (isLike || (isLatest && postalCode === undefined)) ? code : null;
}

/** "Tutto ok tranne la via: via Milano 10": only the street of the address is another. */
export const namesStreet = (text: string): boolean =>
  street().test(text) && !house().test(text) && isShort(text);
const street = patternOf('iu')`(?<!\p{L})(?:${'articles'}|${'the'})\s?${'street-said'}(?!\p{L})`;

const townLabel = patternOf('iu')`^(?:(?:${'articles'}) ?)?${'town-said'}(?!\p{L})[\s,:=]*`;
const lead = patternOf('iu')`^\s*(?:(?:${'before-places'}|${'is-in-towns'})(?!\p{L})[\s,]*)+`;

/** "Torino", "San Donà di Piave". */
const WRITTEN = /^\p{Lu}[\p{L}'’-]*(?: (?:\p{Ll}{1,6} )?\p{Lu}[\p{L}'’-]*){0,3}$/u;
const LAST_TOWN = /(?<=\p{L}\s)(?<town>\p{Lu}[\p{L}'’-]*(?: (?:\p{Ll}{1,6} )?\p{Lu}[\p{L}'’-]*){0,3})$/u;
/** "It's in English", "è in Azure". */
const isOther = (place: string): boolean =>
  isOurs(toPhrase(place)) || speech().has(toPhrase(place)) || isMonth(toPhrase(place));
const speech = made(() => tableOf<string>('languages'));

/** The town that a few words put in the place of the one at hand: "è a Torino, non a Milano", "la città è Lodi". */
export function townSaid(text: string, { city }: Known): string | null {
  if (city === undefined || !isShort(text)) return null;
  const names = ` ${toPhrase(city)} `;
  const isDenied = deniedIn(text).some(({ what }) => ` ${toPhrase(what)} `.includes(names));
  const said = withoutSecondThought(withoutDenied(text)).trim();
  const behind = said.replace(townLabel(), '');
  const bare = behind.replace(lead(), '').replace(/[\s,.;!]+$/u, '');
  // "Guarda che è a Cremona": what is put in place of the town that is denied ends the sentence.
  const place = isDenied ? (LAST_TOWN.exec(bare)?.groups?.['town'] ?? bare) : bare;
  // "Sta a Torino" tells a town where it is written as one; a label or the town denied says that it is one.
  const isTold = isDenied || behind !== said || (place !== behind && WRITTEN.test(place) && !isOther(place));
  if (!isTold || place === '' || /\d/.test(place) || !isNameLike(place) || isMonth(toPhrase(place)))
    return null;
  const read = readAddress(place);
  return read.line1 === undefined && read.city !== undefined ? read.city : null;
}
