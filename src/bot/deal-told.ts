import { without } from '../language/denied.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { isUnanswered, type Match } from '../matching/match.ts';
import { asks, does, doesOnly, tells } from '../reading/contents.ts';
import { flatten } from '../language/flat.ts';
import { inLists, patternOf } from '../language/said.ts';
import { foldedWords } from '../reading/folded.ts';
import type { Reading } from '../reading/reading.ts';

const isSum = (reading: Reading): boolean => tells(reading, 'money', 'recurring');

/**
 * Whether a message tells of a deal that is to be made, whatever the matching engine takes it for: one that it describes
 * (who it is with and what it is worth, when or with whom), one that it orders and that can't exist yet (of a kind, or
 * with a company that no deal is with), and, where nothing is known that fits, one that it describes without saying who
 * it is with. One that orders nothing must say two of these, or any mail that names a company would be taken for a deal.
 */
export function tellsOfNewDeal(reading: Reading, match: Match): boolean {
  if (isRecord(reading)) return true;
  if (match.id === 'create-deal') return false;
  const isUnsure = match.outcome === 'clarify' || isUnanswered(match);
  return (
    describesDeal(reading, !isUnsure) ||
    ordersDeal(reading, match.outcome === 'answer') ||
    (isUnsure && hintsAtDeal(reading))
  );
}

/**
 * "Ferro Battuto srl 22k wms 15/7/28": a company that no deal is with and a sum, and hardly a word that is no value: nobody
 * types that to tell a story. Several lines are pasted, and what is wanted of them is still to come.
 */
export function isRecord(reading: Reading): boolean {
  if (!doesOnly(reading, ['statement']) || tells(reading, 'outcome', 'known-name', 'link')) return false;
  if (!tells(reading, 'organisation') || !isSum(reading) || reading.text.trim().includes('\n')) return false;
  const words = foldedWords(without(reading.text, reading.facts));
  return words.length <= MOST_BESIDE && !words.some(isFunctionWord);
}
const MOST_BESIDE = 3;

/** @param isSure whether an answer or a dialog surely fits: then what is ordered may be that ("show me how …") */
function describesDeal(reading: Reading, isSure: boolean): boolean {
  if (asks(reading) || does(reading, 'negation') || tells(reading, 'outcome')) return false;
  if (!tells(reading, 'organisation', 'known-name') || sendsAbout(reading)) return false;
  if (does(reading, 'order'))
    return !isSure && tells(reading, 'money', 'recurring', 'day', 'deal-kind', 'person', 'email', 'address');
  return (
    isSum(reading) &&
    (beginsWithDeal(reading) || tells(reading, 'day', 'person', 'email', 'phone', 'address', 'deal-kind'))
  );
}

/** "Deal con Lavanderie Lampo Srl, 450 euro al mese": a deal, and a company that none is with. */
export const beginsWithDeal = (reading: Reading): boolean =>
  tells(reading, 'organisation') && isDealNoun(foldedWords(reading.text)[0] ?? '');

const isSendVerb = inLists('send-verbs');

/** "Manda un sollecito a Microsoft per Contoso che scade domani": a day beside a deal's customer, and nothing to be made. */
function sendsAbout({ clauses, facts }: Reading): boolean {
  const isOfDeal = facts.every(({ kind }) => kind === 'known-name' || kind === 'day');
  return (
    isOfDeal && clauses.some(({ act, text }) => act === 'order' && isSendVerb(foldedWords(text)[0] ?? ''))
  );
}

/**
 * @param isAnswered whether an answer surely fits: then a kind alone makes no deal ("give me tips for more co-sell"), but
 *   whom it is with and what it is worth do ("crea co-sell con Contoso per Analytics, 75k")
 */
function ordersDeal(reading: Reading, isAnswered: boolean): boolean {
  if (!does(reading, 'order') || does(reading, 'question') || tells(reading, 'outcome')) return false;
  const isOfKind = tells(reading, 'deal-kind');
  const isTold = tells(reading, 'organisation', 'known-name') && isSum(reading);
  return isOfKind
    ? !isAnswered || isTold || makesDeal(reading)
    : tells(reading, 'organisation')
      ? isSum(reading) || makesOneWith(reading)
      : // "Contoso vuole anche Analytics, facciamo un altro deal da 40k"
        tells(reading, 'known-name') && isSum(reading) && another().test(flatten(reading.text).text);
}
const another = patternOf()`(?<![a-z])${'another-deal'} (?:${'deal-nouns'})(?![a-z])`;

/** "Crea un deal con Lenzi Srl, hanno 250 dipendenti": whatever is told beside it. */
const makesOneWith = ({ clauses }: Reading): boolean =>
  clauses.some(({ act, text }) => {
    const [verb = '', ...others] = foldedWords(text).slice(0, MOST_WORDS + 1);
    // "Segnami un deal con Zanella" has an article that makes it a new one.
    const isPut = isPutDown(verb) && isAnyOne(others[0] ?? '');
    return act === 'order' && (isMaking(verb) || isPut) && others.some(isDealNoun);
  });

/** "Crea deal condiviso": a verb that makes, a deal, and nothing else. */
function makesDeal({ text, unclaimed }: Reading): boolean {
  const [verb = '', ...others] = foldedWords(text);
  return isMaking(verb) && others.some(isDealNoun) && others.length <= MOST_WORDS && unclaimed.length === 0;
}
const MOST_WORDS = 4;
const isMaking = inLists('again-create');
const isPutDown = inLists('note-verbs', 'set-verbs', 'add-verbs');
const isAnyOne = inLists('any-one');
const isDealNoun = inLists('deal-nouns');

/** "Brambilla vuole il wms, 50k, firma ad aprile". */
function hintsAtDeal(reading: Reading): boolean {
  const isTold = doesOnly(reading, ['statement', 'courtesy', 'report']) && reading.unclaimed.length > 0;
  const isOld = tells(reading, 'outcome', 'known-name');
  return isTold && !isOld && isSum(reading) && tells(reading, 'day', 'deal-kind');
}

/** Whether a mail of somebody else may be made a deal: it names a company and a sum, whatever it asks besides. */
export const mayBeDeal = (reading: Reading): boolean =>
  tells(reading, 'organisation', 'known-name') && isSum(reading);

/** Whether a message names a deal by its id or its page. */
export function namesDeal({ facts }: Reading): boolean {
  return facts.some(
    (fact) =>
      (fact.kind === 'link' && fact.dealId !== null) || (fact.kind === 'number-id' && fact.what === 'deal'),
  );
}

const isClosingVerb = inLists('closing-verbs');

/** "Chiudi sta benedetta Contoso, ce l'abbiamo fatta": more than a look at it. */
export const ordersToClose = ({ clauses }: Pick<Reading, 'clauses'>): boolean =>
  clauses.some(({ act, text }) => act === 'order' && foldedWords(text).some(isClosingVerb));

/** Whether a message orders something about a deal and names nothing but its customer: "guarda anche Contoso". */
export function looksAtDeal(reading: Reading): boolean {
  const { facts } = reading;
  const isOrder = does(reading, 'order') && !does(reading, 'negation');
  const isNamed = tells(reading, 'known-name');
  return isOrder && isNamed && (sendsAbout(reading) || facts.every(({ kind }) => kind === 'known-name'));
}

/** "Controlla Litware" looks at a deal, also where a form asks for a customer. */
export const isLookAtDeal = (reading: Reading): boolean =>
  looksAtDeal(reading) && reading.clauses.every(({ act, isLook }) => isLook === true || act === 'courtesy');

/** Whether hardly anything is said beside the deal that is named: "mostrami Fabrikam", "come va Fabrikam?". */
export const saysLittleMore = ({ text, facts, unclaimed }: Reading): boolean =>
  unclaimed.length === 0 && foldedWords(without(text, facts)).length <= FEW_MORE;
const FEW_MORE = 2;
