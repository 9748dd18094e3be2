import { readAddress } from '../../language/places.ts';
import { STRENGTH } from './candidate.ts';
import { partFor } from './parts.ts';
import { findStreets } from './streets.ts';
import { readTail, readTownBefore } from './towns.ts';
import type { ProposedFact } from './candidate.ts';
import type { Place } from '../reading.ts';
import type { Tail } from './towns.ts';
import type { Typed } from './typed.ts';

/** A street, a town and what goes with them; a street without a town counts where an address was asked for. */
export function findAddresses(typed: Typed): ProposedFact[] {
  const part = partFor(typed.parts, 'address', null);
  const streets = findStreets(typed.text, typed.plain).flatMap((street) => fromStreet(typed, street));
  const towns = fromPostcodes(typed);
  const found = [...streets, ...towns];
  if (part === null || found.some(({ guess }) => guess.start < part.end && guess.end > part.start))
    return found;
  return [...found, ...fromPart(typed, part)];
}

function fromStreet({ text, parts }: Typed, street: Place & { readonly isPlain: boolean }): ProposedFact[] {
  const tail = readTail(text, street.end);
  const isAsked = partFor(parts, 'address', street) !== null;
  const hasTown = tail.postcode !== null || tail.city !== null;
  if (!hasTown && !(isAsked || street.isPlain)) return [];
  if (!street.isPlain && tail.postcode === null && !isAsked) return [];
  const line1 = text.slice(street.start, tail.streetEnd).trim();
  const before = isAsked && tail.city === null ? readTownBefore(text.slice(0, street.start)) : null;
  const city = tail.city ?? before?.town ?? null;
  const place = { start: before?.start ?? street.start, end: tail.end };
  return [candidateOf({ ...tail, city }, line1, place, STRENGTH.marked + 5)];
}

const POSTCODE_AND_TOWN = /(?<![\p{L}\d.,/-])(?:I-)?\d{5}(?= \p{Lu}\p{Ll}{2})/gu;

/** "37100 Verona (VR)" without a street. */
function fromPostcodes({ text, parts }: Typed): ProposedFact[] {
  if (!/\d{5} /.test(text)) return [];
  return [...text.matchAll(POSTCODE_AND_TOWN)].flatMap((found) => {
    const tail = readTail(text, found.index);
    if (
      tail.city === null ||
      tail.postcode === null ||
      /^(?:Euro|Eur|Dollari|Dollars|Franchi)/i.test(tail.city)
    )
      return [];
    const place = { start: found.index, end: tail.end };
    const isAsked = partFor(parts, 'address', place) !== null;
    return [candidateOf(tail, null, place, isAsked ? STRENGTH.marked : STRENGTH.formed + 1)];
  });
}

function candidateOf(tail: Tail, line1: string | null, place: Place, strength: number): ProposedFact {
  const { city, postcode, state, country } = tail;
  return { guess: { kind: 'address', line1, city, postcode, state, country, ...place }, strength };
}

/** The whole of an answer to "where", or of what stands after "Sede:": a town, a country, a street without a form. */
function fromPart({ text }: Typed, part: Place & { readonly isLabelled: boolean }): ProposedFact[] {
  const said = text.slice(part.start, part.end);
  const typed = (part.isLabelled ? said : said.replace(LEAD, '')).trim();
  if (typed === '' || !/\p{L}{2}/u.test(typed) || (!part.isLabelled && !looksLikePlace(typed))) return [];
  const { line1 = null, city = null, postalCode = null, state = null, country = null } = readAddress(typed);
  if (city === null && country === null && postalCode === null) return [];
  const start = part.start + said.indexOf(typed);
  const place = { start, end: start + typed.length };
  return [
    candidateOf(
      { city, postcode: postalCode, state, country, streetEnd: 0, end: 0 },
      line1,
      place,
      STRENGTH.alone,
    ),
  ];
}

const LEAD =
  /^\s*(?:(?:è|e'|sono|siamo|sta|stanno|hanno|ha|sede|la sede|it's|they're|based|located|si trova|a|ad|in|at|is|the address is|l'indirizzo è)\s+)+/iu;

/** A town or a country, or several pieces of which one has a number: not a sentence. */
function looksLikePlace(text: string): boolean {
  const pieces = text.split(/[,\n]/);
  return (
    pieces.length <= 6 &&
    (/^\p{Lu}/u.test(text) || /\d{4}/.test(text)) &&
    !/[?!]/.test(text) &&
    text.split(/\s+/).length <= 10
  );
}
