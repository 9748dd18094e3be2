import type { AskedExpert, Expert, ExpertState } from './asked-expert.ts';

/** What an expert does with a question. */
export type ExpertAct =
  | { readonly do: 'take' | 'hand-back' | 'close' | 'reopen' }
  /** `masked` is the text without names and facts; absent where nobody can say. */
  | { readonly do: 'answer'; readonly text: string; readonly masked?: string | null };

/** Why an act can't be done: another expert is at it, it is over or not over, nothing is said, or nobody has taken it. */
export type ExpertRefusal = 'held' | 'over' | 'not-over' | 'empty' | 'not-held';

export type ActResult =
  | { readonly isDone: true; readonly question: AskedExpert }
  | { readonly isDone: false; readonly why: ExpertRefusal };

/** Does what an expert wants, if the question stands so that it can be done. */
export function actOn(question: AskedExpert, act: ExpertAct, who: Expert, at: Date): ActResult {
  const why = refusalOf(question, act, who);
  if (why !== null) return { isDone: false, why };
  switch (act.do) {
    case 'take':
      return done(question, 'taken', who, at, { heldBy: who });
    case 'hand-back':
      return done(question, 'open', who, at, { heldBy: null });
    case 'reopen':
      return done(question, 'open', who, at, { heldBy: null, owed: null });
    case 'close':
      return done(question, 'closed', who, at, { heldBy: null, owed: 'closed' });
    case 'answer':
      return done(question, 'answered', who, at, {
        heldBy: null,
        owed: 'answered',
        answer: { text: act.text.trim(), masked: act.masked?.trim() ?? null, by: who },
      });
  }
}

function refusalOf(question: AskedExpert, act: ExpertAct, who: Expert): ExpertRefusal | null {
  const isOver = question.state === 'answered' || question.state === 'closed';
  if (act.do === 'reopen') return isOver ? null : 'not-over';
  if (isOver) return 'over';
  const isHeld = question.heldBy !== null;
  // Ids are the same in either case.
  const isOwn = question.heldBy?.objectId.toLowerCase() === who.objectId.toLowerCase();
  if (isHeld && !isOwn) return 'held';
  if (act.do === 'hand-back' && !isHeld) return 'not-held';
  return act.do === 'answer' && act.text.trim() === '' ? 'empty' : null;
}

/** The asker closes their question, or opens it again; null where it stands so already. */
export function askerActs(question: AskedExpert, act: 'close' | 'reopen', at: Date): AskedExpert | null {
  const isClosed = question.state === 'closed';
  if (act === 'close')
    return isClosed ? null : moved(question, 'closed', null, at, { heldBy: null, owed: null });
  const isOver = isClosed || question.state === 'answered';
  return isOver
    ? moved(question, question.post === null ? 'waiting' : 'open', null, at, { heldBy: null, owed: null })
    : null;
}

function done(
  question: AskedExpert,
  state: ExpertState,
  who: Expert,
  at: Date,
  more: Partial<AskedExpert>,
): ActResult {
  return { isDone: true, question: moved(question, state, who, at, more) };
}

/** So many changes of a question are remembered. */
const LONGEST_HISTORY = 50;

/** A question in another state, with who brought it there; null is the asker. */
export function moved(
  question: AskedExpert,
  state: ExpertState,
  who: Expert | null,
  at: Date,
  more: Partial<AskedExpert> = {},
): AskedExpert {
  const step = { state, at: at.toISOString(), by: who?.objectId ?? null };
  return { ...question, ...more, state, history: [...question.history, step].slice(-LONGEST_HISTORY) };
}
