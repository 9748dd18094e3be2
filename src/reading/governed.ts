import type { Meaning, VerbForm } from '../knowledge/words.ts';
import { inLists } from '../language/said.ts';
import type { Cut } from './clauses.ts';
import { forceOf, hasForm, type ClausePiece, type Force } from './piece.ts';
import type { Item } from './words/items.ts';

const GOVERN: ReadonlySet<Meaning> = new Set<Meaning>(['instead', 'around-deed']);

/** Whether a word governs the deed behind it, which is then nothing to do: "prima di chiudere", "instead of closing". */
export function isGoverned({ meaning }: Item, deed: Item | undefined): boolean {
  if (meaning === null || !GOVERN.has(meaning) || deed === undefined || deed.fact !== null) return false;
  return deed.forms.has('gerund') || deed.forms.has('past') || isInfinitive(deed);
}

/** Not English "close", which orders as well. */
const isInfinitive = ({ forms }: Item): boolean => forms.has('infinitive') && !forms.has('imperative');

const isPurpose = inLists('purpose');

/** "Per chiudere Contoso che faccio": what the deed behind a first word is wanted for. */
const isAimed = ({ word }: Item, deed: Item | undefined): boolean =>
  isPurpose(word) && deed !== undefined && deed.fact === null && deed.forms.has('infinitive');

const FINITE: readonly VerbForm[] = ['imperative', 'you', 'we', 'i', 'would-you', 'future-own', 'future'];
/** What begins a question. */
export const ASK: ReadonlySet<Meaning> = new Set<Meaning>(['ask', 'ask-first', 'when', 'may', 'request']);
/** What begins a sentence of its own behind such a deed, beside what asks. */
const TELL: ReadonlySet<Meaning> = new Set<Meaning>([
  'wish',
  'negate',
  'plan',
  'tell',
  'own',
  'have-own',
  'have-others',
  'order',
  'polite',
]);

/** "Prima di chiudere Contoso fammi vedere Wingtip": the deed that is not to be done is a part of its own. */
export function cutGoverned(cut: Cut): Cut[] {
  const items = cut.items.filter(({ kind }) => kind !== 'sign');
  const from = items.findIndex((item, at) => isGoverned(item, items[at + 1]));
  // "Never close Contoso without asking me" forbids as a whole.
  const isForbidden = items
    .slice(0, Math.max(0, from))
    .some(({ meaning }) => meaning === 'negate' || meaning === 'refuse-alone');
  if (cut.asks || from < 0 || isForbidden) return [cut];
  const behind = beginning(items, from + 2);
  // What it asks is asked of the deed: "prima di chiudere Contoso cosa controllo?"
  if (behind !== undefined && asks(behind)) return [cut];
  const starts = [items[from], behind].flatMap((item) =>
    item === undefined ? [] : [cut.items.indexOf(item)],
  );
  return [0, ...starts]
    .map((start, at) => cut.items.slice(start, starts[at]))
    .filter((part) => part.length > 0)
    .map((part, at) => ({ ...cut, items: part, joined: at === 0 ? cut.joined : 'nothing' }));
}

const asks = ({ meaning }: Item): boolean => meaning !== null && ASK.has(meaning);

/** The first word from a place on that begins a sentence of its own. */
function beginning(items: readonly Item[], from: number): Item | undefined {
  return items.find((item, at) => {
    // "Come vinto" compares.
    if (at < from || item.fact !== null || items[at + 1]?.fact?.kind === 'outcome') return false;
    if (asks(item) || (item.meaning !== null && TELL.has(item.meaning))) return true;
    return item.verb !== null && hasForm(item, FINITE);
  });
}

/** What is done before, after or instead of a deed, or for its sake, says nothing of when the deed is done. */
export function readGoverned(piece: ClausePiece): Force | null {
  const [first, deed] = piece.core;
  if (first === undefined || piece.around.asks || piece.around.asked === 'notes') return null;
  const behind = beginning(piece.core, 2);
  if (!isGoverned(first, deed) && (behind === undefined || !isAimed(first, deed))) return null;
  return behind !== undefined && asks(behind) ? forceOf('question') : forceOf('plan', true);
}
