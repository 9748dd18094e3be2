import { patternOf } from '../../language/said.ts';
import { STRENGTH } from './candidate.ts';
import type { ProposedFact } from './candidate.ts';
import type { Fact } from '../reading.ts';
import type { Typed } from './typed.ts';

type What = Extract<Fact, { kind: 'number-id' }>['what'];

/** "n.", "numero", "#", "id", ":" between a label and its number. */
const MARK =
  '(?:\\s*(?:number|numero|num\\.?|nr?\\.?°?|no\\.?|n°|#|id|code|codice|ref\\.?|rif\\.?|is|e|il|la|the|:|=|reg\\.?|registration|del|della|cliente|azienda|ditta|societa|customer|company|loro|their)){0,4}\\s*[:#°]?\\s*';
/** "La p.iva di Litware è …", "the MSX id for Contoso is …": whose it is, between the label and the number. */
const OF_WHOM = "(?<whom> (?:di|del|della|dell'|of|for|per) ?[a-z0-9][a-z0-9.&' -]{0,29}? (?:is|e|:|=))?";
/** Letters and digits with at least one digit, cut by hyphens, slashes or dots. */
const VALUE = '(?<value>(?=[a-z/.-]*\\d)[a-z0-9]+(?:[/._-][a-z0-9]+)*)(?![a-z0-9@]|[.,]\\d)';
/** "01234567890", "DE 123456789", and with letters among the digits: "NL812345678B01", "IE1234567FA". */
const VAT_VALUE =
  '(?<value>(?:[a-z]{2} ?)?\\d(?:[ .]?\\d){6,11}|[a-z]{2}(?=[a-z\\d]*\\d{5})[a-z\\d]{7,13})(?![a-z0-9])';

const pattern = (label: string, value = VALUE): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${label})${OF_WHOM}${MARK}${value}`, 'g');

/** Labels by what they number; the first that fits has it. */
const LABELS: readonly (readonly [What, RegExp])[] = [
  [
    'vat',
    pattern(
      'p\\.? ?iva|p\\. ?i\\.|partita iva|part\\. ?iva|vat(?: (?:number|no\\.?|id|reg(?:istration)?))?|cod(?:ice|\\.) fiscale e p\\.? ?iva',
      VAT_VALUE,
    ),
  ],
  [
    'crm',
    pattern(
      "crm(?: (?:opportunity|opportunita|deal|record|lead|rif\\.?|ref\\.?))?|(?:opportunity|opportunita|opp\\.?|salesforce|hubspot|dynamics)(?: (?:opportunity|opportunita|record))? (?:id|n\\.?|number|numero|code|#)|id (?:dell')?(?:opportunita|opportunity|crm|salesforce)(?: crm)?|salesforce|hubspot|dynamics crm",
    ),
  ],
  [
    'solution',
    pattern('(?:solution|soluzione)(?: id| code| codice| n\\.?| #)|id (?:della )?soluzione|codice soluzione'),
  ],
  [
    'deal',
    pattern('(?:deal|referral)(?: id| n\\.?°?| #| number| numero)|id (?:del )?(?:deal|referral)|#deal'),
  ],
  [
    'order',
    pattern(
      "ordin[ei](?: d'acquisto| cliente| di acquisto)?|odine|ord\\.?|purchase orders?|orders?|p\\.?o\\.?(?! ?box)|oda|o\\.d\\.a\\.?|rda",
    ),
  ],
  [
    'other',
    pattern(
      '(?:(?:id )?msx(?: (?:opportunity|opportunita))?(?: id)?|codice|cod\\.?|code|matricola|protocollo|prot\\.?|pratica|ticket|case|rif\\.?|riferimento|ref\\.?|reference|fattura|invoice|quotation|quote|preventivo|commessa|bolla|ddt|cig|cup|sdi|iban|serial[e]?|seriale|sku|bando|gara|lotto|part number|supplier|fornitore|vendor|tracking|tenant|subscription|contratto n\\.?|contract n[o]?\\.?|offerta n\\.?|account n[o]?\\.?)(?: (?:cliente|fornitore|univoco|fiscale|interno|interna|supplier|customer|vendor|gara|progetto|project|contratto|offerta|id|fattura|preventivo|di|del|nostro|vostro|pratica|identificativo|articolo|prodotto)){0,3}',
    ),
  ],
];
const SOLUTION = /(?<![a-z0-9])sol-\d{3,}(?:-[a-z0-9]+)*(?![a-z0-9])/g;
/** A code that has no label and can be nothing else: "TCK-20331", "INV/2027/118"; "AZ-900" is an exam. */
const CODE = /(?<![\p{L}\d@./-])[A-Z]{2,6}[-/]\d{4,}(?:[-/][A-Z\d]+)*(?![\p{L}\d@])/gu;
/** A record of Salesforce, 15 or 18 letters and digits of which the first three name its kind: "0069k00000AbQwE" (Salesforce documentation, "ID Field Type"). */
const RECORD =
  /(?<![\p{L}\d@./_-])[0a]\d[0-9A-Za-z](?=[0-9]*[A-Za-z])[0-9A-Za-z]{12}(?:[0-9A-Z]{3})?(?![\p{L}\d@])/gu;
/** The number of a year's papers: "2027/0456", "1184/2026"; "0532/778899" and "347/1234567" are telephones. */
const OF_YEAR = /(?<![\p{L}\d@./,-])(?:20\d\d\/\d{3,6}|[1-9]\d{2,5}\/20\d\d)(?![\p{L}\d@/])/gu;
/** What is money or a day in spite of the word before it: "ordine 40k", "ordine 12.000 euro", "order by 3/4". */
const amount = patternOf()`^\d+(?:[.,]\d+)?(?:${'multipliers'}|m|${'currencies'})$`;
/** "Data prevista ordine: 30-06-2028". */
const DAY = /^(?:\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d\d|20\d\d-\d\d-\d\d)$/;
const currencyAfter = patternOf()`^ ?(?:${'currencies'}|${'multipliers'}|usd|gbp)(?![a-z])|^ ?[€$£]`;

/** Numbers that name something: a VAT number, an order, an entry of another system. */
export function findNumberIds({ text, plain }: Typed): ProposedFact[] {
  if (!/\d{2}/.test(plain)) return [];
  return [...labelled(text, plain), ...solutions(text, plain), ...codes(text)];
}

function labelled(text: string, plain: string): ProposedFact[] {
  return LABELS.flatMap(([what, label], rank) =>
    [...plain.matchAll(label)].flatMap((found) => {
      const typed = found.groups?.['value'] ?? '';
      const end = found.index + found[0].length;
      if (
        amount().test(typed) ||
        DAY.test(typed) ||
        currencyAfter().test(plain.slice(end, end + 10)) ||
        isTooShort(typed, found[0])
      )
        return [];
      const start = end - typed.length;
      const value = what === 'vat' ? text.slice(start, end).replace(/[ .]/g, '') : text.slice(start, end);
      // Whose it is, is another fact.
      const isOfSomebody = found.groups?.['whom'] !== undefined;
      const guess = {
        kind: 'number-id',
        what,
        value,
        start: isOfSomebody ? start : found.index,
        end,
      } as const;
      return [{ guess, strength: STRENGTH.marked + LABELS.length - rank }];
    }),
  );
}

/** "Ordine 12" may be twelve of something; "ordine n. 12" is the twelfth. */
const isTooShort = (value: string, whole: string): boolean =>
  value.length < 3 && !/n\.|°|#|num|no\.|id|cod|:/.test(whole.slice(0, -value.length));

function solutions(text: string, plain: string): ProposedFact[] {
  return Array.from(plain.matchAll(SOLUTION), (found) => {
    const end = found.index + found[0].length;
    const value = text.slice(found.index, end);
    return {
      guess: { kind: 'number-id', what: 'solution', value, start: found.index, end },
      strength: STRENGTH.exact,
    };
  });
}

function codes(text: string): ProposedFact[] {
  const ofKind = (what: What, pattern: RegExp): [What, RegExpMatchArray][] =>
    Array.from(text.matchAll(pattern), (found) => [what, found]);
  const all = [...ofKind('other', CODE), ...ofKind('other', OF_YEAR), ...ofKind('crm', RECORD)];
  return all.map(([what, found]) => ({
    guess: {
      kind: 'number-id',
      what,
      value: found[0],
      start: found.index ?? 0,
      end: (found.index ?? 0) + found[0].length,
    },
    strength: STRENGTH.formed,
  }));
}
