import { flatten } from './flat.ts';
import { stripCourtesy } from './courtesy.ts';
import { withoutEnd } from './ends.ts';
import type { Locale } from './locale.ts';

const ITALIAN_FIRST =
  /^(?:e |ma |ok |allora |quindi |pero |scusa |senti )*(?:(?:a|da|di|in|con|per|fra|tra|su) )?(?:chi|che|cosa|cos'|cos |come|com'|com |dove|dov'|dov |quando|quand'|quanto|quanti|quanta|quante|quale|quali|qual|perche|perke|xke|xche|xk|xké|pke|pk|ke|kosa|cm|cs|ki|dv|qnd|qnt|qual'e|com'e|dov'e|cos'e|c'e|ci sono|esiste|esistono|e possibile|e vero|si puo|si possono|posso|possiamo|puoi|potete|potrei|devo|dobbiamo|bisogna|conviene|serve che|sai (?:se|come|dove|chi|cosa|quando|perche)|sapete|mi (?:sai|puoi|potresti|spieghi|dici)|puoi (?:dirmi|spiegarmi)|volevo sapere|vorrei sapere|vorrei capire|non (?:so|capisco) (?:se|come|dove|chi|cosa|quando|perche))(?![a-z])/;
const ITALIAN_ELIDED =
  /^(?:e |ma |ok |allora )*(?:cos e|cos'e|com'e|dov'e|qual e|qual'e|quand'e|c'e|cosa e|chi e)(?![a-z])/;
const ENGLISH_FIRST =
  /^(?:and |but |ok |so |well |then )*(?:(?:to|from|of|in|with|for|on|at|by) )?(?:what|whats|what's|who|whos|who's|whom|whose|which|when|whens|where|wheres|where's|why|whys|how|hows|how's|wat|y r|can (?:i|we|you|it|he|she|they|a|an|the|someone|anyone|microsoft)|could (?:i|we|you|it)|may (?:i|we)|should (?:i|we)|do (?:i|we|you|they)|does|did|is (?:it|there|this|that|the|a|an|my|our|microsoft)|are (?:there|these|those|we|they|you|the|my|our)|am i|was|were|will|would|has|have (?:i|we|you|they)|must (?:i|we)|isn't|aren't|don't (?:i|we|you)|can't (?:i|we)|tell me (?:how|why|what|who|where|when|if)|i (?:want|would like|'d like) to know|do you know)(?![a-z])/;
const ENDS_AS_QUESTION = /\?(?:\s*(?:grazie|thanks|thank you|pls|please))?$/i;
/** What looks like a question word and asks nothing: "come Contoso", "quando vuoi", "che bello", "quale che sia". */
const NO_QUESTION =
  /^(?:come (?:vuoi|prima|sopra|da accordi|al solito|ti pare|preferisci)|quando vuoi|che (?:bello|brutto|noia|strano|peccato)|cosi|as before|which is|perche no|why not|how nice|what a)\b/;

/**
 * Whether a message has the form of a question: a question mark at its end, or an interrogative opening in
 * either language, chat spellings included ("xke", "cm faccio"). The words of the answer may say otherwise.
 */
export function looksLikeQuestion(text: string, locale: Locale): boolean {
  if (ENDS_AS_QUESTION.test(withoutEnd(text, ' .!')) || /[?？]["”»')\s]*$/u.test(text)) return true;
  const flat = flatten(stripCourtesy(text, locale))
    .text.trimStart()
    .replace(/[,;:]\s*/g, ' ');
  if (NO_QUESTION.test(flat)) return false;
  return ITALIAN_FIRST.test(flat) || ITALIAN_ELIDED.test(flat) || ENGLISH_FIRST.test(flat);
}

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
