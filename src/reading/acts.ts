import { readDoubt, readQuestion } from './asking.ts';
import { readComplaint } from './complaining.ts';
import { readForbidding, readNegation, readPuttingOff, readSupposition } from './holding-back.ts';
import { readGoverned } from './governed.ts';
import { forceOf, none, ClausePiece, type Around, type Force } from './piece.ts';
import { readOrder } from './ordering.ts';
import { readPlan } from './planning.ts';
import { readReport, whoseDeed } from './telling.ts';
import { isBeside, wholeAct } from './whole-act.ts';
import type { Item } from './words/items.ts';

/**
 * What a piece does. What holds back comes first: a complaint, a supposition, a doubt, a question, a negation, a plan
 * and a report are each looked for before an order, so that none of them is ever taken for one.
 */
export function readForce(items: readonly Item[], around: Around): Force {
  const piece = new ClausePiece(items, around);
  if (piece.isEmpty) return forceOf(around.asks ? 'question' : piece.isPolite ? 'courtesy' : 'filler');
  if (piece.isBound) return forceOf('statement');
  // "Dai", "guarda" alone order nothing.
  if (!around.asks && piece.core.every(isBeside)) return none;
  const whole = wholeAct(piece);
  // "Me lo salvi?" is no question: whoever says nothing else wants it put off.
  const isAskedFor = whole === 'courtesy' || (whole === 'not-now' && piece.has('put-off'));
  if (whole !== null && (!around.asks || isAskedFor)) return forceOf(whole);
  for (const read of READERS) {
    const force = read(piece);
    if (force !== null) return force.act === 'question' ? forceOf('question', whoseDeed(piece)) : force;
  }
  return whole === null ? none : forceOf(whole);
}

type Reader = (piece: ClausePiece) => Force | null;

const READERS: readonly Reader[] = [
  readGoverned,
  readForbidding,
  readComplaint,
  readSupposition,
  readPuttingOff,
  readDoubt,
  readQuestion,
  readNegation,
  readPlan,
  readReport,
  readOrder,
];
