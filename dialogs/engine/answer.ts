import { readChoice } from '../../src/language/choice.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { findQuoted } from '../../src/language/quoted.ts';
import type { Clause, Fact } from '../../src/reading/reading.ts';
import type { OpenForm } from './state.ts';
import { contextOf, shownOf } from './values.ts';
import type { Finding, PartFound, Play, Scene } from './values.ts';
import type { Choice, Parsed, Said, Slot, SlotContext, Taken } from './slot.ts';

/** What a message says about the slots of a form. */
export interface Gathered<V, F> {
  readonly findings: readonly Finding<V, F>[];
  /** Values that are there in part, or have several readings: asked about when their turn comes. */
  readonly parts: readonly PartFound<V, F>[];
}

/** Whether anything was found. */
export function holdsAny<V, F>({ findings, parts }: Gathered<V, F>): boolean {
  return findings.length + parts.length > 0;
}

/** What an answer was read as: values for one or several slots, or why not. */
export type SlotAnswer<V, F> =
  | (Gathered<V, F> & { readonly kind: 'found' })
  /** The slot's own answer needs more; what else was said is taken all the same. */
  | (Gathered<V, F> & {
      readonly kind: 'unsettled';
      readonly parsed: Exclude<Parsed<V[keyof V & string]>, { kind: 'value' }>;
    });

/** Acts whose clause gives no value: what is asked, supposed or denied is not so. */
const GIVES_NOTHING: ReadonlySet<Clause['act']> = new Set([
  'question',
  'what-if',
  'negation',
  'complaint',
  'plan',
  'not-now',
]);

/** Acts by which a value that is there already is put in the place of another. */
const REPLACES: ReadonlySet<Clause['act']> = new Set(['correction', 'order']);

/** Reads words for the form that stands at `asked`, `review` or (null) before its first question. */
export function saidIn(text: string, asked: string | null, { turn }: Scene<unknown, unknown>): Said {
  const reading = turn.read(text, asked);
  const facts = reading.clauses
    .filter(({ act }) => !GIVES_NOTHING.has(act))
    .flatMap((clause) => clause.facts);
  return { text, reading, facts, rest: blanked(text, reading.facts) };
}

/** The same of a request that was held back and is meant now: "lunedì apro un deal con X" names X, and no closing day. */
export function meantIn(text: string, scene: Scene<unknown, unknown>): Said {
  const said = saidIn(text, null, scene);
  const { facts } = said.reading;
  return {
    ...said,
    facts: facts.filter((fact) => fact.kind !== 'day' || fact.role !== null || said.facts.includes(fact)),
  };
}

/** The text with the places of all its facts blank. */
export function withoutFacts({ text, reading }: Said): string {
  return [...reading.facts]
    .reverse()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} , ${rest.slice(end)}`, text);
}

/** Full stops and commas part what stood around a fact, so that no reader reads over its place. */
function blanked(text: string, facts: readonly Fact[]): string {
  return [...facts]
    .reverse()
    .filter(({ kind }) => kind !== 'outcome' && kind !== 'deal-kind' && kind !== 'number-id')
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} , ${rest.slice(end)}`, text);
}

/** Reads an answer to a slot's question, and what else it says about other slots. */
export function readAnswer<V, F>(play: Play<V, F>, slot: Slot<V, F>, said: Said): SlotAnswer<V, F> {
  const parsed = parseSlot(play, slot, said);
  const own = 'facts' in parsed ? (parsed.facts ?? []) : [];
  const others =
    slot.isFreeText === true || isQuoted(said.text) ? NOTHING : takeFrom(play, without(said, own), slot);
  const { findings, parts } = others as Gathered<V, F>;
  const isGuess = parsed.kind === 'partial' || (parsed.kind === 'value' && own.length === 0);
  const named = isGuess && others !== NOTHING ? valuesCalled(play, slot, said) : [];
  if (named.length > 0) return { kind: 'found', findings: named, parts: [] };
  if (parsed.kind === 'value') {
    return { kind: 'found', findings: [toFinding(slot, parsed), ...findings], parts };
  }
  const isElsewhere = parsed.kind === 'invalid' && findings.length + parts.length > 0;
  return isElsewhere ? { kind: 'found', findings, parts } : { kind: 'unsettled', parsed, findings, parts };
}

/** Values of other slots of which all the words are the name: "edge", where a town is asked. */
function valuesCalled<V, F>(play: Play<V, F>, asked: Slot<V, F>, said: Said): readonly Finding<V, F>[] {
  const words = ` ${toPhrase(said.text)} `;
  const { findings } = takeFrom(play, { ...said, facts: [], rest: said.text }, asked);
  return findings.filter((finding) => ` ${toPhrase(shownOf(play, finding))} `.includes(words));
}

const NOTHING: Gathered<never, never> = { findings: [], parts: [] };

/** Reads an answer as one slot's value: closed questions by their choices first, open ones by their words. */
export function parseSlot<V, F>(play: Play<V, F>, slot: Slot<V, F>, said: Said): Parsed<V[keyof V & string]> {
  const context = contextWithPartial(play, slot);
  const kept = play.form.partials[slot.name]?.choices;
  const picked = kept === undefined ? null : pickChoice(said.text, kept);
  if (picked !== null) {
    const value = slot.choose?.(picked.id, context);
    if (value !== undefined) return { kind: 'value', value, facts: said.facts };
  }
  if (slot.ask(context).isClosed === true) {
    const chosen = parseChoice(slot, said, context);
    if (chosen !== null && chosen.kind !== 'choose') return chosen;
    // Several choices may be one answer in the slot's own eyes: "analytics e wms" names the main one first.
    const parsed = slot.parse(said, context);
    return chosen === null || parsed.kind === 'value' ? parsed : chosen;
  }
  const parsed = slot.parse(said, context);
  return parsed.kind === 'invalid' ? (parseChoice(slot, said, context) ?? parsed) : parsed;
}

/**
 * What a sentence says about any slot but `except`. A value that the user gave gives way only to a fact that is named
 * for its slot ("valore 95k"), or that stands in a correction or an order.
 */
export function takeFrom<V, F>(
  play: Play<V, F>,
  said: Said,
  except: Slot<V, F> | null = null,
): Gathered<V, F> {
  const { form } = play;
  const isGiven = (slot: Slot<V, F>): boolean =>
    form.history.includes(slot.name) && form.values[slot.name] !== undefined;
  const isMeant = (slot: Slot<V, F>, facts: readonly Fact[]): boolean =>
    !isGiven(slot) ||
    facts.some((fact) => fact.role !== null || fact.kind === 'outcome' || isReplacing(fact, said)) ||
    (facts.length === 0 && said.reading.clauses.some(({ act }) => act === 'correction'));
  const { findings, parts } = gather(play, said, (slot) => slot !== except, isMeant);
  return { findings: findings.filter((found) => isNews(found, form)), parts };
}

/** New values for slots that have one already: what a correction at the review says. */
export function takeChanges<V, F>(play: Play<V, F>, said: Said): Gathered<V, F> {
  const { findings, parts } = gather(
    play,
    said,
    () => true,
    () => true,
  );
  return { findings: findings.filter((found) => isNews(found, play.form)), parts };
}

function isNews<V, F>({ slot, value }: Finding<V, F>, form: OpenForm<V>): boolean {
  return JSON.stringify(value) !== JSON.stringify(form.values[slot.name]);
}

function isReplacing(fact: Fact, { reading }: Said): boolean {
  return reading.clauses.some(
    ({ act, start, end }) => REPLACES.has(act) && fact.start >= start && fact.end <= end,
  );
}

function gather<V, F>(
  play: Play<V, F>,
  said: Said,
  isWanted: (slot: Slot<V, F>) => boolean,
  isMeant: (slot: Slot<V, F>, facts: readonly Fact[]) => boolean,
): Gathered<V, F> {
  const findings: Finding<V, F>[] = [];
  const parts: PartFound<V, F>[] = [];
  let seen = play.form;
  let left = said;
  for (const slot of play.definition.slots.filter(isWanted)) {
    const taken = slot.take?.(left, contextWithPartial({ ...play, form: seen }, slot)) ?? null;
    if (taken === null || !isMeant(slot, taken.facts ?? [])) continue;
    left = without(left, taken.facts ?? []);
    if (taken.kind === 'value') {
      findings.push(toFinding(slot, taken));
      seen = { ...seen, values: { ...seen.values, [slot.name]: taken.value } };
    } else parts.push(toPart(slot, taken));
  }
  return { findings, parts };
}

function without(said: Said, facts: readonly Fact[]): Said {
  return facts.length === 0 ? said : { ...said, facts: said.facts.filter((fact) => !facts.includes(fact)) };
}

/** The facts of a message that went into no slot. */
export function leftOver<V, F>(said: Said, { findings, parts }: Gathered<V, F>): readonly Fact[] {
  const used = new Set([
    ...findings.flatMap(({ facts = [] }) => facts),
    ...parts.flatMap(({ facts }) => facts),
  ]);
  return said.facts.filter((fact) => !used.has(fact));
}

/** Reads a tapped choice; null when it is none (any more). */
export function readTap<V, F>(
  { form, scene }: Play<V, F>,
  slot: Slot<V, F>,
  id: string,
): Parsed<V[keyof V & string]> | null {
  const context = contextOf(form, scene);
  const value = slot.choose?.(id, context);
  if (value !== undefined) return { kind: 'value', value };
  const choice = slot.ask(context).choices?.find((other) => other.id === id);
  return choice === undefined ? null : slot.parse(saidIn(choice.label, slot.name, scene), context);
}

/** True when the whole text stands in quotes: then it is a value, whatever it looks like. */
export function isQuoted(text: string): boolean {
  const [quoted, ...more] = findQuoted(text);
  return quoted !== undefined && more.length === 0 && text.trim().length <= quoted.text.length + 2;
}

/** The choice a typed answer means; null when none or several. */
export function pickChoice(text: string, choices: readonly Choice[]): Choice | null {
  const read = readChoice(text, choices);
  if (read === null || read.kind === 'several') return null;
  return choices.find(({ id }) => id === read.id) ?? null;
}

/** The choice that a whole answer means, as the slot's value; null where it is none. */
export function parseChoice<V, F>(
  slot: Slot<V, F>,
  { text }: Said,
  context: SlotContext<V, F>,
): Parsed<V[keyof V & string]> | null {
  const choices = slot.ask(context).choices ?? [];
  const read = choices.length === 0 ? null : readChoice(text, choices);
  if (read === null) return null;
  if (read.kind === 'several') {
    const several = choices.filter(({ id }) => read.ids.includes(id));
    return { kind: 'choose', text: slot.ask(context).text, choices: several };
  }
  const value = slot.choose?.(read.id, context);
  const label = choices.find(({ id }) => id === read.id)?.label ?? text;
  return value === undefined
    ? slot.parse(saidIn(label, slot.name, context), context)
    : { kind: 'value', value };
}

/** What a slot's functions look at, with what there is of its value. */
export function contextWithPartial<V, F>({ form, scene }: Play<V, F>, slot: Slot<V, F>): SlotContext<V, F> {
  const context = contextOf(form, scene);
  const partial = form.partials[slot.name];
  return partial === undefined ? context : { ...context, partial: partial.kept };
}

function toFinding<V, F>(
  slot: Slot<V, F>,
  parsed: Extract<Parsed<V[keyof V & string]>, { kind: 'value' }>,
): Finding<V, F> {
  const { value, note, others, rest, facts } = parsed;
  return {
    slot,
    value,
    ...(note === undefined ? {} : { note }),
    others: others ?? [],
    ...(rest === undefined ? {} : { rest }),
    facts: facts ?? [],
  };
}

function toPart<V, F>(
  slot: Slot<V, F>,
  taken: Exclude<Taken<V[keyof V & string]>, { kind: 'value' }>,
): PartFound<V, F> {
  const choices = taken.kind === 'choose' ? { choices: stored(taken.choices) } : {};
  return { slot, partial: { kept: taken.kept, text: taken.text, ...choices }, facts: taken.facts ?? [] };
}

function stored(choices: readonly Choice[]): { id: string; label: string; words: readonly string[] }[] {
  return choices.map(({ id, label, words }) => ({ id, label, words: words ?? [] }));
}
