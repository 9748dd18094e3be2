import { does } from '../../src/reading/contents.ts';
import { readCommand } from '../../src/language/commands.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { inLists, patternOf } from '../../src/language/said.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { agreesAlone, agreesPlainly, saysAgain } from '../../src/reading/agreement.ts';
import type { Fact } from '../../src/reading/reading.ts';
import { type Gathered, holdsAny, takeChanges, type Changes } from './answer.ts';
import { isNo } from './aside.ts';
import { askChange, change, confirm, slotCalled } from './commands.ts';
import { changesOnly } from './other-answers.ts';
import type { Said } from './slot.ts';
import { askAgain, type Outcome, settle } from './steps.ts';
import { formTexts } from './texts.ts';
import { isRemark } from './remarks.ts';
import type { Play } from './values.ts';
import { type Interpretation, surely } from './interpretation.ts';
import { unreadOf } from './unread.ts';

/** At the review a yes confirms, and anything that reads as a new value changes it. */
export function readAtReview(play: Play, said: Said): Interpretation {
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
    return ordered(play, settle(play, changes, { lines: unreadOf(play, said, changes) }), said);
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
export function knownIn({ definition, form }: Play, { known }: Changes): IsKnown {
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
export const isAgain = (play: Play, said: Said, isKnown: IsKnown): boolean =>
  play.form.asked === null &&
  play.definition.agreed !== undefined &&
  saysAgain(said.reading, play.definition.agreed, isKnown);

/** "Crea" says itself what is to be done; what is final wants the yes besides. */
const isOrder = ({ text }: Said): boolean =>
  readCommand(text)?.kind === 'confirm' && readYesNo(text) === null;

/** An order that holds values may be for the form ("metti 95k") or begin something else ("chiudi Contoso"). */
export function ordered({ definition }: Play, outcome: Outcome, said: Said): Interpretation {
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
