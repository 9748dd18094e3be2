import { readChoice } from '../../src/language/choice.ts';
import { readOrdinals } from '../../src/language/dates/ordinals.ts';
import type { Locale } from '../../src/language/locale.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { inLists, patternOf } from '../../src/language/said.ts';
import { lastCorrection, withoutSecondThought } from '../../src/language/second-thoughts.ts';
import type { Reading } from '../../src/reading/reading.ts';
import type { Choice, Parsed, Said, Taken } from '../engine/slot.ts';
import { kindTexts } from '../kinds/texts.ts';
import { behindEnd } from './behind-end.ts';
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
const MAX_REASONS_SHOWN = 5;
/** Begins the id of the choice to take an answer as it was written, which follows. */
export const OWN_WORDS = 'words:';
/** A button's id is at most 200 characters. */
const MAX_OWN_WORDS = 180;
const MAX_CHOICE_WORDS = 3;
const FEWEST_WORDS = 3;
/** Between two known reasons that are kept as one. */
const BETWEEN = '; ';
/** Between a known reason and what was said of it. */
const DETAIL = ': ';

const parts = patternOf('iu')`[,;.:()\n–—]|(?<!\p{L})(?:${'joining'}|${'but'})(?!\p{L})`;
const WRITTEN_AS_NAME = /(?<!^)(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]{2,}/gu;

/** The known reasons as choices, the commoner ones first. */
export function reasonChoices(locale: Locale): Choice[] {
  return LOSS_REASONS.map(({ id, label, words }) => ({ id, label: label[locale], words: words[locale] }));
}

/** Those that are shown as buttons. */
export const reasonsShown = (locale: Locale): Choice[] => reasonChoices(locale).slice(0, MAX_REASONS_SHOWN);

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
  // "Chiudi Wingtip perso, l'ha preso Oracle": it may be why.
  const isWhy = outcome === 'Lost' && reason === undefined && mayBeWhy(tail) && saysMore(tail, reading);
  // A colon says that it is: "come perso: il loro direttore ha bloccato gli acquisti".
  const isLed = isWhy && /:\s*$/u.test(text.slice(0, text.lastIndexOf(tail)));
  if (isLed && tail.length <= MAX_REASON) return { kind: 'value', value: tail };
  return isWhy ? askWhetherReason(tail, locale) : null;
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

/** An answer that tells two of the known reasons: one of them, or all as they were written. */
function askWhichReason(
  written: string,
  several: readonly LossReason[],
  locale: Locale,
  label = closeTexts[locale].asWritten,
): Extract<Parsed<string>, { kind: 'choose' }> {
  const known = several.map((each) => ({ id: each.id, label: each.label[locale] }));
  const own = { id: `${OWN_WORDS}${written}`, label };
  return { kind: 'choose', text: closeTexts[locale].whichReason, choices: [...known, own] };
}

/** A name ("to Oracle"), or as many words as tell something. */
const mayBeWhy = (tail: string): boolean =>
  tail.match(WRITTEN_AS_NAME) !== null || tail.split(/\s+/u).length >= FEWEST_WORDS;

/** Words behind the end that tell no known reason. */
function askWhetherReason(
  written: string,
  locale: Locale,
): Extract<Parsed<string>, { kind: 'choose' }> | null {
  if (written.length > MAX_OWN_WORDS) return null;
  const { isThisReason, asWritten } = closeTexts[locale];
  const { yesWords } = kindTexts[locale];
  const own = { id: `${OWN_WORDS}${written}`, label: asWritten, words: yesWords };
  return { kind: 'choose', text: isThisReason(written), choices: [own, ...withOther(locale)] };
}

/** The commoner reasons, and "another" for who can't or won't tell. */
function withOther(locale: Locale): Choice[] {
  const choices = reasonChoices(locale);
  return [...choices.slice(0, MAX_REASONS_SHOWN - 1), ...choices.filter(({ id }) => id === 'other')];
}

/** Choices' names or places ("il terzo e il quarto"); a longer answer is a reason in the person's own words. */
function chosenReasons(written: string, locale: Locale): readonly LossReason[] {
  const places = readOrdinals(written, LOSS_REASONS.length);
  if (places.length > 1) return places.flatMap((place) => LOSS_REASONS[place - 1] ?? []);
  if (written.split(/\s+/u).length > MAX_CHOICE_WORDS) return [];
  const read = readChoice(written, reasonChoices(locale));
  return LOSS_REASONS.filter(({ id }) => read?.kind === 'one' && id === read.id);
}
