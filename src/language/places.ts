import { countryName, readCountry, readWholeCountry } from './countries.ts';
import { flatten, toPhrase } from './flat.ts';
import { isNameLike } from './name-like.ts';
import { inLists, languages, patternOf } from './said.ts';

export { countryName, readCountry } from './countries.ts';

/** A postal address; only what was said. `country` is ISO 3166-1 alpha-2. */
export interface PostalAddress {
  readonly line1?: string;
  readonly city?: string;
  readonly postalCode?: string;
  /** Province, region or state as typed ("VR", "WA"). */
  readonly state?: string;
  readonly country?: string;
}

const streetWord = patternOf()`(?:^|[^a-z])(?:${'telling-streets'}|rue|calle|avenida|plaza|[a-z]*strasse|[a-z]*str|platz|weg|allee|[a-z]*straat)(?![a-z])`;
const POSTCODE =
  /(?<![\p{L}\d])((?:I-|D-|F-|A-|CH-)?\d{4,5}(?:-\d{4})?(?:\s?[A-Z]{2}(?![\p{L}]))?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\d{3}\s\d{2}|\d{2}-\d{3}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]\d[\dW]\s?[A-Z\d]{4})(?![\p{L}\d])/u;
const labels = patternOf('giu')`(?:^|(?<=[\s,;]))${'address-labels'}\s*[:=]\s*`;

/** "cap 10100", "il CAP è 10100": a label that needs no colon before digits. */
const codeLabel = patternOf(
  'giu',
)`(?<![\p{L}\d])(?:(?:il|the) )?${'postcode-cues'}(?: (?:è|e'|is))?[ :]{0,3}(?=[A-Z]{0,2}\d)`;

interface Parts {
  line1: string[];
  rest: string[];
  /** The town that a postal code stands beside. */
  coded?: string;
  postalCode?: string;
  state?: string;
  country?: string;
}

/**
 * Reads an address from one line or several: "via Roma 1, 37100 Verona (VR), Italia". The line with a
 * street word or a house number is `line1`, what stands by the postal code is the city. Empty where
 * nothing fits; one word alone is a city.
 */
export function readAddress(text: string): PostalAddress {
  const parts: Parts = { line1: [], rest: [] };
  const pieces = text
    .slice(0, 500)
    .replace(codeLabel(), ',')
    .replace(labels(), ',')
    .split(/[,;\n]|\s[-–—]\s/)
    .map((piece) => piece.trim().replace(/\.$/, ''));
  const typed = joinHouseNumbers(pieces.filter((piece) => piece !== ''));
  takeCountry(typed, parts);
  for (const piece of typed) placePiece(piece, parts);
  return toAddress(parts);
}

/** "Via Roma, 1": the number belongs to the street. */
function joinHouseNumbers(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const isNumber = /^(?:n\.?\s?)?\d{1,4}(?:\s?[/-]?\s?[a-z])?$/i.test(piece);
    if (isNumber && before !== undefined && isStreet(before) && !/\d/.test(before))
      joined[joined.length - 1] = `${before}, ${piece}`;
    else joined.push(piece);
  }
  return joined;
}

const isStreet = (piece: string): boolean => streetWord().test(flatten(piece).text);

/** The last piece that is a country; two letters alone are a province unless they come last of three. */
function takeCountry(pieces: string[], parts: Parts): void {
  const last = pieces.at(-1);
  if (last === undefined || isStreet(last) || (pieces.length === 1 && /^[a-z]{2}$/i.test(last))) return;
  if (/^[A-Z]{2}$/.test(last) && pieces.length < 3 && readWholeCountry(last) === null) return;
  const town = withoutCountry(last, parts);
  if (parts.country !== undefined) {
    pieces[pieces.length - 1] = town;
    return;
  }
  const country = /\d/.test(last) ? null : readCountry(last);
  if (country === null) return;
  parts.country = country;
  pieces.pop();
}

const beginsCountry = inLists('country-begins');

/** "Verona Italia": the country is the last word, or the last two, written out, after a town. */
function withoutCountry(piece: string, parts: Parts): string {
  const words = piece.split(/\s+/);
  if (isCountry(piece) || parts.country !== undefined) return piece;
  for (const size of [2, 1]) {
    const [town, last] = [words.slice(0, -size).join(' '), words.slice(-size).join(' ')];
    const isTown = /\p{L}{3}/u.test(town) && isNameLike(town) && !beginsCountry(town.toLowerCase());
    if (!isTown || !isCountry(last)) continue;
    parts.country = readCountry(last) ?? '';
    return town;
  }
  return piece;
}

/** Whether a text is a country's whole name, in either language. */
function isCountry(text: string): boolean {
  const code = readCountry(text);
  return code !== null && languages().some((each) => toPhrase(countryName(code, each)) === toPhrase(text));
}

function placePiece(piece: string, parts: Parts): void {
  const isLine = isStreet(piece) || (/^\d{1,4}\s+\p{L}/u.test(piece) && !POSTCODE.test(piece));
  if (isLine && parts.line1.length === 0) {
    const inside = isStreet(piece) ? splitStreetAndCity(piece) : null;
    parts.line1.push(inside?.street ?? piece);
    if (inside !== null) placeTown(withoutCountry(inside.town, parts), parts);
    return;
  }
  placeTown(piece, parts);
}

/** "via Roma 1 37100 Verona" without a comma: a five-digit code ends the street; "via Roma 1 Verona": its number does. */
function splitStreetAndCity(piece: string): { street: string; town: string } | null {
  const found = /^(.*\S)\s+((?:[A-Z]{1,2}-)?\d{5}\b.*)$/.exec(piece) ?? afterNumber().exec(piece);
  const [, street, town] = found ?? [];
  if (street === undefined || town === undefined || !isStreet(street)) return null;
  return inBuilding().test(flatten(town).text) || isStreet(town) ? null : { street, town };
}

const afterNumber = patternOf(
  'u',
)`^(.*\p{L}.*\s\d{1,4}(?:\s?\/\s?\w+|[a-zA-Z])?)\s+(?:${'in-towns'}\s+)?(\p{L}[\p{L}\s'’.()-]{2,})$`;
/** What goes on with a street after its number. */
const inBuilding = patternOf()`^(?:[a-z]$|${'after-house-numbers'})(?![a-z])`;

/** A postal code, a province and a city, in any order: "37100 Verona (VR)", "WA 98052", "London SW1A 1AA". */
function placeTown(piece: string, parts: Parts): void {
  let rest = piece;
  const code = parts.postalCode === undefined ? POSTCODE.exec(rest)?.[1] : undefined;
  if (code !== undefined) {
    parts.postalCode = code;
    rest = rest.replace(code, ' ');
  }
  const province = /\(\s*([A-Za-z]{2})\s*\)|(?:^|\s)([A-Z]{2})\s*$/.exec(rest.trim());
  const state = province?.[1] ?? province?.[2];
  if (province !== null && state !== undefined && parts.state === undefined) {
    parts.state = state.toUpperCase();
    rest = rest.trim().slice(0, province.index);
  }
  const town = rest.replace(/\s+/g, ' ').trim();
  if (town === '') return;
  if (code !== undefined) parts.coded = town;
  parts.rest.push(town);
}

function toAddress({ line1, rest, coded, postalCode, state, country }: Parts): PostalAddress {
  // "Unit 7, Kirkstall Industrial Estate, Leeds LS4 2AZ": all that stands before the town with the code is the place.
  const at = coded === undefined ? -1 : rest.indexOf(coded);
  if (at > 0) line1 = [[...line1, ...rest.splice(0, at)].join(', ')];
  // "Interporto sud, magazzino 3, Nola": all up to a number is the place, and the town comes after it.
  const last = rest.slice(0, -1).findLastIndex((piece) => /\d/.test(piece));
  const street = line1[0] ?? (last < 0 ? undefined : rest.splice(0, last + 1).join(', '));
  const city = rest.find((town) => !/\d{3,}/.test(town) && /\p{L}{2}/u.test(town));
  return {
    ...(street === undefined ? {} : { line1: street }),
    ...(city === undefined ? {} : { city: inTownCase(city.replace(inTown(), '')) }),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(state === undefined ? {} : { state }),
    ...(country === undefined ? {} : { country }),
  };
}

const inTown = patternOf('i')`^${'in-towns'}\s+`;
const staysSmall = inLists('small-in-towns');

/** A town with capitals: "verona" becomes "Verona", "reggio nell'emilia" "Reggio nell'Emilia"; typed capitals stay. */
export function inTownCase(town: string): string {
  if (town !== town.toLowerCase()) return town;
  return town
    .split(' ')
    .map((word, index) => {
      const [, article = '', rest = word] = index > 0 ? (/^([a-z]+')(.+)$/.exec(word) ?? []) : [];
      return index > 0 && staysSmall(word) ? word : article + rest.charAt(0).toUpperCase() + rest.slice(1);
    })
    .join(' ');
}
