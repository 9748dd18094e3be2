import type { Field } from '../../src/cards/box.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { lookUp } from '../../src/lookup/names.ts';
import { saidIn } from '../engine/answer.ts';
import type { Choice, Parsed, Said, SlotContext } from '../engine/slot.ts';
import { formTexts } from '../engine/texts.ts';

/** As many options as one field holds; of more, the others are searched for or typed. */
export const MOST_OPTIONS = 25;

/** So few are shown at once, and need no list to be opened. */
const MOST_OPEN = 3;

/** A choice as a field. */
export function choiceField(
  choices: readonly Choice[],
  value: string,
  more: Partial<Pick<Extract<Field, { kind: 'choice' }>, 'part' | 'label' | 'look'>> = {},
): Field {
  const chosen = choices.filter(({ id }) => id === value);
  const shown = [...new Set([...choices.slice(0, MOST_OPTIONS), ...chosen])];
  const look = choices.length <= MOST_OPEN ? 'open' : 'list';
  const options = shown.map(({ id, label }) => ({ id, label }));
  return { part: '', kind: 'choice', look, options, value, ...more };
}

/** What was put into a field, as an answer to the slot's own question; null where it is empty. */
export function answered<V, F, T>(
  typed: string | undefined,
  name: string,
  parse: (said: Said, context: SlotContext<V, F>) => Parsed<T>,
  context: SlotContext<V, F>,
): Parsed<T> | null {
  const text = (typed ?? '').trim();
  return text === '' ? null : parse(saidIn(text, name, context), context);
}

/** The choice of a field as its slot takes it; null where there is none, an objection where it is none (any more). */
export function chosen<V, F, T>(
  id: string | undefined,
  choose: (id: string, context: SlotContext<V, F>) => T | undefined,
  context: SlotContext<V, F>,
): Parsed<T> | null {
  if (id === undefined || id === '') return null;
  const value = choose(id, context);
  return value === undefined
    ? { kind: 'invalid', text: formTexts(context.locale).choiceGone }
    : { kind: 'value', value };
}

/** Those that have the typed letters in them, else those with a name like them; all where nothing is typed. */
export function fitting(typed: string, choices: readonly Choice[]): readonly Choice[] {
  const wanted = toPhrase(typed);
  const holding = choices.filter(({ label }) => toPhrase(label).includes(wanted));
  return holding.length > 0 ? holding : lookUp(typed, choices, ({ label }) => label).close;
}
