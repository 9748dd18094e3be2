import { withoutEnd } from '../../src/language/ends.ts';
import { findQuoted } from '../../src/language/quoted.ts';
import { lookUp } from '../../src/lookup/names.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Parsed, Said, Slot, SlotContext, Taken } from '../engine/slot.ts';
import { fromRow, type Row } from './row.ts';
import { kindTexts } from './texts.ts';

const MAX_NAME = 120;
const MOST_WORDS = 8;
/** Before the id of a choice: one of the names known, or the name as it was typed. */
const KNOWN = 'known:';
const TYPED = 'typed:';

type Named = Extract<Fact, { kind: 'organisation' | 'known-name' }>;

interface NameRow<V, F, K extends keyof V & string> extends Row<V, F, K> {
  /** Names that the person may see; a slip of one is asked about. */
  readonly known: (context: SlotContext<V, F>) => readonly string[];
  readonly invalid: (context: SlotContext<V, F>) => string;
}

/** A company's name: one of those known, or any other as typed. */
export function name<V extends { readonly [N in K]: string }, F, K extends keyof V & string>(
  row: NameRow<V, F, K>,
): Slot<V, F, K> {
  type Context = SlotContext<V, F>;
  const take = (said: Said): Taken<V[K]> | null => {
    const quoted = findQuoted(said.text)[0]?.text;
    const [first] = companiesIn(said);
    if (first === undefined) return null;
    return { kind: 'value', value: (quoted ?? first.value) as V[K], facts: [first] };
  };
  return {
    ...fromRow(row),
    isOpenEnded: true,
    take,
    parse: (said, context) => take(said) ?? readWords(said, context),
    choose: (id) => {
      const prefix = [KNOWN, TYPED].find((start) => id.startsWith(start));
      return prefix === undefined ? undefined : (id.slice(prefix.length) as V[K]);
    },
    show: (value) => value,
  };

  /** Words in which no company was found: a name all the same, if they are nothing else. */
  function readWords({ text, reading, facts }: Said, context: Context): Parsed<V[K]> {
    const texts = kindTexts[context.locale].name;
    const typed = findQuoted(text)[0]?.text ?? withoutEnd(text.trim().replace(/\s+/g, ' '), ',;:!?');
    const isStated = reading.clauses.every(({ act }) => act === 'statement' || act === 'correction');
    if (facts.length > 0 || !isName(typed)) return { kind: 'invalid', text: row.invalid(context) };
    const { exact, close } = lookUp(typed, row.known(context), (each) => each);
    const [same] = exact;
    if (same !== undefined) return { kind: 'value', value: same as V[K] };
    const own = { id: `${TYPED}${typed}`, label: texts.asTyped(typed), words: texts.newWords };
    if (close.length > 0) {
      const words = close.length === 1 ? kindTexts[context.locale].yesWords : [];
      const choices = close.slice(0, 4).map((each) => ({ id: `${KNOWN}${each}`, label: each, words }));
      return { kind: 'choose', text: texts.meant(typed), choices: [...choices, own] };
    }
    if (isStated) return { kind: 'value', value: typed as V[K] };
    return {
      kind: 'choose',
      text: texts.isName(typed),
      choices: [{ ...own, words: kindTexts[context.locale].yesWords }],
    };
  }
}

/** The companies a message names for the slot: those said to be the customer, else all that nothing else claims. */
export function companiesIn({ facts }: Said): readonly Named[] {
  const all = facts.filter(
    (fact): fact is Named => fact.kind === 'organisation' || fact.kind === 'known-name',
  );
  const named = all.filter(({ role }) => role === 'customer');
  const meant = named.length > 0 ? named : all.filter(({ role }) => role === null);
  return meant.filter((each, index) => meant.findIndex(({ value }) => value === each.value) === index);
}

function isName(typed: string): boolean {
  const isShort = typed.length <= MAX_NAME && typed.split(' ').length <= MOST_WORDS;
  return isShort && /[\p{L}\p{N}]/u.test(typed) && !/[\n<>{}]/.test(typed);
}
