import { inLists, patternOf } from '../language/said.ts';
import type { Meaning } from '../knowledge/words.ts';
import { joinParts, type ClausePart, type WhereRead } from './clauses.ts';
import { isBeside, type Force } from './piece.ts';
import type { Act, FactKind, Place } from './reading.ts';
import type { TakenBack } from './taken-back.ts';
import type { Item } from './words/items.ts';

/** A clause before it has its text: where it begins and what it does. */
export interface Folded {
  readonly start: number;
  readonly act: Act;
  readonly isOwn: boolean | null;
  /** Of an order: whether it only looks. */
  readonly isLook: boolean;
  /** Of an assent: whether it is praise alone ("perfetto", "bravo"). */
  readonly isPraise: boolean;
  /** Of an order: whether it is for another deal. */
  readonly isAnother?: boolean;
  /** Of a putting off: whether it only asks for a moment ("aspetta"). */
  readonly isPause?: boolean;
}

/** A part as it stands in its message: its act is known, and what the sentence says of it before it ends. */
interface Clausal extends Folded {
  readonly part: ClausePart;
}

/** "fammi vedere Contoso" looks, "cerca di chiudere Contoso" doesn't. */
function looks({ items }: ClausePart): boolean {
  const last = items.findLast(
    ({ verb, forms, meaning }) => verb !== null && meaning !== 'tell' && !forms.has('past'),
  );
  // "Dimmi di Litware" has no other verb.
  return last === undefined ? items.some(({ meaning }) => meaning === 'tell') : last.verb === 'look';
}

/** Kind words, and no yes: "perfetto", "ottimo lavoro". */
const praises = ({ items }: ClausePart): boolean =>
  items.some(({ meaning }) => meaning === 'agree-mildly') &&
  !items.some(({ meaning }) => meaning === 'agree' || meaning === 'agree-alone');

/** "Chiudi Fabrikam come vinto, anzi no", "… no aspetta lunedì", "… scherzo": an order, or an end, that is taken back is none. */
function withoutTakenBack(clauses: readonly Clausal[]): readonly Clausal[] {
  const turned = clauses.findLastIndex((clause) => !onlyTurns(clause)) + 1;
  const turning = clauses.slice(turned);
  // "Salva ed esci" is one.
  const isApart = turning[0]?.part.joined !== 'and';
  const isLeft = isApart && turning.some(({ part: { items } }) => items.some(leavesIt));
  return clauses.map((clause, at) => {
    const next = clauses[at + 1];
    const isTakenBack =
      clause.act === 'order' && next !== undefined && takesAllBack(next) && !puts(clauses[at + 2]);
    const isDone = clause.act === 'order' || clause.part.items.some(({ fact }) => fact?.kind === 'outcome');
    const isLast = at === turned - 1 && isLeft && isDone && clause.act !== 'question';
    return isTakenBack || isLast ? { ...clause, act: 'negation' } : clause;
  });
}

/** "No aspetta lunedì": turning words, and perhaps a day to wait for. */
const onlyTurns = ({ part: { items, asks } }: Clausal): boolean =>
  !asks &&
  items.every(
    ({ kind, meaning, fact }) =>
      kind === 'sign' ||
      fact?.kind === 'day' ||
      (meaning !== null && (TURNING.has(meaning) || LEAVING.has(meaning) || meaning === 'later')),
  );
const LEAVING: ReadonlySet<Meaning> = new Set<Meaning>(['take-back', 'wait', 'cancel', 'put-off']);
const leavesIt = ({ meaning }: Item): boolean => meaning !== null && LEAVING.has(meaning);

/** "80k, anzi facciamo 90k" puts a value in the place of another, and takes no order back. */
const puts = (next: Clausal | undefined): boolean => next?.part.items.some(isValue) === true;

/** "Anzi no": words that turn back, with nothing in the place of what was said. */
function takesAllBack({ part: { items } }: Clausal): boolean {
  const said = items.filter(({ kind }) => kind !== 'sign');
  return (
    said.some(({ meaning }) => meaning === 'take-back') &&
    said.every(({ meaning }) => meaning !== null && TURNING.has(meaning))
  );
}
const TURNING: ReadonlySet<Meaning> = new Set<Meaning>([
  'take-back',
  'refuse',
  'refuse-alone',
  'wait',
  'excuse',
  'pause',
  'polite',
  'join',
  'contrast',
]);

/** Puts parts together to clauses: lists become one, a supposition takes its sentence, "anzi" takes what follows. */
export function foldParts(
  parts: readonly ClausePart[],
  around: WhereRead,
  takenBack: readonly TakenBack[],
): Folded[] {
  const clauses: Clausal[] = [];
  for (const part of withoutQuoted(joinOpenings(parts, around), around)) {
    const last = clauses.at(-1);
    const act = actIn(part, last, clauses, around);
    const start = part.items[0]?.start ?? 0;
    if (last !== undefined && isOneWith(last, act, part)) {
      const isPraise = last.isPraise && praises(part);
      clauses[clauses.length - 1] = { ...last, act: strongest(last, act), isPraise, part };
    } else {
      const [isLook, isPraise] = [act === 'order' && looks(part), act === 'assent' && praises(part)];
      const isAnother = act === 'order' && isForAnother(part);
      const isPause = act === 'not-now' && onlyWaits(part);
      clauses.push({ start, act, isOwn: part.force.isOwn, isLook, isPraise, isAnother, isPause, part });
    }
  }
  return withCorrections(withoutTakenBack(clauses), takenBack);
}

/** What stands between "80k" and "90k" in "80k, no scusa, 90k" is one correction with it, no refusal of anything. */
function withCorrections(clauses: readonly Folded[], takenBack: readonly TakenBack[]): Folded[] {
  const turns = takenBack
    .filter(({ fact, by }) => by.start >= fact.end)
    .sort((a, b) => a.fact.end - b.fact.end);
  const kept: Folded[] = [];
  let next = 0;
  let at = 0;
  while (at < clauses.length) {
    const clause = clauses[at] as Folded;
    while (next < turns.length && (turns[next]?.by.start ?? 0) < clause.start) next += 1;
    const turn = turns[next];
    const begins =
      turn !== undefined && clause.start >= turn.fact.end && (clauses[at - 1]?.start ?? 0) < turn.fact.end;
    const size = begins ? lengthOf(clauses, at, turn) : 0;
    kept.push(size === 0 ? clause : { ...clause, act: 'correction' });
    at += Math.max(1, size);
  }
  return kept;
}

/** How many clauses from here lead to the fact that counts; none where one of them does more than turn to it. */
function lengthOf(clauses: readonly Folded[], from: number, { by }: TakenBack): number {
  let size = 0;
  for (let at = from; at < clauses.length; at += 1, size += 1) {
    const clause = clauses[at] as Folded;
    if (clause.start > by.start) break;
    if (!TURNS.has(clause.act)) return 0;
  }
  return size;
}

const TURNS: ReadonlySet<Act> = new Set<Act>([
  'refusal',
  'courtesy',
  'not-now',
  'correction',
  'statement',
  'report',
  'filler',
]);

/** "Contoso, a che punto è?": what is named first belongs to what is asked of it; "domani, chiudi Contoso" is a plan. */
function joinOpenings(parts: readonly ClausePart[], around: WhereRead): ClausePart[] {
  const joined: ClausePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isSame = part.joined === 'comma' && last?.force.act === null && part.force.act !== null;
    const mayOpen = around.asked === null || last?.items.some(({ meaning }) => meaning === 'later') === true;
    const governs = GOVERNING.has(part.force.act ?? 'statement');
    const opens =
      last !== undefined &&
      !isDetail(last, joined.at(-2)) &&
      !isEndTold(last, part) &&
      !(part.force.act === 'plan' && isDealTold(last) && !speaksOfIt(part)) &&
      !(part.force.act === 'order' && part.asks && isDealTold(last));
    const both = opens && isSame && mayOpen && governs ? joinParts(last, part, around) : null;
    // "Elena, controlla Contoso" calls somebody, and orders all the same.
    if (both !== null && both.force.act !== null) joined[joined.length - 1] = both;
    else joined.push(part);
  }
  return joined;
}

/** "Crea un deal con Gatti, 60k, forse chiude a maggio": what goes on with an order opens nothing that follows. */
const isDetail = (part: ClausePart, before: ClausePart | undefined): boolean =>
  part.joined !== 'sentence' && before?.force.act === 'order' && part.items.some(isValue);

/**
 * "Wingtip perso, gli hanno tagliato il budget": what others did behind an end says why, unless it says who tells it.
 * "Wingtip perso, aprine un altro" orders a thing of its own.
 */
const isEndTold = ({ items }: ClausePart, part: ClausePart): boolean =>
  ['outcome', 'known-name'].every((kind) => items.some(({ fact }) => fact?.kind === kind)) &&
  (isForAnother(part) ||
    (part.force.act === 'report' && !part.items.some(({ meaning }) => meaning === 'report')));

/** "Deal privato con Alfa Srl da 30k, domani gli faccio la demo", "Alfa Srl firma 30k, mi apri un deal?": who it is with, and what it is like, is told by then. */
const isDealTold = ({ items }: ClausePart): boolean =>
  items.some(({ fact }) => fact?.kind === 'organisation' || fact?.kind === 'known-name') &&
  items.some(({ fact }) => fact !== null && TELLING_DEALS.has(fact.kind));
const TELLING_DEALS: ReadonlySet<FactKind> = new Set<FactKind>(['money', 'recurring', 'deal-kind']);

/** "Domani lo creo", "domani apro il deal". */
const speaksOfIt = ({ items }: ClausePart): boolean =>
  items.some(
    (item, at) =>
      item.meaning === 'deal' || isBack(item) || (isObject(item.word) && items[at + 1]?.verb !== null),
  );
const isObject = inLists('object-pronouns');

const LONG_QUOTE = 12;
const QUOTED: Force = { act: 'statement', isOwn: null };

/**
 * A letter that somebody pasted orders nothing: what stands behind "crea un deal da questa mail:" tells, and so does
 * a letter with its ending where a form asks for something.
 */
function withoutQuoted(parts: readonly ClausePart[], { asked }: WhereRead): ClausePart[] {
  const colon = parts.findIndex(({ items }) => items.at(-1)?.word === ':');
  const behind = parts.slice(colon + 1).reduce((sum, { items }) => sum + items.length, 0);
  const isIntroduced = colon >= 0 && parts[colon]?.force.act === 'order' && behind > LONG_QUOTE;
  if (isIntroduced) return parts.map((part, at) => (at <= colon ? part : { ...part, force: QUOTED }));
  const end = parts.findIndex(({ items }) => items.some(({ meaning }) => meaning === 'sign-off'));
  const isLetter = asked !== null && end >= 2 && parts[0]?.force.act !== 'order';
  return isLetter ? parts.map((part) => ({ ...part, force: QUOTED })) : [...parts];
}

/** What is said at these places only tells, whatever it would do by itself: "note: chiamare il CFO" orders nothing. */
export function asTold(parts: readonly ClausePart[], places: readonly Place[]): ClausePart[] {
  const isIn = ({ items }: ClausePart): boolean =>
    places.some(({ start, end }) => (items[0]?.start ?? 0) >= start && (items[0]?.start ?? 0) < end);
  return places.length === 0
    ? [...parts]
    : parts.map((part) => (isIn(part) ? { ...part, force: QUOTED } : part));
}

const GOVERNING: ReadonlySet<Act> = new Set<Act>([
  'order',
  'question',
  'what-if',
  'negation',
  'plan',
  'report',
]);
/** What a fragment after a comma may go on with: "segna Lucerne, esito vinto". */
const TAKES_FRAGMENTS: ReadonlySet<Act> = new Set<Act>([
  ...GOVERNING,
  'statement',
  'correction',
  'not-now',
  'complaint',
]);
const VALUES: ReadonlySet<FactKind> = new Set<FactKind>([
  'money',
  'recurring',
  'day',
  'phone',
  'email',
  'known-name',
  'organisation',
  'person',
  'address',
  'outcome',
  'deal-kind',
]);

/** Values that are nobody to do something with. */
const DETAILS: ReadonlySet<FactKind> = new Set(
  [...VALUES].filter((kind) => !['known-name', 'organisation', 'outcome'].includes(kind)),
);
const isValue = ({ fact }: Item): boolean => fact !== null && VALUES.has(fact.kind);

const TAKES_BACK: ReadonlySet<Meaning> = new Set<Meaning>(['take-back', 'instead', 'wait']);

function actIn(
  part: ClausePart,
  last: Clausal | undefined,
  before: readonly Clausal[],
  around: WhereRead,
): Act {
  const act = part.force.act;
  if (
    last !== undefined &&
    part.joined !== 'sentence' &&
    act === null &&
    part.items.every((item) => item.kind === 'sign' || isBeside(item))
  )
    return last.act;
  if (last !== undefined && act !== null && isHeldBack(part, last)) return last.act;
  const takesBack =
    last !== undefined &&
    last.part.joined !== 'sentence' &&
    (last.part.items.some(({ meaning }) => meaning !== null && TAKES_BACK.has(meaning)) ||
      isExcusedNo(last, before));
  const hasValue = part.items.some(isValue);
  const says = act === null || act === 'statement' || act === 'report';
  if (says && takesBack && (hasValue || act !== null)) return 'correction';
  const isFragment = act === null && part.joined !== 'sentence';
  if (isFragment && last?.act === 'order') return last.act;
  if (isFragment && last?.act === 'refusal' && !hasValue && !part.asks) return last.act;
  if (isFragment && last !== undefined && isBehindAside(part, last, before.at(-2))) return 'statement';
  const goesOn = last?.act === 'correction' && part.joined !== 'sentence';
  if (says && (goesOn || isContrast(part, last))) return 'correction';
  if (around.asked === 'review' && hasValue) {
    if (says && !(act === 'report' && before.length === 0 && part.force.isOwn === false)) return 'correction';
    if (act === 'order' && part.items.some(({ verb }) => verb === 'put')) return 'correction';
  }
  if (act !== null) return act;
  // "Un attimo, 35k" tells the value.
  const isWaiting = last !== undefined && onlyWaits(last.part);
  if (last !== undefined && !isWaiting && part.joined !== 'sentence' && TAKES_FRAGMENTS.has(last.act))
    return last.act;
  return 'statement';
}

/** "…, 60k, chissà se marzo, contatto Anna Po": a value of another sort goes on with what stands before the doubt. */
function isBehindAside(part: ClausePart, last: Clausal, before: Clausal | undefined): boolean {
  const kinds = new Set(last.part.items.map(({ fact }) => fact?.kind));
  return (
    ASIDES.has(last.act) &&
    (before?.act === 'order' || before?.act === 'statement') &&
    part.joined === 'comma' &&
    part.items.some(({ fact }) => fact !== null && DETAILS.has(fact.kind) && !kinds.has(fact.kind))
  );
}

const ASIDES: ReadonlySet<Act> = new Set<Act>(['question', 'what-if', 'negation', 'plan', 'not-now']);

/** "No, scusa" before something takes back what was said. */
function isExcusedNo(last: Clausal, before: readonly Clausal[]): boolean {
  return last.part.items.some(({ meaning }) => meaning === 'excuse') && before.at(-2)?.act === 'refusal';
}

/** What a supposition, a doubt or a plan says of an order that goes on with it: "domani chiudi Contoso e apri Fabrikam". */
function isHeldBack(part: ClausePart, last: Clausal): boolean {
  if (part.joined === 'sentence' || part.joined === 'start') return false;
  if (last.act === 'what-if') return part.force.act !== 'courtesy';
  if (part.joined !== 'and' || part.force.act !== 'order') return false;
  if (last.act === 'negation')
    return part.items.some(({ forms }) => forms.has('imperative') && forms.has('infinitive'));
  return last.act === 'plan' || last.part.items.some(({ meaning }) => meaning === 'doubt');
}

/** "il contatto è Luca Parodi, non Elsa Riva". */
function isContrast(part: ClausePart, last: Clausal | undefined): boolean {
  const [first] = part.items.filter(({ kind }) => kind !== 'sign');
  return first?.meaning === 'negate' && last?.act === 'statement' && part.joined !== 'sentence';
}

/** What stands for a thing named before: "chiudilo", "send it". */
const refersBack = inLists('refers-back');
const cliticBack = patternOf()`${'object-endings'}$`;

/** "crea un deal e poi controlla Contoso" are two orders, "crea un deal e mandalo a Microsoft" is one. */
function isAnotherOrder(part: ClausePart): boolean {
  const { force, items } = part;
  return force.act === 'order' && (isForAnother(part) || !ordersOfThat(items));
}

const OBJECTS: ReadonlySet<Meaning | null> = new Set<Meaning | null>([null, 'field', 'deal']);

/** "Mandalo", "prova a mandarlo": a pronoun behind another object is no order's own ("manda una mail per avvisarlo"). */
function ordersOfThat(items: readonly Item[]): boolean {
  const said = items.filter(({ kind, isLight }) => kind !== 'sign' && !isLight);
  const back = items.find(isBack);
  const verb = said.findIndex((item) => item.verb !== null);
  const object = said.slice(verb + 1).find((item) => item.verb === null && OBJECTS.has(item.meaning));
  return back !== undefined && (object === undefined || back.start < object.start);
}

const isBack = ({ word, hasClitic }: Item): boolean =>
  refersBack(word) || (hasClitic && cliticBack().test(word));

const isNounOne = inLists('noun-ones');

/** "Aprimene uno nuovo con loro", "open me another one": another deal than the one spoken of before. */
function isForAnother({ items }: ClausePart): boolean {
  const said = items.filter(({ kind }) => kind !== 'sign');
  // "Fanne un altro" may be another text, where one is on the screen.
  if (said.some(({ meaning, word }) => meaning === 'other-draft' && cliticBack().test(word))) return true;
  const at = said.findIndex(({ meaning }) => meaning === 'new');
  const verb = said.slice(0, Math.max(0, at)).findLast(({ isLight }) => !isLight);
  const one = said[at];
  if (verb === undefined || one === undefined || verb.verb === null) return false;
  // "Un" and "a" alone are articles ("send them a note"), and "un nuovo motivo" is no deal.
  const next = said.slice(at + 1).find(({ meaning }) => meaning !== 'new');
  const isDeal = next === undefined || next.meaning === 'deal' || next.isLight || isNounOne(next.word);
  return (isDeal || next.fact !== null) && (isBack(verb) || one.size > 1 || !one.isLight);
}

function isOneWith(last: Clausal, act: Act, part: ClausePart): boolean {
  if (last.act === act) return act !== 'order' || !isAnotherOrder(part);
  const isOpening =
    last.act === 'filler' &&
    last.part.items.every(({ meaning, kind }) => kind === 'sign' || meaning === 'pause');
  if (onlyWaits(last.part) && act === 'refusal') return true;
  if (act === 'correction')
    return (
      (last.act === 'correction' || last.act === 'statement' || last.act === 'not-now') &&
      part.joined !== 'sentence'
    );
  return isOpening;
}

const onlyWaits = ({ items }: ClausePart): boolean =>
  items.every(({ meaning, kind }) => kind === 'sign' || meaning === 'wait');

/** Of two acts that are one clause, what it does: a filler and a wait give way to what they open. */
function strongest(last: Clausal, act: Act): Act {
  return last.act === 'filler' || act === 'correction' || act === 'refusal' ? act : last.act;
}
