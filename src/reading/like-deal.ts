import { flatten, spanOf } from '../language/flat.ts';
import { isPhrase, made, patternOf, phraseOf } from '../language/said.ts';
import { asks, does, tells } from './contents.ts';
import type { Reading } from './reading.ts';

/** A deal that is to be like one there is. */
export interface LikeDeal {
  /** Whose deal it is to be like, as typed; null where the one on the screen is meant. */
  readonly model: string | null;
  /** Whether they speak of a deal, and not of a value that is like another's. */
  readonly isOfDeal: boolean;
  /** The words without the other deal: what is to be said of the new one. */
  readonly rest: string;
}

const verb = patternOf()`^${'copy-verbs'}(?![a-z])`;
const like = made(() => new RegExp(phraseOf('like-deal')));
const another = made(() => new RegExp(phraseOf('another-same')));
const ofValue = patternOf()`(?<![a-z])(?:${'label-contact'}|${'label-address'}|${'label-solution'}|${'label-value'}|${'label-closing-date'})[ :]*$`;
const isDeal = patternOf()`(?<![a-z])(?:${'deal-nouns'}|${'deals-nouns'})(?![a-z])`;
/** "Il deal di", "the one with": what stands between the verb and whose deal it is. */
const before = patternOf()`^(?:[\s,]*(?:${'articles'}|${'the'}|${'deal-nouns'}|${'that-one'}|${'deal-links'}|${'date-of'})(?![a-z])){0,4}\s*`;
const behind = patternOf()`\s+${'deal-nouns'}$`;
const otherwise = patternOf()`[,;.]|(?:^|\s)${'copy-for'}\s`;

/**
 * "Fammi un deal come quello di Fabrikam ma con Brambilla Srl", "duplica il deal di Contoso", "fammene uno uguale per
 * Rossi". Null where nothing is to be made like another.
 */
export function likeDeal(reading: Reading): LikeDeal | null {
  const same = sameButFor(reading);
  if (same !== null) return same;
  // "…, forse chiude a maggio" behind the order is a doubt about a value.
  const last = reading.clauses.findLastIndex(({ act }) => act === 'order');
  const until = { clauses: last < 0 ? reading.clauses : reading.clauses.slice(0, last + 1) };
  if (reading.text.trimEnd().endsWith('?') || asks(until) || does(until, 'negation')) return null;
  const flat = flatten(reading.text);
  const copied = verb().exec(flat.text);
  if (copied === null && !does(reading, 'order')) return null;
  const found = copied ?? like().exec(flat.text);
  if (found === null) {
    const same = another().exec(flat.text);
    return same === null
      ? null
      : { model: null, isOfDeal: true, rest: without(flat, same.index, same.index + same[0].length) };
  }
  // "Contatto come quello di Contoso" is like in that alone.
  if (ofValue().test(flat.text.slice(0, found.index))) return null;
  const from = found.index + found[0].length;
  const tail = flat.text.slice(from);
  // "Un'offerta come quella di Contoso" is no deal.
  const isOfDeal = isDeal().test(flat.text) || reading.facts.some(({ kind }) => kind === 'known-name');
  if (!isOfDeal) return null;
  const lead = before().exec(tail)?.[0].length ?? 0;
  const length = otherwise().exec(tail.slice(lead))?.index ?? tail.length - lead;
  const name = tail.slice(lead, lead + length);
  const model = name.replace(behind(), '');
  const { text } = spanOf(flat, from + lead, from + lead + model.length);
  return {
    model: text.trim() === '' ? null : text.trim(),
    isOfDeal: copied !== null || isDeal().test(flat.text.slice(0, found.index)),
    rest: without(flat, found.index, from + lead + length),
  };
}

const isSameAs = isPhrase('same-as');
const butFor = patternOf()`^[\s,]*${'contrasting'}(?![a-z])`;

/** "Come Contoso ma 75k", "stesso deal di Contoso, però privato": no verb orders it, and what is to be other is said at once. */
function sameButFor({ text, facts }: Reading): LikeDeal | null {
  const named = facts.find((fact) => fact.kind === 'known-name');
  if (named?.kind !== 'known-name' || text.trimEnd().endsWith('?') || facts.length < 2) return null;
  const [before, rest] = [flatten(text.slice(0, named.start)).text, text.slice(named.end)];
  const but = butFor().exec(flatten(rest).text);
  if (but === null || !isSameAs(before.trim())) return null;
  return { model: named.value, isOfDeal: true, rest: rest.slice(but[0].length).trim() };
}

const forThem = made(() => new RegExp(phraseOf('another-for-them')));

/** What "fanne un altro per loro, da 20k" says of the new deal beside whom it is with; null where it wants none. */
export function anotherForThem(reading: Reading): string | null {
  if (asks(reading) || does(reading, 'negation', 'plan') || tells(reading, 'outcome')) return null;
  const flat = flatten(reading.text);
  const found = forThem().exec(flat.text);
  return found === null ? null : without(flat, found.index, found.index + found[0].length);
}

function without(flat: ReturnType<typeof flatten>, from: number, to: number): string {
  const [first, last] = [spanOf(flat, 0, from).text, spanOf(flat, to, flat.text.length).text];
  return `${first} ${last}`.replace(/\s+/gu, ' ').trim();
}
