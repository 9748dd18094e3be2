import { readCommand } from '../../src/language/commands.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { amend } from './amending.ts';
import {
  askChange,
  change,
  confirm,
  keep,
  passOn,
  runCommand,
  settleChange,
  slotCalled,
} from './commands.ts';
import type { FormDefinition } from './definition.ts';
import { isQuoted, readAnswer, takeChanges } from './reading.ts';
import { claimantOf, isPassingOn, restatedIn, statedBeside } from './restating.ts';
import { answerPending } from './pending.ts';
import { slotNamed } from './state.ts';
import type { OpenForm } from './state.ts';
import { askAgain, askBack, settle } from './steps.ts';
import type { Outcome } from './steps.ts';
import { formTexts } from './texts.ts';
import { withFindings, shownOf } from './values.ts';
import type { Finding, Scene } from './values.ts';
import type { Slot } from './slot.ts';

/**
 * How any form answers words: a question of its own first ("throw it away?"), then its commands, then the
 * review or the slot asked. Pure: the same form, words and scene give the same outcome.
 */
export function takeWords<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const slot = slotNamed(definition, form.asked);
  if (isQuoted(text) && slot !== null) return answer(definition, form, slot, text, scene);
  const pending = answerPending(definition, form, text, scene);
  if (pending !== null) return pending;
  if (slot !== null && keepsValue(form, slot, text, scene)) return keep(definition, form, slot, scene);
  const amended = amend(definition, form, text, scene);
  if (amended !== null) return amended;
  const command = readCommand(text, scene.locale);
  const run = command === null ? null : runCommand(definition, form, command, scene);
  if (run !== null) return run;
  return slot === null
    ? answerReview(definition, form, text, scene)
    : answerAt(definition, form, slot, text, scene);
}

/** Words at a question: "go on", news of another slot, a value that is clearly another slot's, or the answer. */
function answerAt<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  scene: Scene<V, F>,
): Outcome<V, F> {
  if (isPassingOn(form, slot, text, scene)) return passOn(definition, form, slot, scene);
  const restated = restatedIn(definition, form, slot, text, scene);
  if (restated.length > 0) return settleChange(definition, form, restated, scene);
  const claimant = claimantOf(definition, form, slot, text, scene);
  return claimant === null
    ? answer(definition, form, slot, text, scene)
    : change(definition, form, claimant, text, scene);
}

/** Words for "keep it", at a question that has its answer already. */
export function keepsValue<V, F>(
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  scene: Scene<V, F>,
): boolean {
  const { keep, keepWords } = formTexts(scene.locale);
  const said = toPhrase(text);
  return form.values[slot.name] !== undefined && [keep, ...keepWords].some((word) => toPhrase(word) === said);
}

/** At the review a yes confirms, and anything that reads as a new value changes it. */
function answerReview<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  text: string,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const texts = formTexts(scene.locale);
  const yesNo = readYesNo(text, scene.locale);
  if (yesNo === 'yes') return confirm(definition, form, null, scene);
  if (yesNo === 'no') return askChange(definition, form, texts.askChange, scene);
  const changes = takeChanges(definition, form, text, scene);
  if (changes.length > 0) return settle(definition, form, changes, changes, scene);
  const slot = slotCalled(definition, form, text, scene);
  if (slot !== null) return change(definition, form, slot, null, scene);
  return askChange(definition, form, texts.changeUnclear, scene);
}

function answer<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const reading = readAnswer(definition, form, slot, text, scene);
  const { findings } = reading;
  if (reading.kind === 'found') {
    const noted = isWorthNoting(findings, form, slot, text, scene) ? findings : [];
    return settle(definition, form, findings, noted, scene);
  }
  const { parsed } = reading;
  if (parsed.kind !== 'invalid') {
    const after = withFindings(definition, form, findings, scene);
    return { ...askBack(definition, after, slot, parsed, findings, scene), given: findings };
  }
  if (findings.length > 0) return settle(definition, form, findings, findings, scene);
  return answerBeside(definition, form, slot, text, parsed, scene);
}

/** An answer that isn't one: a correction of another slot that it names, a mere "go on", or a mistake. */
function answerBeside<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  slot: Slot<V, F>,
  text: string,
  parsed: { readonly kind: 'invalid'; readonly text: string },
  scene: Scene<V, F>,
): Outcome<V, F> {
  const changes = statedBeside(definition, form, text, scene);
  if (changes.length > 0) return settle(definition, form, changes, changes, scene);
  if (readYesNo(text, scene.locale) === 'yes')
    return askAgain(definition, form, [formTexts(scene.locale).answerNeeded], scene);
  return askBack(definition, form, slot, parsed, [], scene);
}

/** A value is shown back where it says more than what was typed, or where there are several. */
function isWorthNoting<V, F>(
  findings: readonly Finding<V, F>[],
  form: OpenForm<V>,
  asked: Slot<V, F>,
  text: string,
  scene: Scene<V, F>,
): boolean {
  const [only] = findings;
  if (findings.length !== 1 || only === undefined) return true;
  if (only.slot !== asked || only.note !== undefined || (only.others ?? []).length > 0) return true;
  const shown = shownOf(form, only, scene);
  if (only.slot.isFreeText === true || shown === '') return false;
  // An amount or a day is always shown back, as it was read.
  return /\d/.test(shown) || toPhrase(shown) !== toPhrase(text);
}
