import { does, doesOnly } from '../../src/reading/contents.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { LOCALES } from '../../src/language/locale.ts';
import { deniedIn } from '../../src/language/denied.ts';
import { holdsPhrase, made, patternOf, phraseOf } from '../../src/language/said.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import type { Act, Clause, Place } from '../../src/reading/reading.ts';
import { helpCodeSchema } from '../../src/referrals/deal.ts';
import type { DealKind } from '../../src/referrals/referral.ts';
import type { Said, Taken } from '../engine/slot.ts';
import { isNo, isYes } from '../engine/aside.ts';
import { earlierDeal } from './earlier-deals.ts';
import { dealTexts } from './texts.ts';
import type { DealContext, DealValues } from './values.ts';

type HelpCode = DealValues['helpCode'];
type Intent = DealValues['marketplaceIntent'];

/** In letters; what is longer says more than the name of a help. */
const LONGEST_CODE = 60;

/** Says that no help from Microsoft is wanted. */
const noHelp = made(() => new RegExp(`${phraseOf('help-denied')} [^,.;]{0,25}?${phraseOf('help-nouns')}`));
/** What stands behind "aiuto" and the words between: "aiuto per una demo", "help with the architecture". */
const helpFor = made(
  () =>
    new RegExp(`${phraseOf('help-nouns')}[ :,]*(?:${phraseOf('help-for')}[ ']+)*([\\p{L}' -]{3,60})`, 'u'),
);
const isUndecided = holdsPhrase('undecided');

/** What is kept where no help is wanted: leaves shared or private open. */
export const NO_HELP = 'no-help';

/** The kind that a message tells; "niente aiuto" and "non co-sell" tell that it is one of two. */
export function kindIn(said: Said, { locale, values }: DealContext): Taken<DealKind> | null {
  const { text } = flatten(said.text);
  const all = said.facts.filter((fact) => fact.kind === 'deal-kind');
  const spans = deniedIn(said.text);
  const isDenied = ({ start, end }: Place): boolean =>
    spans.some((span) => start >= span.from && end <= span.end);
  const denied = new Set(all.filter(isDenied).map(({ value }) => value));
  const [only, ...more] = [...new Set(all.filter((fact) => !isDenied(fact)).map(({ value }) => value))];
  const left = KINDS.filter((kind) => !denied.has(kind));
  // "Né co-sell né condiviso": there is one more.
  if (only === undefined && left.length === 1 && left[0] !== undefined)
    return { kind: 'value', value: left[0], facts: all };
  const isWithoutHelp = noHelp().test(text) || denied.has('co-sell');
  if (isWithoutHelp && (only === undefined || only === 'co-sell')) {
    const { kindWithoutHelp: question, slots } = dealTexts[locale];
    const choices = left.filter((id) => id !== 'co-sell').map((id) => ({ id, ...slots.kind.choices[id] }));
    return { kind: 'choose', text: question, choices, kept: NO_HELP, facts: all };
  }
  // "Non è privato", of a private deal: one of the others.
  if (only === undefined && values.kind !== undefined && denied.has(values.kind)) {
    const { choices, text: question } = dealTexts[locale].slots.kind;
    return {
      kind: 'choose',
      text: String(question),
      choices: left.map((id) => ({ id, ...choices[id] })),
      facts: all,
    };
  }
  // "Ci serve una mano da Microsoft"
  if (all.length === 0 && wantsMicrosoft().test(text)) return { kind: 'value', value: 'co-sell', facts: [] };
  return only === undefined || more.length > 0 ? null : { kind: 'value', value: only, facts: all };
}
const wantsMicrosoft = patternOf()`(?<![a-z])${'microsoft-wanted'}(?![a-z])`;

const KINDS: readonly DealKind[] = ['co-sell', 'shared', 'private'];

/** "Aiuto demo", "help with licensing": the kind of help that follows the word, where it is one of the list. */
export function helpCodeIn({ text: sentence }: Said, { values }: DealContext): Taken<HelpCode> | null {
  const { text } = flatten(sentence);
  // In a co-sell deal "demo" alone answers it at any question.
  const whole = values.kind === 'co-sell' && text.length <= LONGEST_CODE ? text : undefined;
  const said = helpFor().exec(text)?.[1] ?? whole;
  if (said === undefined || noHelp().test(text)) return null;
  const after = `${toPhrase(said)} `;
  const fits = (word: string): boolean =>
    said === whole ? after === `${word} ` : after.startsWith(`${word} `);
  const isSaid = (code: HelpCode): boolean =>
    LOCALES.some((locale) => {
      const { label, words } = dealTexts[locale].slots.helpCode.choices[code];
      return [label, ...words].some((word) => fits(toPhrase(word)));
    });
  const [found, ...more] = helpCodeSchema.options.filter((code) => code !== 'GeneralOrOther' && isSaid(code));
  return found === undefined || more.length > 0 ? null : { kind: 'value', value: found };
}

/** "Boh", "vediamo"; "un attimo, mi chiamano" only asks to wait. */
const leavesOpen = ({ act, isPause }: Clause): boolean =>
  act === 'filler' || (act === 'not-now' && isPause !== true);

/** Yes, no or not decided yet: not knowing is an answer here, unless it is of a value ("40 o 45, non ricordo"). */
export function readIntent({ text, reading }: Said): Intent | undefined {
  const isOfValue = /\d/.test(text);
  if (!isOfValue && (isUndecided(flatten(text).text) || reading.clauses.some(leavesOpen)))
    return 'HaveNotDecided';
  // "Perfetto" is to what was noted, and buys nothing.
  const isPraise = reading.clauses.some((clause) => clause.isPraise === true);
  // "Sì crea" wants the deal made, and tells nothing of the marketplace.
  if (isYes(reading)) return isPraise || ordersAll(text) ? undefined : 'Yes';
  return isNo(reading) ? 'No' : intentBeside({ text, reading });
}

const ordersAll = holdsPhrase('creates-it');

/** "Sì, e il valore è 50k", "no ma la chiusura è il 3 maggio": "no, 50k" corrects something, and may answer nothing. */
function intentBeside({ text, reading }: Pick<Said, 'text' | 'reading'>): Intent | undefined {
  const [first, ...others] = reading.clauses;
  // "No, Analytics" with the name of something else behind it.
  const [opened = '', name = ''] = text.split(/,\s*/u);
  const isName =
    others.length === 0 && reading.facts.length === 0 && reading.unclaimed.join() === name.trim();
  const said = isName && name !== '' ? readYesNo(opened) : null;
  if (said !== null) return said === 'yes' ? 'Yes' : 'No';
  if (first === undefined || others.length === 0) return undefined;
  // "No ma forse più avanti"
  const isOpen = doesOnly({ clauses: others }, OPEN) && !text.includes('?') && reading.facts.length === 0;
  if (isOpen && (first.act === 'refusal' || first.act === 'assent')) return 'HaveNotDecided';
  if (!doesOnly({ clauses: others }, VALUES)) return undefined;
  if (first.act === 'assent') return first.isPlain === true ? 'Yes' : undefined;
  // "No è Davide Riva" puts something right, and "no e chiude a maggio" goes on.
  const isPutRight = /^[\s,]*[èÈ]/u.test(text.slice(first.end));
  const goesOn = !isPutRight && goingOn().test(flatten(text.slice(first.end)).text);
  return first.act === 'refusal' && first.text.length <= LONGEST_NO && goesOn ? 'No' : undefined;
}
const OPEN: readonly Act[] = ['question', 'plan', 'not-now', 'filler'];
const VALUES: readonly Act[] = ['statement', 'order', 'courtesy'];
/** Letters: "no,". */
const LONGEST_NO = 4;
const goingOn = patternOf()`^[\s,]*(?:${'joining'}|${'but'}) `;

/** What the words beside "marketplace" say of it, in a sentence that may say other things: "demo, marketplace no". */
export function intentIn({ text, reading }: Said): Taken<Intent> | null {
  if (does(reading, 'question', 'what-if')) return null;
  const part = text.split(PARTS).find((each) => MARKETPLACE.test(flatten(each).text));
  if (part === undefined) return null;
  // "… 50k e marketplace sì" is a list that ends there.
  const said = flatten(part).text.replace(upToIt(), '').replace(fromNext(), '');
  if (isUndecided(said)) return { kind: 'value', value: 'HaveNotDecided' };
  if (denied().test(said)) return { kind: 'value', value: 'No' };
  const beside = said
    .replace(MARKETPLACE, ' ')
    .replace(articles(), ' ')
    .replace(turning(), ' ')
    .replace(/[:=]/g, ' ');
  const isAgreed = readYesNo(beside) === 'yes';
  return isAgreed ? { kind: 'value', value: 'Yes' } : null;
}

const PARTS = /[,;.\n]/;
const MARKETPLACE = /(?<![a-z])market ?place(?![a-z])/;
const upToIt = patternOf()`^.*(?<![a-z])${'joining'} (?=(?:[a-z']{1,5} ){0,2}market ?place)`;
const fromNext = patternOf()`(?<=market ?place [a-z ]{1,20}) ${'joining'} .*$`;
const denied = made(() => new RegExp(`${phraseOf('except', 'help-denied')}`));
const turning = patternOf('g')`(?<![a-z])(?:${'contrasting'}|${'only-them'})(?![a-z])`;
const articles = patternOf('g')`(?<![a-z])${'articles'}(?![a-z])`;

/**
 * A decided intent of the earlier deal stands. An undecided one is worth asking again only for a co-sell deal,
 * and not after a further question about a small value: for a customer we know the conversation stays short.
 */
export function knownIntent(context: DealContext): Intent | undefined {
  const earlier = earlierDeal(context);
  if (earlier === null) return undefined;
  const intent = earlier.marketplaceIntent ?? 'HaveNotDecided';
  const isAsked = context.values.kind === 'co-sell' && context.values.smallValue === undefined;
  return intent === 'HaveNotDecided' && isAsked ? undefined : intent;
}
