import type { Meaning } from '../knowledge/words.ts';
import type { Fact, FactKind } from './reading.ts';
import { isAuxiliary, type Item } from './words/items.ts';

/** Of two facts with the same sort, one can take the other's place. */
const SORTS: Readonly<Partial<Record<FactKind, string>>> = {
  money: 'amount',
  recurring: 'amount',
  day: 'day',
  'known-name': 'name',
  organisation: 'name',
  person: 'person',
  phone: 'phone',
  email: 'email',
  address: 'address',
  outcome: 'outcome',
  'deal-kind': 'deal-kind',
};

/** "80k, no, 90k": they take back only what stands right before them, for something that follows closely. */
export const WEAK: ReadonlySet<Meaning> = new Set<Meaning>(['refuse', 'refuse-alone', 'wait', 'excuse']);
const DENIES: ReadonlySet<Meaning> = new Set<Meaning>(['negate', 'instead']);
/** Words with a weight between "no" and what follows: "no, hanno spostato al 14 maggio" has two. */
const MOST_BETWEEN = 3;

/** A fact that the message itself takes back. */
export interface TakenBack {
  readonly fact: Fact;
  /** What it says in its place. */
  readonly by: Fact;
}

/**
 * The facts that a message says and takes back, each with what stands in its place.
 *
 * @param items the message's, with all its facts
 * @example "80k, anzi facciamo 90k" takes 80,000 back; so do "90k e non 80k", "90k invece di 80k" and "80k, no, 90k".
 */
export function listTakenBack(items: readonly Item[]): TakenBack[] {
  const heard = items.filter(({ kind }) => kind !== 'sign');
  const found: TakenBack[] = [];
  const gone = new Set<Fact>();
  for (const [at, { meaning }] of heard.entries()) {
    if (meaning === null) continue;
    // "Sì a Wingtip e no a Northwind" takes nothing back.
    if (WEAK.has(meaning) && heard[at - 1]?.meaning === 'join' && heard[at + 1]?.isLight === true) continue;
    const pairs = DENIES.has(meaning)
      ? denied(heard, at)
      : meaning === 'take-back' || WEAK.has(meaning)
        ? replaced(heard, at)
        : [];
    for (const pair of pairs) {
      if (gone.has(pair.fact) || gone.has(pair.by)) continue;
      gone.add(pair.fact);
      found.push(pair);
    }
  }
  return found;
}

/** The facts that a correction puts right behind its opening words: "intendevo Litware", "no scusa, 90k". */
export function listPutInPlace(items: readonly Item[]): Set<Fact> {
  const found = new Set<Fact>();
  let isOpen = false;
  for (const item of items) {
    if (item.kind === 'sign' || !isWeighty(item)) continue;
    if (isOpen && item.fact !== null) found.add(item.fact);
    isOpen = isTurn(item) || (isOpen && item.meaning === 'pause');
  }
  return found;
}

/** "Non Litware": the next word with a weight is what is denied, if another of its sort is said. */
function denied(heard: readonly Item[], at: number): TakenBack[] {
  const behind = heard.slice(at + 1, at + 1 + REACH);
  // "Non è Fabio Rinaldi ma Fabio Rinaudo"
  const { fact = null } = behind.find((item) => isWeighty(item) && !isAuxiliary(item)) ?? {};
  if (fact === null) return [];
  const isOther = (each: Fact): boolean => each !== fact && canReplace(each, fact);
  const by =
    factsOf(behind).find(isOther) ?? factsOf(heard.slice(Math.max(0, at - REACH), at)).findLast(isOther);
  return by === undefined ? [] : [{ fact, by }];
}

/** Of each sort the last before these words gives way to the first behind them. */
function replaced(heard: readonly Item[], at: number): TakenBack[] {
  const before = heard.slice(Math.max(0, at - REACH), at);
  const behind = heard.slice(at + 1, at + 1 + REACH);
  const isStrong = !WEAK.has(heard[at]?.meaning ?? 'refuse') || namesItsSlot(before, behind);
  const stops = before.findLastIndex((item) => isWeighty(item) && !isTurn(item));
  const said = isStrong ? before : before.slice(Math.max(0, stops)).filter(({ fact }) => fact !== null);
  const next = isStrong ? behind : closelyBehind(behind);
  const olds = factsOf(said);
  const news = factsOf(next);
  const [first] = news;
  // "Anzi, il contatto è Anna, e 90k": what comes first says what is taken back.
  if (first === undefined || !olds.some((old) => canReplace(first, old))) return [];
  if (SORTS[first.kind] === 'name' && isOtherOrder(before, behind, first)) return [];
  return news.flatMap((by, index) => {
    const fact = olds.findLast((old) => canReplace(by, old));
    const isFirst = news.findIndex(({ kind }) => SORTS[kind] === SORTS[by.kind]) === index;
    return fact === undefined || !isFirst ? [] : [{ fact, by }];
  });
}

/** "Cliente Alfa, 80k; no scusa il cliente è Gamma, e sono 90k" says itself what of all that it takes back. */
function namesItsSlot(before: readonly Item[], behind: readonly Item[]): boolean {
  const at = behind.findIndex(({ fact }) => fact !== null);
  const role = behind[at]?.fact?.role ?? null;
  const isSaid = behind.slice(0, at).some(({ meaning }) => meaning === 'be' || meaning === 'field');
  const isMeant = isSaid || closelyBehind(behind).length > 0;
  return role !== null && isMeant && factsOf(before).some((fact) => fact.role === role);
}

/** "Crea un deal per Acme, no aspetta, prima controlla Contoso" are two things to do, each with its name. */
function isOtherOrder(before: readonly Item[], behind: readonly Item[], by: Fact): boolean {
  const order = behind.find(
    (item) => item.fact === by || (item.verb !== null && item.forms.has('imperative')),
  );
  if (order === undefined || order.fact === by || order.verb === 'put' || order.hasClitic) return false;
  return !before.some(({ word, verb }) => word === order.word || (verb === 'look' && order.verb === 'look'));
}

/** So far back, and so far on, reaches a correction. */
const REACH = 40;

function closelyBehind(behind: readonly Item[]): readonly Item[] {
  const at = behind.findIndex(({ fact }) => fact !== null);
  const between = behind.slice(0, Math.max(0, at)).filter((item) => isWeighty(item) && !isTurn(item));
  const isOpen = between.every(({ meaning }) => meaning === null || meaning === 'report');
  return at < 0 || between.length > MOST_BETWEEN || !isOpen ? [] : behind.slice(at, at + 1);
}

const isTurn = ({ meaning }: Item): boolean =>
  meaning !== null && (meaning === 'take-back' || meaning === 'pause' || WEAK.has(meaning));
const isWeighty = ({ isLight, fact, meaning }: Item): boolean =>
  fact !== null || (!isLight && meaning !== 'be' && meaning !== 'join' && meaning !== 'contrast');

const factsOf = (items: readonly Item[]): Fact[] => [
  ...new Set(items.flatMap(({ fact }) => (fact === null ? [] : [fact]))),
];

/** Whether one may stand for the other: of the same sort, and not said to be for different slots. */
function canReplace(by: Fact, fact: Fact): boolean {
  const sort = SORTS[by.kind];
  const isForOther = by.role !== null && fact.role !== null && by.role !== fact.role;
  return sort !== undefined && sort === SORTS[fact.kind] && !isForOther;
}

/** The facts without what was taken back; what stands in place of something is for its slot, and in its currency. */
export function asTheyStand(
  facts: readonly Fact[],
  takenBack: readonly TakenBack[],
  putInPlace: ReadonlySet<Fact>,
): readonly Fact[] {
  const gone = new Set(takenBack.map(({ fact }) => fact));
  const olds = new Map(takenBack.map(({ by, fact }) => [by, fact]));
  return facts
    .filter((fact) => !gone.has(fact))
    .map((fact) => {
      const old = olds.get(fact);
      const stands = inherit(fact, old);
      return old !== undefined || putInPlace.has(fact) ? { ...stands, isInstead: true } : stands;
    });
}

function inherit(by: Fact, old: Fact | undefined): Fact {
  if (old === undefined) return by;
  const role = by.role ?? old.role;
  return isAmount(by) && isAmount(old)
    ? { ...by, role, currency: by.currency ?? old.currency }
    : { ...by, role };
}

const isAmount = (fact: Fact): fact is Extract<Fact, { currency: unknown }> =>
  fact.kind === 'money' || fact.kind === 'recurring';
