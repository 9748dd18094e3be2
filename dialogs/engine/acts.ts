import type { Action } from '../../src/cards/action.ts';
import { askChange, change, confirm, goBack, keep } from './commands.ts';
import { pageOf } from './change-list.ts';
import { showStatus, skip } from './commands.ts';
import type { FormDefinition } from './definition.ts';
import { cancel, discard, restart } from './ending.ts';
import { readTap } from './reading.ts';
import { slotNamed } from './state.ts';
import type { OpenForm } from './state.ts';
import { askAgain, askBack, settle } from './steps.ts';
import type { Outcome } from './steps.ts';
import { formTexts } from './texts.ts';
import { contextOf } from './values.ts';
import type { Scene } from './values.ts';
import type { Slot } from './slot.ts';

/** A tapped button of a form. */
export type FormAct = Extract<Action, { action: 'form' }>;

/** How any form answers a tap. Pure, like `takeWords`. */
export function takeAct<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  act: FormAct,
  scene: Scene<V, F>,
): Outcome<V, F> {
  switch (act.do) {
    case 'choose':
      return choose(definition, form, act, scene);
    case 'confirm':
      return confirm(definition, form, act.choice ?? null, scene);
    case 'back':
      return goBack(definition, form, scene);
    case 'skip':
      return skip(definition, form, scene);
    case 'cancel':
      return cancel(definition, form, scene);
    case 'cancel-really':
      return discard(definition, form, scene);
    case 'keep':
      return keep(definition, form, slotNamed(definition, form.asked), scene);
    case 'restart':
      return restart(definition, form, scene);
    case 'repeat':
    case 'go-on':
      return askAgain(definition, form, [], scene);
    case 'status':
      return showStatus(definition, form, scene);
    case 'change':
      return tapChange(definition, form, act, scene);
  }
}

function tapChange<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  act: FormAct,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const texts = formTexts(scene.locale);
  if (act.slot === undefined) return askChange(definition, form, texts.askChange, scene, pageOf(act.choice));
  const slot = visibleSlot(definition, form, act.slot, scene);
  return slot === null
    ? askAgain(definition, form, [texts.choiceGone], scene)
    : change(definition, form, slot, null, scene);
}

/** A choice of any slot counts, asked or not: another reading of an earlier answer is one tap away. */
function choose<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  act: FormAct,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const slot = visibleSlot(definition, form, act.slot ?? form.asked, scene);
  const parsed = slot === null ? null : readTap(form, slot, act.choice ?? '', scene);
  if (slot === null || parsed === null) {
    return askAgain(definition, form, [formTexts(scene.locale).choiceGone], scene);
  }
  if (parsed.kind !== 'value') return askBack(definition, form, slot, parsed, [], scene);
  const finding = { slot, ...parsed };
  const isSame = JSON.stringify(form.values[slot.name]) === JSON.stringify(parsed.value);
  const isLate = slot.name !== form.asked;
  return settle(definition, form, [finding], isLate && !isSame ? [finding] : [], scene);
}

function visibleSlot<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  name: string | null,
  scene: Scene<V, F>,
): Slot<V, F> | null {
  const slot = slotNamed(definition, name);
  const isVisible = slot?.isAskedWhen?.(contextOf(form, scene)) ?? true;
  return isVisible ? slot : null;
}
