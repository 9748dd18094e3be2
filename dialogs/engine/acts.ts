import type { Play } from './values.ts';
import type { Action } from '../../src/cards/action.ts';
import { askChange, change, confirm, goBack, keep } from './commands.ts';
import { pageOf } from './change-list.ts';
import { showStatus, skip } from './commands.ts';
import { cancel, discard, restart } from './ending.ts';
import { readTap } from './answer.ts';
import { slotNamed } from './state.ts';
import { askAgain, settle } from './steps.ts';
import type { Outcome } from './steps.ts';
import { formTexts } from './texts.ts';
import { contextOf, isSame } from './values.ts';
import type { Slot } from './slot.ts';

/** A tapped button of a form. */
export type FormAct = Extract<Action, { action: 'form' }>;

/** How any form answers a tap. Pure, like `takeWords`. */
export function takeAct(play: Play, act: FormAct): Outcome {
  const { definition, form } = play;
  switch (act.do) {
    case 'choose':
      return choose(play, act);
    case 'confirm':
      return confirm(play, act.choice ?? null);
    case 'back':
      return goBack(play);
    case 'skip':
      return skip(play);
    case 'cancel':
      return cancel(play);
    case 'cancel-really':
      return discard(play);
    case 'keep':
      return keep(play, slotNamed(definition, form.asked));
    case 'restart':
      return restart(play);
    case 'repeat':
    case 'go-on':
      return askAgain(play, []);
    case 'status':
      return showStatus(play);
    case 'change':
      return tapChange(play, act);
  }
}

function tapChange(play: Play, act: FormAct): Outcome {
  const { scene } = play;
  const texts = formTexts(scene.locale);
  if (act.slot === undefined) return askChange(play, texts.askChange, pageOf(act.choice));
  const slot = visibleSlot(play, act.slot);
  return slot === null ? askAgain(play, [texts.choiceGone]) : change(play, slot, null);
}

/** A choice of any slot counts, asked or not: another reading of an earlier answer is one tap away. */
function choose(play: Play, act: FormAct): Outcome {
  const { form, scene } = play;
  const slot = visibleSlot(play, act.slot ?? form.asked);
  const finding = slot === null ? null : readTap(play, slot, act.choice ?? '');
  if (slot === null || finding === null) return askAgain(play, [formTexts(scene.locale).choiceGone]);
  const isNews = slot.name !== form.asked && !isSame(form.values[slot.name], finding.value);
  return settle(play, { findings: [finding], parts: [] }, { noted: isNews ? [finding] : [] });
}

function visibleSlot(play: Play, name: string | null): Slot | null {
  const { definition, form, scene } = play;
  const slot = slotNamed(definition, name);
  const isVisible = slot?.isAskedWhen?.(contextOf(form, scene)) ?? true;
  return isVisible ? slot : null;
}
