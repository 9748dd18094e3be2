import { stripCourtesy } from './courtesy.ts';
import { flatten, spanOf } from './flat.ts';
import type { Locale } from './locale.ts';
import { withoutSecondThought } from './second-thoughts.ts';
import { withoutEnd } from './ends.ts';

/** A wish to add something to a list, or to take it out; `what` as typed, without the verb. */
export interface Amendment {
  readonly kind: 'add' | 'remove';
  readonly what: string;
  /** True where no verb was said ("e anche Paolo"): then only what is surely known is meant. */
  readonly isBare?: boolean;
}

const ASK =
  "(?:(?:e|ed|poi|ok|si|inoltre|and|then|also|now|ora|adesso)[ ,]+)*(?:vorrei |voglio |devo |puoi |potresti |possiamo |mi |i want to |i'd like to |can you |could you |can we |let's |please )?(?:anche |pure |also )?";
const ADD =
  '(?:aggiung(?:i|iamo|ere|imi|ici|erei|o)|inserisc(?:i|o)|inserire|inserire|includi|includere|includiamo|mett(?:i|iamo|ere|ici|o)|add|include|put|bring in)';
const REMOVE =
  '(?:togli|togliamo|togliere|toglimi|tolgo|rimuov(?:i|iamo|ere|o)|leva|levare|leviamo|elimina|eliminare|cancella|cancellare|remove|take out|take off|take|drop|delete)';
const AMENDMENT = new RegExp(`^${ASK}(?:(${ADD})|(${REMOVE}))(?: |: ?)(?:anche |pure |also )?(.+)$`, 'd');
const BARE =
  /^(?:(?:poi|ok|oh|ah)[ ,]+)*(?:(?:e|ed|and|plus)(?: (?:anche|pure|also))?|anche|pure|also)[ ,:]+(?![ ,:])(.+)$/d;
const NEXT_VERB = new RegExp(
  `(?:[,;.]|(?<=\\s)(?:e|ed|poi|and|then))\\s+(?=(?:anche |also )?(?:${ADD}|${REMOVE}) )`,
  'g',
);
const MOST_LETTERS = 300;

/**
 * Reads "aggiungi anche la soluzione Analytics", "togli Marco dal team", "add Paolo to the team"; null where the
 * text doesn't begin with such a verb, or asks ("posso aggiungere una soluzione?").
 */
export function readAmendment(text: string, locale: Locale): Amendment | null {
  if (text.length > MOST_LETTERS || text.trimEnd().endsWith('?')) return null;
  const wish = withoutSecondThought(stripCourtesy(text, locale)).trim();
  const flat = flatten(withoutEnd(wish, ' .!…'));
  const bare = BARE.exec(flat.text)?.indices?.[1];
  const found = AMENDMENT.exec(flat.text);
  if (found === null && bare !== undefined)
    return { kind: 'add', what: spanOf(flat, bare[0], bare[1]).text.trim(), isBare: true };
  const place = found?.indices?.[3];
  if (found === null || place === undefined) return null;
  const what = spanOf(flat, place[0], place[1]).text.trim();
  return { kind: found[1] === undefined ? 'remove' : 'add', what };
}

/** "aggiungi Analytics e metti Marco nel team" is two wishes; a text with one verb or none stays whole. */
export function splitAmendments(text: string): readonly string[] {
  const flat = flatten(text);
  const cuts = [...flat.text.matchAll(NEXT_VERB)].map(({ index, 0: cut }) => [index, index + cut.length]);
  const starts = [0, ...cuts.map(([, end]) => end ?? 0)];
  const ends = [...cuts.map(([start]) => start ?? 0), flat.text.length];
  return starts
    .map((start, index) => spanOf(flat, start, ends[index] ?? start).text.trim())
    .filter((clause) => clause !== '');
}
