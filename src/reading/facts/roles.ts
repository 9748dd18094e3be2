import { patternOf } from '../../language/said.ts';
import type { FactKind, Role } from '../reading.ts';
import type { Guess } from './candidate.ts';
import type { Typed } from './typed.ts';

/** The slots that a kind of fact can be for. */
const SLOTS: Readonly<Partial<Record<FactKind, readonly Role[]>>> = {
  money: ['value'],
  recurring: ['value'],
  day: ['closing-date'],
  phone: ['contact'],
  email: ['contact'],
  person: ['contact'],
  'known-name': ['customer'],
  organisation: ['customer'],
  address: ['address'],
  'number-id': ['solution', 'notes'],
};

/** What stands before a fact and says its slot: the last words of a folded text. */
const CUES: Readonly<Partial<Record<Role, () => RegExp>>> = {
  value: patternOf()`(?:^|[^a-z])(?:${'value-cues'}|${'price-cues'})(?: ${'after-value-cues'})*[ :=]*$`,
  'closing-date': patternOf()`(?:^|[^a-z])${'date-cues'}(?: ${'after-date-cues'})*[ :=]*$`,
  // "Il contatto del cliente è", "la mail di Anna è".
  contact: patternOf()`(?:^|[^a-z])(?:${'reach-cues'}(?: ${'after-reach-cues'})*|(?:${'contact-nouns'}|${'reach-cues'})[^.,;:?!\n]{1,30} ${'is-somebody'})[ :=.]*$`,
  customer: patternOf()`(?:^|[^a-z])${'customer-cues'}(?: ${'after-customer-cues'})*[ :=']*$`,
  address: patternOf()`(?:^|[^a-z])(?:${'address-cues'}|${'postcode-cues'})(?: ${'after-address-cues'})*[ :=]*$`,
  solution: patternOf()`(?:^|[^a-z])${'solution-cues'}(?: ${'after-solution-cues'})*[ :=]*$`,
};
const NEAR = 40;

/** The slot that a label or the words before a fact say it is for; null where nothing says so. */
export function roleOf({ parts, plain }: Typed, guess: Guess): Role | null {
  const slots = SLOTS[guess.kind] ?? [];
  const part = parts.find((each) => each.isLabelled && each.start <= guess.start && guess.end <= each.end);
  if (part?.role !== undefined && part.role !== null && slots.includes(part.role)) return part.role;
  const before = plain.slice(Math.max(0, guess.start - NEAR), guess.start);
  return slots.find((slot) => CUES[slot]?.().test(before)) ?? null;
}
