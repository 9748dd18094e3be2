import { holdsPhrase, inLists } from '../language/said.ts';
import { forceOf, type Force, type ClausePiece } from './piece.ts';
import { isAuxiliary, type Item } from './words/items.ts';

/** "non chiudere niente finché non te lo dico": what begins with a no to a verb is nothing else. */
export function readForbidding(piece: ClausePiece): Force | null {
  return piece.leads('negate') && !piece.around.asks ? readNegation(piece) : null;
}

/** "se …" first, or after an order: "chiudilo se hanno firmato". After a verb of looking it only says what to look for. */
export function readSupposition(piece: ClausePiece): Force | null {
  const at = piece.indexOf('suppose');
  const [first, next] = piece.core;
  // "Mettiamo chiudo Contoso", and not "mettiamo 50k".
  if (at < 0 && isSupposing(first?.word ?? '') && next !== undefined && isOfSomebody(next, piece))
    return forceOf('what-if');
  // "Teniamolo in sospeso finché non torna" puts off.
  if (
    at < 0 ||
    (at > 0 && piece.leads('negate')) ||
    (at > 0 && !piece.around.asks && piece.leads('put-off', 'wait'))
  )
    return null;
  const before = piece.core.slice(0, at);
  const isIndirect = before.some(
    ({ meaning, verb }) => verb === 'look' || meaning === 'tell' || meaning === 'ask',
  );
  // "Mi servirebbe sapere se …" asks.
  if (isKnowing(before.at(-1)?.word ?? '')) return forceOf('question');
  const asks =
    before.length > 0 && before.every(({ meaning, kind }) => meaning !== 'tell' && kind !== 'fact');
  const isOfDeed = piece.core.some(
    (item, place) => place > at && (isFirstPerson(item) || item.meaning === 'own'),
  );
  if (!isIndirect) return forceOf('what-if', isOfDeed ? true : null);
  // "Come si vede se …", "dove controllo se …" ask how to look.
  if (before.at(-1)?.verb === 'look') return null;
  // "Sai mica se …?"
  const last = before.findLast(({ meaning }) => meaning !== 'negate');
  return piece.leads('ask') && asks && !last?.meaning?.startsWith('ask') ? forceOf('what-if') : null;
}

const isSupposing = inLists('supposing');
const isKnowing = inLists('knowing');
/** "Mettiamo chiudo Contoso", "say I closed it". */
const isOfSomebody = (item: Item, { around }: ClausePiece): boolean =>
  isFirstPerson(item) || (around.pronouns.has(item.word) && item.fact === null);

/** What is put off: "te lo dico dopo", "lo confermo stasera". */
export function readPuttingOff(piece: ClausePiece): Force | null {
  const at = piece.indexOf('put-off');
  // "lo confermo stasera" is a yes for another time.
  const isAgreed = piece.has('agree', 'cancel') && !(piece.has('plan') && piece.around.asked === null);
  if (isAgreed && piece.has('later', 'earlier') && !piece.around.asks) return forceOf('not-now');
  // "Aspe' che prendo il foglio"
  const [waits, that, busy] = piece.core;
  if (waits?.meaning === 'wait' && isWaitThat(that?.word ?? '') && busy !== undefined && !piece.around.asks)
    return forceOf('not-now');
  // "Aspettiamo il parere del legale"
  const isAwaited = waits?.meaning === 'wait' && that?.isLight === true && piece.facts.length === 0;
  if (isAwaited && !piece.around.asks && piece.opening(['imperative']) < 0) return forceOf('not-now');
  // "Il contatto più avanti" at its question.
  const isNamedAlone =
    piece.isInForm &&
    piece.has('field') &&
    piece.has('later') &&
    piece.core.every(
      (item) => item.meaning === 'field' || item.meaning === 'later' || (item.isLight && item.fact === null),
    );
  if (isNamedAlone && !piece.around.asks) return forceOf('not-now');
  // "Mettilo un attimo da parte" says where, and not when.
  if (isKept(piece)) return forceOf('not-now');
  // "Fermati un attimo, Fabrikam a che punto è" asks.
  const asks = piece.around.asks || piece.leads('ask', 'ask-first', 'may');
  if (at < 0 || asks || piece.indexOf('ask', 'ask-first') > at) return null;
  // "Crea un deal con Acme da 40k dopo il 15 marzo" tells when it is to close.
  const next = piece.core.slice(at + 1).find((item) => item.fact !== null || !item.isLight);
  const isDetail = next?.fact?.kind === 'day' && piece.facts.some(({ kind }) => kind === 'money');
  if (isDetail && piece.opening(['imperative']) >= 0) return null;
  // "We'll register it once the budget is there": where nothing is asked, it is a plan.
  const planned = piece.indexOf('plan');
  const isPlanned = planned >= 0 && planned < at && piece.verb(['infinitive'], planned) > planned;
  if (isPlanned && piece.around.asked === null) return forceOf('plan', true);
  // "più tardi chiudo Contoso" says what is put off.
  if (at === 0 && (piece.has('plan') || piece.core.some(isFirstPerson))) return forceOf('plan', true);
  if (piece.opening(['imperative']) >= 0 && at > 0) return forceOf('plan', false);
  // "I'll ask Elena for the role": where nothing is asked, nothing is put off.
  const isNamed = piece.facts.some(({ kind }) => kind === 'person' || kind === 'known-name');
  const putting = piece.core[at];
  const isOwn = putting !== undefined && (putting.size > 1 || isFirstPerson(putting));
  return piece.around.asked === null && isNamed && isOwn ? forceOf('plan', true) : forceOf('not-now');
}

const isWaitThat = inLists('wait-that');

function isKept(piece: ClausePiece): boolean {
  const isOrdered = piece.opening(['imperative']) >= 0 || piece.opening(['we']) >= 0;
  if (!isOrdered || piece.facts.length > 0) return false;
  const words = piece.items.map(({ word }) => word).join(' ');
  return holdsKeeping(words) && (piece.has('later', 'wait', 'put-off') || holdsNow(words));
}
const holdsKeeping = holdsPhrase('keep-for-later');
const holdsNow = holdsPhrase('for-now');

/** "chiudo"; English "close" is an infinitive as well. */
const isFirstPerson = ({ forms }: Item): boolean => forms.has('i') && !forms.has('infinitive');

/** A "non" before a verb that is no past: "non chiudere", "don't close", "non voglio che apri". */
export function readNegation(piece: ClausePiece): Force | null {
  const [no, deed] = piece.core;
  if (piece.leads('refuse-alone', 'refuse') && deed?.forms.has('infinitive')) return forceOf('negation');
  // "Nessuno chiuda Contoso"
  if (isNobody(no?.word ?? '') && deed?.forms.has('imperative')) return forceOf('negation');
  // "Ma non invitare Microsoft" tells a kind, and forbids.
  if (no?.fact?.kind === 'deal-kind' && isForbidding(no.word)) return forceOf('negation');
  const at = piece.indexOf('negate');
  if (at < 0) return null;
  if (lacksField(piece, at)) return forceOf('not-now');
  const next = piece.core.slice(at + 1, at + 5);
  // "Microsoft has not come back", "Fabrikam hasn't been answered" tell.
  const isAsking = at > 1 && piece.core[at - 1]?.meaning === 'ask-first' && next.some(isPastOnly);
  if (isAuxiliary(piece.core[at - 1]) || isAsking) return null;
  // "Ha comunicato che non rinnova" tells what somebody said; "preferirei che non la mandassi" forbids.
  const that = piece.core[at - 1];
  if (that !== undefined && isThat(that.word)) {
    const before = piece.core.slice(0, at - 1);
    if (before.some(isAuxiliary) && before.some(isPastOnly)) return null;
    if (before.at(-1)?.meaning === 'wish') return forceOf('negation');
  }
  if (next.length === 0 && at === 0) return forceOf('refusal');
  if (next[0]?.meaning === 'wish') return forceOf('negation');
  // "Non vogliono il cloud" tells what others want.
  if (next[0]?.meaning === 'report') return null;
  // "Not to be shared with anybody"
  if (at === 0 && next.some(({ meaning }) => meaning === 'be') && next.some(isPastOnly))
    return forceOf('negation');
  const aux = next.findIndex(({ meaning }) => meaning === 'have-own' || meaning === 'have-others');
  // "non Litware" takes back what is on the screen.
  if (
    at === 0 &&
    piece.around.asked !== null &&
    !piece.around.asks &&
    next.length <= 3 &&
    next.every(isPlain)
  )
    return forceOf('correction');
  const verb = next.findIndex(
    (item) =>
      item.forms.has('infinitive') || item.forms.has('gerund') || (item.verb !== null && !isPastOnly(item)),
  );
  if (verb >= 0 && (aux < 0 || verb < aux)) return forceOf('negation');
  const size = piece.core[at]?.size ?? 0;
  if (size > 1 && (at === 0 || size > 2 || next.some(({ forms }) => forms.size > 0)))
    return forceOf('negation');
  // "Non ci credo" takes nothing back.
  // "Chiudilo perso che non rispondono", "segna Tailspin non Wingtip come perso" order an end.
  if (piece.opening(['imperative']) >= 0 && piece.facts.some(({ kind }) => kind === 'outcome')) return null;
  const names = next.length <= 3 && !piece.around.pronouns.has(next[0]?.word ?? '');
  return at > 0 && verb < 0 && aux < 0 && names && isPlaced(piece, at) ? forceOf('correction') : null;
}

/** "Non ho l'indirizzo sottomano", "non ho ancora il contatto" where a form asks for something. */
function lacksField({ core, isInForm, facts, around }: ClausePiece, at: number): boolean {
  const [have, ...behind] = core.slice(at + 1);
  const isFirst = core.slice(0, at).every(({ isLight, fact }) => isLight && fact === null);
  const isLacking = have?.meaning === 'have-own' && behind.some(({ meaning }) => meaning === 'field');
  return isInForm && isFirst && isLacking && facts.length === 0 && !around.asks;
}

const isThat = inLists('saying-that');
const isNobody = inLists('nobody');
const isForbidding = inLists('forbidding');

/** A name or a word that governs nothing. */
const isPlain = ({ meaning, forms }: Item): boolean => meaning === null && forms.size === 0;

/** Whether something is named or said to be before this place: "il cognome è Ferrari non Ferraro". */
const isPlaced = (piece: ClausePiece, at: number): boolean =>
  piece.core
    .slice(0, at)
    .some(({ fact, meaning }) => fact !== null || meaning === 'be' || meaning === 'have-others');

const isPastOnly = ({ forms }: Item): boolean =>
  forms.has('past') && !forms.has('infinitive') && !forms.has('imperative');
