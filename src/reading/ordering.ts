import { inLists } from '../language/said.ts';
import type { FactKind } from './reading.ts';
import { forceOf, type Force, type ClausePiece } from './piece.ts';
import { NO_FORMS } from './words/items.ts';

/** Orders: an imperative, a wish with its verb, a bare "nuovo deal". */
export function readOrder(piece: ClausePiece): Force | null {
  const wish = piece.indexOf('wish');
  if (wish >= 0) return isWished(piece, wish) ? forceOf('order') : null;
  const opened = piece.opening(['imperative', 'infinitive', 'would-you', 'we', 'you']);
  if (opened >= 0) {
    // "chiudiamo entro l'estate" tells when; "chiudi Contoso" is an order in the middle of a form, too.
    const forms = piece.core[opened]?.forms ?? NO_FORMS;
    const isTold = !(forms.has('imperative') || forms.has('infinitive')) && !piece.has('order', 'field');
    // A note may tell what is to be done: "chiudere la migrazione entro l'estate".
    const isNoted = piece.around.asked === 'notes' && isBareInfinitive(piece, opened);
    if (isNoted) return forceOf('statement');
    // "Controlla Litware" looks at a deal, whatever is asked.
    const isLook = piece.core[opened]?.verb === 'look' && forms.has('imperative');
    const tells = (piece.isAnswer && !isLook) || isTold;
    return piece.isInForm && tells ? forceOf('statement') : forceOf('order');
  }
  if (piece.leads('other-draft') || isToBeMade(piece)) return forceOf('order');
  return opensDeal(piece) ? forceOf('order') : null;
}

/** An infinitive with nothing of a deal or a form to be done to. */
const isBareInfinitive = (piece: ClausePiece, at: number): boolean =>
  piece.core[at]?.forms.has('imperative') === false &&
  piece.core[at]?.forms.has('infinitive') === true &&
  piece.core[at]?.hasClitic === false &&
  !piece.has('deal', 'field', 'order') &&
  !piece.facts.some(({ kind }) => kind === 'known-name' || kind === 'outcome');

/** "Da questa mail va aperto un deal", "ho due deal da inserire", "ci sono due deal da inserire". */
function isToBeMade(piece: ClausePiece): boolean {
  const deal = piece.indexOf('deal');
  if (piece.around.asks || deal < 0 || piece.has('report')) return false;
  // Not "Marco ha due deal da inserire", and not "i deal da inserire".
  const isListed = isHaving(piece.core[0]?.word ?? '');
  return piece.core.some(({ word }, at) => {
    const next = piece.core[at + 1];
    if (next?.verb === undefined || next.verb === null) return false;
    const isDue = isOwed(word) && piece.has('new') && next.verb === 'do' && next.forms.has('past');
    return isDue || (isListed && at === deal + 1 && isToDo(word) && next.forms.has('infinitive'));
  });
}
const isOwed = inLists('is-owed');
const isToDo = inLists('to-do');
const isHaving = inLists('having-to-do');

const isMust = inLists('musts');
const OBJECTS: ReadonlySet<FactKind> = new Set<FactKind>(['known-name', 'organisation', 'outcome']);

/** "Voglio chiudere", "mi serve un deal", "fammi l'elenco". */
function isWished(piece: ClausePiece, wish: number): boolean {
  const [wished, next] = piece.core.slice(wish);
  // "Devo contare anche l'iva" in a form is nothing to do for anybody.
  const isForUs = piece.has('deal', 'field', 'order') || piece.facts.some(({ kind }) => OBJECTS.has(kind));
  if (piece.isInForm && isMust(wished?.word ?? '') && !isForUs) return false;
  const isOrdered = wished?.forms.has('imperative') === true && next !== undefined;
  return isOrdered || piece.verb(['infinitive'], wish) > wish || dealAt(piece) > wish;
}

/** Where a deal is spoken of: "un deal", "un co-sell". */
const dealAt = (piece: ClausePiece): number =>
  piece.core.findIndex(
    ({ meaning, fact }, at) =>
      meaning === 'deal' || (fact?.kind === 'deal-kind' && piece.core[at - 1]?.meaning === 'new'),
  );

/** "nuovo deal con …", "a new private deal for …": named, it is asked for; in a form only with whose it is. */
function opensDeal(piece: ClausePiece): boolean {
  const deal = dealAt(piece);
  const isNamed = piece.facts.some(({ kind }) => kind === 'organisation' || kind === 'known-name');
  return piece.leads('new') && deal > 0 && deal <= 3 && (!piece.isInForm || isNamed);
}
