/** How a deal ends for us. */
export type Outcome = 'Won' | 'Lost';

const WON = /\b(?:vint[oaie]|vinciamo|vincere|chiuso bene|won|win)\b/iu;
const LOST = /\b(?:pers[oaie]|perdut[oa]|perdere|lost|lose)\b/iu;
const NEGATION = /\b(?:non|not|n't|never|mai)\b|n't\b/iu;

/** The outcome a sentence tells; undefined when it tells none, both, or denies one. */
export function findOutcome(sentence: string): Outcome | undefined {
  const [head = ''] = sentence.split(/[,;:]|\bperch[éè]\b|\bbecause\b/iu);
  const isWon = WON.test(head);
  const isLost = LOST.test(head);
  if (isWon === isLost || NEGATION.test(head)) return undefined;
  return isWon ? 'Won' : 'Lost';
}
