import { asks, does } from '../../src/reading/contents.ts';
import { factAsked } from '../../src/reading/fact-asked.ts';
import { flatten } from '../../src/language/flat.ts';
import { inLists, patternOf } from '../../src/language/said.ts';
import { foldedWords } from '../../src/reading/folded.ts';
import type { Fact } from '../../src/reading/reading.ts';
import { holdsAny, isQuoted, namesSlot, isOneOf, parseSlot, saidIn, takeChanges } from './answer.ts';
import { answerTalk, isPutAside, talkIn } from './aside.ts';
import { keep, settleChange } from './commands.ts';
import { leave } from './ending.ts';
import { answerPending } from './pending.ts';
import type { Said, Slot } from './slot.ts';
import { slotNamed } from './state.ts';
import { askAgain, type Outcome, settle } from './steps.ts';
import { formTexts } from './texts.ts';
import { swapped } from './swap.ts';
import { isSecond } from './remarks.ts';
import { contextOf, type Play, visibleSlots } from './values.ts';
import { type Interpretation, type Interpreted, surely } from './interpretation.ts';
import { isAgain, readAtReview } from './at-review.ts';
import { answer, readAtSlot } from './at-slot.ts';
import { readCommandHere } from './typed-change.ts';

/**
 * Reads a message for an open form, once: a question of the form's own first ("throw it away?"), then its commands,
 * then what is said in passing, then the review or the slot asked. Pure: the same form, words and scene give the same.
 */
export function interpret(play: Play, text: string): Interpretation {
  const { definition, form, scene } = play;
  const slot = slotNamed(definition, form.asked);
  const said = saidIn(text, slot?.readAs ?? form.asked ?? 'review', scene);
  if (isQuoted(text) && slot !== null) return surely(answer(play, slot, said));
  return (
    readOwnQuestion(play, slot, said) ??
    readSwap(play, said) ??
    readLeaving(play, said) ??
    readCommandHere(play, said) ??
    readCondition(play, said) ??
    readQuestion(play, said) ??
    readTalk(play, slot, said) ??
    readSecond(play, said) ??
    (slot === null ? readAtReview(play, said) : readAtSlot(play, slot, said))
  );
}

/** "Throw it away?", "which of these?", "keep it?": an answer to what the form itself asked in between. */
function readOwnQuestion(play: Play, slot: Slot | null, said: Said): Interpreted {
  const answered = asks(said.reading) ? null : answerPending(play, said);
  if (answered !== null) return surely(answered);
  return slot !== null && keepsValue(play, slot, said.text) ? surely(keep(play, slot)) : null;
}

/** "Analytics al posto di WMS", whatever is asked. */
function readSwap(play: Play, said: Said): Interpreted {
  const swap = swapped(play, said);
  return swap === null ? null : surely(settleChange(play, swap));
}

/** "Salva e chiudi", "lo finisco domani": the draft waits. "Salva" below a summary may be the yes to it. */
function readLeaving(play: Play, said: Said): Interpreted {
  const isLeaving = play.definition.isDraftKept && isPutAside(said) && !asks(said.reading);
  return isLeaving && !isAgain(play, said, () => false) ? surely(leave(play)) : null;
}

/** "Sì solo se Giulia è d'accordo" below a summary: nothing is done on a condition, which asks nothing either. */
function readCondition(play: Play, { reading, text }: Said): Interpreted {
  const isCondition = does(reading, 'what-if') && !does(reading, 'question') && !text.trimEnd().endsWith('?');
  if (play.form.asked !== null || !isCondition || isQuestionWord(flatten(text).text.split(' ', 1)[0] ?? ''))
    return null;
  const texts = formTexts(play.scene.locale);
  return surely(askAgain(play, [does(reading, 'assent') ? texts.yesAlone : texts.onlyThen]));
}
const isQuestionWord = inLists('question-words');

/** A question is somebody else's; what it asks again is what the form asked. */
function readQuestion(play: Play, said: Said): Interpreted {
  if (!asks(said.reading)) return null;
  const later = play.definition.says?.[play.scene.locale].changeLater;
  if (later !== undefined && asksToChange(play, said.reading)) return surely(askAgain(play, [later]));
  // "L'indirizzo è proprio necessario?" asks about what was asked: nobody else knows why.
  const slot = slotNamed(play.definition, play.form.asked);
  if (slot?.isAnsweredByQuestion?.(said) === true) return surely(answer(play, slot, said));
  const why =
    slot === null || !namesSlot(slot, said.text) ? undefined : slot.ask(contextOf(play.form, play.scene)).why;
  if (why === undefined) return { take: 'no', outcome: askAgain(play, []) };
  return { take: 'maybe', outcome: askAgain(play, [formTexts(play.scene.locale).whyAsked(why)]) };
}

/** "Posso cambiarlo dopo?", where no other deal is named than the one that the form is about. */
function asksToChange(play: Play, reading: Said['reading']): boolean {
  const title = play.definition.titleOf(play.form.values);
  const isOfThis = (fact: Fact): boolean => fact.kind === 'known-name' && fact.value === title;
  return reading.facts.every(isOfThis) && factAsked(askedAlone(reading), partOf(play)) === 'editing';
}

/** "E se sbaglio posso modificarlo dopo?": what is asked behind a supposition. */
function askedAlone(reading: Said['reading']): Said['reading'] {
  const may = does(reading, 'what-if') && reading.facts.length === 0 ? mayAsk().exec(reading.text) : null;
  if (may === null) return reading;
  const text = reading.text.slice(may.index);
  const clauses = reading.clauses.map((clause) => ({ ...clause, text, act: 'question' as const }));
  return { ...reading, text, clauses };
}
const mayAsk = patternOf('iu')`(?<=\s)${'may-words'}\s`;

/** Tells words of the names of what a form asks for: "valore", "data". Looked up where it is asked, which is hardly ever. */
const partOf =
  (play: Play) =>
  (word: string): boolean =>
    visibleSlots(play).some(({ words }) =>
      [...words.it, ...words.en].some((name) => foldedWords(name).includes(word)),
    );

/** "Ci devo pensare", "boh", "grazie": said in passing, never a value, but for a choice that is called so. */
function readTalk(play: Play, slot: Slot | null, said: Said): Interpreted {
  const talk = talkIn(said);
  // "They put it off by a year" may be what is to be written: a free text asks whether it is.
  const mayBeText = slot?.isFreeText === true && (talk === 'plan' || talk === 'negation');
  if (talk === null || mayBeText) return null;
  // "Aspetta, euro non dollari" changes something, and puts nothing off.
  if (slot === null && talk === 'not-now' && holdsAny(takeChanges(play, said))) return null;
  if (slot === null && isAgain(play, said, () => false)) return null;
  const chosen = slot === null ? null : choiceOf(play, slot, said);
  if (chosen !== null) return surely(chosen);
  return { take: talk === 'courtesy' ? 'no' : 'surely', outcome: answerTalk(play, slot, talk, said) };
}

/** "Boh" where "not decided yet" is one of the choices. */
function choiceOf(play: Play, slot: Slot, said: Said): Outcome | null {
  if (slot.ask(contextOf(play.form, play.scene)).isClosed !== true) return null;
  const read = parseSlot(play, slot, said);
  return read.kind === 'value' ? settle(play, { findings: [{ slot, ...read }], parts: [] }) : null;
}

/** "Aggiungi un secondo contatto: Ugo Re …", whatever is asked: nobody takes the place of the one there is. */
function readSecond(play: Play, said: Said): Interpreted {
  if (!isSecond(said)) return null;
  const { findings } = takeChanges(play, saidIn(said.text, 'review', play.scene));
  const isThere = findings.some(
    ({ slot, facts = [] }) =>
      play.form.values[slot.name] !== undefined && facts.some(({ kind }) => kind === 'person'),
  );
  const texts = formTexts(play.scene.locale);
  return isThere ? surely(askAgain(play, [texts.heldBack([said.text.trim()])])) : null;
}

/** Words for "keep it", at a question that has its answer already. */
function keepsValue({ form, scene }: Play, slot: Slot, text: string): boolean {
  const { keep: label, keepWords } = formTexts(scene.locale);
  return form.values[slot.name] !== undefined && isOneOf(text, [label, ...keepWords]);
}
