import type { Action } from '../../src/cards/action.ts';
import { type Line, lineText } from '../../src/cards/line.ts';
import { readChoice } from '../../src/language/choice.ts';
import type { Command } from '../../src/language/commands.ts';
import { type Gathered, parseSlot, readTap, saidIn } from './answer.ts';
import { askChangeReply, pageOf } from './change-list.ts';
import { cancel, discard, restart } from './ending.ts';
import { leadLines } from './lead.ts';
import { labelOf, listFindings, statusReply } from './render.ts';
import type { Slot } from './slot.ts';
import { revisionOf, slotNamed, withoutPartial } from './state.ts';
import { ask, askAgain, askBack, askSlot, begunSlot, goOn, type Outcome, settle, waitWith } from './steps.ts';
import { valueCalled } from './swap.ts';
import { formTexts } from './texts.ts';
import {
  contextOf,
  type Finding,
  isSame,
  openSlots,
  type Play,
  previousSlot,
  visibleSlots,
  withSkip,
} from './values.ts';

/** A tapped button of a form. */
export type FormAct = Extract<Action, { action: 'form' }>;

/** How any form answers a tap, and a typed command that does the same. Pure. */
export function takeAct(play: Play, act: Pick<FormAct, 'do' | 'slot' | 'choice'>): Outcome {
  const { definition, form, scene } = play;
  // "Skip" below a question that was answered in words would pass over the one that is asked now.
  const isOld = OF_QUESTION.has(act.do) && act.slot !== undefined && act.slot !== form.asked;
  if (isOld) return refused(askAgain(play, [formTexts(scene.locale).choiceGone]));
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

/** What is done to the question that is asked. */
const OF_QUESTION: ReadonlySet<FormAct['do']> = new Set(['skip', 'keep', 'back']);

/** A tap that means nothing any more: the card that it is on says so. */
function refused(outcome: Outcome): Outcome {
  const [first, ...rest] = outcome.replies;
  if (first === undefined) return outcome;
  const said = first.text?.[0];
  const refuses = { text: said === undefined ? first.summary : lineText(said) };
  return { ...outcome, replies: [{ ...first, refuses }, ...rest] };
}

function tapChange(play: Play, act: Pick<FormAct, 'slot' | 'choice'>): Outcome {
  const { scene } = play;
  const texts = formTexts(scene.locale);
  if (act.slot === undefined) return askChange(play, texts.askChange, pageOf(act.choice));
  const slot = visibleSlot(play, act.slot);
  return slot === null ? refused(askAgain(play, [texts.choiceGone])) : change(play, slot, null);
}

/** A choice of any slot counts, asked or not: another reading of an earlier answer is one tap away. */
function choose(play: Play, act: Pick<FormAct, 'slot' | 'choice'>): Outcome {
  const { form, scene } = play;
  const slot = visibleSlot(play, act.slot ?? form.asked);
  const finding = slot === null ? null : readTap(play, slot, act.choice ?? '');
  if (slot === null || finding === null) return refused(askAgain(play, [formTexts(scene.locale).choiceGone]));
  if (isChosenAlready(play, finding)) {
    return refused(askAgain(play, [formTexts(scene.locale).alreadySo(listFindings([finding], play))]));
  }
  const isNews = slot.name !== form.asked && !isSame(form.values[slot.name], finding.value);
  return settle(play, { findings: [finding], parts: [] }, { noted: isNews ? [finding] : [] });
}

/** Chosen before, and something else is asked now: the same card was tapped twice. */
function isChosenAlready({ form }: Play, { slot, value }: Finding): boolean {
  const { asked, history, partials, values } = form;
  const isSettled = asked !== slot.name && history.includes(slot.name) && !(slot.name in partials);
  return isSettled && isSame(values[slot.name], value);
}

function visibleSlot(play: Play, name: string | null): Slot | null {
  return visibleSlots(play).find((slot) => slot.name === name) ?? null;
}

/** Carries out a command typed inside a form; null when it is none of the form's, so that it may be an answer. */
export function runCommand(play: Play, command: Command): Outcome | null {
  const { form, scene } = play;
  switch (command.kind) {
    case 'help':
      return askAgain(play, [formTexts(scene.locale).help]);
    case 'change': {
      const told = command.to === null ? valueCalled(play, command.what) : null;
      if (told !== null) return settleChange(play, told);
      const slot = slotCalled(play, command.what);
      return slot === null ? null : change(play, slot, command.to);
    }
    case 'confirm':
    case 'retry':
      return form.asked === null ? confirm(play, null) : null;
    case 'drafts':
      return null;
    default:
      return takeAct(play, { do: command.kind });
  }
}

/** Asks the slot answered before this one; its value stays until another is given. */
export function goBack(play: Play): Outcome {
  const { scene } = play;
  const slot = previousSlot(play);
  if (slot === null) return askAgain(play, [formTexts(scene.locale).nothingBefore]);
  return askSlot(play, slot, []);
}

/** Passes over the slot asked, if it is optional; what has its value already stays as it is. */
export function skip(play: Play): Outcome {
  const { definition, form, scene } = play;
  const slot = slotNamed(definition, form.asked);
  if (slot === null) return askAgain(play, []);
  const isGiven = form.values[slot.name] !== undefined;
  if (slot.isOptional !== true && (isGiven || isOnlyBegun(play, slot))) return keep(play, slot);
  if (slot.isOptional !== true) {
    const text = formTexts(scene.locale).cannotSkip(labelOf(slot, scene.locale));
    return askAgain(play, [text]);
  }
  return goOn(play, withSkip(play, slot), {});
}

/** Asked for nothing but what was begun of it: half a contact of a deal that needs none. */
function isOnlyBegun(play: Play, slot: Slot): boolean {
  const without = { ...play, form: withoutPartial(play.form, slot.name) };
  return slot.name in play.form.partials && !visibleSlots(without).includes(slot);
}

/** "Go on" at a question: what has its value keeps it, what is optional is passed over, the rest is needed. */
export function passOn(play: Play, slot: Slot): Outcome {
  const { form } = play;
  const hasValue = form.values[slot.name] !== undefined;
  return hasValue ? keep(play, slot) : skip(play);
}

/** Leaves a value as it is; what was begun beside it is given up, and said to be. */
export function keep(play: Play, slot: Slot | null): Outcome {
  const { form, scene } = play;
  const partial = slot === null ? undefined : form.partials[slot.name];
  const given =
    partial === undefined ? null : (slot?.showPartial?.(partial.kept, contextOf(form, scene)) ?? null);
  const lines = given === null ? [] : [formTexts(scene.locale).leftOut(given)];
  return ask({ ...play, form: slot === null ? form : withoutPartial(form, slot.name) }, lines);
}

/** Shows the draft, then asks again; at the review the summary says it all. */
export function showStatus(play: Play): Outcome {
  const again = askAgain(play, []);
  if (again.form.asked === null) return again;
  return { ...again, replies: [statusReply(play), ...again.replies] };
}

/** Changes a slot to what was said, or asks it again. */
export function change(play: Play, slot: Slot, to: string | null): Outcome {
  if (to === null) return askSlot(play, slot, []);
  const parsed = parseSlot(play, slot, saidIn(to, slot.name, play.scene));
  if (parsed.kind !== 'value') return askBack(play, slot, parsed);
  return settleChange(play, { findings: [{ slot, ...parsed }], parts: [] });
}

/** Takes in changes made while something else was asked, which is then asked again. */
export function settleChange(play: Play, gathered: Gathered, unread: readonly Line[] = []): Outcome {
  const { definition, form } = play;
  const { findings, parts } = gathered;
  const settled = settle(play, gathered, { lines: unread });
  const now = { ...play, form: settled.form };
  const asked = slotNamed(definition, form.asked);
  const isChanged = findings.some(({ slot }) => slot === asked);
  const isRevisit = asked !== null && !isChanged && form.values[asked.name] !== undefined;
  // What was begun beside a value, or cleared by the change, comes first.
  const isElsewhere =
    begunSlot(now) !== null ||
    settled.form.pending?.kind === 'notice' ||
    openSlots(now).length > openSlots(play).length;
  if (!isRevisit || settled.then !== 'wait' || isElsewhere) return settled;
  const lines = leadLines(play, now, { noted: findings, given: findings, parts, lines: unread });
  return { ...askSlot(now, asked, lines), given: settled.given };
}

/** Asks what to change. */
export function askChange(play: Play, text: string, page = 0): Outcome {
  const pending = { kind: 'change' } as const;
  return waitWith({ ...play.form, pending }, [askChangeReply(play, text, page)]);
}

/** Confirms the summary, if it shows the values at hand and none is missing. */
export function confirm(play: Play, revision: string | null): Outcome {
  const { form, scene } = play;
  const texts = formTexts(scene.locale);
  const isOpen = begunSlot(play) !== null || openSlots(play).length > 0;
  if (isOpen) return revision === null ? ask(play, [texts.notYet]) : refused(ask(play, [texts.notYet]));
  // After "what should I change?" the summary is shown once more before anything is done.
  if (revision === null && form.pending?.kind === 'change') return ask(play, []);
  const isCurrent = revision === null || revision === revisionOf(form.values);
  if (!isCurrent) return refused(ask(play, [texts.summaryChanged]));
  return { form: { ...form, asked: null, pending: null }, replies: [], then: 'finish', given: [] };
}

/** The visible slot that a word means, null when none. */
export function slotCalled(play: Play, what: string): Slot | null {
  const { definition, scene } = play;
  const { locale } = scene;
  const names = visibleSlots(play).map((slot) => ({
    id: slot.name,
    label: labelOf(slot, locale),
    words: [...slot.words.it, ...slot.words.en],
  }));
  const read = readChoice(what, names);
  return read?.kind === 'one' ? slotNamed(definition, read.id) : null;
}
