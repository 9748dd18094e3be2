import type { BeginRequest } from '../../dialogs/turn.ts';
import { stripCourtesy } from '../language/courtesy.ts';
import { without } from '../language/denied.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { flatten } from '../language/flat.ts';
import { patternOf } from '../language/said.ts';
import { asks, does, tells } from '../reading/contents.ts';
import { type Focus, pointsAtIt } from '../reading/focus.ts';
import { foldedWords } from '../reading/folded.ts';
import type { Act, Clause, FactKind, Reading } from '../reading/reading.ts';
import type { Decision, RouteInput } from './decision.ts';

/** What people order of a deal that is there, and the assistant can't do. */
export type UnableOrder = 'delete' | 'reopen' | 'withdraw' | 'respond' | 'edit';

const VERBS = {
  delete: patternOf()`^${'deleting-verbs'}$`,
  reopen: patternOf()`^${'reopening-verbs'}$`,
  withdraw: patternOf()`^${'withdrawing-verbs'}$`,
  respond: patternOf()`^${'responding-verbs'}$`,
  edit: patternOf()`^(?:${'changes-value'}|${'moving-verbs'})$`,
} as const;
const KINDS = Object.keys(VERBS) as readonly UnableOrder[];

/** What such an order may name beside the deal: "annulla il co-sell di Fabrikam", "ritira l'invito a Microsoft". */
const isBeside = patternOf()`^(?:${'shares-of-deals'}|${'lists-of-deals'})$`;
const ofShare = patternOf()`(?<![a-z])${'shares-of-deals'}(?![a-z])`;
/** What of a deal is changed. */
const ofField = patternOf()`(?<![a-z])(?:${'label-value'}|${'label-closing-date'}|${'label-contact'})(?![a-z])`;

/**
 * "Cancella il deal di Litware", "riaprilo", "alza Fabrikam a 95k": an order that can't be carried out from here is
 * answered with a no and what can be done instead. Null where it is none, or about something else than a deal that is
 * there ("cancella la bozza", "elimina gli avvisi").
 */
export function routeUnable({ reading, focus = null, utterance, take }: RouteInput): Decision | null {
  const late = take === null ? changedLate(reading, focus) : null;
  if (late !== null) return { kind: 'unable', what: 'edit', request: { referralId: late } };
  if (asks(reading) || does(reading, 'negation') || tells(reading, 'outcome', 'organisation')) return null;
  const isNamed = tells(reading, 'known-name');
  const it = isNamed ? null : pointsAtIt({ ...reading, facts: [] }, focus);
  if (!isNamed && it === null) return null;
  const what = unableIn(reading, isNamed);
  if (what === null) return null;
  const request: BeginRequest = it === null ? { utterance } : { referralId: it };
  return { kind: 'unable', what, request };
}

/**
 * "Ho sbagliato, il valore era 60k", "il cliente è Bianchi srl" right after a deal was created or shown: its facts are told
 * anew, and no other deal is named.
 */
function changedLate(reading: Reading, focus: Focus | null): string | null {
  if (focus === null || focus.age > 0 || focus.current === null) return null;
  const { facts, clauses, text } = reading;
  if (asks(reading) || !clauses.every(({ act }) => TELLING.has(act)) || foldedWords(text).length > FEW)
    return null;
  const isOther = facts.some(({ kind }) => kind === 'known-name' || kind === 'outcome' || kind === 'link');
  const flat = flatten(text).text;
  const isTold =
    facts.some(({ kind }) => CHANGED.has(kind)) && (ofField().test(flat) || does(reading, 'correction'));
  const isCustomer = tells(reading, 'organisation') && ofCustomer().test(flat);
  return !isOther && (isTold || isCustomer) ? focus.current : null;
}

const TELLING: ReadonlySet<Act> = new Set<Act>([
  'correction',
  'statement',
  'courtesy',
  'refusal',
  'complaint',
  'filler',
]);
const FEW = 12;
const ofCustomer = patternOf()`(?<![a-z])${'label-customer'}(?![a-z])`;

/** Whether a message orders something of a deal that is never done here: "riapri Proseware". */
export const ordersUnable = (reading: Reading): boolean =>
  does(reading, 'order') &&
  tells(reading, 'known-name', 'organisation') &&
  unableIn(asNamed(reading), true) !== null;

/** A deal's customer by its place alone is named, too. */
const asNamed = (reading: Reading): Reading => ({
  ...reading,
  clauses: reading.clauses.map((clause) => ({
    ...clause,
    facts: clause.facts.map((fact) =>
      fact.kind === 'organisation' ? { ...fact, kind: 'known-name' as const } : fact,
    ),
  })),
});

function unableIn(reading: Reading, isNamed: boolean): UnableOrder | null {
  for (const clause of reading.clauses) {
    if (opensAgain(clause)) return 'reopen';
    const what = orderedBy(clause);
    if (what === 'edit' && changesFact(reading, isNamed)) return what;
    if (what === null || what === 'edit' || !saysNoMore(clause, reading, isNamed)) continue;
    // "Annulla il co-sell di Fabrikam" takes back what Microsoft was asked.
    return what === 'delete' && ofShare().test(flatten(clause.text).text) ? 'withdraw' : what;
  }
  return null;
}

/** "Rimettilo attivo", "set Wingtip back to active": an order to open again what is closed, and nothing beside it. */
function opensAgain({ act, text, start, facts }: Clause): boolean {
  if ((act !== 'order' && act !== 'statement') || facts.some(({ kind }) => kind !== 'known-name'))
    return false;
  const places = facts.map((fact) => ({ start: fact.start - start, end: fact.end - start }));
  const said = foldedWords(stripCourtesy(without(text, places))).join(' ');
  const rest = said.replace(opening(), ' ');
  return rest !== said && foldedWords(rest).every((word) => isFunctionWord(word) || isBeside().test(word));
}

const opening = patternOf()`(?<![a-z])${'reopening-phrases'}(?![a-z])`;

/** What the first word with a weight orders, names and courtesy aside. */
function orderedBy({ act, text, start, facts, isLook }: Clause): UnableOrder | null {
  if (isLook === true || !ORDERING.has(act)) return null;
  const places = facts.map((fact) => ({ start: fact.start - start, end: fact.end - start }));
  const words = foldedWords(stripCourtesy(without(text, places))).filter((word) => !isFunctionWord(word));
  const [first = '', second = ''] = words;
  // "Vogliono alzare a 95k" tells a change, and orders it; "Microsoft ha rifiutato X" orders nothing.
  if (act === 'report') return [first, second].some((word) => VERBS.edit().test(word)) ? 'edit' : null;
  return KINDS.find((kind) => VERBS[kind]().test(first)) ?? null;
}

/** A verb that no reader knows opens a statement; "postpone Fabrikam to June" puts nothing off here. */
const ORDERING: ReadonlySet<Act> = new Set<Act>(['order', 'statement', 'report', 'not-now']);

/** "Aggiorna Fabrikam" alone wants to see it; without a name the field is said. */
function changesFact({ facts, text }: Reading, isNamed: boolean): boolean {
  const isOfField = ofField().test(flatten(text).text);
  // "Passa Wingtip a co-sell" changes the deal that is there.
  const isNew = facts.some(({ kind }) => CHANGED.has(kind) || (isNamed && kind === 'deal-kind'));
  return isNamed ? isNew || isOfField : isNew && isOfField;
}
const CHANGED: ReadonlySet<FactKind> = new Set<FactKind>([
  'money',
  'recurring',
  'day',
  'person',
  'email',
  'phone',
]);

/** Nothing else is named that could be deleted or declined. */
function saysNoMore({ text, facts }: Clause, { unclaimed }: Reading, isNamed: boolean): boolean {
  const left = unclaimed
    .filter((run) => text.includes(run))
    .flatMap(foldedWords)
    .filter((word) => !isBeside().test(word) && !VERBS_OF.some((verb) => verb().test(word)));
  const isOfDeal = facts.every(({ kind }) => kind === 'known-name' || kind === 'deal-kind');
  return left.length === 0 && isOfDeal && (isNamed || foldedWords(text).length === 1);
}
const VERBS_OF = Object.values(VERBS);
