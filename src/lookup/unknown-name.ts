import { findSaidDays } from '../language/dates/dates.ts';
import { findMoney } from '../language/money/money.ts';
import { findQuoted } from '../language/quoted.ts';
import { isLegalForm } from './name-key.ts';
import {
  beginsNoName,
  endsName,
  isInstitution,
  isKin,
  isParticle,
  isPassedOver,
  joinsNames,
  strengthOfOpener,
} from './name-stops.ts';
import { withoutEnd } from '../language/ends.ts';
import { patternOf } from '../language/said.ts';
import { remembered } from '../language/remembered.ts';
import type { Language } from '../language/locale.ts';

interface Piece {
  readonly raw: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const MOST_WORDS = 6;

/**
 * The customer's name as typed after "con", "per", "cliente", "with", "for": "Rossi Logistica" in "crea un
 * deal con Rossi Logistica da 80k". Ends at an amount, a day, a preposition or a comma; a name in quotes is
 * taken whole. Null where no name follows ("con aiuto", "per fine marzo", "con un nuovo cliente").
 */
export const nameAfterPreposition = remembered((sentence: string, locale: Language): string | null => {
  const quoted = findQuoted(sentence)[0];
  if (quoted !== undefined) return quoted.text;
  const masked = maskAmountsAndDays(sentence, locale);
  const pieces = toPieces(masked);
  const openings = pieces.flatMap((piece, index) => (strengthOfOpener(piece.text) > 0 ? [index + 1] : []));
  // "cliente X" says it plainly; "con X" is next; "per X" is often a purpose or a day.
  openings.sort((a, b) => strengthOf(pieces[b - 1]) - strengthOf(pieces[a - 1]) || a - b);
  for (const opening of openings) {
    const name = nameFrom(pieces, opening, masked);
    if (name !== null) return name;
  }
  return null;
});

const strengthOf = (piece: Piece | undefined): number => strengthOfOpener(piece?.text ?? '');

/** Amounts and days are blotted out, so that a name ends where one begins. */
function maskAmountsAndDays(sentence: string, locale: Language): string {
  const amounts = findMoney(sentence, locale);
  const withoutAmounts = blotted(sentence, amounts);
  // Any year will do: only the place of the words matters here.
  return blotted(withoutAmounts, findSaidDays(withoutAmounts, locale, '2026-01-01', 'fact'));
}

/** The text with these places blotted out; they stand in the order of the text. */
function blotted(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  const parts = places.flatMap(({ start, end }, index) => [
    text.slice(places[index - 1]?.end ?? 0, start),
    '|'.repeat(end - start),
  ]);
  return [...parts, text.slice(places.at(-1)?.end ?? 0)].join('');
}

function toPieces(masked: string): Piece[] {
  return [...masked.matchAll(/\|+|(?<![\p{L}])w\/|[\p{L}\p{N}&+'’.@-]+|[,;:!?()\n]/gu)].map((found) => {
    // A full stop ends a sentence unless it belongs to an abbreviation ("S.p.A.", "F.lli").
    const raw = /^[^.]*\..*\.$|^\p{Lu}\.$|\.\p{L}/u.test(found[0]) ? found[0] : withoutEnd(found[0], '.');
    const text = raw
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/’/g, "'");
    return { raw, text, start: found.index, end: found.index + raw.length };
  });
}

function nameFrom(pieces: readonly Piece[], opening: number, masked: string): string | null {
  let at = opening;
  while (isPassedOver(pieces[at]?.text ?? '') && at < opening + 4) at += 1;
  const first = pieces[at];
  if (first === undefined || !canBegin(first, pieces[at + 1])) return null;
  if (isWeak(pieces[opening - 1]) && !isNameLike(first)) return null;
  let end = at + 1;
  while (end < pieces.length && end - at < MOST_WORDS && belongs(pieces, end)) end += 1;
  while (end > at + 1 && isDangling(pieces[end - 1])) end -= 1;
  const name = masked.slice(first.start, pieces[end - 1]?.end ?? first.end).trim();
  return /\p{L}{2}|\p{L}\d|\d\p{L}/u.test(name) ? name : null;
}

const isWord = (piece: Piece): boolean => /[\p{L}\p{N}]/u.test(piece.raw);
/** After "deal" only a capitalised word is a name. */
const isWeak = (opener: Piece | undefined): boolean => strengthOf(opener) <= 0.2;

const elided = patternOf()`^${'elided'}'`;

/** "Marzo Srl", "Help Lab" and "Stop & Go" are names in spite of their first word; "Microsoft" is the other side. */
function canBegin(piece: Piece, next: Piece | undefined): boolean {
  const word = piece.text.replace(elided(), '').replace(/'s$/, '');
  if (!isWord(piece) || word === 'microsoft') return false;
  const isCommon = beginsNoName(word) || endsName(word);
  if (!isCommon) return true;
  return (
    next !== undefined &&
    isNameLike(piece) &&
    (isLegalForm(next.raw) || isNameLike(next) || next.text === '&')
  );
}

/** Whether the piece goes on with the name: a word, "&", a legal form, or a particle between two words. */
function belongs(pieces: readonly Piece[], at: number): boolean {
  const [piece, before, next] = [pieces[at], pieces[at - 1], pieces[at + 1]];
  if (piece === undefined || before === undefined) return false;
  if (isLegalForm(piece.raw)) return true;
  if (piece.text === ',') return next !== undefined && isLegalForm(next.raw) && /[.A-Z]/.test(next.raw);
  if (joinsNames(piece.text)) return next !== undefined && (isNameLike(next) || isKin(next.text));
  if (isParticle(piece.text))
    return next !== undefined && isNameLike(next) && (isNameLike(before) || isInstitution(before.text));
  return isWord(piece) && !endsName(piece.text) && !isNewSentence(before, piece);
}

/** A capital letter, a digit, or "&": "e" and "di" belong to a name only before one of these. */
const isNameLike = (piece: Piece): boolean => /^[\p{Lu}\d]/u.test(piece.raw);
const isNewSentence = (before: Piece, piece: Piece): boolean =>
  isNameLike(before) && /^\p{Ll}/u.test(piece.raw) && beginsNoName(piece.text);
const isDangling = (piece: Piece | undefined): boolean =>
  piece !== undefined && (joinsNames(piece.text) || isParticle(piece.text) || /^[&+',-]$/.test(piece.text));
