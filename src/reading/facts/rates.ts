import { valueOfNumberWord } from '../../language/money/number-words.ts';
import type { Place } from '../reading.ts';

/** How often a payment comes. */
export type Per = 'week' | 'month' | 'quarter' | 'year';

interface Rate extends Place {
  /** Null where it comes at times that are none of ours ("al giorno", "a semestre"). */
  readonly per: Per | null;
}

const UNIT =
  '(?<unit>mese|mesi|month|months|mo|mth|anno|anni|annum|year|years|yr|yrs|trimestre|trimestri|quarter|quarters|settimana|settimane|week|weeks|wk|giorno|day|semestre|semestri)(?![a-z])';
const ADJECTIVE =
  '(?<adjective>mensil[ei]|monthly|annu[aeio]|annual[ei]?|annually|yearly|trimestral[ei]|quarterly|settimanal[ei]|weekly|semestral[ei]|giornalier[aeio]|daily)(?![a-z])';
/** "9.99 per user per month" is the price of one user: no payment of a deal. */
const OF_ONE =
  /^ ?(?:\/|a|al|per|each) ?(?:user|utente|seat|licen[zc][ae]|persona|person|postazione|head|device)s? ?(?:\/|a|al|per|each) ?[a-z]/;
const FILLER = '(?:\\+ ?iva|iva esclusa|plus vat|netti|circa|lordi)';
const AFTER = new RegExp(
  `^[ ,]*(?:${FILLER}[ ,]+)?(?:(?:al|a|per|ogni|each|every|an|alla|in un|/|p/)[ ]?${UNIT}|all'${UNIT.replace('unit', 'unit2')}|l'${UNIT.replace('unit', 'unit3')}|(?:di canone |di fee )?${ADJECTIVE}|(?<short>p\\.? ?a\\.?|p\\.? ?m\\.?)(?![a-z]))`,
);
const BEFORE = new RegExp(
  `(?:(?:canone|rata|fee|abbonamento|importo|quota|subscription|costo|payment|retainer|ricavo|ricorrente|instalment)[a-z ]{0,12} )?(?:${ADJECTIVE}|(?:ogni|each|every|al|per) ${UNIT})(?: (?:di|da|of|fee|subscription|payment|retainer|pari a|paghiamo|pagano|they pay|circa|about|is|e|at))*[ :]*$`,
);

const PERS: readonly (readonly [RegExp, Per | null])[] = [
  [/^(?:mes|mens|month|mo$|mth|p\.? ?m)/, 'month'],
  [/^(?:trim|quart)/, 'quarter'],
  [/^(?:ann|year|yr|p\.? ?a)/, 'year'],
  [/^(?:settim|week|wk)/, 'week'],
];

const perOf = (word: string): Per | null => PERS.find(([pattern]) => pattern.test(word))?.[1] ?? null;

/** The rate beside an amount, with the place of both; null where the amount is paid once. */
export function readRate(plain: string, amount: Place): Rate | null {
  if (OF_ONE.test(plain.slice(amount.end, amount.end + 40))) return { ...amount, per: null };
  const after = AFTER.exec(plain.slice(amount.end, amount.end + 40));
  const said = wordOf(after);
  if (after !== null && said !== null)
    return { per: perOf(said), start: amount.start, end: amount.end + after[0].length };
  const from = Math.max(0, amount.start - 50);
  const before = BEFORE.exec(plain.slice(from, amount.start));
  const word = wordOf(before);
  if (before === null || word === null) return null;
  return { per: perOf(word), start: from + before.index, end: amount.end };
}

function wordOf(found: RegExpExecArray | null): string | null {
  const { unit, unit2, unit3, adjective, short } = found?.groups ?? {};
  return unit ?? unit2 ?? unit3 ?? adjective ?? short ?? null;
}

const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:mes|month|mth|mo)/, 1],
  [/^(?:trim|quart)/, 3],
  [/^(?:seme)/, 6],
  [/^(?:an|year|yr)/, 12],
  [/^(?:settim|week)/, 12 / 52],
];
const MONTHS_OF_PER: Readonly<Record<Per, number>> = { week: 12 / 52, month: 1, quarter: 3, year: 12 };
const TERM =
  /(?<![a-z\d])(?:(?<=(?:for|per|over|x) )an?|(?<count>\d{1,3}|[a-z]{2,14}))(?:[ -]|(?<=\d))(?<unit>ann?[oi]|years?|yrs?|mes[ie]|months?|mths?|trimestr[ie]|quarters?|semestr[ie]|settiman[ae]|weeks?|rat[ae]|canoni|instal?ments?|payments?)(?![a-z])/g;
const TERM_WORDS: readonly (readonly [RegExp, number])[] = [
  [/(?<![a-z])(?:biennal[ei]|biennio)(?![a-z])/, 24],
  [/(?<![a-z])(?:triennal[ei]|triennio|three-?year)(?![a-z])/, 36],
  [/(?<![a-z])(?:quadriennal[ei]|quadriennio)(?![a-z])/, 48],
  [/(?<![a-z])(?:quinquennal[ei]|quinquennio)(?![a-z])/, 60],
];
/** A term stands in the same sentence as its rate, within about ten words. */
const NEAR = 70;

/** How many payments a term near the rate makes, and where the term ends; null where none is named. */
export function findTerm(
  plain: string,
  start: number,
  end: number,
  per: Per,
): { times: number; end: number } | null {
  const after = termIn(plain.slice(end, end + NEAR).split(/[\n?!]|\. /)[0] ?? '');
  const before =
    after ??
    termIn(
      plain
        .slice(Math.max(0, start - NEAR), start)
        .split(/[\n?!]|\. /)
        .at(-1) ?? '',
    );
  if (before === null) return null;
  const times = before.months === null ? before.count : Math.round(before.months / MONTHS_OF_PER[per]);
  return times < 1 ? null : { times, end: after === null ? end : end + after.end };
}

/** A length, or null months where payments themselves are counted ("48 rate"). */
function termIn(text: string): { months: number | null; count: number; end: number } | null {
  for (const [pattern, months] of TERM_WORDS) {
    const found = pattern.exec(text);
    if (found !== null) return { months, count: 0, end: found.index + found[0].length };
  }
  for (const found of text.matchAll(TERM)) {
    const count = countOf(found.groups?.['count'] ?? 'a');
    const unit = MONTHS.find(([pattern]) => pattern.test(found.groups?.['unit'] ?? ''))?.[1];
    if (count === null) continue;
    return { months: unit === undefined ? null : count * unit, count, end: found.index + found[0].length };
  }
  return null;
}

function countOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  return /^(?:un|una|one|a)$/.test(word) ? 1 : valueOfNumberWord(word);
}
