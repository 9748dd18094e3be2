import { deniedIn, isDeniedIn } from '../../src/language/denied.ts';
import { asks } from '../../src/reading/contents.ts';
import { type Command, readCommand } from '../../src/language/commands.ts';
import { flatten } from '../../src/language/flat.ts';
import { holdsPhrase } from '../../src/language/said.ts';
import { amend } from './amending.ts';
import { type Gathered, isOneOf, parseSlot, saidIn, takeChanges } from './answer.ts';
import { askChange, runCommand, settleChange, slotCalled } from './commands.ts';
import { answersToo } from './other-answers.ts';
import type { Said } from './slot.ts';
import { slotNamed } from './state.ts';
import { formTexts } from './texts.ts';
import type { Play } from './values.ts';
import { type Interpreted, surely } from './interpretation.ts';
import { isAgain, knownIn } from './at-review.ts';

/** "aggiungi anche …", "indietro", "cambia il valore". */
export function readCommandHere(play: Play, said: Said): Interpreted {
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
  const whole = command.kind === 'change' ? toldWhole(play, command, said) : null;
  if (whole !== null) return surely(settleChange(play, whole));
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

export const isLater = holdsPhrase('in-due-course');

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

/** "Il valore è 28 non 18": what all of the words say of the slot called, where that is one value. */
function toldWhole(
  play: Play,
  { what, to }: Extract<Command, { kind: 'change' }>,
  said: Said,
): Gathered | null {
  if (to === null || deniedIn(said.text).length === 0) return null;
  const { findings, parts } = takeChanges(play, said);
  const [only, ...more] = findings;
  const isIt = only !== undefined && more.length + parts.length === 0 && only.slot === slotCalled(play, what);
  return isIt ? { findings, parts } : null;
}

/** "Il motivo è un altro, non rispondono più" names a text and tells it in its own way; null where it doesn't. */
function toldText(play: Play, said: Said): Gathered | null {
  const changes = takeChanges(play, said);
  const [only, ...more] = changes.findings;
  if (only?.slot.isFreeText !== true || more.length > 0) return null;
  return slotCalled(play, said.text.split(/[,;.]/u, 1)[0] ?? '') === only.slot ? changes : null;
}
