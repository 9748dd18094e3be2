import { findDate, readDate } from '../../src/language/dates/dates.ts';
import { formatDay } from '../../src/language/format.ts';
import type { Choice, Parsed, Slot } from '../engine/slot.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { validBy } from './values.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

/** Opens a sentence that says when the deal closes, at any question. */
const STATED =
  /^(?:(?:il deal|la trattativa|lo|la|si|noi|poi|e|ma|the deal|it|we|and|but) )*(?:chiud(?:e|iamo|ono|era|eremo|ero|erei|erebbe|eremmo|o)|chiusura|(?:will |should |could |to |would )*clos(?:e|es|ing))\b/;

/** The day on which the deal should close, shown back in full; never a past one. */
export const closingDateSlot: Slot<DealValues, DealFacts, 'closingDate'> = {
  name: 'closingDate',
  words: wordsOf('closingDate'),
  ask: ({ locale }) => dealTexts(locale).date,
  parse: parseDate,
  choose: (id, { today }) => (closingDateSlot.isValid(id) && id >= today ? id : undefined),
  take(sentence, { locale, today }) {
    const found = findDate(sentence, locale, today);
    return found === null || found.date < today ? undefined : found.date;
  },
  others(sentence, context) {
    return dayChoices(findDate(sentence, context.locale, context.today)?.others ?? [], context);
  },
  statedBy: STATED,
  show: (day, { locale }) => formatDay(day, locale),
  isValid: validBy('closingDate'),
};

function parseDate(text: string, context: DealContext): Parsed<string> {
  const texts = dealTexts(context.locale);
  const reading = readDate(text, context.locale, context.today);
  switch (reading.kind) {
    case 'date':
      return { kind: 'value', value: reading.date, others: dayChoices(reading.others, context) };
    case 'past': {
      const [next] = dayChoices([reading.next], context);
      const choices = next === undefined ? [] : [{ ...next, words: texts.yesWords }];
      return { kind: 'choose', text: texts.datePast(formatDay(reading.date, context.locale)), choices };
    }
    case 'impossible':
      return { kind: 'invalid', text: texts.dateImpossible };
    case 'several':
      return { kind: 'choose', text: texts.dateWhich, choices: dayChoices(reading.found, context) };
    case 'none':
      return { kind: 'invalid', text: texts.dateNone(text.trim().slice(0, 60)) };
  }
}

function dayChoices(days: readonly string[], { locale, today }: DealContext): readonly Choice[] {
  return days
    .filter((day) => day >= today)
    .slice(0, 5)
    .map((day) => ({ id: day, label: formatDay(day, locale) }));
}
