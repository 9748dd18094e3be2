import { readChoice } from '../../src/language/choice.ts';
import type { Command } from '../../src/language/commands.ts';
import { askChangeReply } from './change-list.ts';
import type { FormDefinition } from './definition.ts';
import { cancel, restart } from './ending.ts';
import { leadLines } from './lead.ts';
import { labelOf, statusReply } from './render.ts';
import { parseSlot } from './reading.ts';
import { revisionOf, slotNamed, withoutPartial } from './state.ts';
import type { OpenForm } from './state.ts';
import { ask, askAgain, askBack, askSlot, begunSlot, goOn, settle, waitWith } from './steps.ts';
import type { Outcome } from './steps.ts';
import { formTexts } from './texts.ts';
import { contextOf, openSlots, previousSlot, visibleSlots, withSkip } from './values.ts';
import type { Finding, Scene } from './values.ts';
import type { Slot } from './slot.ts';

/** Carries out a command typed inside a form; null when it is none of the form's, so that it may be an answer. */
export function runCommand<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  command: Command,
  scene: Scene<V, F>,
): Outcome<V, F> | null {
  switch (command.kind) {
    case 'cancel':
      return cancel(definition, form, scene);
    case 'back':
      return goBack(definition, form, scene);
    case 'skip':
      return skip(definition, form, scene);
    case 'repeat':
      return askAgain(definition, form, [], scene);
    case 'status':
      return showStatus(definition, form, scene);
    case 'restart':
      return restart(definition, form, scene);
    case 'help':
      return askAgain(definition, form, [formTexts(scene.locale).help], scene);
    case 'change': {
      const slot = slotCalled(definition, form, command.what, scene);
      return slot === null ? null : change(definition, form, slot, command.to, scene);
    }
    case 'confirm':
    case 'retry':
      return form.asked === null ? confirm(definition, form, null, scene) : null;
    case 'drafts':
      return null;
  }
}

/** Asks the slot answered before this one; its value stays until another is given. */
export function goBack<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const slot = previousSlot(definition, form, scene);
  if (slot === null) return askAgain(definition, form, [formTexts(scene.locale).nothingBefore], scene);
  return askSlot(definition, form, slot, [], scene);
}

/** Passes over the slot asked, if it is optional; what has its value already stays as it is. */
export function skip<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const slot = slotNamed(definition, form.asked);
  if (slot === null) return askAgain(definition, form, [], scene);
  if (slot.isOptional !== true && form.values[slot.name] !== undefined)
    return keep(definition, form, slot, scene);
  if (slot.isOptional !== true) {
    const text = formTexts(scene.locale).cannotSkip(labelOf(slot, scene.locale));
    return askAgain(definition, form, [text], scene);
  }
  return goOn(definition, form, withSkip(definition, form, slot, scene), {}, scene);
}

/** "Go on" at a question: what has its value keeps it, what is optional is passed over, the rest is needed. */
export function passOn<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const hasValue = form.values[slot.name] !== undefined;
  return hasValue ? keep(definition, form, slot, scene) : skip(definition, form, scene);
}

/** Leaves a value as it is; what was begun beside it is given up, and said to be. */
export function keep<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F> | null,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const { partial } = form.draft;
  const isBegun = slot !== null && partial?.slot === slot.name;
  const given = isBegun ? (slot.showPartial?.(partial?.kept, contextOf(form, scene)) ?? null) : null;
  const lines = given === null ? [] : [formTexts(scene.locale).leftOut(given)];
  return ask(definition, withoutPartial(form, slot?.name ?? null), lines, scene);
}

/** Shows the draft, then asks again; at the review the summary says it all. */
export function showStatus<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const again = askAgain(definition, form, [], scene);
  if (again.form.asked === null) return again;
  return { ...again, replies: [statusReply(definition, form, scene), ...again.replies] };
}

/** Changes a slot to what was said, or asks it again. */
export function change<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  to: string | null,
  scene: Scene<V, F>,
): Outcome<V, F> {
  if (to === null) return askSlot(definition, form, slot, [], scene);
  const parsed = parseSlot(form, slot, to, scene);
  if (parsed.kind !== 'value') return askBack(definition, form, slot, parsed, [], scene);
  return settleChange(definition, form, [{ slot, ...parsed }], scene);
}

/** Takes in changes made while something else was asked, which is then asked again. */
export function settleChange<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  findings: readonly Finding<V, F>[],
  scene: Scene<V, F>,
): Outcome<V, F> {
  const settled = settle(definition, form, findings, findings, scene);
  const asked = slotNamed(definition, form.asked);
  const isChanged = findings.some(({ slot }) => slot === asked);
  const isRevisit = asked !== null && !isChanged && form.values[asked.name] !== undefined;
  // What was begun beside a value, or cleared by the change, comes first.
  const isElsewhere =
    begunSlot(definition, settled.form, scene) !== null ||
    settled.form.pending?.kind === 'notice' ||
    openSlots(definition, settled.form, scene).length > openSlots(definition, form, scene).length;
  if (!isRevisit || settled.then !== 'wait' || isElsewhere) return settled;
  const lines = leadLines(definition, form, settled.form, { noted: findings, given: findings }, scene);
  return { ...askSlot(definition, settled.form, asked, lines, scene), given: settled.given };
}

/** Asks what to change. */
export function askChange<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
  page = 0,
): Outcome<V, F> {
  const pending = { kind: 'change' } as const;
  return waitWith({ ...form, pending }, [askChangeReply(definition, form, text, page, scene)]);
}

/** Confirms the summary, if it shows the values at hand and none is missing. */
export function confirm<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  revision: string | null,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const texts = formTexts(scene.locale);
  const isOpen = begunSlot(definition, form, scene) !== null || openSlots(definition, form, scene).length > 0;
  if (isOpen) return ask(definition, form, [texts.notYet], scene);
  const isCurrent = revision === null || revision === revisionOf(form.values);
  if (!isCurrent) return ask(definition, form, [texts.summaryChanged], scene);
  return { form: { ...form, asked: null, pending: null }, replies: [], then: 'finish', given: [] };
}

/** The visible slot that a word means, null when none. */
export function slotCalled<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  what: string,
  scene: Scene<V, F>,
): Slot<V, F> | null {
  const { locale } = scene;
  const names = visibleSlots(definition, form, scene).map((slot) => ({
    id: slot.name,
    label: labelOf(slot, locale),
    words: [...slot.words.it, ...slot.words.en],
  }));
  const read = readChoice(what, names, locale);
  return read?.kind === 'one' ? slotNamed(definition, read.id) : null;
}
