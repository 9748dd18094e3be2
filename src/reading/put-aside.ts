import { flatten } from '../language/flat.ts';
import { holdsPhrase } from '../language/said.ts';
import { finishesLater } from '../language/second-thoughts.ts';
import { does } from './contents.ts';
import type { Act, Clause, Reading } from './reading.ts';

/** What may stand beside a putting aside without asking for anything else. */
const PASSING: ReadonlySet<Act> = new Set<Act>([
  'filler',
  'not-now',
  'complaint',
  'courtesy',
  'plan',
  'negation',
  'assent',
  'refusal',
  // "I've got a call now"
  'report',
]);

/**
 * Whether a message only wants all that is open kept for later: "salva e chiudi", "me lo tieni da parte?", "lo finisco
 * domani". It may say when, and tells no other value.
 */
export function putsAside(reading: Pick<Reading, 'clauses' | 'facts' | 'text'>): boolean {
  const { clauses, facts, text } = reading;
  const ordered = clauses.filter(({ act }) => act === 'order');
  const isAlone =
    facts.every(({ kind }) => kind === 'day') &&
    clauses.every(({ act }) => act === 'order' || PASSING.has(act)) &&
    ordered.every((clause) => keeps(clause) || leaves(clause));
  if (!isAlone) return false;
  return ordered.some(keeps) || (does(reading, 'not-now', 'plan') && finishesLater(text));
}

const holdsKeeping = holdsPhrase('keep-for-later');
const holdsLeaving = holdsPhrase('leave-form');
const keeps = ({ text }: Clause): boolean => holdsKeeping(flatten(text).text);
const leaves = ({ text }: Clause): boolean => holdsLeaving(flatten(text).text);
