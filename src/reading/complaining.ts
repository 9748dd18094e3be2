import { inLists } from '../language/said.ts';
import { forceOf, type ClausePiece, type Force } from './piece.ts';

/** Words of an exclamation, at most: "che bot inutile". */
const EXCLAMATION = 3;

/** The slot whose text the assistant writes. */
const DRAFTED = 'notes';

/** Words of complaint, and a judgement on a text that the assistant wrote. */
export function readComplaint(piece: ClausePiece): Force | null {
  // "che disastro" exclaims.
  const exclaims = piece.leads('ask-first') && !piece.around.asks && piece.core.length <= EXCLAMATION;
  if (piece.leads('ask', 'ask-first', 'suppose', 'wish', 'request') && !exclaims) return null;
  // "Make it a bit happier" orders a text.
  const isOrdered = piece.around.asked === DRAFTED && piece.opening(['imperative']) >= 0;
  // "prezzo troppo alto" is a reason where one is asked; of a text it is a complaint.
  const mayJudge = piece.isInForm ? piece.around.asked === DRAFTED : !ordersOrTells(piece);
  const judges = piece.has('judge') && mayJudge && !isOrdered;
  return judges || hasSpoiled(piece) || (piece.has('complain') && !isOfReason(piece))
    ? forceOf('complaint')
    : null;
}

/** "You lost my draft", "hai cancellato tutto", "mi hai fatto perdere mezz'ora": what the assistant itself has done. */
function hasSpoiled({ core, around }: ClausePiece): boolean {
  const you = core.findIndex(({ word }) => isYou(word));
  const done = core.slice(you + 1, you + 1 + SPOILED_WITHIN);
  return (
    you >= 0 &&
    !around.asks &&
    done.some(
      ({ word, meaning, fact }) =>
        fact === null && (isSpoiling(word) || meaning === 'complain' || meaning === 'take-back'),
    )
  );
}
const isYou = inLists('you-have');
const isSpoiling = inLists('spoiling');
/** Words between who has and what was done: "mi hai di nuovo fatto perdere …". */
const SPOILED_WITHIN = 6;

/** "Il prezzo non c'entra" where a reason is asked. */
const isOfReason = (piece: ClausePiece): boolean =>
  piece.around.asked === 'reason' &&
  piece.core
    .slice(0, piece.indexOf('complain'))
    .some(({ meaning, word }) => meaning === null && !piece.around.pronouns.has(word));

/** "Segna Tailspin perso, costa troppo" judges no text. */
const ordersOrTells = (piece: ClausePiece): boolean =>
  piece.opening(['imperative']) >= 0 || piece.items.some(({ fact }) => fact !== null);
