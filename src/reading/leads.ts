import type { Meaning } from '../knowledge/words.ts';
import { inLists } from '../language/said.ts';
import type { Cut, WhereRead } from './clauses.ts';
import { ASK, isGoverned } from './governed.ts';
import { CARRY_NOTHING } from './piece.ts';
import { isAddressed, isDenied, isWhatFor } from './whole-act.ts';
import type { Item } from './words/items.ts';
import { AGREES } from './words/lexicon.ts';

const LEADS: ReadonlySet<Meaning> = new Set<Meaning>([
  ...AGREES,
  'refuse',
  'cancel',
  'greet',
  'thank',
  'excuse',
  'unsure',
  'take-back',
  'instead',
  'wait',
]);

/** Nobody says more of them in a row; what follows stays together. */
const MOST_LEADS = 20;

/** "sì controlla Contoso" is a yes and an order; "va bene anche a giugno?" is a question as a whole. */
export function cutLeads(cut: Cut, around: WhereRead): Cut[] {
  const cuts: Cut[] = [];
  let rest = cut;
  while (cuts.length < MOST_LEADS) {
    const end = leadOf(rest, around);
    if (end === null) break;
    cuts.push({ items: rest.items.slice(0, end), joined: rest.joined, asks: false });
    rest = { items: rest.items.slice(end), joined: 'nothing', asks: rest.asks };
  }
  return [...cuts, rest];
}

/** Where the rest begins behind a yes, a no or a courtesy; null where the part begins with none, or is only that. */
function leadOf({ items, asks }: Cut, around: WhereRead): number | null {
  const at = items.findIndex(
    ({ meaning, kind }) => kind !== 'sign' && (meaning === null || !CARRY_NOTHING.has(meaning)),
  );
  const lead = items[at];
  if (lead === undefined || lead.meaning === null || !LEADS.has(lead.meaning)) return null;
  const next = items.find(({ kind }, index) => index > at && kind !== 'sign');
  // "Invece di chiudere Contoso" tells what is not to be done.
  if (next !== undefined && isGoverned(lead, next)) return null;
  // "Come va Contoso?", "how is it going with Fabrikam?" greet nobody.
  if (lead.meaning === 'greet' && lead.size > 1 && isNamed(items.slice(at + 1))) return null;
  if (next === undefined || isOneNo(lead, items, at, around) || isOfTwo(items, at)) return null;
  if (isDenied(lead, items[at + 1])) return at + 2 < items.length ? at + 2 : null;
  if (!asks && isOneCourtesy(lead, items.slice(at + 1), around)) return null;
  const behind = items.find(({ kind, start }) => start > next.start && kind !== 'sign');
  return mayLead(lead, next, behind, { ...around, asks }) ? at + 1 : null;
}

/** "… sì a Contoso e no a Wingtip" answers nobody. */
const isOfTwo = (items: readonly Item[], at: number): boolean => {
  const [join, no, of, whom] = items.slice(at - 1, at + 3);
  return (
    join?.meaning === 'join' &&
    no?.meaning === 'refuse' &&
    of?.isLight === true &&
    whom?.fact?.kind === 'known-name'
  );
};

/** "No discount agreed" refuses nothing. */
function isOneNo(
  { word, size }: Item,
  items: readonly Item[],
  at: number,
  { denyingNouns }: WhereRead,
): boolean {
  const noun = items[at + 1];
  const isNoun = noun?.kind === 'word' && noun.forms.size === 0 && !noun.isLight && noun.fact === null;
  return size === 1 && denyingNouns.has(word) && isNoun && (noun.meaning === null || NOUNS.has(noun.meaning));
}
const NOUNS: ReadonlySet<Meaning> = new Set<Meaning>(['deal', 'field', 'other-draft']);

/** "Buona serata ragazzi", "sorry for bothering you": whom a courtesy is for, and what, belong to it. */
function isOneCourtesy({ meaning }: Item, behind: readonly Item[], { asked }: WhereRead): boolean {
  const words = behind.filter(({ kind }) => kind !== 'sign');
  if (meaning === null || !COURTESIES.has(meaning) || words.length > LONGEST_COURTESY) return false;
  if (words.every(({ word }) => isAddressed(word))) return true;
  return isWhatFor(words, asked);
}
const COURTESIES: ReadonlySet<Meaning> = new Set<Meaning>([
  'thank',
  'greet',
  'excuse',
  'unsure',
  'agree-mildly',
]);
/** In words. */
const LONGEST_COURTESY = 6;

/** Whether a name stands first, or behind one small word. */
function isNamed([first, second]: readonly Item[]): boolean {
  const named = first?.isLight === true ? second : first;
  return named?.fact?.kind === 'known-name' || named?.fact?.kind === 'organisation';
}

/** "Non serve creare un deal" refuses what it names. */
const refusesDeed = ({ meaning, size }: Item, { forms }: Item): boolean =>
  meaning === 'refuse' && size > 1 && forms.has('infinitive') && !forms.has('imperative');

function mayLead(
  lead: Item,
  next: Item,
  behind: Item | undefined,
  around: WhereRead & Pick<Cut, 'asks'>,
): boolean {
  const { asks } = around;
  const meaning = lead.meaning ?? 'pause';
  // "Basta una stima" is enough of something.
  if (meaning === 'cancel') return next.meaning !== null && next.meaning !== 'new' && !asks;
  if (meaning === 'wait' && isWaitThat(next.word)) return false;
  // "Aspettiamo il parere del legale"
  if (
    meaning === 'wait' &&
    next.isLight &&
    next.meaning !== 'negate' &&
    next.fact === null &&
    behind?.kind === 'word' &&
    behind.meaning === null &&
    behind.fact === null
  )
    return false;
  if (refusesDeed(lead, next)) return false;
  if (!AGREES.has(meaning)) return true;
  // "Sicuro che sia Verona?", "sure that it's final?"
  if (isFirm(lead.word) && isWaitThat(next.word)) return false;
  // "lo confermo stasera", "lo confermo io stasera" are one: a yes for another time.
  const time = next.meaning === 'own' ? behind : next;
  if (time?.meaning === 'later') return false;
  // "Ok but if we do win" agrees to nothing.
  if (next.meaning === 'suppose' || (next.meaning === 'contrast' && behind?.meaning === 'suppose'))
    return false;
  if (
    asks &&
    !['join', 'contrast', 'ask', 'ask-first', 'when', 'may', 'request'].includes(next.meaning ?? '')
  )
    return false;
  if (meaning !== 'agree-alone') return true;
  // "I'm losing patience" goes on.
  if (lead.size > 1 && around.pronouns.has(lead.word)) return false;
  return (next.meaning !== null && BEGINS.has(next.meaning)) || next.forms.has('imperative');
}

/** What begins something else behind a word that agrees only by itself. */
const BEGINS: ReadonlySet<Meaning> = new Set<Meaning>([
  ...CARRY_NOTHING,
  ...ASK,
  'wish',
  'negate',
  'thank',
  'suppose',
  'doubt',
  'take-back',
  'instead',
  'plan',
  'put-off',
  'wait',
  'agree',
  'refuse',
  'cancel',
  'tell',
  'complain',
  'own',
  'order',
]);

const isWaitThat = inLists('wait-that');
const isFirm = inLists('firm-yes', 'certain');
