import { readContact } from '../../src/language/people.ts';
import { isNameLike } from '../../src/language/name-like.ts';
import {
  countryName,
  isAddress,
  opensWithStreet,
  readAddress,
  readCountry,
} from '../../src/language/places.ts';
import type { Contact } from '../../src/referrals/referral.ts';
import type { Parsed, Slot } from '../engine/slot.ts';
import { earlierDeal } from './earlier-deals.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { dealSchemas, validBy } from './values.ts';
import { withoutEnd } from '../../src/language/ends.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

type Address = DealValues['address'];

const ADDRESS_PARTS = ['line1', 'city', 'country'] as const;
const CONTACT_PARTS = ['firstName', 'lastName', 'phone', 'email'] as const;

const partialAddress = dealSchemas.address.partial();
const partialContact = dealSchemas.contact.partial();

/** Street, city and country in one answer; what is missing is asked for by itself. */
export const addressSlot: Slot<DealValues, DealFacts, 'address'> = {
  name: 'address',
  words: wordsOf('address'),
  ask: ({ locale, values }) => dealTexts(locale).address(values.customer ?? ''),
  parse: parseAddress,
  claims: (text, { locale }) => isAddress(text, locale),
  propose: (context) => earlierDeal(context)?.customer.address,
  show: (address, { locale }) => showAddress(address, locale),
  isValid: validBy('address'),
};

/** The customer's contact, needed when Microsoft's help is asked. */
export const contactSlot: Slot<DealValues, DealFacts, 'contact'> = {
  name: 'contact',
  words: wordsOf('contact'),
  isAskedWhen: ({ values }) => values.kind === 'co-sell',
  ask: ({ locale, values }) => dealTexts(locale).contact(values.customer ?? ''),
  parse: (text, context) => parseContact(text, context, context.values.contact ?? {}),
  propose: (context) => earlierDeal(context)?.customer.contact ?? undefined,
  show: showContact,
  isValid: validBy('contact'),
};

/** Who Microsoft writes to on our side: from the directory, asked only where that is incomplete. */
export const ownContactSlot: Slot<DealValues, DealFacts, 'ownContact'> = {
  name: 'ownContact',
  isQuiet: true,
  words: wordsOf('ownContact'),
  ask: ({ locale }) => dealTexts(locale).ownContact,
  parse: (text, context) =>
    parseContact(text, context, context.values.ownContact ?? directoryContact(context)),
  propose: (context) => {
    const parsed = dealSchemas.ownContact.safeParse(directoryContact(context));
    return parsed.success ? parsed.data : undefined;
  },
  show: showContact,
  isValid: validBy('ownContact'),
};

function parseAddress(text: string, context: DealContext): Parsed<Address> {
  const { locale, partial } = context;
  const texts = dealTexts(locale);
  const before = partialAddress.safeParse(partial).data ?? {};
  const [open, ...more] = ADDRESS_PARTS.filter((part) => before[part] === undefined);
  const isLast = open !== undefined && more.length === 0;
  const found = isLast ? onlyPart(open, text, context) : severalParts(text, locale);
  if (found === null && open === 'country' && isLast)
    return { kind: 'invalid', text: texts.countryUnknown(text.trim()) };
  if (found === null || Object.keys(found).length === 0)
    return { kind: 'invalid', text: texts.addressInvalid };
  const kept = { ...before, ...found };
  const whole = dealSchemas.address.safeParse(kept);
  if (whole.success) return { kind: 'value', value: tidy(whole.data) };
  const missing = ADDRESS_PARTS.filter((part) => kept[part] === undefined);
  const isSure = opensWithStreet(text);
  return { kind: 'partial', kept, text: texts.addressMissing(showParts(kept, locale), missing), isSure };
}

/** What an answer says of an address; a bare word counts as a town only where it can be a name. */
function severalParts(text: string, locale: DealContext['locale']): Partial<Address> | null {
  const found = defined(readAddress(text, locale));
  const isBareTown = Object.keys(found).every((part) => part === 'city');
  return isBareTown && !isNameLike(text) ? null : found;
}

/** The one part that was missing, typed by itself; null where the text can't be it. */
function onlyPart(
  part: (typeof ADDRESS_PARTS)[number],
  text: string,
  { locale }: DealContext,
): Partial<Address> | null {
  const read = defined(readAddress(text, locale));
  const typed = withoutEnd(text.trim(), '.,;').slice(0, 200);
  switch (part) {
    case 'country': {
      const country = readCountry(typed, locale) ?? read.country;
      return country === undefined ? null : { country };
    }
    case 'city':
      return isNameLike(typed) ? { ...read, city: read.city ?? typed } : null;
    case 'line1':
      // A street without a word for it ("Kungsgatan 4") still has a number.
      return read.line1 !== undefined
        ? read
        : /\p{L}/u.test(typed) && /\d/.test(typed)
          ? { line1: typed }
          : null;
  }
}

/** Reads a person, upon what is known of them: names, phone and e-mail in any order; what is missing is asked for. */
export function parseContact(
  text: string,
  context: DealContext,
  known: Readonly<Partial<Contact>>,
): Parsed<Contact> {
  const texts = dealTexts(context.locale);
  const read = defined(readContact(text));
  const before = { ...baseFor(read, known), ...partialContact.safeParse(context.partial).data };
  const [open, ...more] = CONTACT_PARTS.filter((part) => before[part] === undefined);
  const isNameOnly = more.length === 0 && (open === 'lastName' || open === 'firstName');
  const found = { ...read, ...(isNameOnly && isWord(text) ? { [open]: text.trim() } : {}) };
  if (isOnlyName(found) && !isNameLike(text)) return { kind: 'invalid', text: texts.contactInvalid };
  if (Object.keys(found).length === 0) return { kind: 'invalid', text: texts.contactInvalid };
  const kept = { ...before, ...found };
  const whole = dealSchemas.contact.safeParse(kept);
  if (whole.success) return { kind: 'value', value: whole.data };
  const missing = CONTACT_PARTS.filter((part) => kept[part] === undefined);
  return { kind: 'partial', kept, text: texts.contactMissing(showParts(kept, context.locale), missing) };
}

/** A new name is a new person; a number or an address alone is news of the one known. */
function baseFor(
  read: Readonly<Partial<Contact>>,
  known: Readonly<Partial<Contact>>,
): Readonly<Partial<Contact>> {
  const isWhole = CONTACT_PARTS.every((part) => known[part] !== undefined);
  return isWhole && read.firstName !== undefined ? {} : known;
}

/** Nothing but words was found: they may be a name, or a sentence that gives none. */
function isOnlyName(found: Readonly<Partial<Contact>>): boolean {
  return found.phone === undefined && found.email === undefined;
}

/** What is known of an address or a contact so far, so that a misread part is seen at once. */
function showParts(
  kept: { readonly [Part in keyof (Address & Contact)]?: string | undefined },
  locale: DealContext['locale'],
): string {
  const { line1, postalCode, city, state, country, firstName, lastName, phone, email } = kept;
  const town = [postalCode, city, state].filter((part) => part !== undefined).join(' ');
  const name = [firstName, lastName].filter((part) => part !== undefined).join(' ');
  const nation = country === undefined ? undefined : countryName(country, locale);
  return [line1, town, nation, name, phone, email]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

function isWord(text: string): boolean {
  return /^[\p{L}][\p{L}\s'’.-]{0,60}$/u.test(text.trim());
}

function directoryContact({ facts }: DealContext): Readonly<Partial<Contact>> {
  if (facts.person === null) return {};
  const { firstName, lastName, phone, email } = facts.person;
  return defined({
    firstName: firstName || undefined,
    lastName: lastName || undefined,
    phone: phone || undefined,
    email: email || undefined,
  });
}

function showContact({ firstName, lastName, phone, email }: Contact): string {
  return `${firstName} ${lastName}, ${phone}, ${email}`;
}

function showAddress(address: Address, locale: DealContext['locale']): string {
  const town = [address.postalCode, address.city, address.state]
    .filter((part) => part !== undefined)
    .join(' ');
  return [address.line1, town, countryName(address.country, locale)].join(', ');
}

/** Without the parts that are undefined. */
function defined<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in parts) {
    const value = parts[key];
    if (value !== undefined) kept[key] = value as Exclude<T[typeof key], undefined>;
  }
  return kept;
}

/** The parsed address without undefined parts. */
function tidy(address: Readonly<Record<'line1' | 'city' | 'country', string>> & Partial<Address>): Address {
  return {
    line1: address.line1,
    city: address.city,
    country: address.country,
    ...defined({ state: address.state, postalCode: address.postalCode }),
  };
}
