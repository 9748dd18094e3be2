import { editDistance } from '../../src/language/edit-distance.ts';
import { flatten } from '../../src/language/flat.ts';
import { isFunctionWord } from '../../src/language/function-words.ts';
import { inLists, patternOf } from '../../src/language/said.ts';
import { describedIn } from '../../src/reading/described.ts';
import { namedBeforeEnd } from '../../src/reading/focus.ts';
import { foldedWords } from '../../src/reading/folded.ts';
import type { Reading } from '../../src/reading/reading.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { isTerminal } from '../../src/referrals/rules.ts';
import { endsName } from '../../src/lookup/name-stops.ts';
import { alikeDeals, type DealSearch, searchDeals } from '../deals/search.ts';
import type { Viewer } from '../turn.ts';
import { findReason } from './reasons.ts';

/**
 * Finds the deal that a message about closing means. A rival told as the reason ("went with a competitor") is no
 * deal's name; what an order puts between its verb and the end ("segna pluto come perso") is one, though nobody has it.
 *
 * @param deals what the person may see, newest first
 */
export function searchToClose(
  text: string,
  deals: readonly Referral[],
  scope: Viewer,
  reading: Reading,
): DealSearch {
  if (isLeftOut(reading)) return { kind: 'unsaid' };
  // "Quello più vecchio" is one of those that can be closed.
  const open = deals.filter(({ state }) => !isTerminal(state));
  const among = describedIn(reading) === null || open.length === 0 ? deals : open;
  const search = searchDeals(text, among, scope, reading);
  const other = search.kind === 'one' ? calledOtherwise(search.deal, reading) : null;
  if (search.kind === 'one' && other !== null)
    return { kind: 'not-found', typed: other, near: [search.deal, ...alikeDeals(search.deal, deals)] };
  const others = search.kind === 'one' ? othersCalled(search.deal, open, reading) : [];
  if (search.kind === 'one' && others.length > 0)
    return { kind: 'several', typed: search.deal.customer.name, deals: [search.deal, ...others] };
  // "They signed with SAP instead of us": the name is the rival's.
  const isRival = findReason(text)?.id === 'other-vendor';
  const isReason =
    search.kind === 'not-found' && search.typed !== null && (isRival || isOfReason(search.typed, reading));
  if (!isReason && search.kind !== 'unsaid') return search;
  const typed = namedBeforeEnd(reading);
  return typed === null ? { kind: 'unsaid' } : { kind: 'not-found', typed };
}

/** "Alto" of "chiudilo come perso, prezzo troppo alto": a word of a part that tells a reason, and no end. */
function isOfReason(typed: string, { text, facts }: Reading): boolean {
  const at = text.indexOf(typed);
  const start = Math.max(...[',', ';', '.', ':'].map((sign) => text.lastIndexOf(sign, at))) + 1;
  const part = text.slice(start).split(/[,;.:\n]/u, 1)[0] ?? '';
  const isEnd = facts.some(
    (fact) => fact.kind === 'outcome' && fact.start >= start && fact.end <= start + part.length,
  );
  return findReason(typed) !== null || (at >= 0 && !isEnd && findReason(part) !== null);
}

const leavingOut = patternOf()`(?<![a-z])${'excluding'} (?:[a-z']{1,6} ){0,2}$`;
/** "Chiudi tutti tranne Contoso" names the one that is not meant. */
const isLeftOut = ({ text, facts }: Reading): boolean =>
  facts.some(
    ({ kind, start }) =>
      kind === 'known-name' && leavingOut().test(flatten(text.slice(Math.max(0, start - 40), start)).text),
  );

/**
 * "Northwind bank", "contoso italia": a word right beside a deal's name that is none of it may make it another company's,
 * and what can't be undone is not done on half a name. Null where nothing stands there.
 */
function calledOtherwise({ customer, name }: Referral, { text, facts, unclaimed }: Reading): string | null {
  const own = new Set(foldedWords(`${customer.name} ${name}`));
  const named = facts.find(({ kind }) => kind === 'known-name');
  for (const run of unclaimed) {
    const words = foldedWords(run);
    const isBeside = named !== undefined && text.slice(named.end).trimStart().startsWith(run);
    const isOther = words.some((word) => !own.has(word) && !isPassing(word) && !isDealLike(word));
    if (isBeside && isOther) return text.slice(named.start, text.indexOf(run, named.end) + run.length);
    const isHalf = named === undefined && words.length > 1 && words.some((word) => isNear(word, own));
    if (isHalf && isOther) return run;
  }
  return null;
}

/** "Chiudi contoso. no, pharma": other deals of which a word is the name that nothing else explains. */
function othersCalled(
  { customer, name }: Referral,
  open: readonly Referral[],
  { unclaimed }: Reading,
): readonly Referral[] {
  const own = new Set(foldedWords(`${customer.name} ${name}`));
  const said = unclaimed.flatMap(foldedWords).filter((word) => word.length > 3 && !own.has(word));
  return open.filter((each) => foldedWords(each.customer.name).some((word) => said.includes(word)));
}

/** "Put Fabrikam down as lost". */
const isPassing = (word: string): boolean => isFunctionWord(word) || endsName(word);

/** "The Wingtip account", "Contoso gara". */
const isDealLike = inLists('deal-nouns', 'won-or-lost');

/** Whether a word is one of these, or a slip of one. */
const isNear = (word: string, own: ReadonlySet<string>): boolean =>
  word.length > 3 && [...own].some((each) => editDistance(word, each, 2) <= 2);
