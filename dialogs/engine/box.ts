import { beginButton } from '../../src/cards/answer-card.ts';
import { type Box, type Field, type FieldGroup, fieldId, type FilledBox } from '../../src/cards/box.ts';
import type { Line } from '../../src/cards/line.ts';
import { capitalize, labelOf, partQuestion } from './render.ts';
import { shownField, withIds } from './searched.ts';
import type { Choice, Inputs, Parsed, Slot, SlotContext } from './slot.ts';
import { fingerprint, toStored, withPartial } from './state.ts';
import { goOn, type Outcome } from './steps.ts';
import { formTexts } from './texts.ts';
import {
  contextOf,
  type Finding,
  isSame,
  openSlots,
  type Play,
  visibleSlots,
  withCleared,
  withFindings,
  withSkip,
} from './values.ts';

/** The part of a group by which one of several readings is chosen. */
const WHICH = 'which';

/** What was put into the fields of one slot and could not be taken. */
interface Objection {
  readonly typed: Inputs;
  readonly text: string;
  readonly choices: readonly Choice[];
}

type Objections = ReadonlyMap<string, Objection>;

/** What comes of a filled box: the form goes on in the chat, or the box is shown again. */
export type Filling =
  | { readonly kind: 'closed'; readonly outcome: Outcome }
  | { readonly kind: 'again'; readonly box: Box; readonly outcome: Outcome };

/** The form as a box: what can be asked with the values at hand, each filled in with what is known. */
export function boxOf(play: Play, lines: readonly Line[] = [], objections: Objections = new Map()): Box {
  const groups = visibleSlots(play).flatMap((slot) => groupOf(play, slot, objections.get(slot.name)) ?? []);
  const isClear = ({ problem }: FieldGroup): boolean => problem === null;
  const shown = groups
    .filter(isClear)
    .flatMap(({ name, fields }) =>
      fields.map(({ part, value }) => [fieldId(name, part), fingerprint(value)] as const),
    );
  return {
    title: titleIn(play),
    draftId: play.form.draft.id,
    lines,
    groups,
    shown: Object.fromEntries(shown),
  };
}

/** What the box is for, and for whom: "Crea un deal: Fabrikam". */
function titleIn({ definition, form, scene }: Play): string {
  const { title } = beginButton(definition.name, scene.locale);
  const of = definition.titleOf(form.values);
  return of === null ? title : `${title}: ${of}`;
}

/** The fields of one slot; null where it is asked in the chat alone. What is there in part says what is missing. */
function groupOf(play: Play, slot: Slot, objection: Objection | undefined): FieldGroup | null {
  const { form, scene } = play;
  const context = contextOf(form, scene, slot);
  const own = slot.asInput?.(context) ?? [];
  if (own.length === 0) return null;
  const partial = form.partials[slot.name];
  const { text = null, choices = [] } = objection ?? partial ?? {};
  const [label, hint] = labelIn(slot, context);
  const fields = own.map((field): Field => ({
    ...shownField(field, objection?.typed[field.part], slot, context),
    ...(field.part === '' && hint !== '' ? { hint } : {}),
  }));
  return {
    name: slot.name,
    label,
    isOptional: slot.isOptional === true,
    isFolded: slot.isQuiet === true && text === null,
    problem: text,
    fields: choices.length === 0 ? fields : [...fields, whichField(choices, play)],
  };
}

/** What an input is for: the question that the chat asks, with its example as a hint; a name where it is seldom asked. */
function labelIn(slot: Slot, context: SlotContext): readonly [label: string, hint: string] {
  if (slot.isQuiet === true) return [capitalize(labelOf(slot, context.locale)), ''];
  const { text } = slot.ask(context);
  const [sentence, rest] = partQuestion(text);
  return sentence === '' ? [text, ''] : [sentence, rest.trim()];
}

function whichField(choices: readonly Choice[], { scene }: Play): Field {
  const options = choices.map(({ id, label }) => ({ id, label }));
  const label = formTexts(scene.locale).which;
  return { part: WHICH, kind: 'choice', look: 'list', label, options, value: '' };
}

/**
 * Takes what was put into a box, value by value in the order of the form, each as an answer to its own question. What
 * is right is taken whatever is wrong beside it, and what wasn't touched stays as the chat may have changed it meanwhile.
 */
export function fillIn(play: Play, filled: FilledBox): Filling {
  const objections = new Map<string, Objection>();
  const given: Finding[] = [];
  let { form } = play;
  for (const slot of play.definition.slots) {
    const now = { ...play, form };
    // What an answer before it has made needless isn't looked at.
    const read = visibleSlots(now).includes(slot) ? readGroup(now, slot, filled) : null;
    if (read === null) continue;
    if (read.kind === 'taken') {
      given.push(read.finding);
      form = withFindings(now, [read.finding]);
    } else if (read.kind === 'cleared') form = withCleared(now, slot);
    else {
      objections.set(slot.name, read.objection);
      form = read.kept === undefined ? form : withPartial(form, slot.name, read.kept);
    }
  }
  const { isWhole } = filled;
  return isWhole
    ? closeWhole({ ...play, form }, filled, objections, given)
    : closeEarly({ ...play, form }, objections, given);
}

type GroupRead =
  | { readonly kind: 'taken'; readonly finding: Finding }
  | { readonly kind: 'cleared' }
  | {
      readonly kind: 'refused';
      readonly objection: Objection;
      readonly kept?: Parameters<typeof withPartial>[2];
    };

/** What the fields of a slot say; null where they say nothing new. */
function readGroup(play: Play, slot: Slot, { inputs, shown }: FilledBox): GroupRead | null {
  const typed = partsOf(slot.name, inputs);
  const { [WHICH]: which = '', ...own } = typed;
  const ids = Object.keys(own).map((part) => fieldId(slot.name, part));
  const isTouched = ids.some((id) => fingerprint(inputs[id] ?? '') !== shown[id]);
  if (slot.fromInput === undefined || (!isTouched && which === '')) return null;
  const context = contextOf(play.form, play.scene);
  const parsed = settled(slot.fromInput(withIds(typed, slot, context), context), which, play, slot);
  const before = play.form.values[slot.name];
  if (parsed === null) return before === undefined ? null : { kind: 'cleared' };
  if (parsed.kind === 'value')
    return isSame(parsed.value, before) ? null : { kind: 'taken', finding: { slot, ...parsed } };
  return refused(own, parsed);
}

/** One of the readings that were offered may have been chosen. */
function settled(parsed: Parsed | null, which: string, play: Play, slot: Slot): Parsed | null {
  const kept = play.form.partials[slot.name]?.choices ?? [];
  const offered = parsed === null ? kept : parsed.kind === 'choose' ? parsed.choices : [];
  if (!offered.some(({ id }) => id === which)) return parsed;
  const value = slot.choose?.(which, contextOf(play.form, play.scene));
  return value === undefined ? parsed : { kind: 'value', value };
}

/** What can't be taken as it is. A part of a value stays in the draft, so that the chat asks for the rest. */
function refused(typed: Inputs, parsed: Exclude<Parsed, { kind: 'value' }>): GroupRead {
  const { text } = parsed;
  const choices = parsed.kind === 'choose' ? parsed.choices : [];
  const objection = { typed, text, choices };
  if (parsed.kind === 'invalid') return { kind: 'refused', objection };
  const { kept = null } = parsed;
  const stored = choices.length === 0 ? {} : { choices: toStored(choices) };
  return { kind: 'refused', objection, kept: { kept, text, ...stored } };
}

function partsOf(name: string, inputs: FilledBox['inputs']): Inputs {
  const start = fieldId(name, '');
  const own = Object.entries(inputs).filter(([id]) => id.startsWith(start));
  return Object.fromEntries(own.map(([id, text]) => [id.slice(start.length), text]));
}

/** The chat goes on with what there is, and says what was not taken. */
function closeEarly(play: Play, wrong: Objections, given: readonly Finding[]): Filling {
  const lines = [...wrong.values()].map(({ text }) => text);
  return { kind: 'closed', outcome: { ...goOn(play, play.form, { noted: given, lines }), given } };
}

/** The summary is wanted: nothing may be wrong, or missing that has an input. What is optional and left empty is passed over. */
function closeWhole(play: Play, filled: FilledBox, wrong: Objections, given: readonly Finding[]): Filling {
  const { form, scene } = play;
  const texts = formTexts(scene.locale);
  const isLeft = ({ isOptional, name }: Slot): boolean =>
    isOptional === true && Object.keys(partsOf(name, filled.inputs)).length > 0;
  const open = openSlots(play).filter(
    (slot) => isInBox(play, slot) && !wrong.has(slot.name) && !isLeft(slot),
  );
  // What follows from other values (a name for the deal) is missing only where it doesn't.
  const asked = open.filter(({ isQuiet }) => isQuiet !== true);
  const missing = asked.length > 0 ? asked : open;
  if (wrong.size + missing.length === 0) {
    const left = openSlots(play).filter(isLeft);
    const whole = left.reduce((before, slot) => withSkip({ ...play, form: before }, slot), form);
    return { kind: 'closed', outcome: { ...goOn({ ...play, form: whole }, whole, {}), given } };
  }
  const needed = missing.map((slot): [string, Objection] => [
    slot.name,
    { typed: {}, text: form.partials[slot.name]?.text ?? texts.needed, choices: [] },
  ]);
  const box = boxOf(play, [wrong.size > 0 ? texts.boxWrong : texts.boxMore], new Map([...wrong, ...needed]));
  return { kind: 'again', box, outcome: { form, replies: [], then: 'wait', given } };
}

const isInBox = ({ form, scene }: Play, slot: Slot): boolean =>
  (slot.asInput?.(contextOf(form, scene, slot)) ?? []).length > 0;
