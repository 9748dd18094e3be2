import { sayLines } from '../../src/cards/reply-data.ts';
import { finishesLater } from '../../src/language/second-thoughts.ts';
import { does, doesOnly } from '../../src/reading/contents.ts';
import { putsAside } from '../../src/reading/put-aside.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { namesSlot } from './answer.ts';
import { skip } from './commands.ts';
import type { Said, Slot } from './slot.ts';
import { labelOf } from './render.ts';
import { askAgain, type Outcome, putOff, waitWith } from './steps.ts';
import { formTexts } from './texts.ts';
import type { Play } from './values.ts';

/** Acts that say nothing a form could take. */
const TALK = ['filler', 'not-now', 'complaint', 'courtesy', 'plan', 'negation'] as const;
type Talk = (typeof TALK)[number];

/** A yes and nothing else; courtesy beside it changes nothing ("sì grazie"). */
export function isYes(reading: Reading): boolean {
  return doesOnly(reading, ['assent', 'courtesy']) && does(reading, 'assent');
}

/** A no and nothing else. */
export function isNo(reading: Reading): boolean {
  return doesOnly(reading, ['refusal', 'courtesy']) && does(reading, 'refusal');
}

/** What a message that gives no value does in a conversation; null where it may give one. */
export function talkIn(said: Said): Talk | null {
  const { reading, facts } = said;
  if (facts.some(({ kind }) => kind !== 'day')) return null;
  // "Ok, lo completo domani", "salvalo, continuo dopo": the putting off is what is meant.
  const isPutOff =
    does(reading, 'not-now', 'plan') && doesOnly(reading, [...TALK, 'assent', 'refusal', 'order']);
  if (isPutOff || isPutAside(said)) return 'not-now';
  if (!doesOnly(reading, TALK)) return null;
  const told = TALK.filter((act) => does(reading, act));
  return told.find((act) => act !== 'courtesy') ?? told[0] ?? null;
}

/** Whether all that is open is put off, and not its question alone. */
export function isPutAside({ reading, facts, text }: Said): boolean {
  // "Park this, I'll do the rest tomorrow", in whatever words.
  const isLeft = facts.length === 0 && does(reading, 'not-now', 'plan') && finishesLater(text);
  return isLeft || putsAside(reading);
}

/** Answers it, and asks again what was asked; what is put off and can be left out is left out. */
export function answerTalk(play: Play, slot: Slot | null, talk: Talk, { text, reading }: Said): Outcome {
  const texts = formTexts(play.scene.locale);
  const isPause = reading.clauses.some((clause) => clause.isPause === true) && !does(reading, 'plan');
  // "Aspetta" puts off nothing: the same is asked again.
  if (isPause && slot !== null && play.definition.isDraftKept) return askAgain(play, [texts.putOff(null)]);
  const isPutOff = talk === 'not-now' || talk === 'plan';
  if (slot !== null && isPutOff && slot.isOptional === true) return skip(play);
  // What isn't kept can't be gone on with later, so that its other questions needn't be asked now.
  const isWaiting = isPutOff || (talk === 'filler' && slot !== null);
  // Below a summary that can't be undone its button isn't held out once more.
  if (isWaiting && slot === null && play.definition.isFinal === true && !does(reading, 'assent'))
    return waitWith({ ...play.form, pending: { kind: 'held' } }, [sayLines([texts.putOffUnkept])]);
  if (isWaiting && !play.definition.isDraftKept) return askAgain(play, [texts.putOffUnkept]);
  const label = slot === null ? null : labelOf(slot, play.scene.locale);
  if (talk === 'courtesy') return askAgain(play, []);
  if (!isPutOff) {
    const { complaint, notDone: negation } = texts;
    return askAgain(play, [{ complaint, negation, filler: texts.noHurry(label) }[talk]]);
  }
  // "Il contatto te lo do dopo" puts off the contact, whatever is asked.
  const named = play.definition.slots.find(
    (each) => each !== slot && each.isQuiet !== true && namesSlot(each, text),
  );
  if (named !== undefined && slot !== null && !namesSlot(slot, text))
    return askAgain(play, [texts.putOff(labelOf(named, play.scene.locale))]);
  if (isOpen(play, slot)) return putOff(play, slot, [texts.putOff(label)]);
  const waiting = askAgain(play, [texts.putOff(label)]);
  return slot === null ? { ...waiting, form: { ...waiting.form, pending: { kind: 'held' } } } : waiting;
}

/** Whether a slot still waits for its value, and is no decision that the others wait for. */
function isOpen({ form }: Play, slot: Slot | null): slot is Slot {
  return slot !== null && slot.isDecision !== true && form.values[slot.name] === undefined;
}
