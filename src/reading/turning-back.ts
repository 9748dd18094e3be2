import { inLists } from '../language/said.ts';
import type { Meaning } from '../knowledge/words.ts';
import { isValue, type Clausal, type Folded } from './clausal.ts';
import type { Act, FactKind } from './reading.ts';
import { CARRY_NOTHING } from './piece.ts';
import { type TakenBack, WEAK } from './taken-back.ts';
import type { Item } from './words/items.ts';

/** Clauses as they count once all is said: what is taken back is not ordered, and what is put in its place corrects. */
export const asTurnedBack = (clauses: readonly Clausal[], takenBack: readonly TakenBack[]): Folded[] =>
  withCorrections(withoutBareTurns(withoutTakenBack(clauses)), takenBack);

/** "Chiudi Fabrikam come vinto, anzi no", "… no aspetta lunedì", "… scherzo": an order, or an end, that is taken back is none. */
function withoutTakenBack(clauses: readonly Clausal[]): readonly Clausal[] {
  const turned = clauses.findLastIndex((clause) => !onlyTurns(clause)) + 1;
  const turning = clauses.slice(turned);
  // "Salva ed esci" is one.
  const isApart = turning[0]?.part.joined !== 'and';
  // "Nuovo deal con Gamma Srl, 35k, dopo Pasqua" tells when it closes.
  const tells =
    clauses[turned - 1]?.part.items.some(({ fact }) => fact !== null && SUMS.has(fact.kind)) === true;
  const isDetail =
    tells && turning.every(({ part: { items } }) => items.some(({ fact }) => fact?.kind === 'day'));
  const isLeft = isApart && !isDetail && turning.some(({ part: { items } }) => items.some(leavesIt));
  return clauses.map((clause, at) => {
    const next = clauses[at + 1];
    const isTakenBack =
      clause.act === 'order' && next !== undefined && takesAllBack(next) && !puts(clauses[at + 2]);
    const isDone = clause.act === 'order' || clause.part.items.some(({ fact }) => fact?.kind === 'outcome');
    const isLast = at === turned - 1 && isLeft && isDone && !STAYS.has(clause.act);
    return isTakenBack || isLast ? { ...clause, act: 'negation' } : clause;
  });
}

const SUMS: ReadonlySet<FactKind> = new Set<FactKind>(['money', 'recurring']);
const STAYS: ReadonlySet<Act> = new Set<Act>(['question', 'plan']);

/** "No aspetta lunedì": turning words, and perhaps a day to wait for. */
const onlyTurns = ({ part: { items, asks } }: Clausal): boolean =>
  !asks &&
  items.every(
    ({ kind, meaning, fact }) =>
      kind === 'sign' ||
      fact?.kind === 'day' ||
      (meaning !== null && (TURNING.has(meaning) || LEAVING.has(meaning) || meaning === 'later')),
  );
const LEAVING: ReadonlySet<Meaning> = new Set<Meaning>(['take-back', 'wait', 'cancel', 'put-off']);
const leavesIt = ({ meaning }: Item): boolean => meaning !== null && LEAVING.has(meaning);

/** "80k, anzi facciamo 90k" puts a value in the place of another, and takes no order back. */
const puts = (next: Clausal | undefined): boolean => next?.part.items.some(isValue) === true;

/** "Anzi no": words that turn back, with nothing in the place of what was said. */
function takesAllBack({ part: { items } }: Clausal): boolean {
  const said = items.filter(({ kind }) => kind !== 'sign');
  return (
    said.some(({ meaning }) => meaning === 'take-back') &&
    said.every(({ meaning }) => meaning !== null && TURNING.has(meaning))
  );
}
const TURNING: ReadonlySet<Meaning> = new Set<Meaning>(['take-back', ...WEAK, ...CARRY_NOTHING]);

/** "A dire il vero non saprei", "oops, sorry": words that turn to nothing put nothing in the place of anything. */
function withoutBareTurns(clauses: readonly Clausal[]): readonly Clausal[] {
  const isTurn = ({ act, part: { items } }: Clausal): boolean =>
    act === 'correction' && items.every(({ kind, meaning }) => kind === 'sign' || meaning === 'take-back');
  const isExcuse = (clause: Clausal): boolean =>
    clause.act === 'courtesy' || (isTurn(clause) && clause.part.items.some(({ word }) => isExcusing(word)));
  if (clauses.every(isExcuse)) return clauses.slice(0, 1).map((clause) => ({ ...clause, act: 'courtesy' }));
  const kept: Clausal[] = [];
  for (const [at, clause] of clauses.entries()) {
    const last = kept.at(-1);
    if (isTurn(clause) && clauses[at + 1]?.act === 'filler') continue;
    const isSame = last?.act === 'filler' && clause.act === 'filler';
    if (!isSame) kept.push(clause);
  }
  return kept;
}
const isExcusing = inLists('excusing');

/** What stands between "80k" and "90k" in "80k, no scusa, 90k" is one correction with it, no refusal of anything. */
function withCorrections(clauses: readonly Folded[], takenBack: readonly TakenBack[]): Folded[] {
  const turns = takenBack
    .filter(({ fact, by }) => by.start >= fact.end)
    .sort((a, b) => a.fact.end - b.fact.end);
  const kept: Folded[] = [];
  let next = 0;
  let at = 0;
  while (at < clauses.length) {
    const clause = clauses[at] as Folded;
    while (next < turns.length && (turns[next]?.by.start ?? 0) < clause.start) next += 1;
    const turn = turns[next];
    const begins =
      turn !== undefined && clause.start >= turn.fact.end && (clauses[at - 1]?.start ?? 0) < turn.fact.end;
    const size = begins ? lengthOf(clauses, at, turn) : 0;
    kept.push(size === 0 ? clause : { ...clause, act: 'correction' });
    at += Math.max(1, size);
  }
  return kept;
}

/** How many clauses from here lead to the fact that counts; none where one of them does more than turn to it. */
function lengthOf(clauses: readonly Folded[], from: number, { by }: TakenBack): number {
  let size = 0;
  for (let at = from; at < clauses.length; at += 1, size += 1) {
    const clause = clauses[at] as Folded;
    if (clause.start > by.start) break;
    if (!TURNS.has(clause.act)) return 0;
  }
  return size;
}

const TURNS: ReadonlySet<Act> = new Set<Act>([
  'refusal',
  'courtesy',
  'not-now',
  'correction',
  'statement',
  'report',
  'filler',
]);
