import { stripCourtesy } from '../../src/language/courtesy.ts';
import { flatten, spanOf, toPhrase } from '../../src/language/flat.ts';
import { formatMoney } from '../../src/language/format.ts';
import { countryName } from '../../src/language/places.ts';
import { holdsPhrase, made, phraseOf } from '../../src/language/said.ts';
import { withoutSecondThought } from '../../src/language/second-thoughts.ts';
import { isNo, isYes } from '../engine/aside.ts';
import type { Choice, Parsed, Said } from '../engine/slot.ts';
import type { Label } from './text-types.ts';
import { dealTexts } from './texts.ts';
import type { DealContext, DealValues } from './values.ts';

type Notes = DealValues['notes'];
type Review = DealValues['notesReview'];

export const NO_NOTES: Notes = { text: '', variant: null };
export const MAX_NOTES = 2000;

/** "Scrivi: chiamare il CFO prima di Natale", "add a note: …": what is to be written. */
const dictated = made(() => {
  const [verb, link, noun] = [phraseOf('note-verbs'), phraseOf('note-links'), phraseOf('note-nouns')];
  const wish = `(?:${phraseOf('courtesy')} )?${verb} (?:${link} )*${noun}(?: ${phraseOf('that')})?`;
  return new RegExp(`^(?:${wish}|${phraseOf('note-leads')})\\s*:\\s*(.{2,})$`, 'ds');
});
/** "Aggiungi che hanno fretta", "add that they are in a hurry": what is to stand beside the note. */
const addition = made(() => {
  const links = `(?:${phraseOf('note-links', 'note-nouns')} )*`;
  const opening = `(?:${phraseOf('joining', 'leads')} )*${phraseOf('note-verbs')}`;
  return new RegExp(`^${opening} ${links}${phraseOf('that')}\\s+(.{2,})$`, 'ds');
});
const speaksOfNotes = holdsPhrase('note-verbs', 'note-nouns', 'note-leads');

/** What an answer to the question for notes is, where it is no note: "write it for me", "no". */
export function readNotes(said: Said, context: DealContext): Parsed<Notes> | null {
  const { notesWrite, notesNoneWords } = dealTexts(context.locale);
  if (means(said.text, notesWrite)) return { kind: 'value', value: drafted(0, context) };
  const isNone = notesNoneWords.some((word) => toPhrase(word) === toPhrase(said.text));
  if (isNone || isNo(said.reading)) return { kind: 'value', value: NO_NOTES };
  const added = placeOf(addition(), said.text);
  return added === null ? null : { kind: 'value', value: { text: asSentence(added), variant: null } };
}

/**
 * "Scrivile tu" at any question or at the summary; "fai tu" says it only where notes are asked. "Crea un deal … e aggiungi
 * che hanno fretta" dictates one.
 */
export function notesIn(
  { text, reading }: Said,
  context: DealContext,
): { kind: 'value'; value: Notes } | null {
  const [, ...later] = reading.clauses;
  const added = later.map((clause) => placeOf(addition(), clause.text)).find((words) => words !== null);
  if (added !== undefined) return { kind: 'value', value: { text: asSentence(added), variant: null } };
  if (!speaksOfNotes(flatten(text).text) || !means(text, dealTexts(context.locale).notesWrite)) return null;
  return { kind: 'value', value: drafted(0, context) };
}

/** A dictated note takes the place of what there was; "aggiungi che …" is put behind it. */
export function amendNotes({ text }: Said, context: DealContext): Parsed<Notes> | null {
  const typed = placeOf(dictated(), text);
  const added = typed === null ? placeOf(addition(), text) : null;
  if (typed === null && added === null) return null;
  const before = context.values.notes === undefined ? '' : noteText(context.values.notes, context);
  const note = typed ?? [before, asSentence(added ?? '')].filter((part) => part !== '').join(' ');
  if (note.length > MAX_NOTES) return { kind: 'invalid', text: dealTexts(context.locale).notesTooLong };
  return { kind: 'value', value: { text: note, variant: null } };
}

const REVIEWS = ['keep', 'happy', 'sad', 'shorter', 'formal', 'another'] as const;

/** What an answer to a drafted note says of it: keep it, another one, shorter, more formal, or other words. */
export function readReview(said: Said, context: DealContext): Parsed<Review> | null {
  const labels = dealTexts(context.locale).notesReviews;
  const meant = REVIEWS.find((review) => means(said.text, labels[review]));
  if (meant !== undefined) return { kind: 'value', value: meant };
  if (isYes(said.reading)) return { kind: 'value', value: 'keep' };
  const wish = wishIn(said.text);
  return wish === null ? null : { kind: 'value', value: wish };
}

/** How an instruction about a text is told: "un po' più breve", "less stiff". */
const WISHES = [
  ['shorter', holdsPhrase('wish-shorter')],
  ['formal', holdsPhrase('wish-formal')],
  ['another', holdsPhrase('wish-another')],
] as const;
const MOST_WORDS_OF_WISH = 8;

function wishIn(text: string): Review | null {
  const flat = flatten(text).text;
  if (flat.split(' ').length > MOST_WORDS_OF_WISH) return null;
  return WISHES.find(([, isSaid]) => isSaid(flat))?.[0] ?? null;
}

/** The variants of the template in turn, and those that a wish asks for. */
const VARIANT_OF = { shorter: 2, formal: 1 } as const;

/** What follows from a rating or a wish: a liked draft is kept, a disliked one gives way to the next version. */
export function afterReview(
  review: Review,
  context: DealContext,
): Partial<{ [K in keyof DealValues]: DealValues[K] | null }> {
  if (typeof review === 'object') return { notes: { text: review.edit, variant: null } };
  if (review === 'keep' || review === 'happy') return {};
  const now = context.values.notes?.variant ?? 0;
  const next = review === 'shorter' || review === 'formal' ? VARIANT_OF[review] : now + 1;
  return { notes: drafted(next === now ? now + 1 : next, context), notesReview: null };
}

/** A rating outlives the form: which variant was liked. */
export function rememberReview(review: Review, { turn, values, draftId }: DealContext): void {
  const variant = values.notes?.variant;
  if ((review !== 'happy' && review !== 'sad') || variant === undefined || variant === null) return;
  const rest = turn.record.feedback.filter((one) => one.about !== draftId || one.variant !== variant);
  turn.record.feedback = [...rest, { about: draftId, mood: review, variant, at: turn.now.toISOString() }];
}

/** A note from the deal's own fields alone, by a fixed template: no contact's data goes in. Variants come in turn. */
export function drafted(variant: number, context: DealContext): Notes {
  const { values, locale, facts } = context;
  const { noteVariants } = dealTexts(locale);
  const text = noteVariants[variant % noteVariants.length]?.({
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
export function noteText({ text, variant }: Notes, context: DealContext): string {
  return variant === null ? text : drafted(variant, context).text;
}

/** The buttons under a drafted note; it is rated once. */
export function reviewChoices({ locale, turn, values, draftId }: DealContext): readonly Choice[] {
  const variant = values.notes?.variant;
  const isRated = turn.record.feedback.some((one) => one.about === draftId && one.variant === variant);
  const shown = ['keep', 'another', 'shorter', ...(isRated ? [] : (['happy', 'sad'] as const))] as const;
  return shown.map((id) => ({ id, ...dealTexts(locale).notesReviews[id] }));
}

function placeOf(pattern: RegExp, sentence: string): string | null {
  const flat = flatten(withoutSecondThought(sentence));
  const place = pattern.exec(flat.text)?.indices?.[1];
  return place === undefined ? null : spanOf(flat, place[0], place[1]).text.trim();
}

function asSentence(words: string): string {
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function means(text: string, { label, words }: Label): boolean {
  const typed = [toPhrase(text), toPhrase(stripCourtesy(text))];
  return [label, ...words].some((word) => typed.includes(toPhrase(word)));
}
