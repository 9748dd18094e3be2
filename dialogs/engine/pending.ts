import { readCommand } from '../../src/language/commands.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { takeAct } from './acts.ts';
import { askChange, change, slotCalled } from './commands.ts';
import type { FormDefinition } from './definition.ts';
import { cancel, restart } from './ending.ts';
import { pickChoice, readTap, takeChanges } from './reading.ts';
import { slotNamed } from './state.ts';
import type { OpenForm, Pending } from './state.ts';
import { askAgain, askBack, settle } from './steps.ts';
import type { Outcome } from './steps.ts';
import { formTexts } from './texts.ts';
import { contextOf } from './values.ts';
import type { Scene } from './values.ts';

/** Reads words as the answer to the form's own question; null when none is open or it is no answer to it. */
export function answerPending<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): Outcome<V, F> | null {
  const { pending } = form;
  switch (pending?.kind) {
    case undefined:
    case 'offer':
      return null;
    case 'cancel':
    case 'restart':
      return answerReally(definition, form, pending.kind, text, scene);
    case 'change':
      return answerChange(definition, form, text, scene);
    case 'notice':
      return answerNotice(definition, form, text, scene);
    case 'choose':
      return answerWhich(definition, form, pending, text, scene);
  }
}

/** Whether words answer the form's own question, without carrying anything out. */
export function isAnswerToPending<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): boolean {
  return answerPending(definition, form, text, scene) !== null;
}

function answerReally<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  kind: 'cancel' | 'restart',
  text: string,
  scene: Scene<V, F>,
): Outcome<V, F> | null {
  const yesNo = readYesNo(text, scene.locale);
  const isSame = readCommand(text, scene.locale)?.kind === kind;
  if (yesNo === 'yes' || isSame) {
    return kind === 'cancel' ? cancel(definition, form, scene) : restart(definition, form, scene);
  }
  return yesNo === 'no' ? askAgain(definition, form, [], scene) : null;
}

/** Going on, or the words of one of the notice's buttons; anything else may answer the question below it. */
function answerNotice<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): Outcome<V, F> | null {
  if (readCommand(text, scene.locale)?.kind === 'confirm') return null;
  if (readYesNo(text, scene.locale) === 'yes') return askAgain(definition, form, [], scene);
  const buttons = (definition.notices?.(contextOf(form, scene)) ?? []).flatMap(
    (notice) => notice.buttons ?? [],
  );
  const typed = toPhrase(text);
  const meant = buttons.find(({ title, words = [] }) =>
    [title, ...words].some((word) => toPhrase(word) === typed),
  );
  if (meant === undefined || !('action' in meant)) return null;
  const { action } = meant;
  if (action.action === 'form') return takeAct(definition, form, action, scene);
  if (action.action !== 'begin') return null;
  const request = action.referralId === undefined ? {} : { referralId: action.referralId };
  return { form, replies: [], then: { kind: 'handover', dialog: action.dialog, request }, given: [] };
}

function answerChange<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): Outcome<V, F> | null {
  const slot = slotCalled(definition, form, text, scene);
  if (slot !== null) return change(definition, form, slot, null, scene);
  const changes = takeChanges(definition, form, text, scene);
  if (changes.length > 0) return settle(definition, form, changes, changes, scene);
  if (readCommand(text, scene.locale) !== null) return null;
  const yesNo = readYesNo(text, scene.locale);
  if (yesNo !== null) return askAgain(definition, form, [], scene);
  return form.asked === null
    ? askChange(definition, form, formTexts(scene.locale).noSuchSlot(text), scene)
    : null;
}

function answerWhich<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  pending: Extract<Pending, { kind: 'choose' }>,
  text: string,
  scene: Scene<V, F>,
): Outcome<V, F> | null {
  const slot = slotNamed(definition, pending.slot);
  const choice = pickChoice(text, pending.choices, scene);
  const parsed = slot === null || choice === null ? null : readTap(form, slot, choice.id, scene);
  if (slot === null || parsed === null) return null;
  if (parsed.kind !== 'value') return askBack(definition, form, slot, parsed, [], scene);
  const finding = { slot, ...parsed };
  return settle(definition, form, [finding], [finding], scene);
}
