import { forceOf, isBeforehand, type Force, type ClausePiece } from './piece.ts';
import type { Clause } from './reading.ts';
import type { Item } from './words/items.ts';

/** What happened; where it may answer the open form, it is the answer. */
export function readReport(piece: ClausePiece): Force | null {
  const force = reportOf(piece);
  return force !== null && piece.mayAnswer ? forceOf('statement') : force;
}

/** Whether a piece tells what happened: "è scaduto", an auxiliary and its past. */
export function tellsPast(piece: ClausePiece): boolean {
  const aux = piece.indexOf('have-own', 'have-others');
  return aux >= 0 && piece.core.findIndex((item, at) => at > aux && isPast(item)) > aux;
}

function reportOf(piece: ClausePiece): Force | null {
  // "Prima guarda se hanno risposto" orders, only sooner.
  // "Verifichi se hanno risposto" is formal.
  const opened = piece.opening([
    'imperative',
    'infinitive',
    ...(piece.has('suppose') ? (['you'] as const) : []),
  ]);
  const isFirst = piece.core.slice(0, Math.max(0, opened)).every(({ word }) => isBeforehand(word));
  if (opened >= 0 && isFirst && !piece.core[opened]?.forms.has('past')) return null;
  const told = piece.has('report');
  const aux = piece.indexOf('have-own', 'have-others');
  const past = piece.core.findIndex((item, at) => at > aux && isPast(item));
  const isOwn = (piece.core[aux]?.meaning === 'have-own' || piece.has('own')) && !isHearsay(piece, aux);
  if (told || isOthersWish(piece)) return forceOf('report', false);
  if (aux >= 0 && past > aux && past - aux <= 6) return forceOf('report', isOwn);
  // "Ordine arrivato stamattina"
  const isEarlier = past > 0 && piece.has('earlier') && piece.facts.every(({ kind }) => kind !== 'outcome');
  return past > 0 && (isEarlier || isSimplePast(piece, past)) ? forceOf('report', isOwn) : null;
}

/** "My manager would like to close it": a wish of somebody who is named before it; an Italian verb says whose it is. */
function isOthersWish({ core, around }: ClausePiece): boolean {
  const at = core.findIndex(({ meaning, word }) => meaning === 'wish' && word === 'would');
  const before = core[at - 1];
  if (before === undefined || around.asks) return false;
  return before.fact === null ? before.meaning === null && !before.isLight : before.fact.kind === 'person';
}

/** "Un collega diceva che l'abbiamo vinto": whose words they are is said before "che". */
function isHearsay({ core }: ClausePiece, aux: number): boolean {
  return core
    .slice(1, Math.max(1, aux))
    .some(({ meaning, word }) => meaning === 'ask-first' || word === 'that');
}

/** Whether "we" did what a question asks about; null where it asks of nothing done ("posso chiuderlo se ha perso?"). */
export function whoseDeed(piece: ClausePiece): boolean | null {
  if (piece.has('may', 'doubt', 'wish') || (piece.has('suppose') && !isIndirect(piece))) return null;
  // English tells the past of a question by its first word: "did Marco mark it?"
  return piece.core[0]?.word === 'did' ? piece.has('own', 'have-own') : (reportOf(piece)?.isOwn ?? null);
}

/** "Sai se Marco l'ha chiuso?" supposes nothing. */
const isIndirect = (piece: ClausePiece): boolean =>
  piece.core
    .slice(0, piece.indexOf('suppose'))
    .some(({ meaning, verb }) => verb === 'look' || meaning === 'tell' || meaning === 'ask');

/** Whether a word tells of what is past. */
export const isPast = ({ fact, forms, meaning }: Item): boolean =>
  forms.has('past') && meaning !== 'ask' && fact?.kind !== 'deal-kind';

/** "They sent the contract back": a past after who did it, with no auxiliary. */
export function tellsSimplePast(piece: ClausePiece): boolean {
  const at = piece.core.findIndex((item) => isPast(item) && item.forms.size === 1);
  return (
    at > 0 &&
    piece.opening(['imperative']) < 0 &&
    !piece.has('plan', 'own', 'wish') &&
    isSimplePast(piece, at)
  );
}

/** English "the customer signed": a past after its subject. Italian needs an auxiliary. */
function isSimplePast(piece: ClausePiece, at: number): boolean {
  if (!piece.around.pronouns.has('they') || isBareEnd(piece)) return false;
  const before = piece.core[at - 1];
  return before !== undefined && before.word !== 'as' && before.meaning !== 'new' && before.word !== 'the';
}

/** "Wingtip lost", "Litware deal won": a deal and its end, and nothing that it lost or won. */
const isBareEnd = ({ core }: ClausePiece): boolean =>
  core.some(({ fact }) => fact?.kind === 'known-name') &&
  core.every(({ fact, meaning }) => meaning === 'deal' || (fact !== null && BARE.has(fact.kind)));
const BARE: ReadonlySet<string> = new Set(['known-name', 'outcome']);

/** Marks a report, or what corrects, whose words say who tells it, or that somebody does: "mi ha detto Marco", "pare che". */
export function withHearsay(clause: Clause, items: readonly Item[]): Clause {
  const isTold = clause.act === 'correction' || (clause.act === 'report' && clause.isOwn !== true);
  if (!isTold) return clause;
  const { start, end } = clause;
  const isHearsay = items.some(
    (item) => item.start >= start && item.start < end && item.meaning === 'report',
  );
  return isHearsay ? { ...clause, isHearsay } : clause;
}
