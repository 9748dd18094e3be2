import { correctedFrom } from '../../language/second-thoughts.ts';
import { editDistance } from '../../language/edit-distance.ts';
import type { Place, Role } from '../reading.ts';

/** A stretch of the message that is the value of a slot: after its label, or all of it where the slot was asked. */
export interface RolePart extends Place {
  /** Null where the label is of no slot ("Tel."): it ends the part before it. */
  readonly role: Role | null;
  readonly isLabelled: boolean;
}

const words = (list: string): readonly string[] => list.split(' ');

/** Words of labels by slot; the first slot with one of the words wins ("indirizzo del cliente" is an address). */
const LABELS: readonly (readonly [Role | null, ReadonlySet<string>])[] = [
  [
    null,
    new Set(
      words(
        'tel telefono cell cellulare mobile phone fax email e-mail mail pec web sito piva p.iva iva vat id',
      ),
    ),
  ],
  [null, new Set(words('ruolo role qualifica mansione job reparto department'))],
  ['deal-name', new Set(words('oggetto titolo title subject'))],
  ['notes', new Set(words('note nota notes commenti comments osservazioni'))],
  ['reason', new Set(words('motivo reason causale'))],
  ['address', new Set(words('indirizzo address sede location ubicazione citta city hq domicilio'))],
  [
    'contact',
    new Set(
      words('contatto contact referente commerciale responsabile riferimento buyer rif interlocutore att.ne'),
    ),
  ],
  ['closing-date', new Set(words('chiusura data date closing close scadenza deadline entro due firma'))],
  ['value', new Set(words('valore importo value amount budget prezzo price totale total stima ammontare'))],
  ['solution', new Set(words('soluzione solution prodotto product'))],
  [
    'customer',
    new Set(
      words(
        'cliente customer client azienda societa ditta company ragione impresa account organisation organization',
      ),
    ),
  ],
];
/** Words that may stand in a label beside those. */
const BESIDE = new Set(
  words(
    'di del della dello dei il la lo l the of e and nome name persona person previsto prevista stimato stimata stimati finale end ' +
      'sociale legale operativa expected estimated deal contratto contract trattativa opportunita per for numero n nuovo nuova new ' +
      'complessivo cognome full in to principale main a',
  ),
);
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

/** No record that somebody pastes has more. */
const MOST_LABELS = 40;

function labelledParts(plain: string): Labelled[] {
  const labels = [...plain.matchAll(LABEL)].flatMap((found) => {
    const label = labelAt(found[1] ?? '');
    const isAnchored = isAtBoundary(plain, found.index + (label?.from ?? 0));
    if (label === null || !(isAnchored || label.role === 'value' || label.role === 'closing-date')) return [];
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
  /(?:^|[\n;,.(|•*>-])[ \t]*$/.test(plain.slice(Math.max(0, at - 6), at));

/** A value is no page: what stands further behind its label is not its. */
const LONGEST_VALUE = 500;

function endOf(plain: string, start: number, next: { readonly labelStart: number } | undefined): number {
  const line = /[\n;]/g;
  line.lastIndex = start;
  const end = line.exec(plain.slice(0, next?.labelStart ?? start + LONGEST_VALUE))?.index;
  return end ?? Math.min(plain.length, next?.labelStart ?? start + LONGEST_VALUE);
}

/** The label at the end of some words, and where in them it begins; null where the last words are no label. */
function labelAt(typed: string): { role: Role | null; from: number } | null {
  const found = [...typed.matchAll(/[a-z][a-z.'-]*/g)].reverse();
  let from = typed.length;
  const roles = new Set<number>();
  for (const word of found) {
    const rank = rankOf(word[0].replace(/[.']$/, ''));
    if (rank === null && !BESIDE.has(word[0])) break;
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
  const rank = LABELS.findIndex(([, known]) => known.has(word) || isSlipOf(word, known));
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
