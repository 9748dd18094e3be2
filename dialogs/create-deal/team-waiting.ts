import * as z from 'zod';
import type { Person } from '../../src/directory/directory.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { joinList } from '../../src/language/format.ts';
import { readName } from '../../src/language/people.ts';
import { lookUp } from '../../src/lookup/names.ts';
import type { PartialValue } from '../../src/storage/person-record.ts';
import { fullName } from './colleagues.ts';
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
export function restOf(names: readonly string[], context: DealContext): PartialValue {
  const [first = '', ...others] = names;
  const also = others.map(nameOf);
  const { firstName = first, lastName } = readName(first) ?? {};
  const kept = { firstName, ...(lastName === undefined ? {} : { lastName }), also };
  return { kept, text: textFor(waitingNames(kept), context) };
}

/** Whether the name of who is waited for is itself not whole yet. */
export function isNameWanted(kept: unknown): boolean {
  const { data } = waitingSchema.safeParse(kept);
  return (
    data !== undefined && kept !== undefined && (data.firstName === undefined || data.lastName === undefined)
  );
}

/** Names more people to be known, beside those who are waited for. */
export function waitMore(names: readonly string[], context: DealContext): PartialValue {
  const [first, ...also] = waitingNames(context.partial);
  if (first === undefined) return restOf(names, context);
  const all = [first, ...also, ...names.map((name) => nameOf(name))];
  const kept = { ...waitingSchema.safeParse(context.partial).data, also: all.slice(1) };
  return { kept, text: textFor(all, context) };
}

const nameOf = (typed: string): string => {
  const { firstName = typed, lastName } = readName(typed) ?? {};
  return lastName === undefined ? firstName : `${firstName} ${lastName}`;
};

function textFor(names: readonly string[], { locale }: DealContext): string {
  return dealTexts(locale).teamUnknown(joinList(names, locale, 'and'), names[0] ?? '');
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

/** Whether a name that wasn't found is a slip of one of these people's. */
export function isNearly(name: string, people: readonly Person[]): boolean {
  const { exact, close } = lookUp(name, people, fullName);
  return exact.length + close.length > 0;
}
