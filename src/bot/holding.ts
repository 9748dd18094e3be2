import { findReason } from '../../dialogs/index.ts';
import type { DialogName } from '../cards/dialog-name.ts';
import { without } from '../language/denied.ts';
import { flatten, toPhrase } from '../language/flat.ts';
import { holdsPhrase, inLists, patternOf } from '../language/said.ts';
import { foldedWords } from '../reading/folded.ts';
import { NAMING } from '../reading/focus.ts';
import { areEndsUnreal, toldEnds } from '../reading/told-ends.ts';
import { ordersToClose } from './deal-told.ts';
import { does, doesOnly, tells } from '../reading/contents.ts';
import type { Act, Clause, Reading } from '../reading/reading.ts';

/** Why an act that a message speaks of isn't begun. */
export type Held = 'question' | 'plan' | 'negation' | 'report' | 'statement';

/** Dialogs that do something; the others look something up, and a look-up is an answer to any kind of clause. */
const DOING: ReadonlySet<DialogName> = new Set<DialogName>(['create-deal', 'close-deal', 'set-notices']);

const WHY: readonly (readonly [Act, Held])[] = [
  ['negation', 'negation'],
  ['question', 'question'],
  ['what-if', 'question'],
  ['plan', 'plan'],
  ['not-now', 'plan'],
  ['report', 'report'],
];

/**
 * Why a dialog is not begun by a message that the matching engine takes for it, null where it is. A question, a
 * supposition, a plan, somebody else's report or a "don't" neither begins nor does an act. What "we" lost opens the
 * closing up to its summary; so does a bare "Wingtip perso".
 */
export function heldBack(reading: Reading, dialog: DialogName): Held | null {
  const { clauses } = reading;
  // "Guarda che Contoso non l'abbiamo ancora vinto" tells no end, whatever it orders.
  const isDenied =
    tells(reading, 'outcome') &&
    toldEnds(reading).length === 0 &&
    !ordersToClose({ clauses: clauses.filter((clause) => !tells(clause, 'outcome')) });
  if (dialog === 'close-deal' && isDenied) return 'negation';
  if (dialog === 'close-deal' && isAwaited().test(flatten(reading.text).text)) return 'plan';
  if (!DOING.has(dialog) || isOrdered(clauses)) return null;
  if (dialog === 'close-deal' && clauses.some(asksWhere)) return 'question';
  // What holds for the future is no plan of one's own, and "don't" is an order here.
  if (dialog === 'set-notices') return does(reading, 'question') ? 'question' : null;
  if (dialog === 'create-deal' && tellsMade(toPhrase(reading.text))) return 'report';
  const counting = clauses.filter((clause, at) => !isBeside(clause, clauses.slice(0, at), dialog));
  const held = WHY.find(([act]) =>
    (act === 'question' ? telling(counting) : counting).some(
      (clause) => clause.act === act && clause.isOwn !== true,
    ),
  )?.[1];
  if (held !== undefined || does({ clauses: counting }, 'plan')) return held ?? 'plan';
  if (dialog === 'create-deal') return null;
  const isOf = namesSomebody(reading) || clauses.some(({ isOwn }) => isOwn === true);
  return tells(reading, 'outcome') && isOf ? null : 'statement';
}

/** "Chiuderei Tailspin come perso, ma aspetto venerdì". */
const isAwaited = patternOf()`(?<![a-z])${'contrasting'} (?:[a-z']+ ){0,3}${'closing-awaited'}(?![a-z])`;

/** "Ho perso il contratto di Wingtip, dove lo trovo?": what is looked for is a paper, and no deal. */
function asksWhere({ act, text }: Clause): boolean {
  const words = foldedWords(text);
  return act === 'question' && (isWhere(words[0] ?? '') || words.some(isCopy));
}
const isWhere = inLists('asking-where');
const isCopy = inLists('asking-copies');

/** "Ieri ho creato un deal con Rossi", "avrei voluto aprire un deal": nobody's wish for another one. */
const tellsMade = holdsPhrase('deal-made');

/** "Wingtip perso, gli hanno tagliato il budget", "Litware vinto! hanno firmato": what others did behind an end that is told. */
function saysWhy(clause: Clause, before: readonly Clause[]): boolean {
  if (clause.act !== 'report' || clause.isHearsay === true) return false;
  const told = before.filter(({ act }) => act === 'statement').flatMap((each) => toldEnds(each));
  const isSame = toldEnds(clause).some(({ value }) => told.some((end) => end.value === value));
  return isSame || (told.some(({ value }) => value === 'Lost') && findReason(clause.text) !== null);
}

/** What stands behind a deal whose end or values are told, and speaks of something else than what to do with it. */
const isBeside = (clause: Clause, before: readonly Clause[], dialog: DialogName): boolean =>
  dialog === 'create-deal' ? isAside(clause, before) : saysWhy(clause, before);

/** "Nuovo co-sell Alfa Srl 40k, stasera sento il cliente": what somebody will do meanwhile, and nothing with the deal. */
function isAside({ act, text, facts }: Clause, before: readonly Clause[]): boolean {
  if (act !== 'plan' && act !== 'not-now') return false;
  const isDescribed = before.some(
    (clause) =>
      clause.act === 'statement' &&
      tells(clause, 'organisation') &&
      tells(clause, 'money', 'recurring', 'deal-kind'),
  );
  return isDescribed && facts.every(({ kind }) => kind === 'day') && !ofDeal().test(flatten(text).text);
}
const ofDeal = patternOf()`(?<![a-z])(?:${'deal-nouns'}|${'deals-nouns'})(?![a-z])`;

/** Whether a message names a customer, also one that no deal is with: that is said of it then. */
const namesSomebody = (reading: Reading): boolean => tells(reading, 'known-name', 'organisation');

/** Whether a message tells the end of a deal that it names, and neither asks nor orders anything. */
export const tellsEnd = (reading: Reading): boolean =>
  namesSomebody(reading) &&
  toldEnds(reading).length > 0 &&
  !does(reading, 'order', 'question', 'what-if') &&
  heldBack(reading, 'close-deal') === null;

/** The same of a deal that is told by what it is worth too, by whoever tells it: "il deal da 52k è perso, budget tagliato". */
export const reportsEnd = (reading: Reading): boolean =>
  (tells(reading, 'known-name') || tellsByWorth(reading)) &&
  toldEnds(reading).length > 0 &&
  !does(reading, 'order', 'question', 'what-if', 'plan', 'not-now', 'negation');

/** "Il deal da 52k", "quello da 45k", "the 52k deal". */
export const tellsByWorth = (reading: Reading): boolean =>
  tells(reading, 'money') && ofOneDeal().test(flatten(reading.text).text);
const ofOneDeal = patternOf()`(?<![a-z])(?:${'deal-nouns'}|${'that-one'})(?![a-z])`;

/** "Wingtip l'ho chiuso", "Contoso chiuso!": that the person's own deal is closed, and not how. */
export function tellsClosed(reading: Reading): boolean {
  if (!tells(reading, 'known-name') || does(reading, 'order', 'question', 'what-if', 'plan', 'not-now'))
    return false;
  const words = foldedWords(without(reading.text, reading.facts));
  const isBare = reading.unclaimed.length === 0 && words.length <= MOST_TELLING && !words.some(isOfOthers);
  return isBare && words.some(isClosed);
}
/** "Abbiamo chiuso Contoso stamattina": more words tell more. */
const MOST_TELLING = 5;
const isClosed = inLists('told-closed');
/** "Contoso è chiuso", "Marco ha chiuso Contoso" and "Contoso non l'ho chiuso" tell something else. */
const isOfOthers = inLists('others-have', 'denying');

/** "Fabrikam ci ha mandato l'ordine": what the customer of one deal did, and not what Microsoft answered. */
export const tellsNews = (reading: Reading): boolean =>
  does(reading, 'report') &&
  doesOnly(reading, ['report', 'courtesy', 'filler', 'statement']) &&
  reading.facts.filter(({ kind }) => kind === 'known-name').length === 1 &&
  !ofMicrosoft().test(flatten(reading.text).text);
const ofMicrosoft = patternOf()`(?<![a-z])(?:microsoft|ms|${'notice-accepted'}|${'notice-declined'}|${'notice-answered'})(?![a-z])`;

/** "È andato perso", "it's lost": an end, and not a word of what deal's. */
export const tellsBareEnd = (reading: Reading): boolean =>
  doesOnly(reading, ['report', 'courtesy', 'filler']) &&
  reading.facts.length > 0 &&
  reading.facts.length === toldEnds(reading).length &&
  reading.unclaimed.length === 0;

/**
 * Whether a message only doubts that a deal that it names has ended so, or wishes it had: "magari avessimo vinto Contoso",
 * "I don't think we'll win Contoso".
 */
export const wishesEnd = (reading: Reading): boolean =>
  areEndsUnreal(reading) &&
  tells(reading, 'known-name') &&
  !does(reading, 'order') &&
  !reading.text.trimEnd().endsWith('?');

/** The clauses that name a deal or how it ended, all of them where none does: "Marco l'ha chiuso, è vero?" tells first. */
function telling(clauses: readonly Clause[]): readonly Clause[] {
  const named = clauses.filter(({ facts }) =>
    facts.some(({ kind }) => kind === 'outcome' || NAMING.has(kind)),
  );
  return named.length === 0 ? clauses : named;
}

/** Whether something is ordered; "whatever you do, don't close Contoso" denies it. */
function isOrdered(clauses: readonly Clause[]): boolean {
  const told = { clauses: telling(clauses) };
  const outcomes = clauses.filter((clause) => tells(clause, 'outcome'));
  // "Chiudi Fabrikam come vinto, anzi no, lascialo aperto" orders something else than to close it.
  if (outcomes.length > 0 && outcomes.every(({ act }) => act === 'negation')) return false;
  const orders = { clauses: clauses.filter(({ isLook }) => isLook !== true) };
  return does(told, 'order') || (does(orders, 'order') && !does(told, 'negation', 'plan'));
}

const isQuestionWord = inLists('question-words');

/**
 * Whether a message says what is to be done with a deal once something has or hasn't happened by a day: "if they haven't
 * answered by Friday, close Contoso as lost". Nothing is done later, so it isn't taken now either.
 */
export function isForLater(reading: Reading): boolean {
  if (!doesOnly(reading, ['what-if']) || reading.text.trimEnd().endsWith('?')) return false;
  const words = foldedWords(reading.text);
  // "Cosa cambia se chiudo Wingtip oggi", "se chiudo Contoso posso riaprirlo" ask.
  if (isQuestionWord(words[0] ?? '') || words.some(isMay)) return false;
  // "Chiudi Contoso se non firmano", "se Contoso non firma chiudilo".
  const isClosed = words.some(isClosing);
  const isEnd = tells(reading, 'day') && tells(reading, 'outcome');
  return (isEnd || isClosed) && tells(reading, 'known-name');
}
const isMay = inLists('may');
const isClosing = inLists('closing-orders');
