import { findDate } from '../../src/language/dates/dates.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { findMoney } from '../../src/language/money/money.ts';
import { findQuoted } from '../../src/language/quoted.ts';
import { findNames, lookUp, nameAfterPreposition } from '../../src/lookup/names.ts';
import type { Parsed, Slot } from '../engine/slot.ts';
import { knownCustomers } from './earlier-deals.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { validBy } from './values.ts';
import { withoutEnd } from '../../src/language/ends.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

const MAX_NAME = 120;
/** "Chiudilo come perso", "crea il deal": something to be done, and no company. */
const ORDER =
  /^(?:(?:apr|chiud|cre|cancell|elimin|mostr|segn|controll|cambi|togl|aggiung|metti|scriv|riapr|ricre|modific|invi|mand)[a-z]{0,4}(?:lo|la|li|le|mi|melo|mela)\b|(?:apri|chiudi|crea|cancella|elimina|mostra|segna|controlla|riapri|ricrea|modifica|open|close|create|delete|show|mark|check)(?: (?:il|lo|la|i|gli|le|un|the|my|a|it|this|that|mio|questo))* ?(?:deal|trattativa|bozza|draft|it|this|that)\b)/;
const KNOWN = 'known:';
const NEW = 'new:';

/** The customer's name: one of those known, or any other as typed. */
export const customerSlot: Slot<DealValues, DealFacts, 'customer'> = {
  name: 'customer',
  isOpenEnded: true,
  words: wordsOf('customer'),
  ask: ({ locale }) => dealTexts(locale).customer,
  parse: parseCustomer,
  choose: (id) => {
    const prefix = [KNOWN, NEW].find((start) => id.startsWith(start));
    return prefix === undefined ? undefined : id.slice(prefix.length);
  },
  take(sentence, context) {
    if (context.values.customer !== undefined) return undefined;
    const [known] = findNames(sentence, knownCustomers(context), (name) => name);
    const quoted = findQuoted(sentence)[0]?.text;
    const named = quoted ?? nameAfterPreposition(sentence, context.locale);
    if (named !== null && isName(named) && !isOurs(named, context))
      return settled(named, known?.item, context);
    return known?.item;
  },
  show: (name) => name,
  // Address and contact are the other customer's; those of an earlier deal with this one are proposed.
  effects: (name, _context, before) =>
    before === undefined || isSameCustomer(name, before) ? {} : { address: null, contact: null },
  isValid: validBy('customer'),
};

/** Another legal form, or capitals, make no other customer. */
function isSameCustomer(one: string, other: string): boolean {
  return lookUp(one, [other], (name) => name).exact.length > 0;
}

function parseCustomer(text: string, context: DealContext): Parsed<string> {
  const texts = dealTexts(context.locale);
  const [quoted] = findQuoted(text);
  const name = quoted === undefined ? nameIn(text, context) : quoted.text;
  const isOrder = quoted === undefined && ORDER.test(flatten(name).text);
  if (!isName(name) || isOrder) return { kind: 'invalid', text: texts.customerInvalid };
  const { exact, close } = lookUp(name, knownCustomers(context), (known) => known);
  if (exact.length > 0 || close.length === 0 || quoted !== undefined) {
    return { kind: 'value', value: asKnown(name, exact) };
  }
  const isNew = { id: `${NEW}${name}`, label: texts.customerNew(name), words: texts.noWords };
  const [first = name] = close;
  const isOne = close.length === 1;
  if (isOne && isBeginningOf(name, first)) return { kind: 'value', value: first, others: [isNew] };
  const choices = close.slice(0, 4).map((known) => ({
    id: `${KNOWN}${known}`,
    label: known,
    words: isOne ? texts.yesWords : [],
  }));
  return { kind: 'choose', text: texts.customerMeant(name), choices: [...choices, isNew] };
}

/** The name in an answer that may say more: "con Fabrikam, 80k, fine marzo". */
function nameIn(text: string, { locale, today }: DealContext): string {
  const bare = text.trim().replace(/\s+/g, ' ');
  const saysMore = findMoney(bare, locale).length > 0 || findDate(bare, locale, today) !== null;
  const named = saysMore
    ? nameAfterPreposition(`con ${bare.replace(/^(?:con|with|per|for) /i, '')}`, locale)
    : null;
  const prefix =
    /^(?:il cliente (?:è|e'|e|si chiama)|(?:the )?customer is|it's|it’s|si chiama|è|con|with|per|for) (?=\S)/i;
  const name = named ?? bare.replace(prefix, '');
  return /\p{L}\.\p{L}\.$/u.test(bare) ? name : withoutEnd(name, '.,;:!');
}

/** "northwind" is how one says Northwind Traders. */
function isBeginningOf(typed: string, name: string): boolean {
  return `${toPhrase(name)} `.startsWith(`${toPhrase(typed)} `);
}

function isName(name: string): boolean {
  return /[\p{L}\p{N}]/u.test(name) && name.length <= MAX_NAME && !/[\n<>{}]/.test(name);
}

/** Words for Microsoft or for one of our own solutions are no customer. */
function isOurs(name: string, { facts }: DealContext): boolean {
  const isSolution = lookUp(name, facts.solutions, (solution) => solution.name).exact.length > 0;
  return isSolution || /\bmicrosoft\b|\baiuto\b|\bhelp\b/i.test(name);
}

/** A name found in a sentence: the known one it is a slip of, else as typed. */
function settled(named: string, known: string | undefined, context: DealContext): string {
  const { exact } = lookUp(named, knownCustomers(context), (name) => name);
  return exact.length > 0 ? asKnown(named, exact) : (known ?? named);
}

/** The known spelling where only case differs; another legal form is kept as typed. */
function asKnown(typed: string, exact: readonly string[]): string {
  const fold = (name: string): string => name.toLowerCase().trim();
  return exact.find((known) => fold(known) === fold(typed)) ?? typed.trim();
}
