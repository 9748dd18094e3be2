import { readCommand } from '../../src/language/commands.ts';
import { looksLikeQuestion } from '../../src/language/question-form.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { isAmendment } from './amending.ts';
import { slotCalled } from './commands.ts';
import { keepsValue } from './engine.ts';
import type { FormDefinition } from './definition.ts';
import type { Take } from '../turn.ts';
import { answerPending } from './pending.ts';
import { isQuoted, readAnswer, takeChanges } from './reading.ts';
import { claimantOf, isPassingOn, restatedIn, statedBeside } from './restating.ts';
import { slotNamed } from './state.ts';
import type { OpenForm } from './state.ts';
import type { Scene } from './values.ts';
import type { Slot } from './slot.ts';

/** Words; so few are rather a poor answer than a request for something else. */
const SHORT_ANSWER = 2;

/**
 * How sure the form is that words are for it: `surely` for its commands and for what reads as the value asked,
 * `maybe` for free text, `no` for questions and for what it can't read.
 */
export function howSure<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): Take {
  const slot = slotNamed(definition, form.asked);
  if (isQuoted(text) && slot !== null) return 'surely';
  if (isCommandHere(definition, form, text, scene)) return 'surely';
  if (slot !== null && keepsValue(form, slot, text, scene)) return 'surely';
  if (isAmendment(definition, form, text, scene)) return 'surely';
  if (looksLikeQuestion(text, scene.locale)) return 'no';
  if (form.pending?.kind === 'offer') return 'no';
  if (answerPending(definition, form, text, scene) !== null) return 'surely';
  if (slot !== null && isForForm(definition, form, slot, text, scene)) return 'surely';
  return slot === null
    ? sureAtReview(definition, form, text, scene)
    : sureAt(definition, form, slot, text, scene);
}

/** "Go on", news of another slot, or what is clearly another slot's value. */
function isForForm<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  scene: Scene<V, F>,
): boolean {
  return (
    isPassingOn(form, slot, text, scene) ||
    restatedIn(definition, form, slot, text, scene).length > 0 ||
    claimantOf(definition, form, slot, text, scene) !== null
  );
}

function isCommandHere<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): boolean {
  const command = readCommand(text, scene.locale);
  if (command === null || command.kind === 'drafts') return false;
  if (command.kind === 'change') return slotCalled(definition, form, command.what, scene) !== null;
  return command.kind !== 'retry' || form.asked === null;
}

function sureAtReview<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): Take {
  if (readYesNo(text, scene.locale) !== null) return 'surely';
  if (takeChanges(definition, form, text, scene).length > 0) return 'surely';
  return slotCalled(definition, form, text, scene) === null ? 'no' : 'maybe';
}

function sureAt<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  scene: Scene<V, F>,
): Take {
  const reading = readAnswer(definition, form, slot, text, scene);
  const isRead = reading.kind === 'found' || reading.parsed.kind !== 'invalid';
  if (isRead) return slot.isFreeText === true || slot.isOpenEnded === true ? 'maybe' : 'surely';
  if (reading.findings.length > 0 || statedBeside(definition, form, text, scene).length > 0) return 'surely';
  const isShort = text.trim().split(/\s+/).length <= SHORT_ANSWER;
  return isShort || readYesNo(text, scene.locale) !== null ? 'maybe' : 'no';
}
