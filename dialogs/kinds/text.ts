import { does } from '../../src/reading/contents.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { patternOf } from '../../src/language/said.ts';
import { labelledText } from '../../src/reading/labelled.ts';
import type { Role } from '../../src/reading/reading.ts';
import type { Field } from '../../src/cards/box.ts';
import type { Said, Parsed, Slot, SlotContext, Taken, Inputs } from '../engine/slot.ts';
import { isYes } from '../engine/aside.ts';
import { answered, choiceField, chosen } from './input.ts';
import { fromRow, type Row } from './row.ts';
import { kindTexts } from './texts.ts';

interface TextRow<V, F, K extends keyof V & string> extends Row<V, F, K> {
  /** The role of a label that gives words to it, wherever they stand ("nota: hanno fretta"); absent where none does. */
  readonly role?: Role;
  /** What is said where the text is too long, or can't be one. */
  readonly invalid: (context: SlotContext<V, F>) => string;
  /** What a text is kept as, if its schema takes it; default: as it stands. */
  readonly asValue?: (text: string) => unknown;
  /** True where something stands already that words would take the place of: so few of them may be about it. */
  readonly isReplacing?: boolean;
  /** Reads what isn't content: "write it for me", "no notes". */
  readonly read?: (said: Said, context: SlotContext<V, F>) => Parsed<V[K]> | null;
  readonly take?: Slot<V, F, K>['take'];
  readonly amend?: Slot<V, F, K>['amend'];
  readonly choose?: Slot<V, F, K>['choose'];
  /** Default: the text, where there is one. */
  readonly show?: Slot<V, F, K>['show'];
  /** All of its words, as they are written; default: the text. */
  readonly written?: (value: V[K], context: SlotContext<V, F>) => string;
}

/** Before the id of the choice that takes words which may be meant otherwise; the words follow. */
const AS_WRITTEN = 'text:';
/** A button's id has at most 200 characters. */
const MOST_OFFERED = 180;

/**
 * Words that are a value as they stand: a note, a reason, a name. What may be conversation instead (an assent, an
 * order, an instruction about the text) is asked about before it is taken.
 */
export function text<V, F, K extends keyof V & string>(row: TextRow<V, F, K>): Slot<V, F, K> {
  const { role, asValue = (typed) => typed, invalid, read, take, amend, ...rest } = row;
  const written = row.written ?? ((value: V[K]) => String(value));
  const choose = (id: string, context: SlotContext<V, F>): V[K] | undefined =>
    id.startsWith(AS_WRITTEN) ? valued(id.slice(AS_WRITTEN.length)) : row.choose?.(id, context);
  const valued = (typed: string): V[K] | undefined =>
    typed === '' ? undefined : row.schema.safeParse(asValue(typed)).data;
  return {
    show: (value) => (value === '' ? null : String(value)),
    ...fromRow(rest),
    isFreeText: true,
    take: (said, context) => takeLabelled(said, context) ?? take?.(said, context) ?? null,
    ...(amend === undefined ? {} : { amend }),
    parse,
    choose,
    asInput,
    fromInput,
  };

  function asInput(context: SlotContext<V, F>): readonly Field[] {
    const value = context.values[row.name];
    const typed = value === undefined ? '' : written(value, context);
    // What is proposed and seldom changed (a name, an id) is a line; a note is more.
    const own: Field = { part: '', kind: row.isQuiet === true ? 'line' : 'lines', value: typed };
    const choices = row.ask(context).choices ?? [];
    if (choices.length === 0) return [own];
    const label = kindTexts[context.locale].text.orChoose;
    return [own, choiceField(choices, '', { part: 'choice', label, look: 'list' })];
  }

  /** A choice, unless other words than before stand beside it. Who writes into a field means it to stand there. */
  function fromInput({ '': typed = '', choice }: Inputs, context: SlotContext<V, F>): Parsed<V[K]> | null {
    const value = context.values[row.name];
    const isAsBefore = value !== undefined && typed.trim() === written(value, context).trim();
    const picked = typed.trim() === '' || isAsBefore ? chosen(choice, choose, context) : null;
    return picked ?? answered(typed, row.name, write, context);
  }

  function write(said: Said, context: SlotContext<V, F>): Parsed<V[K]> {
    const own = read?.(said, context) ?? null;
    if (own !== null) return own;
    const value = valued(said.text);
    return value === undefined ? { kind: 'invalid', text: invalid(context) } : { kind: 'value', value };
  }

  function parse(said: Said, context: SlotContext<V, F>): Parsed<V[K]> {
    const own = read?.(said, context) ?? null;
    if (own !== null) return own;
    const typed = unquoted(said.text);
    const value = valued(typed);
    if (value === undefined) return { kind: 'invalid', text: invalid(context) };
    const isQuoted = typed !== said.text.trim();
    // "Sì" to "do you want to add a note?" is no note yet.
    if (!isQuoted && isPlainYes(said)) return { kind: 'invalid', text: invalid(context) };
    const isAbout = isAboutIt(typed, context) || (row.isReplacing === true && isShort(typed));
    if (isQuoted || !(isConversation(said) || isAbout)) return { kind: 'value', value };
    return askWhether(typed, context);
  }

  /** Words with the label of this slot are its own, but for what is no content. */
  function takeLabelled(said: Said, context: SlotContext<V, F>): Taken<V[K]> | null {
    const place = role === undefined ? null : labelledText(said.reading, role);
    if (place === null) return null;
    const typed = said.text.slice(place.start, place.end);
    const reading = context.turn.read(typed, row.name);
    const own = read?.({ text: typed, reading, facts: [], rest: typed }, context) ?? null;
    if (own !== null) return own.kind === 'value' ? own : null;
    const isTalk = does(reading, 'filler', 'complaint', 'courtesy', 'not-now', 'question', 'what-if');
    if (isTalk || isInstruction(typed, reading)) return null;
    const value = valued(unquoted(typed));
    return value === undefined ? null : { kind: 'value', value };
  }

  /** A few words with the name of what was asked are hardly it: "nota sbagliata". */
  function isAboutIt(typed: string, { locale }: SlotContext<V, F>): boolean {
    const phrase = ` ${toPhrase(typed)} `;
    return (
      phrase.split(' ').length - 2 <= SHORT &&
      row.words[locale].some((word) => phrase.includes(` ${toPhrase(word)} `))
    );
  }

  function askWhether(typed: string, { locale }: SlotContext<V, F>): Parsed<V[K]> {
    const { text: texts, yesWords } = kindTexts[locale];
    if (typed.length > MOST_OFFERED) return { kind: 'invalid', text: texts.unclear };
    const label = row.words[locale][0] ?? '';
    const choices = [{ id: `${AS_WRITTEN}${typed}`, label: texts.use, words: yesWords }];
    return { kind: 'choose', text: texts.useAs(typed, label), choices };
  }
}

/** "Grande, meglio di come l'avrei scritta io" is about the draft; a new text has more words. */
const isShort = (typed: string): boolean => typed.trim().split(/\s+/).length <= SHORT_TEXT;
const SHORT_TEXT = 12;

/** More words than these tell what is to stand in a text, whoever is spoken to. */
const SHORT = 4;
/** A word to whoever writes the text: "inventala tu", "make something up". */
const toWriter = patternOf('iu')`(?<!\p{L})${'to-writer'}(?!\p{L})`;
/** A verb with its pronoun, which is for the text: "scrivila". */
const ofText = patternOf('iu')`^\p{L}+${'of-text-endings'}(?!\p{L})`;

/** Whether words order the text, and aren't what is to stand in it. */
function isInstruction(typed: string, reading: Said['reading']): boolean {
  if (typed.trim().split(/\s+/).length > SHORT) return false;
  return toWriter().test(typed) || (does(reading, 'order') && ofText().test(typed));
}

const isPlainYes = ({ reading }: Said): boolean =>
  isYes(reading) && reading.clauses.some(({ isPlain }) => isPlain === true);

/** Whether words do something in the conversation, so that they are hardly what is to be written. */
function isConversation({ reading }: Said): boolean {
  return reading.clauses.some(({ act }) => act !== 'statement' && act !== 'report');
}

/** Without the quotes around all of it: "«annulla»" is the word, not the command. */
function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^["“«](.*)["”»]$/su, '$1')
    .trim();
}
