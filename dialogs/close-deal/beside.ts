import { type Reply, sayWith } from '../../src/cards/reply-data.ts';
import { formatDay, formatMoney } from '../../src/language/format.ts';
import { flatten } from '../../src/language/flat.ts';
import { patternOf } from '../../src/language/said.ts';
import type { Fact, Reading } from '../../src/reading/reading.ts';
import { findReasons, reasonInOwnWords } from './reasons.ts';
import type { BeginRequest } from '../turn.ts';
import { type CloseContext, type Ending, endingIn, type SeenDeal } from './slots.ts';
import { closeTexts } from './texts.ts';

type Beside = Extract<Fact, { kind: 'money' | 'recurring' | 'day' }>;

const ofValue = patternOf()`(?<![a-z])${'label-value'}(?![a-z])`;

/**
 * What a message says of a deal that closing it records nowhere: another value, another closing day, why it was won. It
 * is said, since nothing can be corrected once the deal is closed. Null where it says nothing of the kind.
 */
export function notRecorded(
  reading: Reading,
  deal: SeenDeal,
  outcome: Ending | undefined,
  { locale }: Pick<CloseContext, 'locale'>,
): string | null {
  const texts = closeTexts[locale];
  const told = listBeside(reading, deal);
  const isOfDay = told.some(({ kind }) => kind === 'day');
  const isOfValue = told.some(({ kind }) => kind !== 'day');
  const kept = [
    ...(isOfValue ? [`${texts.changes.value} ${formatMoney(deal.amount, deal.currency, locale)}`] : []),
    ...(isOfDay ? [`${texts.changes.closing} ${formatDay(deal.closingDate, locale)}`] : []),
  ];
  const words = told.map(({ start, end }) => reading.text.slice(start, end).trim());
  const why = outcome === 'Won' ? reasonInOwnWords(reading.text) : null;
  const said = [
    ...(words.length === 0 ? [] : [texts.notRecorded(words.join(', '), kept.join(', '))]),
    ...(why === null ? [] : [texts.noReasonForWon]),
  ];
  return said.length === 0 ? null : said.join(' ');
}

/** What a request to close a deal says beside, in a reply; none where it says nothing of the kind. */
export function sayNotRecorded(
  { utterance }: BeginRequest,
  deal: SeenDeal,
  context: Pick<CloseContext, 'locale' | 'turn'>,
): readonly Reply[] {
  if (utterance === undefined) return [];
  const reading = context.turn.read(utterance, null);
  const end = endingIn(reading);
  const text = notRecorded(reading, deal, end?.kind === 'value' ? end.value : undefined, context);
  return text === null ? [] : [sayWith(text)];
}

/** Whether a message tells nothing but another value or day of the deal at hand, and names no other by it. */
export function isOnlyBeside(
  reading: Reading,
  deal: SeenDeal,
  outcome: Ending | undefined,
  amounts: readonly number[],
): boolean {
  const told = listBeside(reading, deal);
  const isOther = (fact: Fact): boolean => fact.kind === 'money' && amounts.includes(fact.amount);
  const names = told.some(isOther) && !ofValue().test(flatten(reading.text).text);
  // "Hanno firmato il 27 novembre per 130k" says again that it is won.
  const others = reading.facts.filter((fact) => fact.kind !== 'outcome' || fact.value !== outcome);
  return told.length > 0 && told.length === others.length && !names;
}

/** Values and days that aren't the deal's; those of a reason ("avevano solo 20k di budget") are part of it. */
function listBeside({ text, clauses }: Reading, deal: SeenDeal): readonly Beside[] {
  return clauses
    .filter(({ act, text: part }) => act !== 'question' && findReasons(part).length === 0)
    .flatMap(({ facts }) =>
      facts.flatMap((fact): Beside[] => {
        if (fact.kind === 'money') return fact.amount === deal.amount ? [] : [fact];
        if (fact.kind === 'recurring') return [fact];
        // "Ieri", "adesso" say when it is told.
        const isDated = fact.role !== null || /\d/.test(text.slice(fact.start, fact.end));
        return fact.kind === 'day' && isDated && fact.value !== deal.closingDate ? [fact] : [];
      }),
    );
}
