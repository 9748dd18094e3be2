import { asks, does } from '../../src/reading/contents.ts';
import { toPhrase } from '../../src/language/flat.ts';
import type { Locale } from '../../src/language/locale.ts';
import { countryName, inTownCase, readCountry } from '../../src/language/places.ts';
import { isOurs } from '../../src/reading/facts/names.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Address } from '../../src/referrals/referral.ts';
import type { Field } from '../../src/cards/box.ts';
import type { Said, Slot, SlotContext, Taken, Inputs } from '../engine/slot.ts';
import { NEEDED, onlyPart, type AddressParts, several } from './address-said.ts';
import { houseAdded, houseSaid, namesStreet, postcodeSaid, townSaid } from './address-part.ts';
import { fromRow, knownParts, type Row } from './row.ts';
import { kindTexts } from './texts.ts';
import { townBeside } from './town-beside.ts';

const LONGEST = 200;

interface AddressRow<V, F, K extends keyof V & string> extends Row<V, F, K> {
  /** The country where none is said, by what is known of the customer and the company; null where nothing tells. */
  readonly usualCountry: (
    parts: AddressParts,
    said: Pick<Said, 'facts'>,
    context: SlotContext<V, F>,
  ) => string | null;
  /** Whether a name beside the customer's is of something else, as of a solution. */
  readonly isOther: (name: string, context: SlotContext<V, F>) => boolean;
}

/** Street, town and country in any order; what is missing is asked for by itself, the country is proposed. */
export function address<V extends { readonly [N in K]: Address }, F, K extends keyof V & string>(
  row: AddressRow<V, F, K>,
): Slot<V, F, K> {
  type Context = SlotContext<V, F>;
  const settled = (
    parts: AddressParts,
    facts: readonly Fact[],
    said: Pick<Said, 'facts'> & { readonly text?: string },
    context: Context,
  ): Taken<V[K]> => {
    const { city } = parts;
    const named = city === undefined ? parts : { ...parts, city: inTownCase(city) };
    const kept = knownParts({ ...baseFor(parts, context, said.text), ...named });
    const country = kept.country ?? (kept.city === undefined ? null : row.usualCountry(kept, said, context));
    const whole = row.schema.safeParse({ ...kept, country });
    if (whole.success) return { kind: 'value', value: whole.data, facts };
    const missing = NEEDED.filter(
      (part) => kept[part] === undefined && (part !== 'country' || country === null),
    );
    const text = kindTexts[context.locale].address.missing(addressLine(kept, context.locale), missing);
    return { kind: 'partial', kept, text, facts };
  };
  /** What the parts are added to: a postcode by itself is news of the address that there is. */
  const baseFor = (parts: AddressParts, { partial, values }: Context, text = ''): AddressParts => {
    const known = values[row.name];
    const isCode = parts.postalCode !== undefined && Object.keys(parts).length === 1;
    // "Via Roma 10 non 1": the town of a street that is there is as it was.
    const isStreet =
      parts.city === undefined && (isSameStreet(parts.line1, known?.line1) || namesStreet(text));
    return partial === undefined && (isCode || isStreet) ? { ...known } : (Object(partial) as AddressParts);
  };
  const take = (said: Said, context: Context): Taken<V[K]> | null => {
    const found = said.facts.find((fact) => fact.kind === 'address');
    if (found?.kind !== 'address') {
      const beside = townBeside(said, (name) => row.isOther(name, context));
      return beside === null ? null : settled(beside.parts, beside.facts, said, context);
    }
    const { line1, city, postcode, state, country } = found;
    const parts = { line1, city, postalCode: postcode, state, country };
    return settled(knownParts(parts), [found], said, context);
  };
  /** "Molo Beverello 1, 80133 Napoli": an answer whose street has no word for one is an address from its beginning. */
  const wholeOf = (said: Said, context: Context): Taken<V[K]> | null => {
    const [found, ...others] = said.facts;
    if (found?.kind !== 'address' || found.line1 !== null || others.length > 0 || found.start === 0)
      return null;
    const whole = several(said.text.trim().slice(0, LONGEST));
    const isSame = whole.postalCode === (found.postcode ?? undefined) && whole.line1 !== undefined;
    return isSame ? settled(whole, [found], said, context) : null;
  };
  /** Another house, or another town, of the address that there is. */
  const amend = (said: Said, context: Context): Taken<V[K]> | null => {
    const known: AddressParts = { ...context.values[row.name], ...(Object(context.partial) as AddressParts) };
    // What is said beside it would be lost.
    if (asks(said.reading) || said.facts.length > 0) return null;
    const isKnown = context.values[row.name] !== undefined;
    const postalCode = isKnown ? postcodeSaid(said.text, known, context.isLatest === true) : null;
    if (postalCode !== null)
      return settled({ ...known, postalCode }, [], said, { ...context, partial: undefined });
    const line1 = houseSaid(said.text, known);
    const city = line1 === null ? townSaid(said.text, known) : null;
    const { line1: street, country } = known;
    const parts =
      line1 !== null ? { ...known, line1 } : city === null ? null : { line1: street, city, country };
    return parts === null ? null : settled(parts, [], said, { ...context, partial: undefined });
  };
  return {
    ...fromRow(row),
    isPlace: true,
    take,
    amend,
    parse(said, context) {
      const texts = kindTexts[context.locale].address;
      const taken = take(said, context);
      if (taken !== null) return wholeOf(said, context) ?? taken;
      const house = houseAdded(said.text, Object(context.partial) as AddressParts);
      if (house !== null) return settled({ line1: house }, [], said, context);
      const typed = said.text.trim().slice(0, LONGEST);
      const before = knownParts(Object(context.partial) as AddressParts);
      const [open, ...more] = NEEDED.filter((part) => before[part] === undefined);
      const isOpen = open !== undefined && Object.keys(before).length > 0 && !said.facts.some(isElsewhere);
      const isElse = toPhrase(typed)
        .split(' ')
        .some((word) => isOurs(word) || row.isOther(word, context));
      const part = isOpen && !isElse ? onlyPart(open, typed) : null;
      const read = part ?? (said.facts.length > 0 || (isOpen && isElse) ? {} : several(typed));
      // "Controlla" and "sì" could be towns by their form alone.
      const isTown = Object.keys(read).every((each) => each === 'city');
      const isStated = !isTown || !does(said.reading, 'order', 'assent', 'refusal');
      if (isStated && Object.keys(read).length > 0) return settled(read, [], said, context);
      const isCountry = open === 'country' && more.length === 0;
      return { kind: 'invalid', text: isCountry ? texts.countryUnknown(typed) : texts.invalid };
    },
    show: (value, { locale }) => addressLine(value, locale),
    showPartial: (kept, { locale }) => addressLine(knownParts(Object(kept) as AddressParts), locale) || null,
    asInput: ({ values, partial, locale }) =>
      fieldsOf(values[row.name] ?? (Object(partial) as AddressParts), locale),
    fromInput(typed, context) {
      const parts = partsTyped(typed);
      const known = parts.country ?? '';
      const country = known === '' ? undefined : (readCountry(known) ?? null);
      if (country === null)
        return { kind: 'invalid', text: kindTexts[context.locale].address.countryUnknown(known) };
      const read = knownParts({ ...parts, country });
      return Object.keys(read).length === 0 ? null : settled(read, [], { facts: [] }, context);
    },
  };
}

/** Whether two streets differ by their number alone. */
const isSameStreet = (one = '', other = ''): boolean =>
  /\p{L}/u.test(one) && toPhrase(one.replace(/\d.*$/u, '')) === toPhrase(other.replace(/\d.*$/u, ''));

const FIELDS = ['line1', 'postalCode', 'city', 'state', 'country'] as const;

function fieldsOf(known: AddressParts, locale: Locale): readonly Field[] {
  const { labels } = kindTexts[locale].address;
  const country = known.country === undefined ? undefined : countryName(known.country, locale);
  const shown = { ...known, country };
  return FIELDS.map((part) => ({ part, kind: 'line', label: labels[part], value: shown[part] ?? '' }));
}

function partsTyped(typed: Inputs): AddressParts {
  return knownParts(
    Object.fromEntries(FIELDS.map((part) => [part, (typed[part] ?? '').trim().slice(0, LONGEST)])),
  );
}

/** What stands beside no part of an address: "Gianni 0444 123456 gianni@…" is no town. */
const ELSEWHERE: ReadonlySet<Fact['kind']> = new Set([
  'phone',
  'email',
  'link',
  'money',
  'recurring',
  'day',
  'deal-kind',
]);
const isElsewhere = ({ kind }: Fact): boolean => ELSEWHERE.has(kind);

/** An address in one line. */
export function addressLine(
  { line1, city, state, postalCode, country }: AddressParts,
  locale: Locale,
): string {
  const town = [postalCode, city, state].filter((part) => part !== undefined).join(' ');
  const nation = country === undefined ? undefined : countryName(country, locale);
  return [line1, town, nation].filter((part) => part !== undefined && part !== '').join(', ');
}
