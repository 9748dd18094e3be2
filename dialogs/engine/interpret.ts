import { isDeniedIn } from '../../src/language/denied.ts';
import { asks, does } from '../../src/reading/contents.ts';
import { factAsked } from '../../src/reading/fact-asked.ts';
import type { Line } from '../../src/cards/line.ts';
import { type Command, readCommand } from '../../src/language/commands.ts';
import { flatten, toPhrase } from '../../src/language/flat.ts';
import { holdsPhrase, inLists, patternOf } from '../../src/language/said.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { agreesAlone, agreesPlainly, saysAgain } from '../../src/reading/agreement.ts';
import { readPhrase } from '../../src/language/phrases.ts';
import { foldedWords } from '../../src/reading/folded.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Take } from '../turn.ts';
import { amend } from './amending.ts';
import {
  type Gathered,
  holdsAny,
  isQuoted,
  namesSlot,
  isOneOf,
  parseSlot,
  readAnswer,
  saidIn,
  type SlotAnswer,
  takeChanges,
  type Changes,
} from './answer.ts';
import { answerTalk, isNo, isPutAside, isYes, talkIn } from './aside.ts';
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
import { leave } from './ending.ts';
import {
  answeredBefore,
  answersToo,
  changesOnly,
  chosenAnew,
  correctedEarlier,
  namedFirst,
  restatedBeside,
  withCalled,
} from './other-answers.ts';
import { answerPending } from './pending.ts';
import type { Parsed, Said, Slot } from './slot.ts';
import { slotNamed } from './state.ts';
import { askAgain, askBack, type Outcome, settle, withParts } from './steps.ts';
import { formTexts } from './texts.ts';
import { calledByName, swapped } from './swap.ts';
import { isRemark, isSecond, unreadLines } from './unread.ts';
import { toldBeside, valuesAlone } from './values-alone.ts';
import { contextOf, type PartFound, type Play, shownOf, visibleSlots, withFindings } from './values.ts';

/** What a form makes of a message: how sure it is that the message is for it, and what it would do. */
export interface Interpretation {
  readonly take: Take;
  readonly outcome: Outcome;
}

type Interpreted = Interpretation | null;

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

const surely = (outcome: Outcome): Interpretation => ({ take: 'surely', outcome });

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

/** "aggiungi anche …", "indietro", "cambia il valore". */
function readCommandHere(play: Play, said: Said): Interpreted {
  const amended = amend(play, said);
  if (amended !== null) return surely(amended);
  const texts = formTexts(play.scene.locale);
  if (play.form.asked === null && isOneOf(said.text, [texts.change]))
    return surely(askChange(play, texts.askChange));
  const command = readCommand(said.text);
  if (command === null || (command.kind === 'confirm' && play.form.asked === null)) return null;
  // "Posso cambiare la data dopo?" asks, and changes nothing now.
  if (command.kind === 'change' && asks(said.reading) && isLater(flatten(said.text).text)) return null;
  // "Chiudi" below "segno il deal come vinto?" gives nothing up.
  if (command.kind === 'cancel' && isAgain(play, said, knownIn(play, takeChanges(play, said)))) return null;
  const told = command.kind === 'change' ? toldText(play, said) : null;
  if (told !== null) return surely(settleChange(play, told));
  // "La chiusura è il 3 maggio e il valore 39k" says more than one change.
  const isDenied = isDeniedIn(said.text);
  const isMore =
    command.kind === 'change' &&
    command.to !== null &&
    (said.facts.filter((fact) => !isDenied(fact)).length > 1 || isOfOther(play, command.what, said));
  if (isMore) return null;
  // "Sì, e il valore è 50k" answers what was asked, and changes something besides.
  const slot = slotNamed(play.definition, play.form.asked);
  if (command.kind === 'change' && slot !== null && answersToo(play, slot, said)) return null;
  // "Il cliente è fallito" where a reason is asked changes no customer.
  const isText = slot?.isFreeText === true;
  if (isText && command.kind === 'change' && !isChange(play, command)) return null;
  const run = runCommand(play, command);
  return run === null ? null : surely(run);
}

const isLater = holdsPhrase('in-due-course');

/** Whether what a change of one slot says is a value of another: "la città è Lodi e il valore 45k". */
function isOfOther(play: Play, what: string, said: Said): boolean {
  const slot = slotCalled(play, what);
  // Whatever is asked: where an address is, any words may be one.
  const { findings, parts } = takeChanges(play, saidIn(said.text, 'review', play.scene));
  const told = [...findings, ...parts].filter(({ facts = [] }) => facts.length > 0);
  return slot !== null && told.length > 0 && told.every((found) => found.slot !== slot);
}

/** Whether what is to stand in the slot called could be its value; where nothing is to stand there, it is asked. */
function isChange(play: Play, { what, to }: Extract<Command, { kind: 'change' }>): boolean {
  const slot = slotCalled(play, what);
  if (slot === null || to === null) return true;
  return parseSlot(play, slot, saidIn(to, slot.name, play.scene)).kind !== 'invalid';
}

/** "Il motivo è un altro, non rispondono più" names a text and tells it in its own way; null where it doesn't. */
function toldText(play: Play, said: Said): Gathered | null {
  const changes = takeChanges(play, said);
  const [only, ...more] = changes.findings;
  if (only?.slot.isFreeText !== true || more.length > 0) return null;
  return slotCalled(play, said.text.split(/[,;.]/u, 1)[0] ?? '') === only.slot ? changes : null;
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
  return reading.facts.every(isOfThis) && factAsked(reading, partOf(play)) === 'editing';
}

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

/** At the review a yes confirms, and anything that reads as a new value changes it. */
function readAtReview(play: Play, said: Said): Interpretation {
  const { locale } = play.scene;
  const texts = formTexts(locale);
  const changes = takeChanges(play, said);
  const isKnown = knownIn(play, changes);
  const isYesAlone = agreesAlone(said.reading, play.definition.agreed ?? 'create', isKnown);
  if (isYesAlone || isOrder(said)) return surely(agree(play, said, isYesAlone));
  if (!holdsAny(changes) && isAgain(play, said, isKnown)) return surely(askAgain(play, [plainYesOf(play)]));
  if (play.definition.isFinal !== true && isRemark(said))
    return surely(askAgain(play, [texts.heldBack([said.text.trim()])]));
  const isAssent = does(said.reading, 'assent');
  // "Sì però domani" puts the yes off, and is no closing day.
  if (isAssent && (!holdsAny(changes) || isSoon(changes, said)))
    return surely(askAgain(play, [texts.yesAlone]));
  if (holdsAny(changes))
    return ordered(play, settle(play, changes, { lines: unread(play, said, changes) }), said);
  if (isNo(said.reading))
    return surely(askChange(play, play.definition.says?.[locale].declined ?? texts.askChange));
  const slot = slotCalled(play, said.text);
  if (slot !== null) return { take: 'maybe', outcome: change(play, slot, null) };
  const isOurs = does(said.reading, 'correction', 'refusal');
  const unclear = play.form.pending?.kind === 'change' ? texts.noSuchSlot(said.text) : texts.changeUnclear;
  return { take: isOurs ? 'surely' : 'no', outcome: askChange(play, unclear) };
}

type IsKnown = (fact: Fact) => boolean;

/** Which facts say no more than the summary shows. */
function knownIn({ definition, form }: Play, { known }: Changes): IsKnown {
  const of = definition.titleOf(form.values);
  const isNamed = (fact: Fact): boolean =>
    (fact.kind === 'known-name' || fact.kind === 'organisation') && fact.value === of;
  return (fact) => known.includes(fact) || isNamed(fact);
}

/** Nothing but a day of the next days, told without a date: "domani", "lunedì". */
function isSoon({ findings, parts }: Gathered, { text }: Said): boolean {
  const facts = [...findings, ...parts].flatMap((found) => found.facts ?? []);
  return (
    facts.length > 0 &&
    facts.every(
      ({ kind, role, start, end }) => kind === 'day' && role === null && !/\d/.test(text.slice(start, end)),
    )
  );
}

/**
 * Agreement with a summary. What can't be undone wants a plain yes to it: "ok" may be to anything. So does whatever was
 * just put off ("ci penso"), since the "ok" may be to that; and praise is no yes to anything.
 */
/** @param isYesAlone whether it is a yes to the summary and nothing else */
function agree(play: Play, said: Said, isYesAlone: boolean): Outcome {
  const { definition, form } = play;
  const isHeld = definition.isFinal === true || form.pending?.kind === 'held';
  const isPraise =
    does(said.reading, 'assent') &&
    said.reading.clauses.every(({ act, isPraise: is }) => act === 'courtesy' || is === true);
  const isOrdered = definition.isFinal !== true && isOrder(said);
  const isEnough = isHeld
    ? (agreesPlainly(said.reading, definition.agreed ?? null) && isYesAlone) || isOrdered
    : !isPraise;
  if (isEnough) return confirm(play, null);
  return askAgain(play, [plainYesOf(play)]);
}

/** Asks for the yes itself. */
function plainYesOf({ definition, scene }: Play): string {
  const texts = formTexts(scene.locale);
  return definition.isFinal === true ? texts.plainYes : texts.yesNeeded;
}

/** Whether the words below a summary only say again what it asks. */
const isAgain = (play: Play, said: Said, isKnown: IsKnown): boolean =>
  play.form.asked === null &&
  play.definition.agreed !== undefined &&
  saysAgain(said.reading, play.definition.agreed, isKnown);

/** "Crea" says itself what is to be done; what is final wants the yes besides. */
const isOrder = ({ text }: Said): boolean =>
  readCommand(text)?.kind === 'confirm' && readYesNo(text) === null;

/** An order that holds values may be for the form ("metti 95k") or begin something else ("chiudi Contoso"). */
function ordered({ definition }: Play, outcome: Outcome, said: Said): Interpretation {
  const isOfThis = changesOnly(said) || (definition.agreed === 'close' && endsIt(said));
  return { take: does(said.reading, 'order') && !isOfThis ? 'maybe' : 'surely', outcome };
}

/** "Chiudilo però come perso" below the summary of a closing: another end of the deal that it shows. */
const endsIt = ({ text, facts }: Said): boolean =>
  facts.length > 0 &&
  facts.every(({ kind }) => kind === 'outcome') &&
  toPhrase(text)
    .split(' ')
    .some((word) => refersBack(word) || (isAgainClose(word) && cliticBack().test(word)));
const refersBack = inLists('refers-back');
const isAgainClose = inLists('again-close');
const cliticBack = patternOf()`${'object-endings'}$`;

/** Words at a question: "go on", news of another slot, or the answer. */
function readAtSlot(play: Play, slot: Slot, said: Said): Interpretation {
  if (isPassingOn(play, slot, said.text)) return surely(passOn(play, slot));
  const restated = valuesAlone(play, slot, said) ?? restatedBeside(play, slot, said);
  if (restated !== null)
    return ordered(play, settleChange(play, restated, unread(play, said, restated)), said);
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

function answer(play: Play, slot: Slot, said: Said, read = readAnswer(play, slot, said)): Outcome {
  const { scene } = play;
  if (read.kind === 'found') {
    const noted = isWorthNoting(play, read, slot, said.text) ? read.findings : [];
    return settle(play, read, { noted, lines: unread(play, said, read) });
  }
  const { parsed, findings } = read;
  if (parsed.kind === 'invalid' && isYes(said.reading)) {
    return askAgain(play, [formTexts(scene.locale).answerNeeded]);
  }
  const after = withParts(withFindings(play, findings), read.parts);
  const lines = unread(play, said, { findings, parts: [...read.parts, ...inPart(slot, parsed)] });
  return { ...askBack({ ...play, form: after }, slot, parsed, read, lines), given: findings };
}

/** What an answer gave of a value that isn't whole; nothing where it was read from words that are no fact. */
function inPart(slot: Slot, parsed: Exclude<Parsed, { kind: 'value' }>): readonly PartFound[] {
  if (parsed.kind === 'invalid' || parsed.facts === undefined || parsed.facts.length === 0) return [];
  const { kept = null, text, facts } = parsed;
  return [{ slot, partial: { kept, text }, facts }];
}

function unread(play: Play, said: Said, gathered: Gathered): readonly Line[] {
  const asked = slotNamed(play.definition, play.form.asked);
  // What was asked took the whole answer, where it is made of no fact.
  const isWhole =
    gathered.findings.some(({ slot, facts = [] }) => slot === asked && facts.length === 0) ||
    (said.facts.length === 0 &&
      [...gathered.findings, ...gathered.parts].some(({ facts = [] }) => facts.length === 0));
  return asked?.isFreeText === true || isWhole ? [] : unreadLines(play, said, gathered);
}

/** Words for "keep it", at a question that has its answer already. */
function keepsValue({ form, scene }: Play, slot: Slot, text: string): boolean {
  const { keep: label, keepWords } = formTexts(scene.locale);
  return form.values[slot.name] !== undefined && isOneOf(text, [label, ...keepWords]);
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
