import { correctedFrom } from '../../language/second-thoughts.ts';
import { editDistance } from '../../language/edit-distance.ts';
import { inLists, listOf, made } from '../../language/said.ts';
import type { Place, Role } from '../reading.ts';

/** A stretch of the message that is the value of a slot: after its label, or all of it where the slot was asked. */
export interface RolePart extends Place {
  /** Null where the label is of no slot ("Tel."): it ends the part before it. */
  readonly role: Role | null;
  readonly isLabelled: boolean;
}

/** Words of labels by slot; the first slot with one of the words wins ("indirizzo del cliente" is an address). */
const LABELS = [
  [null, 'label-other'],
  ['deal-name', 'label-deal-name'],
  ['notes', 'label-notes'],
  ['reason', 'label-reason'],
  ['address', 'label-address'],
  ['contact', 'label-contact'],
  ['closing-date', 'label-closing-date'],
  ['value', 'label-value'],
  ['solution', 'label-solution'],
  ['customer', 'label-customer'],
] as const;
const labels = made(() => LABELS.map(([, name]) => new Set(listOf(name))));
/** Words that may stand in a label beside those. */
const isBeside = inLists('beside-labels');
const SHORTEST_MISTYPED = 7;

const ROLE_OF_ASKED: Readonly<Record<string, Role>> = {
  customer: 'customer',
  contact: 'contact',
  value: 'value',
  closingDate: 'closing-date',
  address: 'address',
  notes: 'notes',
  solution: 'solution',
  name: 'deal-name',
  reason: 'reason',
};

/** The slot that a form's question is about, null for the summary and for what is no slot of ours. */
export function roleOfAsked(asked: string | null): Role | null {
  return asked === null ? null : (ROLE_OF_ASKED[asked] ?? null);
}

const LABEL = /([a-z][a-z.'-]*(?:[ \t]+[a-z.'-]+){0,4})[ \t]*[:=](?!\/\/)[ \t]*/g;

/** Labelled values of a folded text; without any, the whole of it where a slot was asked. */
export function findParts(plain: string, asked: string | null): RolePart[] {
  const role = roleOfAsked(asked);
  const labelled = /[:=]/.test(plain) ? labelledParts(plain) : [];
  const hasOwn = labelled.some((part) => part.role === role);
  if (role === null || hasOwn) return labelled;
  const end = labelled[0]?.labelStart ?? plain.length;
  // "Anzi bianchi trasporti" answers with two words.
  return [...labelled, { start: Math.min(correctedFrom(plain), end), end, role, isLabelled: false }];
}

interface Labelled extends RolePart {
  readonly labelStart: number;
}

/** Labels that need no comma before them: "crea un deal con X valore: 40k", "cambia la nota: gara chiusa". */
const ANYWHERE: readonly (Role | null)[] = ['value', 'closing-date', 'notes'];

/** No record that somebody pastes has more. */
const MOST_LABELS = 40;

function labelledParts(plain: string): Labelled[] {
  const labels = [...plain.matchAll(LABEL)].flatMap((found) => {
    const label = labelAt(found[1] ?? '');
    const isAnchored = isAtBoundary(plain, found.index + (label?.from ?? 0));
    if (label === null || !(isAnchored || ANYWHERE.includes(label.role))) return [];
    return [{ role: label.role, labelStart: found.index + label.from, start: found.index + found[0].length }];
  });
  return labels.slice(0, MOST_LABELS).map((label, index) => ({
    ...label,
    end: endOf(plain, label.start, labels[index + 1]),
    isLabelled: true,
  }));
}

/** At the beginning of a line, or after a mark. */
const isAtBoundary = (plain: string, at: number): boolean =>
  /(?:^|[\n;,.(|•*>-]|(?<=\s)\/)[ \t]*$/.test(plain.slice(Math.max(0, at - 6), at));

/** A value is no page: what stands further behind its label is not its. */
const LONGEST_VALUE = 500;

function endOf(plain: string, start: number, next: { readonly labelStart: number } | undefined): number {
  const line = /[\n;]/g;
  line.lastIndex = start;
  const end = line.exec(plain.slice(0, next?.labelStart ?? start + LONGEST_VALUE))?.index;
  const most = end ?? Math.min(plain.length, next?.labelStart ?? start + LONGEST_VALUE);
  // "Cliente: Villa Serena / Valore: 38.000 €"
  const mark = BETWEEN.exec(plain.slice(Math.max(start, most - 4), most))?.[0].length ?? 0;
  return most - mark;
}
const BETWEEN = /\s\/\s*$/;

/** The label at the end of some words, and where in them it begins; null where the last words are no label. */
function labelAt(typed: string): { role: Role | null; from: number } | null {
  const found = [...typed.matchAll(/[a-z][a-z.'-]*/g)].reverse();
  let from = typed.length;
  const roles = new Set<number>();
  for (const word of found) {
    const rank = rankOf(word[0].replace(/[.']$/, ''));
    if (rank === null && !isBeside(word[0])) break;
    if (rank !== null) roles.add(rank);
    from = word.index;
  }
  const [first] = [...roles].sort((a, b) => a - b);
  return first === undefined ? null : { role: LABELS[first]?.[0] ?? null, from };
}

/** Whether folded words are nothing but the name of a field. */
export function isLabel(typed: string): boolean {
  return labelAt(typed)?.from === 0;
}

function rankOf(word: string): number | null {
  const rank = labels().findIndex((known) => known.has(word) || isSlipOf(word, known));
  return rank < 0 ? null : rank;
}

function isSlipOf(word: string, known: ReadonlySet<string>): boolean {
  if (word.length < SHORTEST_MISTYPED) return false;
  return [...known].some((each) => each.length >= SHORTEST_MISTYPED && editDistance(word, each, 1) === 1);
}

/** The part of a slot that holds a place (or, for null, the first of the slot); null where there is none. */
export function partFor(parts: readonly RolePart[], role: Role, place: Place | null): RolePart | null {
  const fits = (part: RolePart): boolean =>
    part.role === role && (place === null || (part.start <= place.start && place.end <= part.end));
  return parts.find(fits) ?? null;
}
