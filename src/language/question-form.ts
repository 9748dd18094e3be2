import { flatten } from './flat.ts';
import { stripCourtesy } from './courtesy.ts';
import type { Locale } from './locale.ts';

const ENDS_AS_QUESTION = /\?(?:\s*(?:grazie|thanks|thank you|pls|please))?$/i;

/**
 * What a yes or no would be a reply to: leave or ability ("posso …?"), need ("devo …?"), advice ("conviene …?"), or
 * a plain fact ("vale anche …?"). "No" to one of them may be "yes" to another.
 */
export const MODALS = ['may', 'must', 'should', 'is'] as const;

export type Modal = (typeof MODALS)[number];

/** Read in this order: "should I …" has no other of these, but "is it possible to …" begins as a plain fact. */
const MODAL_WORDS: readonly (readonly [Modal, RegExp])[] = [
  [
    'may',
    /(?:^|[^a-z])(?:poss(?:o|iamo|ono)|puo|puoi|potrei|potremmo|potrebbe|potro|riesco|riusciamo|e possibile|sarebbe possibile|c'e modo|c e modo|can|could|may|is it possible|is there (?:a|any) way|am i allowed|are we allowed|able to)(?![a-z])/,
  ],
  [
    'must',
    /(?:^|[^a-z])(?:dev[oe]|dobbiamo|devono|bisogna|occorre|serve|servono|tocca|sono obbligat[oa]|e obbligatori[oa]|must|have to|has to|need(?:s|ed)?|required|mandatory|obliged)(?![a-z])/,
  ],
  [
    'should',
    /(?:^|[^a-z])(?:conviene|converrebbe|e meglio|e il caso|vale la pena|ha senso|dovrei|dovremmo|should|ought to|worth|better to|make sense|makes sense)(?![a-z])/,
  ],
];
/** A negated question turns yes and no around: "non si può più, vero?". */
const NEGATED =
  /(?:^|[^a-z])(?:non|nn|mai|nessuno|senza|not|never|no longer|cannot|cant|dont|isnt|without)(?![a-z])|n't(?![a-z])/;
const ASKS_WORD =
  /^(?:e |ma |allora |quindi |scusa |and |but |so |then |ok )*(?:(?:a|da|di|in|con|per|fra|su|to|from|of|with|for|by) )?(?:chi|che|cosa|cos|come|dove|dov|quando|quand|quant[oaie]|qual[ei]?|perche|ke|cm|ki|dv|qnd|what|whats|who|whos|whom|whose|which|when|where|wheres|why|how|hows)(?![a-z])/;
/** Where one clause ends and the next begins; a comma too, since people type no other sign. */
const CLAUSE_END = /[,;:.!?\n]+/;

/**
 * What a question that wants yes or no is about, or null where it wants something else ("come …?"), is negated, or is
 * none. The last clause that asks decides: "ho segnato perso per sbaglio, posso cambiarlo?" is `may`.
 */
export function readModal(text: string, locale: Locale): Modal | null {
  const clauses = flatten(stripCourtesy(text, locale)).text.split(CLAUSE_END);
  for (const clause of clauses.reverse()) {
    const said = clause.trim();
    if (said === '') continue;
    if (ASKS_WORD.test(said)) return null;
    const found = MODAL_WORDS.find(([, words]) => words.test(said));
    if (found !== undefined) return NEGATED.test(said) ? null : found[0];
  }
  return ENDS_AS_QUESTION.test(text.trimEnd()) && !NEGATED.test(flatten(text).text) ? 'is' : null;
}
