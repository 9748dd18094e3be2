import { readWholeCountry } from '../../language/countries.ts';
import { isFunctionWord } from '../../language/function-words.ts';
import { patternOf } from '../../language/said.ts';

/** What stands behind a street: its town, and where all of it ends. */
export interface Tail {
  readonly city: string | null;
  readonly postcode: string | null;
  readonly state: string | null;
  readonly country: string | null;
  /** Where the street itself ends, its floor or staircase included. */
  readonly streetEnd: number;
  readonly end: number;
}

type Found = { -readonly [Key in keyof Tail]: Tail[Key] };

const inside = patternOf(
  'iu',
)`^${'inside-buildings'}(?: ?[\p{L}\d.]{1,4}(?!\p{L}))?(?=$|[,;\n ])|^\d(?:st|nd|rd|th) floor`;
const UK = /[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}/;
const CODE =
  /(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|(?:[A-Z]{1,2}-)?\d{5}(?:-\d{4})?|\d{4} ?[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|(?:[A-Z]{1,2}-)?\d{4}|\d{3} \d{2}|\d{2}-\d{3})(?![\p{L}\d])/u;
const CAPITAL = /(?!\p{Lu}{2}(?![\p{L}'’]))\p{Lu}[\p{L}'’.-]*\p{L}/u;
/** "Roma WMS": behind a town as it is written, capitals alone are no part of it; "SAN DONÀ DI PIAVE" is all capitals. */
const WRITTEN = /(?=\p{Lu}['’]?\p{L}?\p{Ll})/u;
const town = patternOf(
  'u',
)`(?:${WRITTEN}${CAPITAL}(?:[ -](?:${'inside-towns'}(?:['’]| )){0,2}${WRITTEN}${CAPITAL}){0,3}|${CAPITAL}(?:[ -](?:${'inside-towns'}(?:['’]| )){0,2}${CAPITAL}){0,3})(?![\p{L}\d])`;
const codeFirst = patternOf('u')`^(?<code>${CODE})(?: ?[-–] ?| |, ?)(?<town>${town})?`;
const SMALL_TOWN = /^(?<town>[\p{Ll}'’]{2,}(?: [\p{Ll}'’]{2,}){0,3})(?=$|[,;\n(])|^(?<one>[\p{Ll}'’]{2,})/u;
const townFirst = patternOf(
  'u',
)`^(?:${'in-towns'} )?(?<town>${town})(?<state>,? [A-Z]{2,3}(?= \d))?,? (?<code>${CODE})`;
/** "milano 20121". */
const smallTownFirst = patternOf(
  'u',
)`^(?:${'in-towns'} )?(?<town>[\p{Ll}'’]{2,}(?: [\p{Ll}'’]{2,}){0,3}),? (?<code>\d{5})(?![\p{L}\d]|[.,]\d)`;
const ONLY_CODE = new RegExp(`^(?<code>${UK.source}|\\d{5}(?:-\\d{4})?)(?![\\p{L}\\d])`, 'u');
const onlyTown = patternOf('u')`^(?:${'in-towns'} )?(?<town>${town})`;
const STATE = /^\((?<inside>[A-Za-z]{2})\)|^(?<bare>[A-Z]{2})(?![\p{L}\d])/u;
/** Between two pieces of an address. */
export const GAP = /^(?:[ \t]*[,;–-]?[ \t]*\n?[ \t]*)/;

/** Steps through pieces at most this often: floor, town, province and country are four. */
const MOST_PIECES = 6;

/** Reads what follows a street, from `from` on. */
export function readTail(text: string, from: number): Tail {
  const found: Found = { city: null, postcode: null, state: null, country: null, streetEnd: from, end: from };
  for (let step = 0; step < MOST_PIECES; step += 1) {
    const gap = GAP.exec(text.slice(found.end, found.end + 20))?.[0].length ?? 0;
    const rest = text.slice(found.end + gap, found.end + gap + 90);
    const length = readPiece(rest, found);
    if (length === 0) break;
    found.end += gap + length;
    const isStreet = found.city === null && found.postcode === null && found.country === null;
    if (isStreet) found.streetEnd = found.end;
  }
  return found;
}

/** Takes the piece that begins a text; returns its length, 0 where it belongs to no address. */
function readPiece(rest: string, found: Found): number {
  if (found.city === null && found.postcode === null) {
    const room = inside().exec(rest)?.[0].length ?? 0;
    if (room > 0) return room;
  }
  return readCountryPiece(rest, found) || readState(rest, found) || readTown(rest, found);
}

/** Countries with a town of the same name, which is the one meant behind a street: "Via Lazio 3, Monaco". */
const ALSO_TOWNS: ReadonlySet<string> = new Set(['MC', 'SM', 'SG', 'LU', 'VA', 'PA', 'GT', 'KW', 'DJ', 'MX']);

function readCountryPiece(rest: string, found: Found): number {
  if (found.country !== null) return 0;
  const hasTown = found.city !== null || found.postcode !== null;
  const words = /^[\p{L}.]+(?: [\p{L}'.]+){0,2}/u.exec(rest)?.[0].split(' ') ?? [];
  for (let size = words.length; size > 0; size -= 1) {
    const name = words.slice(0, size).join(' ');
    const code = readWholeCountry(name);
    if (code === null || (!hasTown && ALSO_TOWNS.has(code))) continue;
    found.country = code;
    return name.length;
  }
  return 0;
}

function readState(rest: string, found: Found): number {
  const state = STATE.exec(rest);
  if (state === null || found.state !== null || found.city === null) return 0;
  found.state = (state.groups?.['inside'] ?? state.groups?.['bare'] ?? '').toUpperCase();
  return state[0].length;
}

function readTown(rest: string, found: Found): number {
  if (found.city !== null && found.postcode !== null) return 0;
  const whole = found.city === null ? readCodeFirst(rest, found) || readTownFirst(rest, found) : 0;
  if (whole > 0) return whole;
  const code = found.postcode === null ? ONLY_CODE.exec(rest) : null;
  if (code !== null) {
    found.postcode = code.groups?.['code'] ?? null;
    return code[0].length;
  }
  const only = found.city === null ? onlyTown().exec(rest) : null;
  if (only === null) return 0;
  return takeTown(only.groups?.['town'] ?? '', found) + only[0].length;
}

function readCodeFirst(rest: string, found: Found): number {
  const first = codeFirst().exec(rest);
  if (first === null) return 0;
  const capital = first.groups?.['town'];
  if (capital !== undefined) {
    found.postcode = first.groups?.['code'] ?? null;
    return takeTown(capital, found) + first[0].length;
  }
  const small = SMALL_TOWN.exec(rest.slice(first[0].length));
  const name = small?.groups?.['town'] ?? small?.groups?.['one'] ?? '';
  if (name === '') return 0;
  found.postcode = first.groups?.['code'] ?? null;
  return takeTown(name, found) + first[0].length + name.length;
}

function readTownFirst(rest: string, found: Found): number {
  const first = townFirst().exec(rest) ?? smallTownFirst().exec(rest);
  if (first === null || isFunctionWord(first.groups?.['town']?.split(' ').at(-1) ?? '')) return 0;
  found.postcode = first.groups?.['code'] ?? null;
  const state = first.groups?.['state']?.replace(/[, ]/g, '');
  if (state !== undefined) found.state = state;
  takeTown(first.groups?.['town'] ?? '', found);
  return first[0].length;
}

const isAt = patternOf('i')`${'is-in-towns'}`;
const townAlone = patternOf('u')`(?:(?:^|[,;\n] ?)(?:${isAt} )?|(?:^| )${'in-towns'} )(?<town>${town}),? ?$`;

/** The town that stands alone before a street ("Milano, via Roma 3"), with where it begins; null where none does. */
export function readTownBefore(text: string): { readonly town: string; readonly start: number } | null {
  const before = text.slice(-MOST_BEFORE);
  const name = townAlone().exec(before)?.groups?.['town'];
  if (name === undefined) return null;
  return { town: name, start: text.length - before.length + before.lastIndexOf(name) };
}

/** The country between a town and the street behind it, with where it begins; null where none stands there. */
export function readCountryBefore(text: string): { readonly country: string; readonly start: number } | null {
  const found = /(?<=[,;\n] ?)(?<name>\p{Lu}[\p{L}' ]{2,40}?),? ?$/u.exec(text.slice(-MOST_BEFORE));
  const country = readWholeCountry(found?.groups?.['name'] ?? '');
  const start = text.length - Math.min(text.length, MOST_BEFORE) + (found?.index ?? 0);
  return found === null || country === null ? null : { country, start };
}

const MOST_BEFORE = 60;

/** Notes the town; a country at its end is taken off ("Verona Italia"). Returns 0, for nothing more was read. */
function takeTown(typed: string, found: Found): 0 {
  const words = typed.split(' ');
  for (const size of [2, 1]) {
    const country = words.length > size ? readWholeCountry(words.slice(-size).join(' ')) : null;
    if (country === null) continue;
    found.country = country;
    words.splice(-size);
  }
  found.city = words.join(' ');
  return 0;
}
