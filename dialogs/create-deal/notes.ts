import { stripCourtesy } from '../../src/language/courtesy.ts';
import { flatten, spanOf, toPhrase } from '../../src/language/flat.ts';
import { holdsPhrase, made, patternOf, phraseOf } from '../../src/language/said.ts';
import { withoutSecondThought } from '../../src/language/second-thoughts.ts';
import { isOneOf } from '../engine/answer.ts';
import { isNo, isYes } from '../engine/aside.ts';
import type { Parsed, Question, Said } from '../engine/slot.ts';
import type { Label } from '../kinds/row.ts';
import { dealTexts } from './texts.ts';
import { type DealContext, dealSchemas, type DealValues, knownOf } from './values.ts';

type Notes = DealValues['notes'];
type Review = DealValues['notesReview'];

export const NO_NOTES: Notes = { text: '', variant: null };
const SHOWN_LETTERS = 160;

/** "Scrivi: chiamare il CFO prima di Natale", "add a note: …": what is to be written. */
const dictated = made(() => {
  const [verb, link, noun] = [phraseOf('note-verbs'), phraseOf('note-links'), phraseOf('note-nouns')];
  const wish = `(?:${phraseOf('courtesy')} )?${verb} (?:${link} )*${noun}(?: ${phraseOf('that')})?`;
  return new RegExp(`^(?:${wish}|${phraseOf('note-leads')})\\s*:\\s*(.{2,})$`, 'ds');
});
/** "Aggiungi che hanno fretta", "add that they are in a hurry": what is to stand beside the note. */
const addition = made(() => {
  const links = `(?:${phraseOf('note-links', 'note-nouns')} )*`;
  const opening = `(?:${phraseOf('joining', 'leads')} )*(?:(?:${phraseOf('note-links')} )+${phraseOf('note-nouns')}[ ,:]+)?${phraseOf('note-verbs')}`;
  return new RegExp(`^${opening} ${links}${phraseOf('that')}\\s+(.{2,})$`, 'ds');
});
/** "Via la nota", "togli le note", "no la nota toglila", "drop the note"; where a note is asked about, "toglila" alone. */
const removed = patternOf()`^(?:(?:${'leads'}|${'help-denied'}),? ){0,3}(?:(?:${'remove-verbs'}|${'help-denied'}|${'away'})${'object-endings'}? (?:${'articles'} ?){0,2}${'note-nouns'}|(?:${'articles'} ?){0,2}${'note-nouns'},? (?:${'remove-verbs'}${'object-endings'}?|${'away'}))$`;
const removedIt = patternOf()`^(?:(?:${'leads'}|${'help-denied'}),? ){0,3}${'remove-verbs'}(?:${'object-endings'}| it)$`;
const speaksOfNotes = holdsPhrase('note-verbs', 'note-nouns', 'note-leads');

/** What an answer to the question for notes is, where it is no note: "write it for me", "no". */
export function readNotes(said: Said, context: DealContext): Parsed<Notes> | null {
  const { notesNoneWords, slots } = dealTexts[context.locale];
  if (means(said.text, slots.notes.choices.write)) return { kind: 'value', value: drafted(0, context) };
  const isNone = isOneOf(said.text, notesNoneWords) || isNo(said.reading) || removesIt(said.text);
  if (isNone) return { kind: 'value', value: NO_NOTES };
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
  if (!speaksOfNotes(flatten(text).text) || !means(text, dealTexts[context.locale].slots.notes.choices.write))
    return null;
  return { kind: 'value', value: drafted(0, context) };
}

const removesNote = (text: string): boolean => text.length <= LONGEST_ORDER && removed().test(toPhrase(text));
/** The same where a note is asked about, so that "toglila" means it. */
const removesIt = (text: string): boolean =>
  removesNote(text) || (text.length <= LONGEST_ORDER && removedIt().test(toPhrase(text)));
/** Letters; a longer text is a note. */
const LONGEST_ORDER = 60;

/** A dictated note takes the place of what there was; "aggiungi che …" is put behind it. */
export function amendNotes({ text }: Said, context: DealContext): Parsed<Notes> | null {
  if (removesNote(text)) return { kind: 'value', value: NO_NOTES };
  const typed = placeOf(dictated(), text);
  const added = typed === null ? placeOf(addition(), text) : null;
  if (typed === null && added === null) return null;
  const before = context.values.notes === undefined ? '' : noteText(context.values.notes, context);
  const note = typed ?? [before, asSentence(added ?? '')].filter((part) => part !== '').join(' ');
  const value = { text: note, variant: null };
  const isFitting = dealSchemas.notes.safeParse(value).success;
  return isFitting
    ? { kind: 'value', value }
    : { kind: 'invalid', text: dealTexts[context.locale].slots.notes.invalid };
}

/** The review that a button or a field names; undefined where it is none. */
export const chosenReview = (id: string): Review | undefined => dealSchemas.notesReview.safeParse(id).data;

const REVIEWS = ['keep', 'happy', 'sad', 'shorter', 'formal', 'another'] as const;

/** What an answer to a drafted note says of it: keep it, another one, shorter, more formal, or other words. */
export function readReview(said: Said, context: DealContext): Parsed<Review> | null {
  const labels = dealTexts[context.locale].slots.notesReview.choices;
  const meant = REVIEWS.find((review) => means(said.text, labels[review]));
  if (meant !== undefined) return { kind: 'value', value: meant };
  if (isYes(said.reading)) return { kind: 'value', value: 'keep' };
  if (removesIt(said.text)) return { kind: 'value', value: { edit: '' } };
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
  const { noteVariants } = dealTexts[context.locale];
  const text = noteVariants[variant % noteVariants.length]?.(knownOf(context));
  return { text: text ?? '', variant };
}

/** The note's words; a drafted one always speaks of the deal as it is now. */
export function noteText({ text, variant }: Notes, context: DealContext): string {
  return variant === null ? text : drafted(variant, context).text;
}

/** One line of a note. A drafted one speaks of the deal, and has gaps before that is known. */
export function shownNote(note: Notes, context: DealContext): string | null {
  if (note.variant !== null && context.values.value === undefined) return null;
  const line = noteText(note, context).replace(/\s+/g, ' ');
  return line === '' ? null : line.length <= SHOWN_LETTERS ? line : `${line.slice(0, SHOWN_LETTERS)}…`;
}

/** Shows a drafted note and asks what to do with it; it is rated once. */
export function askReview(context: DealContext): Question {
  const { locale, turn, values, draftId } = context;
  const { notesDrafted, slots } = dealTexts[locale];
  const { text, why, choices } = slots.notesReview;
  const { notes = NO_NOTES } = values;
  const isRated = turn.record.feedback.some((one) => one.about === draftId && one.variant === notes.variant);
  const shown = ['keep', 'another', 'shorter', ...(isRated ? [] : (['happy', 'sad'] as const))] as const;
  return {
    text,
    why,
    above: [notesDrafted, { verbatim: noteText(notes, context) }],
    choices: shown.map((id) => ({ id, ...choices[id] })),
  };
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
  return [text, stripCourtesy(text)].some((typed) => isOneOf(typed, [label, ...words]));
}
