import { does, doesOnly } from '../../src/reading/contents.ts';
import type * as z from 'zod';
import { readCommand } from '../../src/language/commands.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { isGivenName, isNameLike } from '../../src/language/name-like.ts';
import { readName } from '../../src/language/people.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Contact } from '../../src/referrals/referral.ts';
import type { Field } from '../../src/cards/box.ts';
import { saidIn } from '../engine/answer.ts';
import type { Choice, Parsed, Said, Slot, SlotContext, Taken, Inputs } from '../engine/slot.ts';
import { keptOf, nameInstead } from './contact-kept.ts';
import { completed, contactIn, type ContactParts, type PersonSaid, withoutOwn } from './contact-said.ts';
import { fromRow, knownParts, type Row } from './row.ts';
import { kindTexts } from './texts.ts';

const PARTS = ['firstName', 'lastName', 'phone', 'email'] as const;
/** Parts of a form of their own, in which not any words will do. */
const MACHINE_READ = ['phone', 'email'] as const;
/** Before the id of a choice that puts another number in place of the one taken. */
const PHONE = 'phone:';

interface ContactRow<V, F, K extends keyof V & string> extends Row<V, F, K> {
  /** What is known of the person where none is given. */
  readonly known?: (context: SlotContext<V, F>) => ContactParts;
  /** Where the person is, as far as it is known. */
  readonly country?: (context: SlotContext<V, F>) => string | undefined;
}

/** A person: name, phone and e-mail in any order and over several messages. */
export function contact<V extends { readonly [N in K]: Contact }, F, K extends keyof V & string>(
  row: ContactRow<V, F, K>,
): Slot<V, F, K> {
  type Context = SlotContext<V, F>;
  const schema = row.schema;
  const take = (message: Said, context: Context): Taken<V[K]> | null => {
    const base = baseOf(row, context);
    const said = withoutOwn(message);
    const read = contactIn(said, base, row.country?.(context));
    if (read === null) return null;
    const person = completed(read, base, said);
    return settle(person, base, schema, context, keptOf(person.parts, base, said.text));
  };
  return {
    ...fromRow(row),
    // A quiet one isn't who a sentence speaks of.
    ...(row.isQuiet === true ? {} : { take, amend }),
    parse: (said, context) => take(said, context) ?? readWords(said, context),
    choose: (id, { values, partial }) => {
      const base = (values[row.name] ?? Object(partial)) as ContactParts;
      const parsed = schema.safeParse({ ...base, phone: id.slice(PHONE.length) });
      return id.startsWith(PHONE) && parsed.success ? parsed.data : undefined;
    },
    show: (value) => showContact(value),
    showPartial: (kept) => showContact(partsOf(kept)) || null,
    asInput: (context) => fieldsOf(baseOf(row, context), context),
    fromInput,
  };

  /** Another name in place of one that is denied: "Blum non Blu". */
  function amend(said: Said, context: Context): Taken<V[K]> | null {
    const known = context.values[row.name];
    const parts = known === undefined || said.facts.length > 0 ? null : nameInstead(said.text, known);
    return parts === null ? null : settle({ parts, facts: [], phones: [] }, {}, schema, context);
  }

  /** Each part by itself: a telephone and an address must be ones, a name is as it is typed. */
  function fromInput(typed: Inputs, context: Context): Parsed<V[K]> | null {
    const put = partsOf(trimmed(typed));
    const read = readParts(put, context);
    const unread = MACHINE_READ.find((part) => put[part] !== undefined && read[part] === undefined);
    if (unread !== undefined) {
      const text = kindTexts[context.locale].contact.unread(put[unread] ?? '', unread);
      return { kind: 'invalid', text };
    }
    const parts = knownParts({ ...put, ...read });
    if (Object.keys(parts).length === 0) return null;
    return settle({ parts, facts: [], phones: [] }, {}, schema, context);
  }

  /** What isn't changed stays as it is kept: the directory writes numbers in its own way. */
  function readParts(put: ContactParts, context: Context): ContactParts {
    const before = baseOf(row, context);
    const said = contactIn(saidIn(MACHINE_READ.map((part) => put[part] ?? '').join('\n'), row.name, context));
    const partOf = (part: (typeof MACHINE_READ)[number]): string | undefined =>
      put[part] === before[part] ? before[part] : said?.parts[part];
    return knownParts({ phone: partOf('phone'), email: partOf('email') });
  }

  function readWords(said: Said, context: Context): Parsed<V[K]> {
    const { invalid } = kindTexts[context.locale].contact;
    if (said.facts.length > 0) return { kind: 'invalid', text: invalid };
    const base = baseOf(row, context);
    const typed = said.text.trim();
    const isWord = canBeName(said, base);
    const read = restOfName(typed, base) ?? readName(typed) ?? {};
    if (Object.keys(read).length === 0 || !isWord) return { kind: 'invalid', text: invalid };
    return settle({ parts: read, facts: [], phones: [] }, base, schema, context);
  }
}

function fieldsOf(known: ContactParts, { locale }: { readonly locale: Locale }): readonly Field[] {
  const { labels } = kindTexts[locale].contact;
  return PARTS.map((part) => ({ part, kind: 'line', label: labels[part], value: known[part] ?? '' }));
}

function trimmed(typed: Inputs): Inputs {
  return Object.fromEntries(Object.entries(typed).map(([part, text]) => [part, text.trim()]));
}

/** "Neri" after "Ada": the half of the name that was missing; null where it is a name of its own. */
function restOfName(typed: string, base: ContactParts): ContactParts | null {
  const [only, ...more] = (['firstName', 'lastName'] as const).filter((part) => base[part] === undefined);
  const isLast = PARTS.filter((part) => base[part] === undefined).length === 1;
  if (only === undefined || more.length > 0 || !(isLast || !typed.includes(' '))) return null;
  return { [only]: typed.includes(' ') ? typed : (readName(typed)?.firstName ?? typed) };
}

/**
 * Whether words that hold no fact can be a name all the same: neither what does something ("crea", "chiedi a Marco") nor
 * one small word, unless it completes a name or people are called so. Beside a whole name nothing but a correction is one.
 */
function canBeName({ text, reading }: Said, { firstName, lastName }: ContactParts): boolean {
  const typed = text.trim();
  const isWritten = /^[\p{L}][\p{L}\s'’.-]{0,60}$/u.test(typed) && isNameLike(typed);
  if (!isWritten || readCommand(typed) !== null || !doesOnly(reading, ['statement', 'correction']))
    return false;
  if (firstName !== undefined && lastName !== undefined) return does(reading, 'correction');
  const isRest = firstName !== undefined || lastName !== undefined;
  return isRest || /\p{Lu}/u.test(typed) || isGivenName(toPhrase(typed).split(' ', 1)[0] ?? '');
}

/**
 * The person as a value, or as far as there is one; another number than the first is one tap away.
 *
 * @param same what of the person known stays, whatever name is told
 */
export function settle<T>(
  { parts, facts, phones }: PersonSaid,
  base: ContactParts,
  schema: z.ZodType<T>,
  { locale, partial }: Pick<SlotContext<unknown, unknown>, 'locale' | 'partial'>,
  same: ContactParts = {},
): Taken<T> {
  const texts = kindTexts[locale].contact;
  // A new name is a new person; a number or an address alone is news of the one known.
  const isOther = isWhole(base) && parts.firstName !== undefined;
  const kept = knownParts({ ...(isOther ? {} : base), ...parts, ...same });
  // Until all is known the other numbers wait with what is.
  const otherPhones = [...phones.slice(1), ...otherPhonesOf(partial)];
  const others: readonly Choice[] = otherPhones.map((phone) => ({ id: `${PHONE}${phone}`, label: phone }));
  const whole = schema.safeParse(kept);
  if (whole.success) return { kind: 'value', value: whole.data, facts, others };
  const missing = PARTS.filter((part) => kept[part] === undefined);
  const known = [showContact(kept), ...otherPhones].join(', ');
  const waiting = otherPhones.length === 0 ? kept : { ...kept, otherPhones };
  return { kind: 'partial', kept: waiting, text: texts.missing(known, missing), facts };
}

function otherPhonesOf(partial: unknown): readonly string[] {
  const { otherPhones = [] } = Object(partial) as { readonly otherPhones?: readonly string[] };
  return otherPhones;
}

/** "Mario Rossi, +39…, mario@…", as far as it is known. */
export function showContact({ firstName, lastName, phone, email }: ContactParts): string {
  const name = [firstName, lastName].filter((part) => part !== undefined).join(' ');
  return [name, phone, email].filter((part) => part !== undefined && part !== '').join(', ');
}

function baseOf<V extends { readonly [N in K]: Contact }, F, K extends keyof V & string>(
  row: ContactRow<V, F, K>,
  context: SlotContext<V, F>,
): ContactParts {
  return { ...(context.values[row.name] ?? row.known?.(context)), ...partsOf(context.partial) };
}

function partsOf(kept: unknown): ContactParts {
  const { firstName, lastName, phone, email } = Object(kept) as Record<string, string | undefined>;
  return knownParts({ firstName, lastName, phone, email });
}

function isWhole(parts: ContactParts): boolean {
  return PARTS.every((part) => parts[part] !== undefined);
}
