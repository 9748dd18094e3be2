import { holdsPhrase, inLists } from '../language/said.ts';
import type { VerbForm } from '../knowledge/words.ts';
import { forceOf, hasForm, isBeforehand, type Force, type ClausePiece } from './piece.ts';
import { readOrder } from './ordering.ts';
import { isPast, tellsPast, tellsSimplePast } from './telling.ts';

/** What will be done; of others, where a form asks for words, it is the answer. */
export function readPlan(piece: ClausePiece): Force | null {
  if (ordersForLater(piece)) return forceOf('plan', true);
  if (piece.isAnswer && piece.isInForm) return null;
  const force = planOf(piece);
  return force?.isOwn === false && piece.mayAnswer ? forceOf('statement') : force;
}

/** "Finita la demo creo il deal" */
function isOnceDone({ core, around }: ClausePiece): boolean {
  const [done, ...behind] = core;
  const isDone = done !== undefined && done.fact === null && isPast(done) && !done.forms.has('imperative');
  return isDone && !around.asks && behind.some(({ forms }) => forms.has('i') && !forms.has('infinitive'));
}

/** "Prima vorrei parlarne con il cliente", "I need to ask Mario first": something that nobody here does comes before. */
function wantsFirst(piece: ClausePiece): boolean {
  const wish = piece.indexOf('wish');
  const isFirst =
    wish >= 0 && [piece.core[wish - 1], piece.core.at(-1)].some((item) => isBeforehand(item?.word ?? ''));
  const isOurs = piece.core.some(
    ({ verb, meaning }, at) => at > wish && (verb !== null || meaning === 'deal'),
  );
  return isFirst && !isOurs && !piece.around.asks && !piece.facts.some(({ kind }) => kind === 'known-name');
}

/** "I'm meeting Harriet on Thursday": what somebody is about to do, on a day that is said. */
function isOnTheWay(piece: ClausePiece): boolean {
  const doing = piece.form('gerund');
  const isOwn = piece.core.slice(0, Math.max(0, doing)).some(({ word }) => isWe(word));
  const isDated =
    piece.has('later') || piece.facts.some((fact) => fact.kind === 'day' && fact.value > piece.around.today);
  return isOwn && doing <= 2 && isDated && !piece.isInForm;
}
const isWe = inLists('we-who-do');

const TO_COME: readonly VerbForm[] = ['i', 'we', 'imperative', 'infinitive', 'third'];

function planOf(piece: ClausePiece): Force | null {
  const own = piece.form('future-own') >= 0 || piece.has('own');
  if (piece.form('future-own') >= 0) return forceOf('plan', true);
  if (piece.form('future') >= 0) return forceOf('plan', false);
  if (isStillOpen(piece)) return forceOf('plan', false);
  if (isAlmostDone(piece)) return forceOf('plan', own || piece.has('have-own'));
  // "I'll" and "penso di" say whose plan it is, "will" alone doesn't.
  // "Il cliente ha rimandato il progetto" tells.
  // "Show me everything that's about to expire" looks now.
  const looks = piece.core[0]?.verb === 'look' && piece.opening(['imperative']) === 0;
  const plan = piece.leads('report') || looks ? undefined : piece.core[piece.indexOf('plan')];
  if (plan !== undefined) return forceOf('plan', own || plan.size > 1);
  if (isOnceDone(piece)) return forceOf('plan', true);
  if (wantsFirst(piece)) return forceOf('plan', true);
  if (isOnTheWay(piece)) return forceOf('plan', true);
  const verb = piece.core.findIndex(
    (item) => (item.verb !== null && hasForm(item, TO_COME)) || item.forms.has('gerund'),
  );
  // "Martedì scorso ho visto Carlo", "they sent it back on Friday" tell what was.
  const isOver =
    piece.facts.some((fact) => fact.kind === 'day' && fact.value < piece.around.today) ||
    tellsSimplePast(piece);
  const later = isOver ? -1 : piece.indexOf('later');
  if (later >= 0 && verb >= 0 && isWhen(piece, later, verb))
    return forceOf(
      'plan',
      piece.opening(['i', 'we', 'imperative', 'infinitive']) >= 0 || piece.has('own', 'wish'),
    );
  // "Stanotte è scaduto Fabrikam" tells what happened.
  // "Lo registro appena ho l'ordine"
  if (later >= 0 && piece.opening(['i']) >= 0 && !piece.core[piece.opening(['i'])]?.forms.has('infinitive'))
    return forceOf('plan', true);
  if (later >= 0 && piece.leads('later') && piece.core.length > 1 && !piece.isInForm && !tellsPast(piece))
    return forceOf('plan', true);
  const first = piece.has('have-own', 'have-others') ? -1 : piece.opening(['i']);
  if (first >= 0 && describesDeal(piece)) return forceOf('order');
  return first >= 0 && !piece.core[first]?.forms.has('infinitive') ? forceOf('plan', true) : null;
}

/** "Chiudi Wingtip come vinta appena firmano", "… domani": an end is told once it is there, and nothing is done later. */
function ordersForLater(piece: ClausePiece): boolean {
  // "Create a deal closing 14 April" closes none.
  const first = piece.core.find(({ verb }) => verb !== null);
  const closed = first !== undefined && first.verb !== 'put' && isClosing(first.word);
  const end = piece.facts.find(({ kind }) => kind === 'outcome' || (closed && kind === 'known-name'));
  if (end === undefined || readOrder(piece)?.act !== 'order') return false;
  // "Dovrei chiudere Wingtip" orders nothing yet.
  if (closed && piece.items.some(({ word }) => isShould(word))) return true;
  const isDated = piece.facts.some(
    (fact) => fact.kind === 'day' && fact.role === null && fact.value > piece.around.today,
  );
  const behind = piece.items.filter(({ start }) => start >= end.end);
  const isLater = behind.some(({ meaning }) => meaning === 'later' || meaning === 'put-off');
  return isDated || isLater || holdsCondition(behind.map(({ word }) => word).join(' '));
}
const isClosing = inLists('again-close');
const isShould = inLists('should');
const holdsCondition = holdsPhrase('once-then');

/** "Apro un deal nuovo per Eataly 40k": who says it with its customer and value, and no day, does it now. */
function describesDeal(piece: ClausePiece): boolean {
  const kinds = new Set(piece.facts.map(({ kind }) => kind));
  // With a customer of ours it may be a deal that there is: "chiudo il deal con Contoso da 120k".
  const isOfSomebody = kinds.has('organisation') || (kinds.has('known-name') && piece.has('new'));
  const isNew = piece.has('deal') && !kinds.has('outcome');
  return isNew && isOfSomebody && kinds.has('money') && !kinds.has('day') && !piece.has('later', 'put-off');
}

const isToCome = inLists('ends-to-come');

/** "Mi sa che lo perdiamo", "we're losing it": what is told as it goes on has not ended, whatever isn't ordered. */
function isStillOpen(piece: ClausePiece): boolean {
  const isOrdered =
    piece.opening(['imperative', 'infinitive', 'would-you']) >= 0 || piece.has('negate', 'wish');
  return !isOrdered && piece.core.some(({ fact, word }) => fact?.kind === 'outcome' && isToCome(word));
}

/** "L'abbiamo quasi vinto": what is almost done is still to come. */
function isAlmostDone(piece: ClausePiece): boolean {
  const at = piece.indexOf('almost');
  // "Quasi certamente vinto" has a word between.
  const next = at < 0 ? [] : piece.core.slice(at + 1, at + 3);
  return next.some(
    ({ fact, forms }, index) => fact?.kind === 'outcome' || (index === 0 && forms.has('past')),
  );
}

/** Whether "domani" says when to do it, not a value: it stands before the verb, or bare at the end. */
function isWhen(piece: ClausePiece, later: number, verb: number): boolean {
  if (later < verb) return true;
  const before = piece.core[later - 1];
  if (later < piece.core.length - 1 || before === undefined) return false;
  // "Vorrei registrarlo il mese prossimo"
  const isNext = piece.core.slice(verb + 1, later).every(({ isLight }) => isLight);
  // "Il deal lo apre Marco domani"; "sposta la chiusura di due settimane più avanti" orders.
  const mayName = piece.core[verb]?.forms.has('imperative') === false;
  const isName = mayName && before.meaning === null && before.forms.size === 0 && !before.isLight;
  return before.kind === 'fact' || before.meaning === 'deal' || isName || isNext;
}
