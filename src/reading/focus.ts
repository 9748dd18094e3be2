import { flatten } from '../language/flat.ts';
import { anyOf, holdsPhrase, inLists, made, madeBy, tableOf } from '../language/said.ts';
import type { FollowUp, Words } from '../knowledge/words.ts';
import { isFunctionWord, nameNothing } from '../language/function-words.ts';
import { foldedWords } from './folded.ts';
import { tells } from './contents.ts';
import { formOf, nounSaid } from './places.ts';
import type { Reading } from './reading.ts';

/** What is on the screen: the deals shown last, in their order, and the one that a reply was about. */
export interface Focus {
  /** Ids of deals; one where a single deal was shown. */
  readonly deals: readonly string[];
  /** The deal that "it" means, null after a list. */
  readonly current: string | null;
  /** The names of the people shown; empty where the last thing shown was none of them. */
  readonly people: readonly string[];
  /** Messages since it was shown. */
  readonly age: number;
  /** The deal that was at hand before, null or absent where none was. */
  readonly previous?: string | null;
}

/** What a message wants of what is on the screen. */
export interface Pointed {
  /** The deal meant; null where it can't be told, and must be asked. */
  readonly deal: string | null;
  /** `show` where nothing but the deal is meant ("il secondo"). */
  readonly wish: Exclude<FollowUp, 'other' | 'this' | 'resume'>;
  /**
   * What it says besides: nothing ("e perché?"), more that may be said of the deal ("perché l'hanno rifiutato?"), or a
   * thing of its own ("perché il pulsante è grigio?"), which then may be what is asked about.
   */
  readonly beside: 'nothing' | 'words' | 'thing';
}

/** After so many messages about something else, "it" means nothing any more. */
export const FOCUS_LASTS = 4;

/** A longer message says what it is about. */
const MOST_WORDS = 9;

/** Facts that name a deal or a customer themselves. */
export const NAMING: ReadonlySet<string> = new Set([
  'known-name',
  'organisation',
  'link',
  'number-id',
  'money',
  'day',
]);

/**
 * Reads a message in the light of what is on the screen: "perché?" after a card, "il secondo" after a list, "l'altro"
 * beside two. Null where the message names its own subject, or says nothing that points at the screen.
 *
 * @param words of the message's language
 */
export function pointedAt(reading: Reading, focus: Focus | null, words: Words): Pointed | null {
  if (focus === null || focus.age > FOCUS_LASTS || focus.deals.length === 0) return null;
  if (reading.facts.some(({ kind }) => NAMING.has(kind))) return null;
  const said = foldedWords(reading.text);
  if (said.length > MOST_WORDS) return null;
  const wish = WISHES.find((each) => phraseOf(each, said, words) !== null) ?? null;
  const place = placeIn(reading, focus, words);
  if (place !== null) return { deal: place, wish: wish ?? 'show', beside: 'nothing' };
  if (nounSaid(reading, others(words.followUps), words) !== null)
    return { deal: otherOf(focus), wish: wish ?? 'show', beside: 'nothing' };
  // "E se non rispondono?" of the deal at hand is about its time; "e se lo segno perso?", "e se rifiutano?" are not.
  const isOfTime = reading.clauses.every(({ act, isOfDeed }) => act === 'what-if' && isOfDeed !== true);
  const supposes =
    focus.current !== null &&
    isOfTime &&
    !tells(reading, 'outcome') &&
    !tellsDecision(flatten(reading.text).text);
  const meant = wish ?? (supposes ? 'left' : null);
  if (meant === null) return null;
  const phrase = wish === null ? [] : (phraseOf(wish, said, words) ?? []);
  return { deal: focus.current, wish: meant, beside: besideOf(reading, said, phrase, words) };
}

const tellsDecision = holdsPhrase('notice-accepted', 'notice-declined');

const WISHES = ['anew', 'who', 'left', 'why', 'show'] as const;

const others = madeBy(({ other }: Words['followUps']) => other.map((phrase) => formOf([phrase])));

/** The words of each phrase. */
const phrasesOf = madeBy((phrases: readonly string[]) => phrases.map((phrase) => foldedWords(phrase)));

/** The words of the first phrase of this wish that stands in a message. */
function phraseOf(wish: FollowUp, said: readonly string[], { followUps }: Words): readonly string[] | null {
  const text = ` ${said.join(' ')} `;
  return phrasesOf(followUps[wish]).find((phrase) => text.includes(` ${phrase.join(' ')} `)) ?? null;
}

/** Whether a message only asks why: "e perché?", "perché no?", "why not?". */
export function asksWhyAlone({ text, facts }: Reading, { followUps }: Words): boolean {
  const said = foldedWords(text);
  const whole = ` ${said.join(' ')} `;
  const isAlone = (phrase: readonly string[]): boolean =>
    whole.includes(` ${phrase.join(' ')} `) &&
    said.every((word) => phrase.includes(word) || isFunctionWord(word));
  return facts.length === 0 && phrasesOf(followUps.why).some(isAlone);
}

/** Whether a short question is about the time that Microsoft has left: "when does Fabrikam run out?" */
export function asksTimeLeft({ text, clauses }: Reading, words: Words): boolean {
  const said = foldedWords(text);
  const isAsked = clauses.every(({ act }) => act === 'question' || act === 'courtesy');
  return isAsked && said.length <= MOST_WORDS && phraseOf('left', said, words) !== null;
}

function besideOf(
  reading: Reading,
  said: readonly string[],
  phrase: readonly string[],
  words: Words,
): Pointed['beside'] {
  const left = said.filter((word) => !phrase.includes(word) && !isFunctionWord(word));
  if (left.length === 0) return 'nothing';
  return namesThing(reading, words, phrase) ? 'thing' : 'words';
}

/** Articles that are nothing else, alone and grown to what stands before them, and owners: "il", "della", "my". */
const isArticle = inLists('thing-articles');
/** Articles that are pronouns as well: "la scheda", "la rifiutano". */
const mayBeArticle = inLists('articles-or-pronouns');

/** Whether a message names a thing by a noun with its article that is neither a deal nor one of these words. */
export function namesThing(
  { text, unclaimed }: Reading,
  { cues }: Words,
  but: readonly string[] = [],
): boolean {
  const known = new Set([...phrasesOf(cues.deal).flat(), ...but]);
  const unknown = new Set(unclaimed.flatMap(foldedWords));
  const said = foldedWords(text);
  return said.some((word, at) => {
    const before = said[at - 1] ?? '';
    if (known.has(word) || isFunctionWord(word)) return false;
    // "Perché lo rifiutano?" has a pronoun before its verb.
    return isArticle(before) || (mayBeArticle(before) && unknown.has(word) && !word.endsWith('no'));
  });
}

/** What joins a message to the one before begins with one of these; made once for the words of a language. */
const joiningWords = madeBy(
  ({ join, contrast }: Pick<Words['cues'], 'join' | 'contrast'>): ReadonlySet<string | undefined> =>
    new Set([...join, ...contrast].map((cue) => foldedWords(cue)[0])),
);

/**
 * Whether a message goes on from what was said before: a short question that begins with an "e", "ma", "and" or "so" and
 * names nothing of its own. "E dopo?" and "and who does that?" do; "e il meteo a Roma?" does as well, of which others judge.
 */
export function goesOn({ text, facts, clauses }: Reading, { cues }: Words): boolean {
  const said = foldedWords(text);
  const joins = joiningWords(cues).has(said[0]);
  const asks = clauses.some(({ act }) => act === 'question' || act === 'what-if');
  // "What if I didn't?" names nothing, and supposes.
  const isBare = clauses.every(({ act }) => act === 'what-if') && nameNothing(said);
  return (
    ((joins && asks) || isBare) && said.length <= MOST_WORDS && !facts.some(({ kind }) => NAMING.has(kind))
  );
}

/** Whether a message that goes on supposes something and names no thing: "e se non si fa vivo nessuno?", "and if they sit on it?" */
export function supposesOfIt(reading: Reading, words: Words): boolean {
  const [only, ...more] = reading.clauses;
  return only?.act === 'what-if' && more.length === 0 && !namesThing(reading, words);
}

const isDue = holdsPhrase('in-due-course');

/** Whether a message wants to go on with something that was put aside. */
export function resumes({ text, clauses }: Reading, words: Words): boolean {
  // "Salvalo, lo riprendo dopo" puts it aside.
  if (clauses.some(({ act }) => act === 'not-now') && isDue(flatten(text).text)) return false;
  return phraseOf('resume', foldedWords(text), words) !== null;
}

/** "Chiudi un deal", "close another deal": any, and not the one on the screen. */
const anyDeal = made(
  () => new RegExp(`(?<!\\p{L})${anyOf('any-one')}\\s?${anyOf('deal-nouns')}(?!\\p{L})`, 'u'),
);

/** Whether a message speaks of "it", of which something is on the screen. */
export function pointsAtIt(reading: Reading, focus: Focus | null): string | null {
  if (focus === null || focus.age > FOCUS_LASTS || focus.current === null) return null;
  const isNamed = reading.facts.some(({ kind }) => NAMING.has(kind)) || namedBeforeEnd(reading) !== null;
  return isNamed || anyDeal().test(flatten(reading.text).text) ? null : focus.current;
}

/** What an order or a correction puts before the end of a deal that nobody has: the "pluto" of "segna pluto come perso". */
export function namedBeforeEnd({ text, clauses, facts, unclaimed }: Reading): string | null {
  const end = facts.find(({ kind }) => kind === 'outcome');
  if (end === undefined || !clauses.some(({ act }) => act === 'order' || act === 'correction')) return null;
  const isHearsay = (at: number): boolean =>
    clauses.some((clause) => clause.isHearsay === true && at >= clause.start && at < clause.end);
  const between = unclaimed.find((run) => {
    const at = text.indexOf(run);
    const words = text.slice(at + run.length, end.start);
    // A comma parts it: "that's the other way round, we won it" names nobody. Nor does "legal told me they signed".
    const isApart = /[,;.]/u.test(words) || (isHearsay(at) && !foldedWords(words).every(isFunctionWord));
    return at > 0 && at < end.start && !isApart;
  });
  return between ?? null;
}

/** "Il secondo", "the last one": a place in the list; null where no list is shown, or none is said. */
function placeIn(reading: Reading, { deals }: Focus, words: Words): string | null {
  const place = deals.length < 2 ? null : placeSaid(reading, words);
  return place === null ? null : (deals.at(place) ?? null);
}

/**
 * Which of the people on the screen a message means, counted from 0: "la prima", "scrivi al secondo", "e Dario?". Null
 * where it means none of them, or several.
 */
export function personPointedAt(reading: Reading, focus: Focus | null, words: Words): number | null {
  if (focus === null || focus.age > FOCUS_LASTS || foldedWords(reading.text).length > MOST_WORDS) return null;
  const { people } = focus;
  const said = new Set(foldedWords(reading.text));
  const called = people.flatMap((name, at) => (foldedWords(name).some((word) => said.has(word)) ? [at] : []));
  if (called.length > 0) return called.length === 1 ? (called[0] ?? null) : null;
  const place = people.length < 2 ? null : placeSaid(reading, words);
  const at = place !== null && place < 0 ? people.length + place : place;
  return at !== null && at >= 0 && at < people.length ? at : null;
}

/** Whether a message names a place in a list, and no deal: "chiudi il primo", whatever is on the screen. */
export const saysPlace = (reading: Reading, words: Words): boolean =>
  placeSaid(reading, words) !== null && !reading.facts.some(({ kind }) => NAMING.has(kind));

/** A place that stands as a noun, as an index: the first is 0, the last -1. */
function placeSaid(reading: Reading, words: Words): number | null {
  const { order, forms } = places();
  const at = nounSaid(reading, forms, words);
  return at === null ? null : placeFrom(order[at] ?? 0);
}

/** The last is -1, as in the files; the first is 0 here. */
const placeFrom = (place: number): number => (place < 0 ? place : place - 1);

/** Words for places in a list, those of one place together. */
const places = made(() => {
  const table = [...tableOf<number>('places')];
  const order = [...new Set(table.map(([, place]) => place))];
  const forms = order.map((place) => formOf(table.flatMap(([word, of]) => (of === place ? [word] : []))));
  return { order, forms };
});

/** Of two the one that isn't at hand, of one the one before it; of more it can't be told. */
export function otherOf({ deals, current, previous = null }: Focus): string | null {
  if (deals.length === 1) return previous;
  const others = deals.filter((id) => id !== current);
  return others.length === 1 ? (others[0] ?? null) : null;
}
