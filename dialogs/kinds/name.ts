import type { Field } from '../../src/cards/box.ts';
import { withoutEnd } from '../../src/language/ends.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { isFunctionWord } from '../../src/language/function-words.ts';
import { findQuoted } from '../../src/language/quoted.ts';
import { inLists } from '../../src/language/said.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { isSameName, lookUp } from '../../src/lookup/names.ts';
import { does, tells } from '../../src/reading/contents.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Choice, Parsed, Said, Slot, SlotContext, Taken, Inputs } from '../engine/slot.ts';
import { isNo, isYes } from '../engine/aside.ts';
import { answered, choiceField, chosen, fitting } from './input.ts';
import { fromRow, type Row } from './row.ts';
import { kindTexts } from './texts.ts';

const MAX_NAME = 120;
const MOST_WORDS = 8;
/** Known names offered beside the words as typed. */
const MOST_NEAR = 4;
/** Before the id of a choice: one of the names known, or the name as it was typed. */
const KNOWN = 'known:';
const TYPED = 'typed:';

/** "Comunque Tailspin l'abbiamo perso" tells of another deal. */
const isOfEnded = (fact: Fact, { reading }: Said): boolean =>
  fact.kind === 'known-name' &&
  reading.clauses.some(
    ({ act, facts }) =>
      act !== 'order' && facts.includes(fact) && facts.some(({ kind }) => kind === 'outcome'),
  );

type Named = Extract<Fact, { kind: 'organisation' | 'known-name' }>;

interface NameRow<V, F, K extends keyof V & string> extends Row<V, F, K> {
  /** Names that the person may see; a slip of one is asked about. */
  readonly known: (context: SlotContext<V, F>) => readonly string[];
  readonly invalid: (context: SlotContext<V, F>) => string;
  /** Whether a name in a sentence is of something else ("we go ahead with Analytics"). */
  readonly isOther?: (name: string, context: SlotContext<V, F>) => boolean;
}

/** A company's name: one of those known, or any other as typed. */
export function name<V extends { readonly [N in K]: string }, F, K extends keyof V & string>(
  row: NameRow<V, F, K>,
): Slot<V, F, K> {
  type Context = SlotContext<V, F>;
  const take = (said: Said, context: Context): Taken<V[K]> | null => {
    const facts = said.facts.filter(
      (fact) =>
        !isOfEnded(fact, said) &&
        (fact.kind !== 'organisation' || row.isOther?.(fact.value, context) !== true),
    );
    const named = companiesIn({ facts });
    // "Un altro Contoso: Contoso Sud srl": beside the one at hand another is named.
    const first = named.find(({ value }) => value !== context.values[row.name]) ?? named[0];
    if (first === undefined) return null;
    // "Anzi fallo privato"
    if (!first.isSure && readYesNo(said.text.slice(first.start, first.end)) !== null) return null;
    const quoted = nameQuoted(said.text, context);
    if (quoted !== undefined || first.isSure)
      return { kind: 'value', value: (quoted ?? first.value) as V[K], facts: [first] };
    const near = first.kind === 'known-name' ? [first.value] : [];
    return ask(said.text.slice(first.start, first.end), near, [first], context);
  };
  const parse = (said: Said, context: Context): Parsed<V[K]> =>
    slipIn(said, context) ?? take(said, context) ?? readWords(said, context);
  const choose = (id: string): V[K] | undefined => {
    const prefix = [KNOWN, TYPED].find((start) => id.startsWith(start));
    return prefix === undefined ? undefined : row.schema.safeParse(id.slice(prefix.length)).data;
  };
  const knownChoices = (context: Context): readonly Choice[] =>
    row.known(context).map((each) => ({ id: `${KNOWN}${each}`, label: each }));
  return {
    ...fromRow(row),
    isOpenEnded: true,
    take,
    parse,
    choose,
    asInput,
    fromInput,
    suggest: (typed, context) => fitting(typed, knownChoices(context)),
    show: (value) => value,
  };

  /** The customers that are known, to be searched, and a line for another one's name. */
  function asInput(context: Context): readonly Field[] {
    const { known, other } = kindTexts[context.locale].name.labels;
    const choices = knownChoices(context);
    const value = context.values[row.name];
    const own = choices.find(({ label }) => label === value);
    const line: Field = { part: '', kind: 'line', value: own === undefined ? (value ?? '') : '' };
    if (choices.length === 0) return [line];
    const list = choiceField(choices, own?.id ?? '', { part: 'known', label: known, look: 'typed' });
    return [list, { ...line, label: other }];
  }

  /** What was changed counts: a name beside the customer chosen before, or a choice beside the name typed before. */
  function fromInput({ '': typed = '', known }: Inputs, context: Context): Parsed<V[K]> | null {
    const isAsBefore = typed.trim() === context.values[row.name];
    const picked = typed.trim() === '' || isAsBefore ? chosen(known, choose, context) : null;
    return picked ?? answered(typed, row.name, parse, context);
  }

  /** An answer that is a slip away from a name known: that one is as likely meant as another of nearly its name. */
  function slipIn(said: Said, context: Context): Taken<V[K]> | null {
    const [first] = companiesIn(said);
    if (first?.kind !== 'known-name' || findQuoted(said.text).length > 0) return null;
    const typed = said.text.slice(first.start, first.end);
    const isBegun = toPhrase(first.value).startsWith(toPhrase(typed));
    const isSame = isBegun || isSameName(typed, first.value);
    return isSame ? null : ask(typed, [first.value], [first], context);
  }

  /** What stands in quotes, but for a whole order that somebody else wrote: 'Marco: "apri un deal per Lucerna"'. */
  function nameQuoted(typed: string, { turn }: Context): string | undefined {
    const quoted = findQuoted(typed)[0]?.text;
    const reading = quoted === undefined ? null : turn.read(quoted, null);
    return reading !== null && does(reading, 'order') && tells(reading, 'organisation', 'known-name')
      ? undefined
      : quoted;
  }

  /** Asks whether a known name is meant, or the words as they are. */
  function ask(
    typed: string,
    near: readonly string[],
    facts: readonly Fact[],
    { locale }: Context,
  ): Taken<V[K]> {
    const { name: texts, yesWords } = kindTexts[locale];
    const own = { id: `${TYPED}${typed}`, label: texts.asTyped(typed), words: texts.newWords };
    const [only, ...more] = near;
    if (only === undefined)
      return {
        kind: 'choose',
        text: texts.isName(typed),
        choices: [{ ...own, label: typed, words: yesWords }],
        facts,
      };
    const words = more.length === 0 ? yesWords : [];
    const choices = near.slice(0, MOST_NEAR).map((each) => ({ id: `${KNOWN}${each}`, label: each, words }));
    return { kind: 'choose', text: texts.meant(typed), choices: [...choices, own], facts };
  }

  /** Words in which no company was found: a name all the same, if they are nothing else. */
  function readWords({ text, reading, facts }: Said, context: Context): Parsed<V[K]> {
    const quoted = findQuoted(text)[0]?.text;
    const typed = quoted ?? withoutEnd(text.trim().replace(/\s+/g, ' '), ',;:!?');
    const isStated =
      quoted !== undefined || reading.clauses.every(({ act }) => act === 'statement' || act === 'correction');
    // "Ok" and "no" name nobody.
    const isAnswer = quoted === undefined && (isYes(reading) || isNo(reading));
    if (facts.length > 0 || isAnswer || !isName(typed))
      return { kind: 'invalid', text: row.invalid(context) };
    const { exact, close } = lookUp(typed, row.known(context), (each) => each);
    const [same] = exact;
    if (same !== undefined) return { kind: 'value', value: same as V[K] };
    const isClear = quoted !== undefined || (close.length === 0 && isStated && !isDescribed(typed));
    return isClear ? { kind: 'value', value: typed as V[K] } : ask(typed, close, [], context);
  }
}

/** The companies a message names for the slot: those said to be the customer, else all that nothing else claims. */
export function companiesIn({ facts }: Pick<Said, 'facts'>): readonly Named[] {
  const all = facts.filter(
    (fact): fact is Named => fact.kind === 'organisation' || fact.kind === 'known-name',
  );
  const named = all.filter(({ role }) => role === 'customer');
  const free = all.filter(({ role }) => role === 'customer' || role === null);
  // Beside a name that is one by its form, "Head of Operations" is none, and nor is "per il deposito di Parma".
  const sure = [named, free]
    .map((each) => each.filter(({ isSure }) => isSure))
    .find((each) => each.length > 0);
  const best = sure ?? (named.length > 0 ? named : free);
  return best.filter((each, index) => best.findIndex(({ value }) => value === each.value) === index);
}

const isThatOne = inLists('that-one', 'those');
const isSame = inLists('the-same');
const isVerb = inLists('others-have');

/** "Quello dell'altra volta": small letters and a pronoun or an article first describe somebody rather than name them. */
function isDescribed(typed: string): boolean {
  const [first = ''] = toPhrase(typed).split(/[ ']/u);
  // "Quella di Zani" has a name in it, and is none.
  if (isThatOne(first) && typed.includes(' ')) return true;
  const isSmall = !/[\p{Lu}\p{N}]/u.test(typed);
  // "Sempre il solito" means one that was said before.
  if (isSmall && toPhrase(typed).split(/[ ']/u).some(isSame)) return true;
  // "Sono di Asti"
  const isSaid = isVerb(first) && /^\p{Ll}/u.test(typed);
  return isFunctionWord(first) && (isSmall || isSaid) && typed.includes(' ');
}

function isName(typed: string): boolean {
  const isShort = typed.length <= MAX_NAME && typed.split(' ').length <= MOST_WORDS;
  return isShort && /[\p{L}\p{N}]/u.test(typed) && !/[\n<>{}]/.test(typed);
}
