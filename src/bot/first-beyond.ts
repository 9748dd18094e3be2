import { flatten } from '../language/flat.ts';
import { inLists, patternOf } from '../language/said.ts';
import { foldedWords } from '../reading/folded.ts';
import type { Act, Clause, Reading } from '../reading/reading.ts';
import { withoutOpening } from './requests.ts';
import { ordersUnable } from './unable.ts';

/** A message whose beginning orders what isn't done here, with what it asks for besides: '' where that is nothing. */
export interface FirstBeyond {
  readonly first: string;
  readonly rest: string;
  /** Whether there is an answer to it ("riapri Proseware"), and not only a no. */
  readonly isKnown: boolean;
}

const PASSING: ReadonlySet<Act> = new Set<Act>(['courtesy', 'filler']);

/**
 * "Prenotami una sala e dimmi come va Fabrikam", "manda una mail a Contoso per …", "riapri Proseware, e segna …": an order
 * for something that no word here is about, or that is never done here. Null where the message begins otherwise.
 */
export function firstBeyond(reading: Reading): FirstBeyond | null {
  const said = reading.clauses.filter(({ act }) => !PASSING.has(act));
  const [opening, next] = said;
  if (opening === undefined) return null;
  const isKnown =
    next !== undefined && ordersUnable({ ...reading, clauses: [opening], facts: opening.facts });
  if (!isKnown && !ordersUnknown(opening, reading) && !writesTo(opening)) return null;
  const rest = next === undefined ? '' : withoutOpening(reading.text.slice(next.start));
  return { first: opening.text.replace(/[\s,;]+$/u, ''), rest, isKnown };
}

/** "Prenota una sala", "book me a room": a word that nothing explains, something undetermined behind it, and it is unknown, too. */
function ordersUnknown({ act, text }: Clause, { unclaimed }: Reading): boolean {
  if (act !== 'statement' && act !== 'order') return false;
  const { groups } = unknown().exec(flatten(text).text) ?? {};
  const left = new Set(unclaimed.flatMap(foldedWords));
  const { verb = '', thing = '' } = groups ?? {};
  return verb !== '' && left.has(verb) && left.has(thing);
}

const unknown = patternOf()`^(?<verb>[a-z]{4,})(?: ${'to-oneself'})? ${'indefinite'} ?(?<thing>[a-z]{3,})`;

const isSend = inLists('send-verbs');

/** "Manda una mail a Contoso per dire che …": whoever the deal is with is written to by nobody here. */
function writesTo({ act, text, facts }: Clause): boolean {
  const [only, ...more] = facts.filter(({ kind }) => kind === 'known-name' || kind === 'organisation');
  if (act !== 'order' || only === undefined || more.length > 0) return false;
  return isSend(foldedWords(text)[0] ?? '') && letter().test(flatten(text).text);
}

const letter = patternOf()`(?<![a-z])${'indefinite'} ?(?:[a-z]+ ){0,1}${'letters'}(?![a-z])`;
