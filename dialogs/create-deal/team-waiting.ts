import * as z from 'zod';
import { toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import { readName } from '../../src/language/people.ts';
import type { PartialValue } from '../../src/storage/person-record.ts';
import { dealTexts } from './texts.ts';
import type { DealContext } from './values.ts';

/** Who was named for the team and isn't known yet: the parts of one, as a contact is typed, and the names of the others. */
const waitingSchema = z.looseObject({
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  also: z.array(z.string()).catch([]).default([]),
});

/** The names of those who are waited for, in the order of their naming. */
export function waitingNames(kept: unknown): readonly string[] {
  const { data } = waitingSchema.safeParse(kept);
  if (data === undefined) return [];
  const name = [data.firstName, data.lastName].filter((part) => part !== undefined).join(' ');
  return [...(name === '' ? [] : [name]), ...data.also];
}

/** Keeps names that aren't known and says whose telephone and e-mail are wanted. */
export function restOf([first = '', ...others]: readonly string[], context: DealContext): PartialValue {
  const { firstName = first, lastName } = readName(first) ?? {};
  return waitFor({ firstName, ...(lastName === undefined ? {} : { lastName }) }, others, context);
}

/** Names more people to be known, beside those who are waited for. */
export function waitMore(names: readonly string[], context: DealContext): PartialValue {
  const [first, ...also] = waitingNames(context.partial);
  if (first === undefined) return restOf(names, context);
  return waitFor(Object(context.partial) as object, [...also, ...names], context);
}

function waitFor(one: object, others: readonly string[], { locale }: DealContext): PartialValue {
  const also = others.map((typed) => {
    const { firstName = typed, lastName } = readName(typed) ?? {};
    return lastName === undefined ? firstName : `${firstName} ${lastName}`;
  });
  const kept = { ...one, also };
  const names = waitingNames(kept);
  return { kept, text: dealTexts[locale].teamUnknown(joinList(names, locale, 'and'), names[0] ?? '') };
}

/** Whether the name of who is waited for is itself not whole yet. */
export function isNameWanted(kept: unknown): boolean {
  const { data } = waitingSchema.safeParse(kept);
  return data !== undefined && (data.firstName === undefined || data.lastName === undefined);
}

/** Whether words give up whoever is waited for: "lascia fuori". */
export function isGivingUp(text: string): boolean {
  return GIVING_UP.test(toPhrase(text));
}

const GIVING_UP =
  /^(?:(?:no )?(?:togli(?:lo|la|li)?|lascia(?:lo|la|li)? (?:fuori|perdere|stare)|fuori|leave (?:him|her|it|them) out|leave out|remove (?:him|her|them)|remove|without (?:him|her|them)|senza(?: di (?:lui|lei|loro))?))$/;

/** Whether a typed name is that of somebody who is waited for, or a part of it. */
export function isWaiting(typed: string, kept: unknown): boolean {
  const said = toPhrase(typed);
  return said !== '' && waitingNames(kept).some((name) => ` ${toPhrase(name)} `.includes(` ${said} `));
}
