import type { Meaning } from '../knowledge/words.ts';
import { inLists } from '../language/said.ts';
import { forceOf, hasForm, type Force, type ClausePiece } from './piece.ts';
import type { Item } from './words/items.ts';

/** A doubt whether to do it asks; with the value that was asked it is a value. */
export function readDoubt(piece: ClausePiece): Force | null {
  if (!piece.has('doubt')) return null;
  return piece.isAnswer && !piece.around.asks ? forceOf('statement') : forceOf('question');
}

/** Questions, and the orders that have their shape. */
export function readQuestion(piece: ClausePiece): Force | null {
  const { asks } = piece.around;
  if (!piece.has('negate') && isRequest(piece)) return forceOf('order');
  if (piece.has('tell'))
    return piece.has('ask', 'ask-first', 'suppose') || asks ? forceOf('question') : forceOf('order');
  if (asks || asksEither(piece)) return forceOf('question');
  if (piece.leads('may') || piece.leads('request')) return forceOf('question');
  if (piece.leads('when')) return readWhen(piece);
  if (piece.leads('ask', 'ask-first'))
    return isComparison(piece) || isDenial(piece) ? null : forceOf('question');
  const at = piece.core.findIndex(({ meaning, word }) => meaning === 'ask' || asksBehind(word));
  const isNamed = (item: Item): boolean =>
    isPlainNoun(item) || (item.meaning === null && piece.around.pronouns.has(item.word));
  if (at > 0 && piece.core.slice(0, at).every(isNamed)) return forceOf('question');
  return piece.has('may') && piece.verb(['infinitive']) >= 0 ? forceOf('question') : null;
}

/** "Hanno guardato Wingtip o niente", "Marco l'ha chiuso o è ancora aperto": one or the other, whatever sign is left out. */
function asksEither({ core, isInForm, isAnswer }: ClausePiece): boolean {
  const at = core.findLastIndex(({ word, fact }) => fact === null && isOr(word));
  const [next, ...behind] = core.slice(at + 1);
  const tells = ({ forms, fact, meaning }: Item): boolean =>
    fact === null &&
    (meaning === 'have-others' || meaning === 'have-own' || forms.has('third') || meaning === 'may');
  if (at <= 0 || next === undefined || !core.slice(0, at).some(tells) || (isInForm && isAnswer)) return false;
  return isNothing(next.word) ? behind.length === 0 : tells(next);
}
const isOr = inLists('or-words');
const isNothing = inLists('or-nothing');

/** "Wasn't Fabrikam but Proseware", "doesn't read well"; not "isn't it final". */
const isDenial = ({ core, around }: ClausePiece): boolean =>
  core[0]?.meaning === 'ask-first' &&
  core[1]?.meaning === 'negate' &&
  core[2] !== undefined &&
  !around.pronouns.has(core[2].word);

/** "quando firmano creo il deal" is a plan, "quando scade?" a question. */
function readWhen(piece: ClausePiece): Force {
  const isPlanned = piece.has('plan') || piece.form('future-own') >= 0;
  const verb = piece.core.findIndex(
    (item, at) => at > 1 && item.verb !== null && hasForm(item, ['i', 'imperative']),
  );
  return isPlanned || verb > 0 ? forceOf('plan', true) : forceOf('question');
}

/** Names, nouns and what stands before them: "il deal con Contoso" in "il deal con Contoso quanto vale". */
const isPlainNoun = ({ meaning, forms, fact }: Item): boolean =>
  fact !== null || ((meaning === null || NOUNS.has(meaning)) && forms.size === 0);
const NOUNS: ReadonlySet<Meaning> = new Set(['new', 'deal', 'field']);
/** "Il venditore Microsoft chi è"; "che" and "who" may only join. */
const asksBehind = inLists('asks-behind');

/** "come vinto", "come concordato", "come contatto Marco Verdi" compares; it doesn't ask. */
function isComparison(piece: ClausePiece): boolean {
  const { core } = piece;
  const [ask, next] = core;
  if (ask?.meaning !== 'ask-first' || piece.around.asks) return false;
  // "… come aiuto una demo" tells what a field is to be.
  const isField = piece.around.isBehindComma && next?.meaning === 'field';
  if (isField && piece.core.length > 2 && piece.core.slice(2).every(isPlainNoun)) return true;
  const isLike = piece.isInForm && (next?.fact?.kind === 'known-name' || next?.fact?.kind === 'organisation');
  // "Come referente non usare Silvia", "come Fabrikam, 80k"
  if (next?.meaning === 'field' && core[2]?.meaning === 'negate') return true;
  const compares = next === undefined || next.fact?.kind === 'outcome' || next.forms.has('past') || isLike;
  return compares && piece.core.length < 3;
}

/** "puoi controllare …", "mi crei …?", "apriresti …": orders in the shape of a question. */
function isRequest(piece: ClausePiece): boolean {
  const request = piece.indexOf('request');
  // "What can you do?"
  if (request > 0 && piece.leads('ask', 'ask-first') && !piece.has('tell')) return false;
  if (request >= 0) {
    // "Mind checking Litware for me?"
    const doing = piece.core[request + 1]?.forms.has('gerund') === true ? request + 1 : -1;
    const verb = Math.max(piece.verb(['infinitive'], request), doing);
    const deal = piece.indexOf('deal');
    return (verb > request && !piece.has('tell')) || (deal > request && verb < 0);
  }
  if (piece.opening(['would-you']) >= 0) return true;
  const at = piece.opening(['imperative', 'you']);
  const item = piece.core[at];
  if (item === undefined || !piece.around.asks || piece.has('later')) return false;
  // English "close Contoso?" asks whether to; its infinitive has the same form.
  return !item.forms.has('infinitive');
}
