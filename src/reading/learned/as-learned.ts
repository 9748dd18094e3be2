import { findParts } from '../facts/parts.ts';
import { toPlain } from '../facts/typed.ts';
import type { Clause } from '../reading.ts';
import type { ActWeights } from './act-weights.ts';
import { MOST_LETTERS } from './features.ts';
import { likelyAct } from './likely-act.ts';

/** Where a form asks for a value, what is said is a value, or what its words tell. */
const ASKED_FOR_WORDS: readonly (string | null)[] = [null, 'review', 'notes'];

/** What the words of a clause are, as far as they are known. */
export interface ClauseWords {
  /** Whether each is a fact's, has a meaning or only holds a sentence together. */
  isExplained(clause: Clause): boolean;
  /** Whether it says more than its facts. */
  saysMoreThanFacts(clause: Clause): boolean;
}

/** Clauses of a message as examples tell what they do where their words don't. */
export function asLearned(
  clauses: readonly Clause[],
  text: string,
  asked: string | null,
  weights: ActWeights,
  words: ClauseWords,
): Clause[] {
  if (!ASKED_FOR_WORDS.includes(asked)) return [...clauses];
  const labelled = /[:=]/.test(text)
    ? findParts(toPlain(text), null).filter(({ role }) => role !== null)
    : [];
  const isLabelled = ({ start, end }: Clause): boolean =>
    labelled.some((part) => part.start < end && part.end > start);
  return clauses.map((clause, at) => {
    // A question with its mark is one: most of what is asked, so that a turn is spared the look.
    const isMarked = clause.act === 'question' && clause.text.endsWith('?');
    const isOpen = !isMarked && clause.text.length <= MOST_LETTERS && words.saysMoreThanFacts(clause);
    // "Abbiamo perso la gara di Contoso": whose end it is, is told by the words.
    const isEnd =
      clause.act === 'report' && clause.isOwn === true && clause.facts.some(({ kind }) => kind === 'outcome');
    if (!isOpen || isEnd || isLabelled(clause)) return clause;
    // What takes back is told by what stands before it: "no scusa, sono 8.000 euro".
    const isKnown = (at > 0 && clause.act === 'correction') || words.isExplained(clause);
    const act = likelyAct({ text: clause.text, act: clause.act, isKnown }, asked, weights);
    return act === clause.act || !isTold(act, clause) ? clause : withAct(clause, act);
  });
}

/**
 * Whose report it is decides what is done with an end, and examples don't tell that; a yes has no figures ("2 mins").
 */
function isTold(act: Clause['act'], { text, facts }: Clause): boolean {
  if (act === 'report') return facts.every(({ kind }) => kind !== 'outcome');
  return act !== 'assent' || !/\d/.test(text);
}

function withAct({ start, end, text, facts, isOwn }: Clause, act: Clause['act']): Clause {
  const isOfSomebody = act === 'report' || act === 'plan';
  return {
    start,
    end,
    text,
    facts,
    act,
    isOwn: isOfSomebody ? (isOwn ?? false) : null,
    // A yes by examples is never one for what can't be undone.
    ...(act === 'assent' ? { isPlain: false } : {}),
  };
}
