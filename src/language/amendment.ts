import { stripCourtesy } from './courtesy.ts';
import { flatten, spanOf } from './flat.ts';
import { anyOf, made } from './said.ts';
import { withoutSecondThought } from './second-thoughts.ts';
import { withoutEnd } from './ends.ts';

/** A wish to add something to a list, or to take it out; `what` as typed, without the verb. */
export interface Amendment {
  readonly kind: 'add' | 'remove';
  readonly what: string;
  /** True where no verb was said ("e anche Paolo"): then only what is surely known is meant. */
  readonly isBare?: boolean;
}

const patterns = made(() => {
  const also = `(?:${anyOf('also')},? )?`;
  const [add, remove, leads] = [anyOf('add-verbs'), anyOf('remove-verbs'), `(?:${anyOf('leads')}[ ,]+)*`];
  return {
    wish: new RegExp(
      `^${leads}(?:${anyOf('wishes')} )?${also}(?:(${add})|(${remove}))(?: |: ?)${also}(.+)$`,
      'd',
    ),
    bare: new RegExp(
      `^${leads}?(?:${anyOf('joining')}(?: ${anyOf('also')})?|${anyOf('also')})[ ,:]+(?![ ,:])(.+)$`,
      'd',
    ),
    next: new RegExp(`(?:[,;.]|(?<=\\s)${anyOf('leads')})\\s+(?=${also}(?:${add}|${remove}) )`, 'g'),
  };
});
const MOST_LETTERS = 300;

/**
 * Reads "aggiungi anche la soluzione Analytics", "togli Marco dal team", "add Paolo to the team"; null where the
 * text doesn't begin with such a verb, or asks ("posso aggiungere una soluzione?").
 */
export function readAmendment(text: string): Amendment | null {
  if (text.length > MOST_LETTERS || text.trimEnd().endsWith('?')) return null;
  const wish = withoutSecondThought(stripCourtesy(text)).trim();
  const flat = flatten(withoutEnd(wish, ' .!…'));
  const typedAt = (place: readonly [number, number]): string => spanOf(flat, ...place).text.trim();
  const found = patterns().wish.exec(flat.text);
  const what = found?.indices?.[3];
  if (what !== undefined) return { kind: found?.[1] === undefined ? 'remove' : 'add', what: typedAt(what) };
  const bare = patterns().bare.exec(flat.text)?.indices?.[1];
  return bare === undefined ? null : { kind: 'add', what: typedAt(bare), isBare: true };
}

/** "aggiungi Analytics e metti Marco nel team" is two wishes; a text with one verb or none stays whole. */
export function splitAmendments(text: string): readonly string[] {
  const flat = flatten(text);
  const cuts = [...flat.text.matchAll(patterns().next)].map(({ index, 0: cut }) => [
    index,
    index + cut.length,
  ]);
  const starts = [0, ...cuts.map(([, end]) => end ?? 0)];
  const ends = [...cuts.map(([start]) => start ?? 0), flat.text.length];
  return starts
    .map((start, index) => spanOf(flat, start, ends[index] ?? start).text.trim())
    .filter((clause) => clause !== '');
}
