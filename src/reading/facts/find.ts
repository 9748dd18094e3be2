import { findAddresses } from './addresses.ts';
import { findAmounts } from './amounts.ts';
import { findAnswers } from './answers.ts';
import { claim } from './claim.ts';
import { findCompanies } from './companies.ts';
import { findDays } from './days.ts';
import { findExact, findPhoneNumbers } from './exact.ts';
import { findKnownNames } from './known-names.ts';
import { Stops } from './names.ts';
import { findNumberIds } from './number-ids.ts';
import { findDealKinds, findOutcomes } from './outcomes.ts';
import { findPersons } from './persons.ts';
import { roleOf } from './roles.ts';
import { lookAt } from './typed.ts';
import type { ProposedFact } from './candidate.ts';
import type { Fact, ReadingContext } from '../reading.ts';
import type { Typed } from './typed.ts';

/** What has a form of its own; names are looked for around it. */
const VALUE_FINDERS: readonly ((typed: Typed) => ProposedFact[])[] = [
  findExact,
  findNumberIds,
  findPhoneNumbers,
  findAddresses,
  findAmounts,
  findDays,
  findOutcomes,
  findDealKinds,
  findKnownNames,
];

/** In a text that is all capitals they tell nothing: "MARK IT AS LOST". */
export function unshouted(text: string): string {
  const isShouted = (text.match(/\p{Lu}/gu)?.length ?? 0) >= SHOUTED_LETTERS && !/\p{Ll}/u.test(text);
  const calm = isShouted ? text.toLowerCase() : text;
  return calm.length === text.length ? calm : text;
}

/** Fewer capitals may be a company: "IBM", "RAI WAY". */
const SHOUTED_LETTERS = 12;

/**
 * All facts of a message in the order of its words, no two of them with a word in common. Finders only propose; each
 * word goes to the surest and longest that wants it (`claim.ts`).
 *
 * @example
 * findFacts('deal con Sabato Sera Spa, importo 31k', context)
 * // organisation "Sabato Sera Spa" (customer), money 31000 (value); no day
 */
export function findFacts(text: string, context: ReadingContext): readonly Fact[] {
  const typed = lookAt(unshouted(text), context);
  const values = VALUE_FINDERS.flatMap((find) => find(typed));
  const stops = new Stops(typed.text.length, values);
  const names = [
    ...findCompanies(typed, stops),
    ...findAnswers(typed, stops),
    ...findPersons(typed, stops, values),
  ];
  const claimed = claim([...values, ...names], typed.text.length);
  return claimed.map(({ guess }): Fact => ({ isSure: true, ...guess, role: roleOf(typed, guess) }));
}
