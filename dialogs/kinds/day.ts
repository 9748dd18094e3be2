import { asks, does } from '../../src/reading/contents.ts';
import type { Locale } from '../../src/language/locale.ts';
import { addMonths } from '../../src/language/dates/calendar.ts';
import { readDate } from '../../src/language/dates/dates.ts';
import { months } from '../../src/language/dates/names.ts';
import { foldedWords } from '../../src/reading/folded.ts';
import { formatDay } from '../../src/language/format.ts';
import { patternOf } from '../../src/language/said.ts';
import type { Fact } from '../../src/reading/reading.ts';
import { withoutFacts } from '../engine/answer.ts';
import type { Choice, Parsed, Said, Slot, SlotContext, Taken } from '../engine/slot.ts';
import { answered } from './input.ts';
import { fromRow, lastCorrected, type Row } from './row.ts';
import { dayOfOther, isAside, saysMore } from './day-of.ts';
import { shifted } from './relative.ts';
import { kindTexts } from './texts.ts';

const MOST_READINGS = 5;
/** In months. */
const A_YEAR = 12;

type Day = Extract<Fact, { kind: 'day' }>;

interface DayRow<V, F, K extends keyof V & string> extends Row<V, F, K> {
  /** Whether a folded word calls for another value, so that a day behind it is no day of something else. */
  readonly isOurs: (word: string, context: SlotContext<V, F>) => boolean;
}

/**
 * A day from today on, `YYYY-MM-DD`, shown back in full. One with several usual readings is asked about, and so is one
 * that stands with something else, where no day was asked for.
 */
export function day<V extends { readonly [N in K]: string }, F, K extends keyof V & string>(
  row: DayRow<V, F, K>,
): Slot<V, F, K> {
  type Context = SlotContext<V, F>;
  const take = (said: Said, context: Context): Taken<V[K]> | null => {
    if (isAside(said, context.today)) return null;
    const taken = answer(said, context);
    const [told] = taken?.facts ?? [];
    if (taken?.kind !== 'value' || told === undefined) return taken;
    // "Sorry, I meant 2 April" puts it in the place of another.
    if (lastCorrected(taken.facts ?? [], said) !== null) return taken;
    const other = dayOfOther(told, said, (word) => row.isOurs(word, context));
    if (other === null) return taken;
    const text = kindTexts[context.locale].day.isThat(said.text.slice(other.start, other.end));
    const choices = choicesOf([taken.value], context).map((each) => ({
      ...each,
      words: kindTexts[context.locale].yesWords,
    }));
    return {
      kind: 'choose',
      text,
      choices,
      kept: null,
      ...(taken.facts === undefined ? {} : { facts: taken.facts }),
    };
  };
  /** What is read as a day where nothing else may be meant by it. */
  const answer = (said: Said, context: Context): Taken<V[K]> | null => {
    const days = said.facts.filter((fact): fact is Day => fact.kind === 'day');
    const named = days.filter(({ role }) => role === 'closing-date');
    const meant = named.length > 0 ? named : days.filter(({ role }) => role === null);
    const corrected = lastCorrected(meant, said);
    // "Ho sentito ieri Donati, decidono entro fine febbraio": what is over closes nothing.
    const ahead = meant.filter(({ value }) => value >= context.today);
    const [told, ...more] = corrected !== null ? [corrected] : ahead.length > 0 ? ahead : meant;
    if (told === undefined) return later(said, context) ?? newDay(said, context);
    const first = besideKnown(told, said.text, context.values[row.name]);
    const all = [first.value, ...first.options, ...more.map(({ value }) => value)];
    const [soonest, ...others] = choicesOf(all, context);
    if (soonest === undefined)
      return named.includes(first) || all.length === 1 ? pastDay(first, context) : null;
    const isClear = first.isSure && more.length === 0 && first.value >= context.today;
    if (isClear) return { kind: 'value', value: first.value as V[K], others, facts: meant };
    const { isThat, which } = kindTexts[context.locale].day;
    const text = (others.length === 0 ? isThat : which)(said.text.slice(first.start, first.end));
    return { kind: 'choose', text, choices: [soonest, ...others], kept: null, facts: meant };
  };
  /** "Chiusura 30/11" in December: the next one is offered, as where the day was asked for. */
  const pastDay = (told: Day, context: Context): Taken<V[K]> | null => {
    if (told.role !== 'closing-date') return null;
    const { day: texts, yesWords } = kindTexts[context.locale];
    const next = choicesOf([addMonths(told.value, A_YEAR)], context);
    const choices = next.map((each) => ({ ...each, words: yesWords }));
    const text = texts.past(formatDay(told.value, context.locale));
    return choices.length === 0 ? null : { kind: 'choose', text, choices, kept: null, facts: [told] };
  };
  /** "Un mese dopo" of the day that there is. */
  const later = ({ text, reading }: Said, context: Context): Taken<V[K]> | null => {
    const known = context.values[row.name];
    const value =
      known === undefined || asks(reading) ? null : shifted(text, known, row.words[context.locale]);
    return value !== null && value >= context.today ? { kind: 'value', value: value as V[K] } : null;
  };
  /** "Sorry, the 21st, not the 14th" at the 14th: another day of the same month. */
  const newDay = ({ text, reading, facts }: Said, context: Context): Taken<V[K]> | null => {
    const known = context.values[row.name];
    if (known === undefined || facts.length > 0 || !does(reading, 'correction')) return null;
    const numbers = Array.from(text.matchAll(dayNumber()), ([, number]) => Number(number));
    const [other, ...more] = numbers.filter((number) => number !== Number(known.slice(8)));
    if (other === undefined || more.length > 0 || numbers.length < 2) return null;
    const value = `${known.slice(0, 8)}${String(other).padStart(2, '0')}`;
    return isDay(value) && value >= context.today ? { kind: 'value', value: value as V[K] } : null;
  };
  const parse = (said: Said, context: Context): Parsed<V[K]> =>
    askToday(said, context) ??
    answer(said, context) ??
    readAnswer(hasDay(said) ? said.text : withoutFacts(said.reading), context);
  /** "Per oggi basta così" may not answer when it closes. */
  const askToday = (said: Said, context: Context): Taken<V[K]> | null => {
    const today = said.facts.find((fact) => fact.kind === 'day' && fact.value === context.today);
    if (today === undefined || !saysMore(today, said)) return null;
    const { isThat } = kindTexts[context.locale].day;
    const choices = choicesOf([context.today], context);
    return { kind: 'choose', text: isThat(said.text.slice(today.start, today.end)), choices, kept: null };
  };
  return {
    ...fromRow(row),
    take,
    parse,
    asInput: ({ values }) => [{ part: '', kind: 'day', value: values[row.name] ?? '' }],
    fromInput: ({ '': typed }, context) => answered(typed, row.name, parse, context),
    choose: (id, { today }) => {
      const parsed = row.schema.safeParse(id);
      return parsed.success && id >= today ? parsed.data : undefined;
    },
    show: (value, { locale }) => formatDay(value, locale),
  };

  function readAnswer(text: string, context: Context): Parsed<V[K]> {
    const texts = kindTexts[context.locale].day;
    const reading = readDate(text, context.turn.language, context.today);
    switch (reading.kind) {
      case 'date':
        return { kind: 'value', value: reading.date as V[K], others: choicesOf(reading.others, context) };
      case 'past': {
        const choices = choicesOf([reading.next], context).map((each) => ({
          ...each,
          words: kindTexts[context.locale].yesWords,
        }));
        return { kind: 'choose', text: texts.past(formatDay(reading.date, context.locale)), choices };
      }
      case 'impossible':
        return { kind: 'invalid', text: texts.impossible };
      case 'several':
        return { kind: 'choose', text: texts.which(text.trim()), choices: choicesOf(reading.found, context) };
      case 'none':
        return { kind: 'invalid', text: texts.none(text.trim().slice(0, 60)) };
    }
  }
}

const dayNumber = patternOf('gu')`(?<![\p{L}\d.,/-])(\d{1,2})${'day-endings'}?(?![\p{L}\d/-]|[.,]\d)`;

/** Whether there is such a day. */
const isDay = (day: string): boolean =>
  !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

/** "Chiusura il 12" of 10 January is 12 January, "anzi 10 giugno" of 9 June 2028 is in 2028: what isn't said stays as it was. */
function besideKnown(told: Day, text: string, known: string | undefined): Day {
  const typed = text.slice(told.start, told.end);
  const [year = '', month = '', day = ''] = told.value.split('-');
  const numbers = typed.match(/\d+/g) ?? [];
  const saysDay = numbers.some((number) => Number(number) === Number(day));
  const saysYear = numbers.some((number) => number === year || (numbers.length > 2 && year.endsWith(number)));
  if (known === undefined || !saysDay || saysYear || !told.isSure) return told;
  const saysMonth = numbers.length > 1 || foldedWords(typed).some((word) => months().has(word));
  const value = saysMonth ? `${known.slice(0, 4)}-${month}-${day}` : `${known.slice(0, 8)}${day}`;
  return isDay(value) && value !== told.value
    ? { ...told, value, options: [told.value, ...told.options] }
    : told;
}

/** A day that isn't taken is over, or there is none such: which of the two is said. */
function hasDay({ facts }: Said): boolean {
  return facts.some(({ kind }) => kind === 'day');
}

function choicesOf(
  days: readonly string[],
  { locale, today }: { locale: Locale; today: string },
): readonly Choice[] {
  return [...new Set(days)]
    .filter((each) => each >= today)
    .slice(0, MOST_READINGS)
    .map((each) => ({ id: each, label: formatDay(each, locale) }));
}
