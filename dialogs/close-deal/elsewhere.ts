import { does } from '../../src/reading/contents.ts';
import { sayWith } from '../../src/cards/reply-data.ts';
import { without } from '../../src/language/denied.ts';
import { flatten } from '../../src/language/flat.ts';
import { isFunctionWord } from '../../src/language/function-words.ts';
import { readCommand } from '../../src/language/commands.ts';
import { inLists, patternOf } from '../../src/language/said.ts';
import { withoutSecondThought } from '../../src/language/second-thoughts.ts';
import { foldedWords } from '../../src/reading/folded.ts';
import { namedBeforeEnd } from '../../src/reading/focus.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { isDealName } from '../deals/search.ts';
import { isNo } from '../engine/aside.ts';
import type { Elsewhere } from '../engine/definition.ts';
import type { Said } from '../engine/slot.ts';
import { isOnlyBeside, notRecorded } from './beside.ts';
import { deniesEnd, leavesOpen, takesBack } from './left-open.ts';
import { type CloseContext, endingIn } from './slots.ts';
import { searchToClose } from './search.ts';
import { closeTexts } from './texts.ts';

/**
 * Words about another deal than the one at hand begin anew with that one, so that what they say of it never closes
 * this one. A name inside a reason ("hanno scelto Fabrikam") is part of the reason.
 */
export function elsewhere(said: Said, asked: string | null, context: CloseContext): Elsewhere | null {
  const command = readCommand(said.text);
  if (command !== null && command.kind !== 'change') return null;
  if (leavesOpen(said, context.values) || takesBack(said, asked)) return { kind: 'end' };
  const { deal: denied } = context.values;
  if (denied !== undefined && deniesEnd(said, asked))
    return { kind: 'instead', dialog: 'close-deal', request: { referralId: denied.id }, replies: [] };
  if (asked === 'deal' && isNo(said.reading))
    return { kind: 'stay', text: closeTexts[context.locale].noneClosed };
  const untaken = asked === null || asked === 'outcome' ? saidBeside(said, context) : null;
  if (untaken !== null) return { kind: 'stay', text: untaken };
  if (context.values.deal === undefined || !isAboutAnother(said, asked, context)) return null;
  // "Sì, e anche Contoso": neither is this one closed on that yes, nor does the other take its place.
  const isInstead = said.facts.some((fact) => fact.isInstead) || isRather().test(flatten(said.text).text);
  // "Sì, cioè no, è Contoso Pharma" takes the yes back.
  const isBeside = does(said.reading, 'assent') && !does(said.reading, 'refusal') && !isInstead;
  return isBeside
    ? { kind: 'stay', text: closeTexts[context.locale].oneFirst(context.values.deal.customer) }
    : anew(said, context);
}

/** "Il valore però è 60k": nothing that closing records, and no other deal. */
function saidBeside({ reading }: Said, context: CloseContext): string | null {
  const { values, facts } = context;
  const { deal, outcome } = values;
  const amounts = facts.deals.map(({ value }) => value.amount);
  if (deal === undefined || !isOnlyBeside(reading, deal, outcome, amounts)) return null;
  return notRecorded(reading, deal, outcome, context);
}

function isAboutAnother(
  { text, reading, facts }: Said,
  asked: string | null,
  { values, facts: { deals }, turn }: CloseContext,
): boolean {
  // "Era wingtip", "i meant wingtip" where the reason is asked.
  if (asked === 'reason' && isNameAlone(reading, values.deal?.customer)) return true;
  const isName = isDealName(text, deals);
  const [only, ...more] = facts.filter((fact) => fact.kind === 'known-name');
  if (doesUnknown(reading)) return false;
  const isCorrected = only?.isInstead === true || does(reading, 'correction');
  if (isCorrected && only?.kind === 'known-name' && more.length === 0) {
    const isOther = only.value !== values.deal?.customer;
    // Where the reason is asked, "no, hanno scelto Fabrikam" is one, and "no scusa, Fabrikam" is not.
    return isOther && (asked !== 'reason' || only.isInstead === true);
  }
  const isMeant =
    does(reading, 'order', 'correction') || (asked !== 'reason' && does(reading, 'statement', 'refusal'));
  const isNamed =
    facts.some(({ kind }) => NAMES.has(kind)) || does(reading, 'order') || namedBeforeEnd(reading) !== null;
  if (!isName && !(isMeant && isNamed)) return false;
  const search = searchToClose(text, deals, turn, reading);
  if (search.kind === 'unsaid' || search.kind === 'all') return false;
  // "Già fatto nel portale" is no name, whatever is asked.
  const isUnnamed = !facts.some(({ kind }) => NAMES.has(kind) || kind === 'outcome');
  if (asked === 'reason' && isUnnamed && search.kind === 'not-found') return false;
  // "Vinto a 60k" tells the end that was asked for, and no deal of such a value.
  const isBySum = facts.every(({ kind }) => kind === 'money' || kind === 'outcome');
  if (asked === 'outcome' && isBySum && search.kind === 'not-found') return false;
  if (search.kind === 'one') return search.deal.id !== values.deal?.id;
  return search.kind !== 'several' || !search.deals.some(({ id }) => id === values.deal?.id);
}

/** "Sbircia come sta Fabrikam": what opens with a word that nobody knows says something of it, and puts it in no other's place. */
function doesUnknown({ text, clauses, facts, unclaimed: [first] }: Reading): boolean {
  const isOne = clauses.length === 1 && facts.length === 1 && facts[0]?.isInstead !== true;
  return isOne && first !== undefined && clauses[0]?.act !== 'order' && text.trimStart().startsWith(first);
}

/** Whether a message has no content but the name of another deal. */
function isNameAlone({ text, facts, unclaimed }: Reading, customer: string | undefined): boolean {
  const [only, ...more] = facts;
  if (only?.kind !== 'known-name' || more.length > 0 || unclaimed.length > 0) return false;
  const beside = without(text, facts);
  const said = foldedWords(withoutSecondThought(beside));
  const isPassing = said.every((word) => isFunctionWord(word) || isMeaning(word) || isCalling(word));
  return only.value !== customer && beside.trim() !== '' && isPassing;
}
const isMeaning = inLists('is-words');
const isCalling = inLists('deal-nouns');

/** Kinds of facts by which a deal is named. */
const NAMES: ReadonlySet<string> = new Set(['known-name', 'organisation', 'link', 'number-id', 'money']);

/** A correction of the deal alone keeps what was said of the end; a new end takes its place. */
function anew(said: Said, { values, locale }: CloseContext): Elsewhere {
  const { deal, outcome, reason } = values;
  const { text, reading } = said;
  const isNewEnd = outcome === undefined || endingIn({ text, facts: reading.facts }) !== null;
  const kept = isNewEnd ? {} : { outcome, ...(reason === undefined ? {} : { reason }) };
  // Of a correction that names two deals the one that is meant: "not Litware, Northwind".
  const [only, ...more] = reading.facts.filter((fact) => fact.kind === 'known-name');
  const isOnly = more.length === 0 && !reading.facts.some(({ kind }) => kind === 'outcome');
  return {
    kind: 'instead',
    dialog: 'close-deal',
    request: { utterance: isOnly && only !== undefined ? only.value : text, with: kept },
    replies: deal === undefined ? [] : [sayWith(closeTexts[locale].leaves(deal.customer))],
  };
}

/** "Sì però è Contoso Pharma". */
const isRather = patternOf()`(?<![a-z])${'contrasting'} (?!${'also'}(?![a-z]))`;
