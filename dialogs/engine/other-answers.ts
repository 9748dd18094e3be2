import { deniedIn, withoutDenied } from '../../src/language/denied.ts';
import { flatten } from '../../src/language/flat.ts';
import { inLists, patternOf } from '../../src/language/said.ts';
import { lastCorrection, withoutSecondThought } from '../../src/language/second-thoughts.ts';
import { does, doesOnly } from '../../src/reading/contents.ts';
import type { Fact } from '../../src/reading/reading.ts';
import {
  type Gathered,
  holdsAny,
  parseSlot,
  readFor,
  saidIn,
  type SlotAnswer,
  takeChanges,
  takeFrom,
} from './answer.ts';
import type { Said, Slot } from './slot.ts';
import { contextOf, isSame, type Play, previousSlot, visibleSlots } from './values.ts';

/** Whether words answer what is asked, where that is one of a few choices. */
const answersChoice = (play: Play, slot: Slot, said: Said): boolean =>
  slot.ask(contextOf(play.form, play.scene)).isClosed === true &&
  parseSlot(play, slot, said).kind === 'value';

/** Whether words say yes or no to what is asked, though they say more: "sì, e il valore è 50k". */
export const answersToo = (play: Play, slot: Slot, said: Said): boolean =>
  does(said.reading, 'assent', 'refusal') && answersChoice(play, slot, said);

/** "No, Analytics" where yes or no is asked: a word that is the name of another slot's choice changes that one, too. */
export function withCalled(play: Play, asked: Slot, said: Said, read: SlotAnswer): SlotAnswer {
  const context = contextOf(play.form, play.scene);
  const isAnswered =
    read.kind === 'found' &&
    does(said.reading, 'assent', 'refusal') &&
    asked.ask(context).isClosed === true &&
    read.findings.every(({ slot }) => slot === asked);
  if (!isAnswered) return read;
  const others = visibleSlots(play).filter(
    (slot) =>
      slot !== asked &&
      slot.isQuiet !== true &&
      play.form.values[slot.name] !== undefined &&
      slot.ask(context).choices !== undefined,
  );
  const called = said.reading.unclaimed.flatMap((words) =>
    others.flatMap((slot) => readFor(play, slot, words).findings),
  );
  const [only, ...more] = called;
  const isNews = only !== undefined && !isSame(only.value, play.form.values[only.slot.name]);
  return isNews && more.length === 0 ? { ...read, findings: [...read.findings, only] } : read;
}

const ANEW = ['correction', 'order', 'refusal', 'courtesy'] as const;

/** What a correction or an order says of other slots, at a question that any words could answer. */
export function restatedBeside(play: Play, slot: Slot, said: Said): Gathered | null {
  // "Alla fine hanno firmato" at the question why it was lost tells another end, and no reason.
  const isNews = slot.isFreeText === true && said.facts.some(({ kind }) => kind === 'outcome');
  if (!does(said.reading, 'correction', 'order') && !isNews) return null;
  // An order inside a note is part of what is to be written.
  if (slot.isFreeText === true && !isNews && !isAnew(said)) return null;
  const taken = takeFrom(play, said, slot);
  const own = slot.take?.(said, contextOf(play.form, play.scene)) ?? null;
  // "No e metti 50k" answers what was asked besides.
  const isAnswered = own !== null || answersChoice(play, slot, said);
  return holdsAny(taken) && !isAnswered ? taken : null;
}

/** Whether words do nothing but change what there is; "chiamare Rita Neri 335 …" is to be written. */
const isAnew = (said: Said): boolean =>
  doesOnly(said.reading, [...ANEW, 'assent']) &&
  (does(said.reading, 'correction') || changesOnly(ordered(said)));

/** What is ordered behind a yes: "sì ma metti 72k". */
function ordered(said: Said): Said {
  const [first, order, ...more] = said.reading.clauses;
  const isBehindYes = first?.act === 'assent' && order?.act === 'order' && more.length === 0;
  return isBehindYes ? { ...said, text: order.text.replace(but(), '') } : said;
}
const but = patternOf('iu')`^(?:${'but'}|${'joining'})\s+`;

/** "Sì ma togli il telefono" where a text is asked: it wants something else, and is no text. */
export const isOrderBeside = (said: Said): boolean =>
  doesOnly(said.reading, [...ANEW, 'assent']) && ordered(said) !== said && changesOnly(ordered(said));

/** "Sorry, I meant shared, not private": a correction that is one of the choices of a value that there is. */
export function chosenAnew(play: Play, asked: Slot, said: Said): Gathered | null {
  if (said.facts.length > 0 || !does(said.reading, 'correction') || !doesOnly(said.reading, ANEW))
    return null;
  const meant = withoutDenied(lastCorrection(said.text) ?? withoutSecondThought(said.text)).replace(
    /[\s,;.]+$/u,
    '',
  );
  const slots = visibleSlots(play).filter((slot) => slot !== asked && isChosen(play, slot));
  const read = slots.map((slot) => readFor(play, slot, meant)).filter(({ findings }) => findings.length > 0);
  return read.length === 1 ? (read[0] ?? null) : null;
}

const isChosen = ({ form, scene }: Play, slot: Slot): boolean =>
  form.values[slot.name] !== undefined && slot.ask(contextOf(form, scene)).isClosed === true;

/**
 * "Anzi Studio Verdi", "85 non 80" at a question that nothing was answered to yet: what is corrected was said before. An
 * address, a date or a number of its own ("anzi via Verdi 3, Milano") is the answer all the same.
 */
export function correctedEarlier(play: Play, slot: Slot, said: Said): Gathered | null {
  const { values, partials } = play.form;
  if (slot.isFreeText === true || values[slot.name] !== undefined || slot.name in partials) return null;
  if (answersToo(play, slot, said)) return null;
  const corrected = withoutSecondThought(said.text).trim();
  const isTurned = corrected !== said.text.trim() || isDenying(said.text);
  if (!isTurned || corrected === '' || !doesOnly(said.reading, [...ANEW, 'statement', 'not-now']))
    return null;
  if (slot.take?.(said, contextOf(play.form, play.scene))?.kind === 'value') return null;
  const isThere = ({ slot: { name } }: { readonly slot: Slot }): boolean => values[name] !== undefined;
  const changes = takeChanges(play, saidIn(said.text, 'review', play.scene));
  const told = [...changes.findings, ...changes.parts];
  if (told.length > 0) return told.every(isThere) ? changes : null;
  // Any words could be a name; what has a figure is none, and behind an address they are rather of that: "no è Verona".
  const isFollowed = visibleSlots(play).some((each) => each.isPlace === true && isThere({ slot: each }));
  const earlier = visibleSlots(play).filter(
    (each) =>
      isThere({ slot: each }) &&
      each.isQuiet !== true &&
      !(each.isOpenEnded === true && (/\d/.test(corrected) || isFollowed)),
  );
  const read = earlier
    .map((each) => readFor(play, each, corrected))
    .filter(({ findings }) => findings.length > 0);
  return read.length === 1 ? (read[0] ?? null) : null;
}
const isDenying = (text: string): boolean => deniedIn(text).length > 0;

/**
 * "Bianchi Logistica", "Ospedale San Raffaele, 150k" at a question of a few choices: the name that is still to be given
 * stands first, in words with capitals that nothing else claims. Nothing where none does.
 */
export function namedFirst(play: Play, asked: Slot, { text, reading }: Said): Gathered | null {
  const context = contextOf(play.form, play.scene);
  const [run] = reading.unclaimed;
  const open = visibleSlots(play).filter(
    (slot) => slot.isOpenEnded === true && slot.isQuiet !== true && play.form.values[slot.name] === undefined,
  );
  const [slot, ...more] = open;
  if (run === undefined || slot === undefined || more.length > 0 || slot.name in play.form.partials)
    return null;
  const isOfChoice = asked.ask(context).isClosed === true && doesOnly(reading, ['statement']);
  if (!isOfChoice || !text.trimStart().startsWith(run) || !WRITTEN.test(run)) return null;
  const found = readFor(play, slot, run);
  return holdsAny(found) ? found : null;
}
/** Two to five words, each with its capital. */
const WRITTEN = /^\p{Lu}[\p{L}\d'’&.-]*(?: \p{Lu}[\p{L}\d'’&.-]*){1,4}$/u;

/** In words; more are about something else than the last answer. */
const MOST_WORDS = 3;

/** "Anzi bianchi trasporti" at the question after the customer's: a correction that answers nothing corrects the last answer. */
export function answeredBefore(play: Play, said: Said): Gathered | null {
  const last = previousSlot(play);
  const corrected = withoutSecondThought(said.text);
  if (last === null || said.facts.length > 0) return null;
  // "Dollari" behind "54k" goes on with it.
  const goesOn = last.isOpenEnded !== true && said.text.trim().split(/\s+/).length <= MOST_WORDS;
  const isTurned = corrected !== said.text && doesOnly(said.reading, ANEW);
  if (!isTurned && !(goesOn && doesOnly(said.reading, ['statement']))) return null;
  const read = readFor(play, last, corrected);
  return read.findings.length > 0 || (isTurned && holdsAny(read)) ? read : null;
}

/**
 * "Aggiungi 5000 euro" begins nothing: its verb only changes what there is, and it names no deal. Nor do a few words around
 * nothing but a sum: "no, put it back to 30k".
 */
export function changesOnly({ text, facts }: Said): boolean {
  const words = flatten(withoutSecondThought(text)).text.split(' ');
  const isSum = facts.length > 0 && facts.every(({ kind }) => kind === 'money') && words.length <= FEW_WORDS;
  return isSum ? !words.some(isDeal) : isChanging(words[0] ?? '') && !facts.some(isOfDeal);
}

const FEW_WORDS = 7;
const isDeal = inLists('deal-nouns');

const isChanging = inLists('add-verbs', 'remove-verbs', 'set-verbs', 'change-verbs');
const isOfDeal = ({ kind }: Fact): boolean =>
  kind === 'known-name' || kind === 'organisation' || kind === 'outcome';
