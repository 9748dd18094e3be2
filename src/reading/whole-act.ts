import type { Meaning } from '../knowledge/words.ts';
import { inLists } from '../language/said.ts';
import type { ClausePiece } from './piece.ts';
import type { Act, ReadingContext } from './reading.ts';
import type { Item } from './words/items.ts';

/** What an act alone says, where the whole piece is such a phrase. */
export const ACT_OF: Readonly<Partial<Record<Meaning, Act>>> = {
  agree: 'assent',
  'agree-alone': 'assent',
  'agree-mildly': 'assent',
  acknowledge: 'assent',
  refuse: 'refusal',
  'refuse-alone': 'refusal',
  cancel: 'refusal',
  'put-off': 'not-now',
  wait: 'not-now',
  'take-back': 'correction',
  instead: 'correction',
  unsure: 'filler',
  pause: 'filler',
  polite: 'courtesy',
  greet: 'courtesy',
  thank: 'courtesy',
  excuse: 'courtesy',
  'sign-off': 'courtesy',
  complain: 'complaint',
};

const actOf = ({ meaning }: Item): Act | null => (meaning === null ? null : (ACT_OF[meaning] ?? null));
/** "Non so bene", "non mi va bene": what is right behind words that refuse, or don't know, is no yes. */
export const isDenied = ({ meaning, size }: Item, next: Item | undefined): boolean => {
  // "Non saprei dirLe"
  if (meaning === 'unsure' && next?.forms.has('infinitive') === true) return true;
  const isPraise = next?.meaning === 'agree-mildly' || next?.meaning === 'agree-alone';
  return (meaning === 'unsure' || (meaning === 'refuse' && size > 1)) && isPraise;
};

/** Whom a courtesy may be said to, or how much: "ragazzi", "mate". */
export const isAddressed = inLists('addressed');
/** What stands between a courtesy and what it is for. */
const isCourtesyOf = inLists('courtesy-of');

/** Words that change nothing in a yes or a no: "è tutto corretto", "sì, lì". */
export function isBeside({ meaning, isLight, fact }: Item): boolean {
  return fact === null && (meaning === null ? isLight : BESIDE.has(meaning));
}
const BESIDE: ReadonlySet<Meaning> = new Set(['beside', 'own', 'have-others', 'be']);

/** The act of a piece that is nothing but phrases of one act; null of any other. */
export function wholeAct(piece: ClausePiece): Act | null {
  const { core, around } = piece;
  const [first, ...behind] = core;
  // Where nothing is asked, praise is only kind, and "capito" agrees to nothing.
  if (around.asked === null && first !== undefined) {
    const isSame = ({ meaning, word }: Item): boolean => meaning === first.meaning || isAddressed(word);
    if (first.meaning === 'agree-mildly' && behind.every(isSame)) return 'courtesy';
    if (first.meaning === 'acknowledge' && behind.every(isSame)) return 'filler';
  }
  return saysWhatFor(piece) ? 'courtesy' : oneActOf(core);
}

function oneActOf(core: readonly Item[]): Act | null {
  const telling = core.filter(
    (item, at) => !isBeside(item) && !(at > 0 && isDenied(core[at - 1] as Item, item)),
  );
  const opened = telling[0] === undefined ? null : actOf(telling[0]);
  const isYes = opened !== 'courtesy' && telling.some((item) => actOf(item) === 'assent');
  const acts = new Set(
    telling
      .filter(
        ({ word, meaning }, at) =>
          at === 0 || !isAddressed(word) || (meaning !== null && opened !== 'courtesy'),
      )
      // "La sede è quella" agrees to it.
      .filter(({ meaning, fact }) => !(isYes && meaning === 'field' && fact === null))
      .map(actOf),
  );
  const [act] = acts;
  return acts.size === 1 && act !== undefined ? act : null;
}

/** "Sorry for bothering you", "grazie del supporto". */
function saysWhatFor({ core, around }: ClausePiece): boolean {
  const [first, ...behind] = core;
  const isCourtesy = first !== undefined && actOf(first) === 'courtesy';
  return isCourtesy && !around.asks && isWhatFor(behind, around.asked);
}

/** Whether words behind a courtesy only say what it is for; where a form asks for something, they hold no verb either. */
export function isWhatFor([first, ...others]: readonly Item[], asked: ReadingContext['asked']): boolean {
  const tells = others.some(
    ({ fact, forms }) => (fact !== null && fact.kind !== 'day') || forms.has('imperative'),
  );
  const isFree = asked === null || others.every(({ forms, fact }) => forms.size === 0 && fact === null);
  return isFree && !tells && isCourtesyOf(first?.word ?? '');
}
