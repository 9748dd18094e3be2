import { stripCourtesy } from '../../src/language/courtesy.ts';
import { flatten, spanOf, toPhrase } from '../../src/language/flat.ts';
import { formatMoney } from '../../src/language/format.ts';
import type { Locale } from '../../src/language/locale.ts';
import { countryName } from '../../src/language/places.ts';
import { withoutSecondThought } from '../../src/language/second-thoughts.ts';
import type { Choice, Slot } from '../engine/slot.ts';
import { earlierDeal } from './earlier-deals.ts';
import type { Label } from './text-types.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { validBy } from './values.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

const NO_NOTES: DealValues['notes'] = { text: '', variant: null };
const MAX_SHOWN = 160;
const MAX_NOTES = 2000;

/** A note for Microsoft's seller: asked for a co-sell deal with a new customer, else offered in the summary. */
export const notesSlot: Slot<DealValues, DealFacts, 'notes'> = {
  name: 'notes',
  isOptional: true,
  isFreeText: true,
  words: wordsOf('notes'),
  ask({ locale, values }) {
    const texts = dealTexts(locale);
    const asking = values.kind === 'private' ? texts.notesPrivate : texts.notes;
    return { ...asking, choices: [{ id: 'write', ...texts.notesWrite }] };
  },
  parse(text, context) {
    const texts = dealTexts(context.locale);
    if (means(text, texts.notesWrite, context.locale)) return { kind: 'value', value: drafted(0, context) };
    if (texts.notesNoneWords.some((word) => toPhrase(word) === toPhrase(text))) {
      return { kind: 'value', value: NO_NOTES };
    }
    const typed = text.trim();
    if (typed === '') return { kind: 'invalid', text: texts.notesEmpty };
    if (typed.length > MAX_NOTES) return { kind: 'invalid', text: texts.notesTooLong };
    return { kind: 'value', value: { text: typed, variant: null } };
  },
  choose: (id, context) => (id === 'write' ? drafted(0, context) : undefined),
  // "Scrivile tu" at any question or at the summary; "fai tu" says it only where notes are asked.
  take: (sentence, context) =>
    /\b(?:scriv|not[ae]|write|notes?)/.test(flatten(sentence).text) &&
    means(sentence, dealTexts(context.locale).notesWrite, context.locale)
      ? drafted(0, context)
      : undefined,
  propose: (context) => {
    const isAsked = context.values.kind === 'co-sell' && earlierDeal(context) === null;
    return isAsked ? undefined : NO_NOTES;
  },
  amend: (sentence, context) => {
    const typed = noteIn(sentence);
    return typed === null || means(sentence, dealTexts(context.locale).notesWrite, context.locale)
      ? null
      : notesSlot.parse(typed, context);
  },
  show: (notes, context) => {
    const text = noteText(notes, context);
    return text === '' ? null : shorten(text);
  },
  effects: () => ({ notesReview: null }),
  isValid: validBy('notes'),
};

/** "Scrivi: chiamare il CFO prima di Natale", "add a note: …": what is to be written, as typed; null for another wish. */
function noteIn(sentence: string): string | null {
  const flat = flatten(withoutSecondThought(sentence));
  const found = DICTATED.exec(flat.text);
  const place = found?.indices?.[1];
  return place === undefined ? null : spanOf(flat, place[0], place[1]).text.trim();
}

const DICTATED =
  /^(?:(?:per favore |please )?(?:aggiung|mett|scriv|inserisc|annot|segn|add|put|write|make|take)(?:i|a|ici|imi)? (?:(?:una|la|le|il|un|come|in|nella|nelle|tra le|questa|questo|altra|a|the|as|this|to|my|another) )*(?:nota|note|notes|appunto)\b(?: (?:che dice|dicendo|saying|that says|per microsoft|for microsoft))?\s*:|(?:scrivi|annota|nota|note|write|notes?|make (?:a )?notes?)\s*:)\s*(.{2,})$/ds;

/** A drafted note is shown to be kept, changed, drafted anew or rated. */
export const notesReviewSlot: Slot<DealValues, DealFacts, 'notesReview'> = {
  name: 'notesReview',
  isFreeText: true,
  words: wordsOf('notesReview'),
  isAskedWhen: ({ values }) => values.notes !== undefined && values.notes.variant !== null,
  ask(context) {
    const texts = dealTexts(context.locale);
    const { notes } = context.values;
    const above = notes === undefined ? [] : [texts.notesDrafted, { verbatim: noteText(notes, context) }];
    return {
      ...texts.notesReview,
      above,
      choices: reviewChoices(context),
    };
  },
  parse(text, context) {
    const texts = dealTexts(context.locale);
    if (means(text, texts.notesKeep, context.locale)) return { kind: 'value', value: 'keep' };
    if (means(text, texts.notesAnother, context.locale)) return { kind: 'value', value: 'another' };
    if (means(text, texts.notesHappy, context.locale)) return { kind: 'value', value: 'happy' };
    if (means(text, texts.notesSad, context.locale)) return { kind: 'value', value: 'sad' };
    const typed = text.trim();
    if (typed === '' || typed.length > MAX_NOTES) return { kind: 'invalid', text: texts.notesTooLong };
    return { kind: 'value', value: { edit: typed } };
  },
  choose: (id) => (id === 'keep' || id === 'another' || id === 'happy' || id === 'sad' ? id : undefined),
  show: () => null,
  // A liked draft is kept, a disliked one gives way to the next version.
  effects: (review, context) => {
    if (review === 'another' || review === 'sad') {
      const variant = (context.values.notes?.variant ?? 0) + 1;
      return { notes: drafted(variant, context), notesReview: null };
    }
    return typeof review === 'object' ? { notes: { text: review.edit, variant: null } } : {};
  },
  remember: (review, { turn, values, draftId }) => {
    const variant = values.notes?.variant;
    if ((review !== 'happy' && review !== 'sad') || variant === undefined || variant === null) return;
    const rest = turn.record.feedback.filter((one) => one.about !== draftId || one.variant !== variant);
    turn.record.feedback = [...rest, { about: draftId, mood: review, variant, at: turn.now.toISOString() }];
  },
  isValid: validBy('notesReview'),
};

/**
 * A note from the deal's own fields alone, by a fixed template: no contact's data goes in. Variants come in
 * turn.
 */
export function drafted(variant: number, context: DealContext): DealValues['notes'] {
  const { values, locale, facts } = context;
  const variants = dealTexts(locale).noteVariants;
  const template = variants[variant % variants.length];
  const text = template?.({
    customer: values.customer ?? '',
    solution: values.solution?.name ?? '',
    partner: facts.person?.company.name ?? '',
    value: values.value === undefined ? '' : formatMoney(values.value.amount, values.value.currency, locale),
    country: values.address === undefined ? '' : countryName(values.address.country, locale),
    isHelpWanted: values.kind === 'co-sell',
  });
  return { text: text ?? '', variant };
}

/** The note's words; a drafted one always speaks of the deal as it is now. */
export function noteText({ text, variant }: DealValues['notes'], context: DealContext): string {
  return variant === null ? text : drafted(variant, context).text;
}

function reviewChoices({ locale, turn, values, draftId }: DealContext): readonly Choice[] {
  const texts = dealTexts(locale);
  const variant = values.notes?.variant;
  const isRated = turn.record.feedback.some((one) => one.about === draftId && one.variant === variant);
  return [
    { id: 'keep', ...texts.notesKeep },
    { id: 'another', ...texts.notesAnother },
    ...(isRated
      ? []
      : [
          { id: 'happy', ...texts.notesHappy },
          { id: 'sad', ...texts.notesSad },
        ]),
  ];
}

function means(text: string, { label, words }: Label, locale: Locale): boolean {
  const typed = [toPhrase(text), toPhrase(stripCourtesy(text, locale))];
  return [label, ...words].some((word) => typed.includes(toPhrase(word)));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN)}…`;
}
