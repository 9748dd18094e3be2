import type { Modal } from '../knowledge/sayings.ts';
import { stripCourtesy } from './courtesy.ts';
import { flatten } from './flat.ts';
import { anyOf, made } from './said.ts';

const ENDS_AS_QUESTION = /\?$/;

/** In this order: "should I …" has no other of these, but "is it possible to …" begins as a plain fact. */
const patterns = made(() => {
  const holds = (words: string): RegExp => new RegExp(`(?:^|[^a-z])${words}(?![a-z])`);
  return {
    modals: (['may', 'must', 'should'] as const).map((modal) => [modal, holds(anyOf(modal))] as const),
    /** A negated question turns yes and no around: "non si può più, vero?". */
    negated: holds(anyOf('negation')),
    asksFor: new RegExp(`^(?:${anyOf('before-question')} )*${anyOf('question-words')}(?![a-z])`),
  };
});

/** Where one clause ends and the next begins; a comma too, since people type no other sign. */
const CLAUSE_END = /[,;:.!?\n]+/;

/**
 * What a question that wants yes or no is about, or null where it wants something else ("come …?"), is negated, or is
 * none. The last clause that asks decides: "ho segnato perso per sbaglio, posso cambiarlo?" is `may`.
 */
export function readModal(text: string): Modal | null {
  const { modals, negated, asksFor } = patterns();
  const bare = stripCourtesy(text);
  const clauses = flatten(bare).text.split(CLAUSE_END);
  for (const clause of clauses.reverse()) {
    const said = clause.trim();
    if (said === '') continue;
    if (asksFor.test(said)) return null;
    const found = modals.find(([, words]) => words.test(said));
    if (found !== undefined) return negated.test(said) ? null : found[0];
  }
  return ENDS_AS_QUESTION.test(bare.trimEnd()) && !negated.test(flatten(text).text) ? 'is' : null;
}
