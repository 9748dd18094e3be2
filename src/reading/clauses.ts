import type { Meaning } from '../knowledge/words.ts';
import { inLists } from '../language/said.ts';
import { toPhrase } from '../language/flat.ts';
import { fold } from '../language/tokens.ts';
import { readForce } from './acts.ts';
import { cutLeads } from './leads.ts';
import { cutGoverned } from './governed.ts';
import { goesOnWithAnd, isAmidst, isJoin, opensSupposition } from './joints.ts';
import type { Around, Force } from './piece.ts';
import type { Item } from './words/items.ts';

/** A piece of a message that does one thing. */
export interface ClausePart {
  readonly items: readonly Item[];
  /** What stands between it and the part before. */
  readonly joined: 'start' | 'sentence' | 'comma' | 'and' | 'nothing';
  readonly asks: boolean;
  readonly force: Force;
}

/** A part before it is read. */
export type Cut = Omit<ClausePart, 'force'>;

/** What of a part's surroundings is the same for all of a message. */
export type WhereRead = Omit<Around, 'asks' | 'isBehindComma'>;

const ENDS_SENTENCE = /^(?:[?!.…]+|\n|;)$/;
const PARTS = new Set([',', ':', '(', ')', '–', '—', '-', '|', '•', '*', '·']);

/** Cuts a message into parts: at signs, at "e" and "ma", and where a yes, a no or a courtesy ends or begins. */
export function cutParts(items: readonly Item[], text: string, around: WhereRead): ClausePart[] {
  const cuts = withTags(cutAtSigns(items, text), text, around)
    .flatMap((cut) => cutLeads(cut, around))
    .flatMap(cutTail)
    .flatMap(cutAppended)
    .flatMap(cutGoverned);
  const parts: ClausePart[] = [];
  for (const cut of cuts) {
    const part = withForce(cut, around);
    const last = parts.at(-1);
    if (last !== undefined && isCall(last, part)) parts[parts.length - 1] = { ...last, force: CALLED };
    const continues = cut.joined === 'and' && last !== undefined && goesOnWithAnd(last, part);
    if (!continues) parts.push(part);
    else parts[parts.length - 1] = joinParts(last, part, around);
  }
  return parts;
}

/** "Guarda, hanno firmato", "guarda, non saprei": what only calls for attention orders nothing. */
function isCall({ items }: ClausePart, next: ClausePart): boolean {
  const [only, ...more] = items.filter(({ kind }) => kind !== 'sign');
  const looks = only?.verb === 'look' && !only.hasClitic && only.forms.has('imperative') && more.length === 0;
  return looks && next.joined === 'comma' && next.force.act !== null && next.force.act !== 'courtesy';
}

const CALLED: Force = { act: 'filler', isOwn: null };

export function withForce(cut: Cut, around: WhereRead): ClausePart {
  return {
    ...cut,
    force: readForce(cut.items, { ...around, asks: cut.asks, isBehindComma: cut.joined === 'comma' }),
  };
}

/** A longer part is not read again: what it does is told by then. */
const LONG = 100;

/** Two parts as one, read again. */
export function joinParts(first: ClausePart, second: ClausePart, around: WhereRead): ClausePart {
  if (first.items.length > LONG) return { ...first, asks: second.asks };
  const items = [...first.items, ...second.items];
  return withForce({ items, joined: first.joined, asks: second.asks }, around);
}

function cutAtSigns(items: readonly Item[], text: string): Cut[] {
  const cuts: Cut[] = [];
  let current: Item[] = [];
  let joined: Cut['joined'] = 'start';
  let isPair = false;
  const close = (next: Cut['joined'], asks = false): void => {
    if (current.length > 0) cuts.push({ items: current, joined, asks });
    if (current.length > 0 || next === 'sentence') joined = cuts.length === 0 ? 'start' : next;
    current = [];
  };
  for (const [at, item] of items.entries()) {
    const strength = item.kind === 'sign' && item.fact === null ? strengthOf(item, text) : null;
    if (strength !== null) {
      current.push(item);
      close(strength, item.word.includes('?'));
    } else {
      const joins = isJoin(item.meaning);
      // "… che sia Verona e non Vicenza"
      const isContrast = joins && items[at + 1]?.meaning === 'negate' && items[at + 2]?.forms.size === 0;
      const begins = (joins && !isPair && !isContrast) || opensSupposition(item, current);
      // "La differenza fra condiviso e co-sell" names two.
      isPair = isBetween(item.word) || (isPair && !joins);
      // "Ma poi", "… instead": what joins nothing to nothing is no part of its own.
      const isOpen = current.some(({ kind, meaning }) => kind !== 'sign' && !isJoin(meaning));
      const next = items[at + 1];
      const goesOn = next !== undefined && (next.kind !== 'sign' || strengthOf(next, text) === null);
      if (begins && isOpen && goesOn && !isAmidst(current, next)) close('and');
      current.push(item);
    }
  }
  close('and');
  return cuts;
}

const isBetween = inLists('between-two');

/** "È definitivo, vero?" asks whether all of it is so. */
function withTags(cuts: readonly Cut[], text: string, { asked }: WhereRead): readonly Cut[] {
  // Outside a form the whole message tells whether it is asked.
  if (asked === null) return cuts;
  const joined: Cut[] = [];
  for (const cut of cuts) {
    const last = joined.at(-1);
    const isTag = cut.asks && cut.joined === 'comma' && isConfirming(wordsOf(cut, text));
    if (isTag && last !== undefined)
      joined[joined.length - 1] = { ...last, items: [...last.items, ...cut.items], asks: true };
    else joined.push(cut);
  }
  return joined;
}
const wordsOf = ({ items }: Cut, text: string): string =>
  toPhrase(text.slice(items[0]?.start ?? 0, items.at(-1)?.end ?? 0));
const isConfirming = inLists('confirming');

const LAST_WORD = /\p{L}+$/u;
const isShortened = inLists('titles', 'shortened');
/** Whether a full stop behind a word belongs to it: "crea un deal con l'ing. Rossi". */
const isShort = (word: string): boolean => isShortened(fold(word));

/** How much a sign parts; null for one inside a number, a name or an address ("10:30", "p.nava", "A/B"). */
function strengthOf({ word, start, end }: Item, text: string): 'sentence' | 'comma' | null {
  const isWordBehind = /[\p{L}\p{N}]/u.test(text.charAt(end));
  const isInside = isWordBehind && /[\p{L}\p{N}]/u.test(text.charAt(start - 1));
  if (word !== '.')
    return ENDS_SENTENCE.test(word) ? 'sentence' : PARTS.has(word) && !isInside ? 'comma' : null;
  // "10.30", "finisce per .com".
  if (isInside || (isWordBehind && /\s/.test(text.charAt(start - 1)))) return null;
  const before = LAST_WORD.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  return isShort(before) ? null : 'sentence';
}

const TAILS: ReadonlySet<Meaning> = new Set<Meaning>(['thank', 'greet', 'excuse']);

function cutTail(cut: Cut): Cut[] {
  const at = cut.items.findLastIndex(({ kind }) => kind !== 'sign');
  const tail = cut.items[at];
  const before = cut.items.slice(0, at);
  const isTail = tail?.meaning !== null && tail !== undefined && TAILS.has(tail.meaning);
  if (!isTail || !before.some(({ kind, meaning }) => kind !== 'sign' && meaning !== 'join')) return [cut];
  return [
    { ...cut, items: before },
    { items: cut.items.slice(at), joined: 'nothing', asks: false },
  ];
}

const GOVERNS: ReadonlySet<Meaning> = new Set<Meaning>([
  'negate',
  'suppose',
  'request',
  'wish',
  'tell',
  'may',
  'doubt',
  'ask',
  'ask-first',
  'plan',
  'later',
  'put-off',
]);

/** "abbiamo vinto Contoso chiudilo": an order with its pronoun, put behind a report without a sign. */
function cutAppended(cut: Cut): Cut[] {
  const at = cut.items.findIndex(
    ({ hasClitic, forms, verb }, index) =>
      forms.has('imperative') &&
      (hasClitic || (verb === 'look' && cut.items[index - 1]?.fact?.kind === 'number-id')),
  );
  const before = cut.items.slice(0, Math.max(0, at));
  // "Il deal è 7b1f0c3e-… guarda se hanno accettato"
  const isReport = before.some(({ forms }) => forms.has('past')) || before.at(-1)?.fact?.kind === 'number-id';
  // "Nel portale" is a noun.
  if (
    !isReport ||
    before.at(-1)?.isLight === true ||
    before.some(({ meaning }) => meaning !== null && GOVERNS.has(meaning))
  )
    return [cut];
  return [
    { ...cut, items: before, asks: false },
    { items: cut.items.slice(at), joined: 'nothing', asks: cut.asks },
  ];
}
