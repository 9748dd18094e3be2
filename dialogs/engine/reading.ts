import { readChoice } from '../../src/language/choice.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { findQuoted } from '../../src/language/quoted.ts';
import type { FormDefinition } from './definition.ts';
import { isAllOf, isClaimed } from './overlap.ts';
import type { OpenForm } from './state.ts';
import { contextOf, shownOf } from './values.ts';
import type { Finding, Scene } from './values.ts';
import type { Choice, Parsed, Slot, SlotContext } from './slot.ts';

/** What an answer was read as: values for one or several slots, or why not. */
export type Reading<V, F> =
  | { readonly kind: 'found'; readonly findings: readonly Finding<V, F>[] }
  /** The slot's own answer needs more; what else was said is taken all the same. */
  | {
      readonly kind: 'unsettled';
      readonly parsed: Exclude<Parsed<V[keyof V & string]>, { kind: 'value' }>;
      readonly findings: readonly Finding<V, F>[];
    };

/** Reads an answer to a slot's question, and what else it says about other slots. */
export function readAnswer<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  scene: Scene<V, F>,
): Reading<V, F> {
  const parsed = parseSlot(form, slot, text, scene);
  const taken =
    slot.isFreeText === true || isQuoted(text) ? [] : takeFrom(definition, form, text, scene, slot);
  const { others, isOther } = apart(form, slot, parsed, taken, text, scene);
  if (isOther) return { kind: 'found', findings: others };
  if (parsed.kind === 'value') return { kind: 'found', findings: [toFinding(slot, parsed), ...others] };
  return { kind: 'unsettled', parsed, findings: others };
}

/** Words; a longer answer is more than another slot's value. */
const MOST_WORDS = 3;

/**
 * Gives every word of an answer to one slot. What a name or an address is made of is read as nothing else
 * ("Edge Logistics"), and an answer that is all another slot's is no name ("aurelia edge" at the contact).
 */
function apart<V, F>(
  form: OpenForm<V>,
  slot: Slot<V, F>,
  parsed: Parsed<V[keyof V & string]>,
  taken: readonly Finding<V, F>[],
  text: string,
  scene: Scene<V, F>,
): { readonly others: readonly Finding<V, F>[]; readonly isOther: boolean } {
  const isClosed = slot.ask(contextOf(form, scene)).isClosed === true;
  const isName = slot.isOpenEnded === true || (slot.take === undefined && !isClosed);
  if (!isName || taken.length === 0) return { others: taken, isOther: false };
  const isLone = !/[,\n]/.test(text);
  // "Fine marzo" at the contact is the day, and nobody's name: one bare word or two have one meaning.
  if (parsed.kind === 'partial' && parsed.isSure !== true && isLone) return { others: taken, isOther: true };
  const claimed = claimedBy(form, slot, parsed, scene);
  const twice = taken.filter((found) => isClaimed(shownOf(form, found, scene), claimed, text));
  const isWhole = (found: Finding<V, F>): boolean => {
    const shown = shownOf(form, found, scene);
    if (slot.isOpenEnded === true) return toPhrase(shown) === toPhrase(text);
    const isShort = isLone && text.trim().split(/\s+/).length <= MOST_WORDS;
    return isAllOf(text, shown) || (isShort && parseSlot(form, found.slot, text, scene).kind === 'value');
  };
  if (twice.some(isWhole)) return { others: taken, isOther: true };
  return { others: taken.filter((found) => !twice.includes(found)), isOther: false };
}

/** The words that a reading is made of, as it is shown. */
function claimedBy<V, F>(
  form: OpenForm<V>,
  slot: Slot<V, F>,
  parsed: Parsed<V[keyof V & string]>,
  scene: Scene<V, F>,
): string {
  if (parsed.kind === 'value') return shownOf(form, { slot, value: parsed.value }, scene);
  return parsed.kind === 'partial' || parsed.kind === 'choose' ? parsed.text : '';
}

/** Reads an answer as one slot's value: closed questions by their choices first, open ones by their words. */
export function parseSlot<V, F>(
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  scene: Scene<V, F>,
): Parsed<V[keyof V & string]> {
  const context = contextWithPartial(form, slot, scene);
  if (slot.ask(context).isClosed === true) {
    const chosen = parseChoice(slot, text, context);
    if (chosen !== null && chosen.kind !== 'choose') return chosen;
    // Several choices may be one answer in the slot's own eyes: "analytics e wms" names the main one first.
    const parsed = slot.parse(text, context);
    return chosen === null || parsed.kind === 'value' ? parsed : chosen;
  }
  const parsed = slot.parse(text, context);
  return parsed.kind === 'invalid' ? (parseChoice(slot, text, context) ?? parsed) : parsed;
}

/** Reads what a sentence says about any slot whose value the user hasn't given, but for `except`. */
export function takeFrom<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  sentence: string,
  scene: Scene<V, F>,
  except: Slot<V, F> | null = null,
): readonly Finding<V, F>[] {
  const isFree = (slot: Slot<V, F>): boolean =>
    slot !== except && !(form.history.includes(slot.name) && form.values[slot.name] !== undefined);
  return takeInto(definition.slots.filter(isFree), form, sentence, scene);
}

/** Reads new values for slots that have one already: what a correction at the review says. */
export function takeChanges<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  sentence: string,
  scene: Scene<V, F>,
): readonly Finding<V, F>[] {
  const found = takeInto(definition.slots, form, sentence, scene);
  return found.filter(({ slot, value }) => JSON.stringify(value) !== JSON.stringify(form.values[slot.name]));
}

/** Reads a tapped choice; null when it is none (any more). */
export function readTap<V, F>(
  form: OpenForm<V>,
  slot: Slot<V, F>,
  id: string,
  scene: Scene<V, F>,
): Parsed<V[keyof V & string]> | null {
  const context = contextOf(form, scene);
  const value = slot.choose?.(id, context);
  if (value !== undefined) return { kind: 'value', value };
  const choice = slot.ask(context).choices?.find((other) => other.id === id);
  return choice === undefined ? null : slot.parse(choice.label, context);
}

/** True when the whole text stands in quotes: then it is a value, whatever it looks like. */
export function isQuoted(text: string): boolean {
  const [quoted, ...more] = findQuoted(text);
  return quoted !== undefined && more.length === 0 && text.trim().length <= quoted.text.length + 2;
}

/** The choice a typed answer means; null when none or several. */
export function pickChoice<V, F>(
  text: string,
  choices: readonly Choice[],
  context: Pick<SlotContext<V, F>, 'locale'>,
): Choice | null {
  const read = readChoice(text, choices, context.locale);
  if (read === null || read.kind === 'several') return null;
  return choices.find(({ id }) => id === read.id) ?? null;
}

function takeInto<V, F>(
  slots: readonly Slot<V, F>[],
  form: OpenForm<V>,
  sentence: string,
  scene: Scene<V, F>,
): readonly Finding<V, F>[] {
  const found: Finding<V, F>[] = [];
  let seen = form;
  for (const slot of slots) {
    const context = contextOf(seen, scene);
    const value = slot.take?.(sentence, context);
    if (value === undefined) continue;
    const shown = shownOf(seen, { slot, value }, scene);
    const names = found.filter((other) => other.slot.isOpenEnded === true);
    if (names.some((name) => isClaimed(shown, shownOf(seen, name, scene), sentence))) continue;
    found.push({ slot, value, others: slot.others?.(sentence, context) ?? [] });
    seen = { ...seen, values: { ...seen.values, [slot.name]: value } };
  }
  return found;
}

function parseChoice<V, F>(
  slot: Slot<V, F>,
  text: string,
  context: SlotContext<V, F>,
): Parsed<V[keyof V & string]> | null {
  const choices = slot.ask(context).choices ?? [];
  const read = choices.length === 0 ? null : readChoice(text, choices, context.locale);
  if (read === null) return null;
  if (read.kind === 'several') {
    const several = choices.filter(({ id }) => read.ids.includes(id));
    return { kind: 'choose', text: slot.ask(context).text, choices: several };
  }
  const value = slot.choose?.(read.id, context);
  const label = choices.find(({ id }) => id === read.id)?.label ?? text;
  return value === undefined ? slot.parse(label, context) : { kind: 'value', value };
}

/** What a slot's functions look at, with what there is of its value. */
export function contextWithPartial<V, F>(
  form: OpenForm<V>,
  slot: Slot<V, F>,
  scene: Scene<V, F>,
): SlotContext<V, F> {
  const { partial } = form.draft;
  const context = contextOf(form, scene);
  return partial?.slot === slot.name ? { ...context, partial: partial.kept } : context;
}

function toFinding<V, F>(
  slot: Slot<V, F>,
  parsed: Extract<Parsed<V[keyof V & string]>, { kind: 'value' }>,
): Finding<V, F> {
  const { value, note, others, rest } = parsed;
  return {
    slot,
    value,
    ...(note === undefined ? {} : { note }),
    others: others ?? [],
    ...(rest === undefined ? {} : { rest }),
  };
}
