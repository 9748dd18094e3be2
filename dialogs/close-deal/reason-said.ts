import type { Locale } from '../../src/language/locale.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { inLists, patternOf } from '../../src/language/said.ts';
import { lastCorrection, withoutSecondThought } from '../../src/language/second-thoughts.ts';
import type { Reading } from '../../src/reading/reading.ts';
import type { Parsed, Said, Taken } from '../engine/slot.ts';
import { behindEnd } from './behind-end.ts';
import {
  askWhetherReason,
  askWhichReason,
  chosenReasons,
  MAX_OWN_WORDS,
  withOther,
} from './reason-choices.ts';
import { partDenied } from './reason-denied.ts';
import {
  findReasons,
  isUntold,
  LOSS_REASONS,
  type LossReason,
  mainReason,
  reasonInOwnWords,
  tellsNoReason,
} from './reasons.ts';
import { closeTexts } from './texts.ts';

/** The shortest and the longest reason in the person's own words, in characters. */
const MIN_REASON = 3;
export const MAX_REASON = 500;
const FEWEST_WORDS = 3;
/** Between two known reasons that are kept as one. */
const BETWEEN = '; ';
/** Between a known reason and what was said of it. */
const DETAIL = ': ';

const parts = patternOf('iu')`[,;.:()\n–—]|(?<!\p{L})(?:${'joining'}|${'but'})(?!\p{L})`;
const WRITTEN_AS_NAME = /(?<!^)(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]{2,}/gu;

/** A reason as people read it: known ones in their language, whatever else as it was written. */
export function reasonLabel(told: string, locale: Locale): string {
  return told
    .split(BETWEEN)
    .map((each) => {
      const known = LOSS_REASONS.find(({ text }) => each === text || each.startsWith(`${text}${DETAIL}`));
      return known === undefined ? each : each.replace(known.text, known.label[locale]);
    })
    .join(BETWEEN);
}

/** Reads an answer to "why was it lost?"; null leaves the words as they are. */
export function readReason({ text, reading }: Said, locale: Locale): Parsed<string> | null {
  const texts = closeTexts[locale];
  const written = text.trim();
  const main = mainReason(written);
  const known = readKnown(main ?? written, reading, locale);
  if (known !== null) return known;
  const chosen = isUntold(written) ? [] : chosenReasons(written, locale);
  if (chosen.length > 1) {
    const all = chosen.map((each) => each.text).join(BETWEEN);
    return askWhichReason(all, chosen, locale, texts.allOfThese);
  }
  const [only] = chosen;
  if (only !== undefined) return { kind: 'value', value: only.text };
  // "Perso" says again how it ended, and not why.
  const isEnd = reading.facts.some(
    ({ kind, start, end }) => kind === 'outcome' && end - start === written.length,
  );
  if (isEnd || isUntold(written) || tellsNoReason(written) || isTagged(written))
    return { kind: 'choose', text: texts.reasonUnsaid, choices: withOther(locale) };
  return written.length < MIN_REASON ? { kind: 'invalid', text: texts.reasonTooShort } : null;
}

/** "È irreversibile vero" asks, whatever sign is left out. */
const isTagged = (written: string): boolean => isConfirming(toPhrase(written).split(' ').at(-1) ?? '');
const isConfirming = inLists('confirming');

/** Finds the reason that a message about closing tells, beside the deal and its end. */
export function takeReason(
  { text, reading }: Said,
  { reason, outcome }: { readonly reason?: string; readonly outcome?: string },
  locale: Locale,
): Taken<string> | null {
  const main = mainReason(text);
  const tail = main ?? correctedTo(behindEnd(reading));
  const news = findReasons(text).filter((each) => each.text !== reason);
  // Of two reasons told the one that is news: "no, il prezzo andava bene: gli hanno tagliato il budget".
  if (main === null && reason !== undefined && news.length === 1 && news[0] !== undefined)
    return { kind: 'value', value: news[0].text };
  const isWhole = main === null && lastCorrection(text) === null;
  const known = readKnown(tail, reading, locale) ?? (isWhole ? readKnown(text, null, locale) : null);
  if (known?.kind === 'value' || known?.kind === 'choose') return known;
  const own = main ?? reasonInOwnWords(text);
  if (own !== null) {
    const read = readReason({ text: own, reading, facts: [], rest: own }, locale) ?? {
      kind: 'value',
      value: own,
    };
    return read.kind === 'invalid' ? null : read;
  }
  const another = reason === undefined ? null : insteadOf(reason, text, reading, locale);
  if (another !== null) return another;
  // "Chiudi Wingtip perso, l'ha preso Oracle": it may be why.
  const isWhy = outcome === 'Lost' && reason === undefined && mayBeWhy(tail) && saysMore(tail, reading);
  // A colon says that it is: "come perso: il loro direttore ha bloccato gli acquisti".
  const isLed = isWhy && /:\s*$/u.test(text.slice(0, text.lastIndexOf(tail)));
  if (isLed && tail.length <= MAX_REASON) return { kind: 'value', value: tail };
  return isWhy ? askWhetherReason(tail, locale) : null;
}

/** "No, il prezzo non c'entra, il progetto è stato annullato": what stands beside the denial of the reason at hand, or which it is. */
function insteadOf(
  reason: string,
  text: string,
  reading: Reading,
  locale: Locale,
): Extract<Parsed<string>, { kind: 'choose' }> | null {
  const { left, denied } = partDenied(text);
  const known = LOSS_REASONS.find((each) => reason.startsWith(each.text));
  const isDenied = known?.isTold(denied) === true;
  const isTurned = reading.clauses[0]?.act === 'refusal' || reading.clauses[0]?.act === 'correction';
  if (!isDenied && (!isTurned || reading.facts.length > 0)) return null;
  const own = withoutSecondThought(left).replace(/^[\s,;.:!–—-]+|[\s,;.:!]+$/gu, '');
  if (mayBeWhy(own) && saysMore(own, reading)) return askWhetherReason(own, locale);
  return isDenied
    ? { kind: 'choose', text: closeTexts[locale].reasonUnsaid, choices: withOther(locale) }
    : null;
}

/** "Prezzo, anzi no hanno scelto SAP": the reason that counts is the last. */
const correctedTo = (tail: string): string => {
  const corrected = withoutSecondThought(lastCorrection(tail) ?? '').trim();
  return corrected.split(/\s+/u).length > 1 ? corrected : tail;
};

/** A known reason, with the person's own words where they say more than it; several to choose from; null for none. */
function readKnown(
  written: string,
  reading: Reading | null,
  locale: Locale,
): Extract<Parsed<string>, { kind: 'value' | 'choose' }> | null {
  const several = findReasons(written);
  const [told] = several;
  if (told === undefined) return null;
  if (several.length > 1)
    return written.length <= MAX_OWN_WORDS ? askWhichReason(written, several, locale) : null;
  const own = reasonInOwnWords(written) ?? written;
  const detailed = `${told.text}${DETAIL}${told.isTold(own.toLowerCase()) ? own : written}`;
  const isMore = reading !== null && saysMore(written, reading, told) && detailed.length <= MAX_REASON;
  return { kind: 'value', value: isMore ? detailed : told.text };
}

/** Whether words say more than this reason: a name (of who won it), or another part with content. */
function saysMore(written: string, { unclaimed, facts, text }: Reading, told?: LossReason): boolean {
  const names = facts.filter(({ kind }) => kind === 'organisation' || kind === 'person');
  const runs = [...unclaimed, ...names.map(({ start, end }) => text.slice(start, end))];
  const isOf = (part: string): boolean => runs.some((run) => part.includes(run));
  const isSaid = (name: string): boolean => runs.some((run) => run.includes(name));
  const others = written
    .split(parts())
    .filter((part) => told === undefined || !told.isTold(part.toLowerCase()));
  const isNamed = [...written.matchAll(WRITTEN_AS_NAME)].some(([name]) => isSaid(name));
  return isNamed || others.some(isOf);
}

/** A name ("to Oracle"), or as many words as tell something. */
const mayBeWhy = (tail: string): boolean =>
  tail.match(WRITTEN_AS_NAME) !== null || tail.split(/\s+/u).length >= FEWEST_WORDS;
