import { toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import { patternOf } from '../../src/language/said.ts';
import { readName } from '../../src/language/people.ts';
import type { PartialValue } from '../../src/storage/person-record.ts';
import type { ContactParts } from '../kinds/contact-said.ts';
import { dealTexts } from './texts.ts';
import type { DealContext } from './values.ts';

/** Who was named for the team and isn't known yet: the parts of one, as a contact is typed, and the names of the others. */
export type Waiting = ContactParts & { readonly also?: readonly string[] };

/** Those who are waited for, as they are kept. */
export const waitingIn = (kept: unknown): Waiting => Object(kept) as Waiting;

/** The names of those who are waited for, in the order of their naming. */
export function waitingNames(kept: unknown): readonly string[] {
  const { firstName = '', lastName = '', also = [] } = waitingIn(kept);
  return [`${firstName} ${lastName}`.trim(), ...also].filter((name) => name !== '');
}

/** Keeps names that aren't known and says whose telephone and e-mail are wanted; what is known of the first already stays. */
export function waitFor(
  [first = '', ...also]: readonly string[],
  { locale, partial }: DealContext,
): PartialValue {
  const isKept = waitingNames(partial)[0] === first;
  const kept = { ...(isKept ? waitingIn(partial) : (readName(first) ?? { firstName: first })), also };
  const names = waitingNames(kept);
  return { kept, text: dealTexts[locale].teamUnknown(joinList(names, locale, 'and'), names[0] ?? '') };
}

const givesUp = patternOf()`^(?:no )?${'gives-up-member'}$`;

/** Whether words give up whoever is waited for: "lascia fuori". */
export const isGivingUp = (text: string): boolean => givesUp().test(toPhrase(text));

/** Whether a typed name is that of somebody who is waited for, or a part of it. */
export function isWaiting(typed: string, kept: unknown): boolean {
  const said = toPhrase(typed);
  return said !== '' && waitingNames(kept).some((name) => ` ${toPhrase(name)} `.includes(` ${said} `));
}
