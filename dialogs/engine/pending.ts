import { readCommand } from '../../src/language/commands.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { agreesAlone } from '../../src/reading/agreement.ts';
import { change, slotCalled, takeAct } from './commands.ts';
import { holdsAny, isOneOf, pickOpen, readTap, takeChanges } from './answer.ts';
import { type Pending, slotNamed } from './state.ts';
import { askAgain, type Outcome, settle } from './steps.ts';
import type { Said } from './slot.ts';
import { contextOf, type Play } from './values.ts';

/** Reads words as the answer to the form's own question; null when none is open or it is no answer to it. */
export function answerPending(play: Play, said: Said): Outcome | null {
  const { text } = said;
  const { form } = play;
  const { pending } = form;
  switch (pending?.kind) {
    case undefined:
    case 'offer':
    case 'held':
      return null;
    case 'cancel':
    case 'restart':
      return answerReally(play, pending.kind, said);
    case 'change':
      return answerChange(play, said);
    case 'notice':
      return answerNotice(play, text);
    case 'choose':
      return answerWhich(play, pending, said);
  }
}

function answerReally(play: Play, kind: 'cancel' | 'restart', { text, reading }: Said): Outcome | null {
  const isYes = agreesAlone(reading, 'discard', () => false);
  if (isYes || readCommand(text)?.kind === kind) return takeAct(play, { do: kind });
  return readYesNo(text) === 'no' ? askAgain(play, []) : null;
}

/** Going on, or the words of one of the notice's buttons; anything else may answer the question below it. */
function answerNotice(play: Play, text: string): Outcome | null {
  const { definition, form, scene } = play;
  const yesNo = readYesNo(text);
  if (readCommand(text)?.kind === 'confirm') return null;
  // Beside the summary a yes is to the summary: the notice asks nothing.
  if (form.asked === null && yesNo !== null) return null;
  if (yesNo === 'yes') return askAgain(play, []);
  const notices = definition.notices?.(contextOf(form, scene)) ?? [];
  const meant = notices
    .flatMap(({ buttons = [] }) => buttons)
    .find(({ title, words = [] }) => isOneOf(text, [title, ...words]));
  if (meant === undefined || !('action' in meant)) return null;
  const { action } = meant;
  if (action.action === 'form') return takeAct(play, action);
  if (action.action !== 'begin') return null;
  const request = action.referralId === undefined ? {} : { referralId: action.referralId };
  return { form, replies: [], then: { dialog: action.dialog, request }, given: [] };
}

function answerChange(play: Play, said: Said): Outcome | null {
  const { text } = said;
  // "Chiusura 31 marzo" tells the value with its field.
  const changes = takeChanges(play, said);
  if (holdsAny(changes)) return settle(play, changes);
  const slot = slotCalled(play, text);
  if (slot !== null) return change(play, slot, null);
  if (readCommand(text) !== null) return null;
  return readYesNo(text) === null ? null : askAgain(play, []);
}

function answerWhich(play: Play, pending: Extract<Pending, { kind: 'choose' }>, said: Said): Outcome | null {
  const slot = slotNamed(play.definition, pending.slot);
  const choice = pickOpen(said, pending.choices);
  const finding = slot === null || choice === null ? null : readTap(play, slot, choice.id);
  return finding === null ? null : settle(play, { findings: [finding], parts: [] });
}
