import { does } from '../../src/reading/contents.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { patternOf } from '../../src/language/said.ts';
import { readPhrase } from '../../src/language/phrases.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Take } from '../turn.ts';
import {
  type Gathered,
  holdsAny,
  isQuoted,
  namesSlot,
  isOneOf,
  readAnswer,
  type SlotAnswer,
  takeFrom,
} from './answer.ts';
import { isYes } from './aside.ts';
import { passOn, settleChange } from './commands.ts';
import {
  answeredBefore,
  chosenAnew,
  correctedEarlier,
  isOrderBeside,
  namedFirst,
  restatedBeside,
  withCalled,
} from './other-answers.ts';
import type { Parsed, Said, Slot } from './slot.ts';
import { askAgain, askBack, type Outcome, settle, withParts } from './steps.ts';
import { formTexts } from './texts.ts';
import { calledByName } from './swap.ts';
import { toldBeside, valuesAlone } from './values-alone.ts';
import { contextOf, type PartFound, type Play, shownOf, withFindings } from './values.ts';
import { type Interpretation, surely } from './interpretation.ts';
import { ordered } from './at-review.ts';
import { unreadOf } from './unread.ts';

/** Words at a question: "go on", news of another slot, or the answer. */
export function readAtSlot(play: Play, slot: Slot, said: Said): Interpretation {
  if (isPassingOn(play, slot, said.text)) return surely(passOn(play, slot));
  const restated = valuesAlone(play, slot, said) ?? restatedBeside(play, slot, said);
  if (restated !== null)
    return ordered(play, settleChange(play, restated, unreadOf(play, said, restated)), said);
  if (slot.isFreeText === true && isOrderBeside(said))
    return surely(askAgain(play, [formTexts(play.scene.locale).heldBack([said.text.trim()])]));
  if (isElsewhereBeside(play, slot, said)) return surely(askAgain(play, []));
  const earlier = correctedEarlier(play, slot, said);
  if (earlier !== null) return surely(settleChange(play, earlier));
  const read = withNamed(play, slot, said, withCalled(play, slot, said, readAnswer(play, slot, said)));
  const anew = chosenAnew(play, slot, said) ?? (read.kind === 'found' ? null : calledByName(play, said));
  if (anew !== null) return surely(settleChange(play, anew));
  const before = read.kind === 'found' ? null : answeredBefore(play, said);
  if (before !== null) return { take: 'maybe', outcome: settleChange(play, before) };
  const take = sureOf(read, slot, said);
  const isAnswer = holdsAny(read) || read.kind === 'found' || read.parsed.kind !== 'invalid';
  const told = isAnswer || isYes(said.reading) ? null : toldBeside(play, slot, said);
  if (told === null) return { take, outcome: answer(play, slot, said, read) };
  if (told.isGiven) return surely(settleChange(play, told.changes));
  return { take, outcome: askAgain(play, [formTexts(play.scene.locale).heldBack(told.parts)]) };
}

/**
 * "Non ho ancora il contatto", "togli il valore", "mandalo" while a name waits for its yes: what calls another field, or
 * does something, is no other name.
 */
function isElsewhereBeside(play: Play, slot: Slot, said: Said): boolean {
  const isProposed = slot.isOpenEnded === true && play.form.partials[slot.name]?.choices !== undefined;
  if (!isProposed || isQuoted(said.text)) return false;
  const isSure = said.facts.some(({ kind, isSure: is }) => is && NAMES.has(kind));
  const calls = play.definition.slots.some((each) => each !== slot && namesSlot(each, said.text));
  const isOther =
    calls || does(said.reading, 'order', 'negation') || startsWithVerb().test(flatten(said.text).text);
  return !isSure && isOther && !holdsAny(takeFrom(play, said, slot));
}
const startsWithVerb = patternOf()`^${'others-have'} `;
const NAMES: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>(['organisation', 'known-name']);

/** With the name that stands before all else, where it is still to be given. */
function withNamed(play: Play, slot: Slot, said: Said, read: SlotAnswer): SlotAnswer {
  const isAnswer = read.kind === 'unsettled' && read.parsed.kind !== 'invalid';
  const named = isAnswer ? null : namedFirst(play, slot, said);
  if (named === null) return read;
  const { findings, parts } = read;
  return { kind: 'found', findings: [...named.findings, ...findings], parts: [...named.parts, ...parts] };
}

function sureOf(read: SlotAnswer, slot: Slot, said: Said): Take {
  if (holdsAny(read)) {
    const isOpen = slot.isFreeText === true || slot.isOpenEnded === true;
    const hasFact = said.facts.some((fact) => !isWholeAnswer(fact, said));
    return (isOpen && !hasFact) || does(said.reading, 'order') ? 'maybe' : 'surely';
  }
  if (read.kind === 'unsettled' && read.parsed.kind !== 'invalid') return 'maybe';
  if (does(said.reading, 'assent', 'refusal')) return 'maybe';
  return said.text.trim().split(/\s+/).length <= SHORT_ANSWER ? 'maybe' : 'no';
}

/** A name that is all of an answer is one by its place alone: "guarda qui dentro" would be read so, too. */
function isWholeAnswer({ kind, start, end }: Fact, { text }: Said): boolean {
  return kind === 'organisation' && text.slice(start, end).trim() === text.trim();
}

/** Words; so few are rather a poor answer than a request for something else. */
const SHORT_ANSWER = 2;

export function answer(play: Play, slot: Slot, said: Said, read = readAnswer(play, slot, said)): Outcome {
  const { scene } = play;
  if (read.kind === 'found') {
    const noted = isWorthNoting(play, read, slot, said.text) ? read.findings : [];
    return settle(play, read, { noted, lines: unreadOf(play, said, read) });
  }
  const { parsed, findings } = read;
  if (parsed.kind === 'invalid' && isYes(said.reading)) {
    return askAgain(play, [formTexts(scene.locale).answerNeeded]);
  }
  const after = withParts(withFindings(play, findings), read.parts);
  // "No il nome giusto è Gallo & C." puts something else right.
  const isElse = parsed.kind === 'invalid' && does(said.reading, 'correction') && said.facts.length === 0;
  const isLost = isElse && slot.ask(contextOf(play.form, scene)).isClosed === true;
  const lines = isLost
    ? [formTexts(scene.locale).heldBack([said.text.trim()])]
    : unreadOf(play, said, { findings, parts: [...read.parts, ...inPart(slot, parsed)] });
  return { ...askBack({ ...play, form: after }, slot, parsed, read, lines), given: findings };
}

/** What an answer gave of a value that isn't whole; nothing where it was read from words that are no fact. */
function inPart(slot: Slot, parsed: Exclude<Parsed, { kind: 'value' }>): readonly PartFound[] {
  if (parsed.kind === 'invalid' || parsed.facts === undefined || parsed.facts.length === 0) return [];
  const { kept = null, text, facts } = parsed;
  return [{ slot, partial: { kept, text }, facts }];
}

/** "Vai avanti" at a question to which it is no answer of its own. */
function isPassingOn({ form, scene }: Play, slot: Slot, text: string): boolean {
  if (slot.isDecision === true || text.includes('?') || readPhrase(text, 'go-on') === null) return false;
  const choices = slot.ask(contextOf(form, scene)).choices ?? [];
  return !choices.some(({ label, words = [] }) => isOneOf(text, [label, ...words]));
}

/** A value is shown back where it says more than what was typed, or where there are several. */
function isWorthNoting(play: Play, { findings, parts }: Gathered, asked: Slot, text: string): boolean {
  const [only] = findings;
  if (findings.length + parts.length !== 1 || only === undefined) return true;
  if (only.slot !== asked || only.note !== undefined || (only.others ?? []).length > 0) return true;
  const shown = shownOf(play, only);
  if (only.slot.isFreeText === true || shown === '') return false;
  // An amount or a day is always shown back, as it was read.
  return /\d/.test(shown) || toPhrase(shown) !== toPhrase(text);
}
