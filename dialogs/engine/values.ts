import type { FormDefinition } from './definition.ts';
import { type OpenForm, slotNamed, withoutPartial, withPartial } from './state.ts';
import type { Parsed, Slot, SlotContext } from './slot.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { PartialValue } from '../../src/storage/person-record.ts';

/** Everything around a form in one turn, without the values, which change within it. */
export type Scene = Omit<SlotContext, 'values' | 'partial' | 'draftId'>;

/** A form at work in one turn: its table, where it stands, and what is around it. */
export interface Play {
  readonly definition: FormDefinition;
  readonly form: OpenForm;
  readonly scene: Scene;
}

/** A slot and the value found for it, with what was read beside it. */
export type Finding = { readonly slot: Slot } & Omit<Extract<Parsed, { kind: 'value' }>, 'kind'>;

/** A slot and what there is of its value. */
export interface PartFound {
  readonly slot: Slot;
  readonly partial: PartialValue;
  readonly facts: readonly Fact[];
}

/** What a slot's functions look at, with what there is of its value. */
export function contextOf(form: OpenForm, scene: Scene, slot?: Slot): SlotContext {
  const context = { ...scene, values: form.values, draftId: form.draft.id };
  if (slot === undefined) return context;
  const of = { ...context, isLatest: form.history.at(-1) === slot.name };
  const partial = form.partials[slot.name];
  return partial === undefined ? of : { ...of, partial: partial.kept };
}

/** Whether two values are the same, as they are kept. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** How a value would be shown, were it taken. */
export function shownOf({ form, scene }: Play, { slot, value }: Finding): string {
  const after = { ...form, values: { ...form.values, [slot.name]: value } };
  return slot.show(value, contextOf(after, scene)) ?? '';
}

/** The slots that count with the values at hand, in the order of the conversation. */
export function visibleSlots(play: Play): readonly Slot[] {
  const { definition, form, scene } = play;
  return definition.slots.filter((slot) => slot.isAskedWhen?.(contextOf(form, scene, slot)) ?? true);
}

/** The slots still to be asked: visible, without a value, not skipped. */
export function openSlots(play: Play): readonly Slot[] {
  const { form } = play;
  return visibleSlots(play).filter(
    (slot) => form.values[slot.name] === undefined && !form.history.includes(slot.name),
  );
}

/**
 * Sets what the user gave, with its effects, and proposes anew what was proposed: a proposal made for one
 * customer must not outlive a change of the customer.
 */
export function withFindings(play: Play, findings: readonly Finding[]): OpenForm {
  const { definition, form, scene } = play;
  let answered = form;
  for (const { slot, value } of findings) {
    const before = answered.values[slot.name];
    answered = withValue(answered, slot.name, value);
    const effects = slot.effects?.(value, contextOf(answered, scene), before) ?? {};
    for (const { name, about } of definition.slots)
      answered = withEffect(answered, name, name in effects || about !== slot.name ? effects[name] : null);
  }
  const after = withProposals({ ...play, form: withoutProposals(answered) });
  return withRests(withoutReplaced(form, after), findings);
}

/** What there was of a value is of no use beside another proposal: the customer has changed. */
function withoutReplaced(before: OpenForm, after: OpenForm): OpenForm {
  const isReplaced = (name: string): boolean =>
    after.values[name] !== undefined && !isSame(after.values[name], before.values[name]);
  return Object.keys(after.partials).filter(isReplaced).reduce(withoutPartial, after);
}

/** Keeps what is still to be given beside the values. */
function withRests(form: OpenForm, findings: readonly Finding[]): OpenForm {
  return findings.reduce(
    (before, { slot, rest }) => (rest === undefined ? before : withPartial(before, slot.name, rest)),
    form,
  );
}

/** Records that an optional slot was passed over. */
export function withSkip(play: Play, slot: Slot): OpenForm {
  const open = without(play.form, slot.name);
  const form = withoutProposals({ ...open, history: [...open.history, slot.name] });
  return withProposals({ ...play, form });
}

/** Takes a value back: an optional one is passed over, another is open again, or proposed anew. */
export function withCleared(play: Play, slot: Slot): OpenForm {
  if (slot.isOptional === true) return withSkip(play, slot);
  return withProposals({ ...play, form: withoutProposals(without(play.form, slot.name)) });
}

/** Fills every visible open slot that has a proposal; proposals may build on earlier ones. */
export function withProposals(play: Play): OpenForm {
  const { definition, form, scene } = play;
  return definition.slots.reduce((before, slot) => {
    const context = contextOf(before, scene);
    const isOpen = before.values[slot.name] === undefined && !before.history.includes(slot.name);
    if (!isOpen || !(slot.isAskedWhen?.(context) ?? true)) return before;
    const value = slot.propose?.(context);
    return value === undefined ? before : { ...before, values: { ...before.values, [slot.name]: value } };
  }, form);
}

/** The values that differ from those before, of the slots that are visible now. */
export function changesSince(before: OpenForm, now: Play): readonly Finding[] {
  return visibleSlots(now).flatMap((slot) => {
    const value = now.form.values[slot.name];
    return value === undefined || isSame(value, before.values[slot.name]) ? [] : [{ slot, value }];
  });
}

/** The slot answered before the one asked, null at the start. */
export function previousSlot(play: Play): Slot | null {
  const { definition, form } = play;
  // What is only ever set by words in between was no question.
  const visible = visibleSlots(play).filter((slot) => slot.isQuiet !== true);
  const walked = form.history.filter((name) => visible.some((slot) => slot.name === name));
  const at = form.asked === null ? -1 : walked.indexOf(form.asked);
  const name = at === -1 ? walked.at(-1) : walked[at - 1];
  return slotNamed(definition, name ?? null);
}

function withValue(form: OpenForm, name: string, value: unknown): OpenForm {
  const history = form.history.includes(name) ? form.history : [...form.history, name];
  const whole = withoutPartial(form, name);
  return { ...whole, values: { ...form.values, [name]: value }, history };
}

function withEffect(form: OpenForm, name: string, effect: unknown): OpenForm {
  if (effect === undefined) return form;
  return effect === null ? without(form, name) : withValue(form, name, effect);
}

function without(form: OpenForm, name: string): OpenForm {
  const { [name]: _gone, ...values } = form.values;
  return { ...withoutPartial(form, name), values, history: form.history.filter((other) => other !== name) };
}

function withoutProposals(form: OpenForm): OpenForm {
  const given = Object.entries(form.values).filter(([name]) => form.history.includes(name));
  return { ...form, values: Object.fromEntries(given) };
}
