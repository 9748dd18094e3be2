import type { Play } from './values.ts';
import { readCommand } from '../../src/language/commands.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { takeAct } from './acts.ts';
import { askChange, change, slotCalled } from './commands.ts';
import { cancel, restart } from './ending.ts';
import { holdsAny, pickChoice, readTap, takeChanges } from './answer.ts';
import { slotNamed } from './state.ts';
import type { Pending } from './state.ts';
import { askAgain, askBack, settle } from './steps.ts';
import type { Outcome } from './steps.ts';
import type { Said } from './slot.ts';
import { formTexts } from './texts.ts';
import { contextOf } from './values.ts';

/** Reads words as the answer to the form's own question; null when none is open or it is no answer to it. */
export function answerPending<V, F>(play: Play<V, F>, said: Said): Outcome<V, F> | null {
  const { text } = said;
  const { form } = play;
  const { pending } = form;
  switch (pending?.kind) {
    case undefined:
    case 'offer':
      return null;
    case 'cancel':
    case 'restart':
      return answerReally(play, pending.kind, text);
    case 'change':
      return answerChange(play, said);
    case 'notice':
      return answerNotice(play, text);
    case 'choose':
      return answerWhich(play, pending, text);
  }
}

function answerReally<V, F>(
  play: Play<V, F>,
  kind: 'cancel' | 'restart',
  text: string,
): Outcome<V, F> | null {
  const yesNo = readYesNo(text);
  const isSame = readCommand(text)?.kind === kind;
  if (yesNo === 'yes' || isSame) {
    return kind === 'cancel' ? cancel(play) : restart(play);
  }
  return yesNo === 'no' ? askAgain(play, []) : null;
}

/** Going on, or the words of one of the notice's buttons; anything else may answer the question below it. */
function answerNotice<V, F>(play: Play<V, F>, text: string): Outcome<V, F> | null {
  const { definition, form, scene } = play;
  if (readCommand(text)?.kind === 'confirm') return null;
  // Beside the summary a yes is to the summary: the notice asks nothing.
  if (form.asked === null && readYesNo(text) !== null) return null;
  if (readYesNo(text) === 'yes') return askAgain(play, []);
  const buttons = (definition.notices?.(contextOf(form, scene)) ?? []).flatMap(
    (notice) => notice.buttons ?? [],
  );
  const typed = toPhrase(text);
  const meant = buttons.find(({ title, words = [] }) =>
    [title, ...words].some((word) => toPhrase(word) === typed),
  );
  if (meant === undefined || !('action' in meant)) return null;
  const { action } = meant;
  if (action.action === 'form') return takeAct(play, action);
  if (action.action !== 'begin') return null;
  const request = action.referralId === undefined ? {} : { referralId: action.referralId };
  return { form, replies: [], then: { kind: 'handover', dialog: action.dialog, request }, given: [] };
}

function answerChange<V, F>(play: Play<V, F>, said: Said): Outcome<V, F> | null {
  const { form, scene } = play;
  const { text } = said;
  const slot = slotCalled(play, text);
  if (slot !== null) return change(play, slot, null);
  const changes = takeChanges(play, said);
  if (holdsAny(changes)) return settle(play, changes);
  if (readCommand(text) !== null) return null;
  const yesNo = readYesNo(text);
  if (yesNo !== null) return askAgain(play, []);
  return form.asked === null ? askChange(play, formTexts(scene.locale).noSuchSlot(text)) : null;
}

function answerWhich<V, F>(
  play: Play<V, F>,
  pending: Extract<Pending, { kind: 'choose' }>,
  text: string,
): Outcome<V, F> | null {
  const slot = slotNamed(play.definition, pending.slot);
  const choice = pickChoice(text, pending.choices);
  const parsed = slot === null || choice === null ? null : readTap(play, slot, choice.id);
  if (slot === null || parsed === null) return null;
  if (parsed.kind !== 'value') return askBack(play, slot, parsed);
  return settle(play, { findings: [{ slot, ...parsed }], parts: [] });
}
