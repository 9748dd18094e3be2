import { isBesideName, readLabelledName, readName } from '../../language/people.ts';
import { inLists, patternOf } from '../../language/said.ts';
import { leadToCompany } from './legal-forms.ts';
import { isSigned, strengthBeside } from './beside.ts';
import { STRENGTH } from './candidate.ts';
import { beginsSentence, isForm, isOrdinary, isOurs, spanOfWords } from './names.ts';
import { isGivenName } from '../../language/name-like.ts';
import { isTitle } from './titles.ts';
import type { ProposedFact } from './candidate.ts';
import type { Stops } from './names.ts';
import type { Place } from '../reading.ts';
import type { Typed, Word } from './typed.ts';

/** A name cut into first and last; one word after a title is the last name ("Ing. Neri"). */
export function toPersonName(
  value: string,
  hasTitle: boolean,
): { value: string; firstName: string | null; lastName: string | null } {
  const name = readName(value);
  const { firstName = value, lastName = null } = name ?? {};
  const whole = lastName === null ? firstName : `${firstName} ${lastName}`;
  if (lastName === null && hasTitle) return { value: whole, firstName: null, lastName: firstName };
  return { value: whole, firstName, lastName };
}

/** Persons by their title, by the word before them, by a common first name, or by the e-mail or phone after them. */
export function findPersons(typed: Typed, stops: Stops, reached: readonly ProposedFact[]): ProposedFact[] {
  const places = reached
    .filter(({ guess }) => guess.kind === 'email' || guess.kind === 'phone')
    .slice(0, MOST_PLACES);
  const mailed = reached.flatMap(({ guess }) => (guess.kind === 'email' ? byMail(typed, guess, stops) : []));
  const labelled = byLabels(typed);
  const others = typed.words.flatMap((word, at) => {
    if (!word.isWord) return isCue(word.text) ? byCue(typed, at, stops) : [];
    if (isPartOfName(word.text)) return byPartOfName(typed, at, stops);
    if (copula().test(word.raw)) return byCopula(typed, at, stops, ofContact());
    if (isBut(word.text)) return byCopula(typed, at, stops, ofNoContact());
    if (isTitle(word)) return byTitle(typed, at, stops);
    if (isCue(word.text)) return byCue(typed, at, stops);
    if (!word.isCapital || (typed.words[at - 1]?.isCapital === true && !isTitle(typed.words[at - 1])))
      return [];
    return byCapitals(typed, at, stops, places);
  });
  return [...labelled, ...others, ...mailed.slice(0, MOST_PLACES)];
}

/** "Surname: Okafor, first name: Ada". */
function byLabels({ text, plain }: Typed): ProposedFact[] {
  if (!mayBeLabelled().test(plain)) return [];
  const found = readLabelledName(text);
  if (found === null || found.end - found.start > LONGEST_LABELLED) return [];
  return [
    {
      guess: { kind: 'person', value: `${found.firstName} ${found.lastName}`, ...found },
      strength: STRENGTH.marked,
    },
  ];
}

const mayBeLabelled = patternOf()`(?<![a-z])${'surname-words'}(?![a-z])`;
const LONGEST_LABELLED = 90;

/** "ugo neri 333 1234567 ugo.neri@…": small words before an address that is made of one of them. */
function byMail(typed: Typed, mail: Place & { readonly value: string }, stops: Stops): ProposedFact[] {
  const { words } = typed;
  const [local = ''] = mail.value.split('@');
  let end = words.findIndex(({ start }) => start >= mail.start);
  // A number, a mark or "tel" may stand between the name and its address.
  const isBetween = (word: Word | undefined): boolean =>
    word !== undefined &&
    (stops.has(word) || (!word.isWord && word.text !== '\n') || isBesideName(word.text));
  while (end > 0 && isBetween(words[end - 1])) end -= 1;
  let from = end;
  while (from > 0 && end - from < MOST_WORDS && isSmallName(words[from - 1], stops)) from -= 1;
  const run = words.slice(from, end);
  const isTold = run.some(({ text }) => text.length > 2 && local.includes(text.replace(/'/g, '')));
  return isTold && run.length >= 2 ? candidateAt(typed, from, end, STRENGTH.placed) : [];
}

const isSmallName = (word: Word | undefined, stops: Stops): boolean =>
  word !== undefined &&
  /^\p{Ll}[\p{L}\p{M}'’-]+$/u.test(word.raw) &&
  !(stops.has(word) || isOrdinary(word.text) || isBesideName(word.text) || isCue(word.text));

/** Of more addresses than these in one message none is told apart by the name beside it. */
const MOST_PLACES = 20;

const LETTERS = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
/** Small words inside a last name. */
export const isInPerson = inLists('inside-persons');
const MOST_WORDS = 4;

const isPiece = (word: Word | undefined, stops: Stops): boolean =>
  word !== undefined && LETTERS.test(word.raw) && !isForm(word) && !stops.has(word) && !isOurs(word.text);

/** Where a run of a person's capitals ends; particles only before another. */
function runEnd({ words }: Typed, from: number, stops: Stops): number {
  if (!isPiece(words[from], stops)) return from;
  let end = from + 1;
  while (end < words.length && end - from < MOST_WORDS) {
    let next = end;
    while (next - end < 2 && isInPerson(words[next]?.raw ?? '')) next += 1;
    // "Anna Bruni di Alfa Pompe": after two names "di" leads to the company.
    if (!isPiece(words[next], stops) || (next > end && end - from >= 2)) break;
    end = next + 1;
  }
  return end;
}

function candidateAt(
  typed: Typed,
  from: number,
  to: number,
  strength: number,
  hasTitle = false,
): ProposedFact[] {
  if (isForm(typed.words[to]) || isGreeted(typed, from)) return [];
  const span = spanOfWords(typed, from, to);
  return [{ guess: { kind: 'person', ...span, ...toPersonName(span.value, hasTitle) }, strength }];
}

const isGreeting = inLists('letter-greetings');

/** "Ciao Sara," speaks to the reader. */
function isGreeted({ words }: Typed, from: number): boolean {
  let at = from - 1;
  while (at >= 0 && isTitle(words[at])) at -= 1;
  return isGreeting(words[at]?.text ?? '');
}

function byTitle(typed: Typed, title: number, stops: Stops): ProposedFact[] {
  let from = title + 1;
  while (isTitle(typed.words[from]) || typed.words[from]?.text === '.') from += 1;
  const end = runEnd(typed, from, stops);
  // "L'ing. Neri della Meccanica Veneta": a small "della" behind the name leads to the company.
  const company = leadToCompany(typed, from, end);
  return end === from ? [] : candidateAt(typed, from, company < 0 ? end : company, STRENGTH.marked - 5, true);
}

const copula = patternOf('i')`^${'is-somebody'}$`;
const ofContact = patternOf()`${'contact-nouns'}[^.;:\n?!]*$`;
/** "Il contatto non è Bruno Tosi ma Franca Tosi". */
const isBut = inLists('but');
const ofNoContact = patternOf()`${'contact-nouns'}[^.;:\n?!]*(?<![a-z])${'denying'} [^.;:\n?!]*$`;

/** "our contact at Litware is Dana Scully": the contact is named some words before. */
function byCopula(typed: Typed, at: number, stops: Stops, before: RegExp): ProposedFact[] {
  const place = typed.words[at]?.start ?? 0;
  if (!before.test(typed.plain.slice(Math.max(0, place - 60), place))) return [];
  const end = runEnd(typed, at + 1, stops);
  return end - at < 3 ? [] : candidateAt(typed, at + 1, end, STRENGTH.placed + 6);
}

const isPartOfName = inLists('surname-labels');
const isAfterLabel = inLists('after-surname-labels');

/** "il cognome è Ferrari": a last name without its first. */
function byPartOfName(typed: Typed, cue: number, stops: Stops): ProposedFact[] {
  let from = cue + 1;
  const isBetween = (word: string): boolean => word === ':' || isAfterLabel(word);
  while (from - cue < 3 && isBetween(typed.words[from]?.text ?? '')) from += 1;
  const end = runEnd(typed, from, stops);
  return end === from ? [] : candidateAt(typed, from, end, STRENGTH.placed, true);
}

const isCue = inLists('contact-cues', 'talk-cues');
const isTalkCue = inLists('talk-cues');
const isLink = inLists('contact-links');

/** "contatto Anna Neri", "il referente è …", "parlo con …", "persona di riferimento aldo brera". */
function byCue(typed: Typed, cue: number, stops: Stops): ProposedFact[] {
  const { words } = typed;
  const isTalk = isTalkCue(words[cue]?.text ?? '');
  let from = cue + 1;
  while (
    from - cue < 4 &&
    (isLink(words[from]?.text ?? '') || /^[:,]$/.test(words[from]?.text ?? '')) &&
    words[from]?.isCapital !== true
  )
    from += 1;
  const titled = isTitle(words[from]);
  if (titled) return [];
  const end = runEnd(typed, from, stops);
  if (end > from) {
    const isName = end - from > 1 || isGivenName(words[from]?.text ?? '') || !isTalk;
    return isName && !isOrdinary(words[from]?.text ?? '')
      ? candidateAt(typed, from, end, STRENGTH.placed + 6)
      : [];
  }
  return isTalk ? [] : dictated(typed, from, stops);
}

/** Two small words that are no everyday words: "aldo brera". */
function dictated(typed: Typed, from: number, stops: Stops): ProposedFact[] {
  const { words } = typed;
  const isName = (word: Word | undefined): boolean =>
    word !== undefined &&
    /^\p{Ll}[\p{L}'’]+$/u.test(word.raw) &&
    !stops.has(word) &&
    !isOrdinary(word.text) &&
    !isCue(word.text);
  if (!isName(words[from])) return [];
  let end = from + 1;
  while (
    end - from < 4 &&
    (isName(words[end]) || (isInPerson(words[end]?.text ?? '') && isName(words[end + 1])))
  )
    end += 1;
  if (end - from < 2)
    return isGivenName(words[from]?.text ?? '') ? candidateAt(typed, from, end, STRENGTH.placed) : [];
  const known = isGivenName(words[from]?.text ?? '') ? Math.min(end, from + 2) : end;
  return candidateAt(typed, from, Math.max(known, from + 2), STRENGTH.placed);
}

/** "Anna Bruni" by the first name, "Gemma Lewis gemma.lewis@…" by what stands beside it. */
function byCapitals(
  typed: Typed,
  from: number,
  stops: Stops,
  places: readonly ProposedFact[],
): ProposedFact[] {
  const { words } = typed;
  const end = runEnd(typed, from, stops);
  if (end - from < 2 || end - from > MOST_WORDS) return [];
  const run = words.slice(from, end);
  if (isGreeting(run[0]?.text ?? '')) return [];
  const isFirst = beginsSentence(typed, from) && isOrdinary(run[0]?.text ?? '');
  if (isFirst) return end - from > 2 ? byCapitals(typed, from + 1, stops, places) : [];
  const beside = strengthBeside(typed, from, end, places);
  if (beside !== null) return beside === 0 ? [] : candidateAt(typed, from, end, beside);
  if (isSigned(typed, from)) return candidateAt(typed, from, end, STRENGTH.placed + 3);
  const isNamed = isGivenName(run[0]?.text ?? '') || (run.length === 2 && isGivenName(run[1]?.text ?? ''));
  return isNamed && !run.some((word) => word.text === '&')
    ? candidateAt(typed, from, end, STRENGTH.placed + 3)
    : [];
}
