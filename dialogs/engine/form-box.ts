import type { Box, FilledBox } from '../../src/cards/box.ts';
import type { BeginRequest, DialogTurn } from '../turn.ts';
import { holdsAny } from './answer.ts';
import { boxOf, fillIn } from './box.ts';
import { keepDraft } from './drafts.ts';
import type { FormDialog, Frame, Step } from './form.ts';
import { givenBy, unreadOf } from './opening.ts';
import { foundIn } from './searched.ts';
import type { Choice } from './slot.ts';
import { emptyForm } from './state.ts';
import { withParts } from './steps.ts';
import { formTexts } from './texts.ts';
import { contextOf, visibleSlots, withFindings } from './values.ts';

/** A form as a box, as it stands; null where its draft is gone. */
export async function showBox(form: FormDialog, frame: Frame, turn: DialogTurn): Promise<Box | null> {
  const play = await form.open(frame, turn);
  return play === null ? null : boxOf(play);
}

/** Takes in what was put into a box: the box again where something is wrong, else what is to happen on the stack. */
export async function fillBox(
  form: FormDialog,
  filled: FilledBox,
  frame: Frame,
  turn: DialogTurn,
): Promise<Box | Step> {
  const play = await form.open(frame, turn);
  if (play === null) return form.withoutDraft(frame, turn);
  const filling = fillIn(play, filled);
  const step = await form.carryOut(filling.outcome, play, frame);
  return filling.kind === 'again' ? filling.box : step;
}

/** What fits to what is being typed into an input; null where nothing is searched there. */
export async function suggestIn(
  form: FormDialog,
  name: string,
  typed: string,
  frame: Frame,
  turn: DialogTurn,
): Promise<readonly Choice[] | null> {
  const play = await form.open(frame, turn);
  const slot = play === null ? undefined : visibleSlots(play).find((each) => each.name === name);
  return play === null || slot === undefined ? null : foundIn(typed, slot, contextOf(play.form, play.scene));
}

/**
 * A new form that is begun in its box, with what a request says; what found no place stands above it. Its draft is kept
 * under this id, whatever was read. Null where the form may not begin, which is said.
 */
export async function drawBox(
  form: FormDialog,
  request: BeginRequest,
  draftId: string,
  turn: DialogTurn,
): Promise<Box | null> {
  const { definition } = form;
  const play = await form.play(turn, emptyForm(definition, draftId, turn.now));
  const start = await definition.start(request, contextOf(play.form, play.scene));
  if (start.kind === 'stop') {
    start.replies.forEach((reply) => turn.say(reply));
    return null;
  }
  const own = start.utterance === undefined ? request : { ...request, utterance: start.utterance };
  const gathered = givenBy(play, start.values, own);
  const filled = withParts(withFindings(play, gathered.findings), gathered.parts);
  keepDraft(definition, filled, turn);
  // What the chat would say first: that of several deals in a message the others come later.
  const before = (start.before ?? []).map(({ summary }) => summary);
  const isEmpty = !holdsAny(gathered);
  const unread = isEmpty ? [formTexts(turn.locale).boxEmpty] : unreadOf(play, gathered, own);
  return boxOf({ ...play, form: filled }, [...before, ...unread]);
}
