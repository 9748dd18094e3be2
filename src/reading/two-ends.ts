import { patternOf } from '../language/said.ts';
import { flatten } from '../language/flat.ts';
import { asks, does } from './contents.ts';
import type { Reading } from './reading.ts';
import { toldEnds } from './told-ends.ts';

const joined = patternOf()`[\s,;]{1,4}(?:${'joining'}[\s,]{1,3})?$`;

/** What a message tells first, and what comes after it. */
interface TwoRequests {
  readonly first: string;
  readonly rest: string;
}

/**
 * "Chiudi Contoso vinto e Fabrikam perso": two deals, each with its end. Each is told by itself, the first with whatever
 * stands before it. Null where a message tells anything else.
 */
export function twoEnds(reading: Reading): TwoRequests | null {
  const { text, facts } = reading;
  if (asks(reading) || does(reading, 'negation', 'plan')) return null;
  const said = facts.filter(({ kind }) => kind === 'known-name' || kind === 'outcome');
  const [one, two, three, four, ...more] = said;
  if (one === undefined || two === undefined || three === undefined || four === undefined) return null;
  // "Vinta Wingtip e persa Northwind" tells each end first.
  const isEndFirst = one.kind === 'outcome';
  const isPaired = [three.kind, four.kind].join() === [one.kind, two.kind].join() && one.kind !== two.kind;
  const [name, other] = isEndFirst ? [two, four] : [one, three];
  const isTwo = name.kind === 'known-name' && other.kind === 'known-name' && name.value !== other.value;
  return isPaired && isTwo && more.length === 0 ? partedAt(text, three.start) : null;
}

/** "Vinti Contoso e Fabrikam", "Contoso e Fabrikam persi": two deals with one end, which is told of each. */
export function oneEndOfTwo(reading: Reading): TwoRequests | null {
  const { text, facts } = reading;
  if (asks(reading) || does(reading, 'negation', 'plan', 'what-if')) return null;
  const said = facts.filter(({ kind }) => kind === 'known-name' || kind === 'outcome');
  const names = said.filter((fact) => fact.kind === 'known-name');
  const [end, ...more] = said.filter(({ kind }) => kind === 'outcome');
  const [one, two, ...others] = names;
  if (end === undefined || one === undefined || two === undefined || more.length + others.length > 0)
    return null;
  const isJoined = joinedOnly().test(flatten(text.slice(one.end, two.start)).text);
  if (!isJoined || one.value === two.value || facts.length > said.length) return null;
  const [told, second] = [text.slice(end.start, end.end), text.slice(two.start, two.end)];
  const first = end.start < one.start ? text.slice(0, one.end) : `${text.slice(0, one.end)} ${told}`;
  return { first: first.trim(), rest: `${second} ${told}` };
}
const joinedOnly = patternOf()`^\s*,?\s*${'joining'}\s*$`;

/**
 * "Wingtip perso, aprimene uno nuovo con loro da 20k": how a deal ended, and another one that is to be made. Null where a
 * message tells anything else.
 */
export function endAndAnother(reading: Reading): TwoRequests | null {
  const { text, clauses } = reading;
  if (asks(reading) || does(reading, 'negation', 'plan', 'what-if')) return null;
  const another = clauses.find(
    (clause) => clause.isAnother === true && clause.isLook !== true && clause.start > 0,
  );
  if (another === undefined) return null;
  const [before, behind] = [
    clauses.filter(({ end }) => end <= another.start),
    clauses.slice(clauses.indexOf(another)),
  ];
  const isEnd = before.some((clause) => toldEnds(clause).length > 0);
  return isEnd && !behind.some((clause) => toldEnds(clause).length > 0)
    ? partedAt(text, another.start)
    : null;
}

/** Without what joins the two. */
function partedAt(text: string, at: number): TwoRequests {
  const before = text.slice(0, at);
  const first = before.slice(0, joined().exec(flatten(before).text)?.index ?? at).trim();
  const rest = text.slice(at).trim();
  return { first, rest: rest.slice(joining().exec(flatten(rest).text)?.[0].length ?? 0) };
}

const joining = patternOf()`^${'joining'}\s+`;
