import type { Field } from '../../src/cards/box.ts';
import type { Choice, Inputs, Slot, SlotContext } from './slot.ts';

/**
 * What fits to what is being typed into a field that is searched; null where nothing is searched there.
 *
 * There a choice is called by its label, since clients show what a choice is called by as long as nobody has searched:
 * "SOL-70219-QRT" in the place of "Aurelia Analytics". Where two have the same label they keep their ids.
 */
export function foundIn(typed: string, slot: Slot, context: SlotContext): readonly Choice[] | null {
  const found = slot.suggest?.(typed, context) ?? null;
  const names = namesOf([], slot, context);
  return found?.map((choice) => ({ ...choice, id: names.get(choice.id) ?? choice.id })) ?? null;
}

/** A slot's field as it is shown; `put` is what was put into it before, and can't be taken. */
export function shownField(field: Field, put: string | undefined, slot: Slot, context: SlotContext): Field {
  if (!isSearched(field)) return { ...field, value: put ?? field.value };
  const names = namesOf(field.options, slot, context);
  const named = (id: string): string => names.get(id) ?? id;
  const options = field.options.map(({ id, label }) => ({ id: named(id), label }));
  return { ...field, options, value: put ?? named(field.value) };
}

/** What was put into a slot's fields, with the ids of what was chosen; also of a field that was drawn with ids. */
export function withIds(put: Inputs, slot: Slot, context: SlotContext): Inputs {
  const searched = (slot.asInput?.(context) ?? []).filter(isSearched);
  const changed = searched.flatMap((field) => {
    const names = namesOf(field.options, slot, context);
    const [id] = [...names].find(([, name]) => name === put[field.part]) ?? [];
    return id === undefined ? [] : [[field.part, id] as const];
  });
  return { ...put, ...Object.fromEntries(changed) };
}

type Searched = Extract<Field, { kind: 'choice' }>;

const isSearched = (field: Field): field is Searched => field.kind === 'choice' && field.look === 'typed';

/** What each choice is called by, by its id. What is chosen may not be offered any more, and is in the field all the same. */
function namesOf(
  inField: readonly Pick<Choice, 'id' | 'label'>[],
  slot: Slot,
  context: SlotContext,
): ReadonlyMap<string, string> {
  const labels = new Map(
    [...inField, ...(slot.suggest?.('', context) ?? [])].map(({ id, label }) => [id, label]),
  );
  const times = new Map<string, number>();
  for (const label of labels.values()) times.set(label, (times.get(label) ?? 0) + 1);
  return new Map([...labels].map(([id, label]) => [id, times.get(label) === 1 ? label : id]));
}
