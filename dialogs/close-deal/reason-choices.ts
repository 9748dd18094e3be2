import { readChoice } from '../../src/language/choice.ts';
import { readOrdinals } from '../../src/language/dates/ordinals.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Choice, Parsed } from '../engine/slot.ts';
import { kindTexts } from '../kinds/texts.ts';
import { LOSS_REASONS, type LossReason } from './reasons.ts';
import { closeTexts } from './texts.ts';

const MAX_REASONS_SHOWN = 5;
/** Begins the id of the choice to take an answer as it was written, which follows. */
export const OWN_WORDS = 'words:';
/** A button's id is at most 200 characters. */
export const MAX_OWN_WORDS = 180;
const MAX_CHOICE_WORDS = 3;

/** The known reasons as choices, the commoner ones first. */
export function reasonChoices(locale: Locale): Choice[] {
  return LOSS_REASONS.map(({ id, label, words }) => ({ id, label: label[locale], words: words[locale] }));
}

/** Those that are shown as buttons. */
export const reasonsShown = (locale: Locale): Choice[] => reasonChoices(locale).slice(0, MAX_REASONS_SHOWN);

/** An answer that tells two of the known reasons: one of them, or all as they were written. */
export function askWhichReason(
  written: string,
  several: readonly LossReason[],
  locale: Locale,
  label = closeTexts[locale].asWritten,
): Extract<Parsed<string>, { kind: 'choose' }> {
  const known = several.map((each) => ({ id: each.id, label: each.label[locale] }));
  const own = { id: `${OWN_WORDS}${written}`, label };
  return { kind: 'choose', text: closeTexts[locale].whichReason, choices: [...known, own] };
}

/** Words behind the end that tell no known reason. */
export function askWhetherReason(
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
export function withOther(locale: Locale): Choice[] {
  const choices = reasonChoices(locale);
  return [...choices.slice(0, MAX_REASONS_SHOWN - 1), ...choices.filter(({ id }) => id === 'other')];
}

/** Choices' names or places ("il terzo e il quarto"); a longer answer is a reason in the person's own words. */
export function chosenReasons(written: string, locale: Locale): readonly LossReason[] {
  const places = readOrdinals(written, LOSS_REASONS.length);
  if (places.length > 1) return places.flatMap((place) => LOSS_REASONS[place - 1] ?? []);
  if (written.split(/\s+/u).length > MAX_CHOICE_WORDS) return [];
  const read = readChoice(written, reasonChoices(locale));
  return LOSS_REASONS.filter(({ id }) => read?.kind === 'one' && id === read.id);
}
