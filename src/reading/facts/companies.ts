import { anyOf, inLists, made, patternOf } from '../../language/said.ts';
import { isInstitution, isPassedOver, strengthOfOpener } from '../../lookup/name-stops.ts';
import { STRENGTH } from './candidate.ts';
import { isRequest, byForm, companyAt, isJoin } from './legal-forms.ts';
import { beginsSentence, isForm, isNamePiece, isOrdinary, isOurs } from './names.ts';
import { SENTENCE, small } from './small-companies.ts';
import { isGivenName } from '../../language/name-like.ts';
import type { ProposedFact } from './candidate.ts';
import type { Stops } from './names.ts';
import type { Typed, Word } from './typed.ts';

const MOST_WORDS = 8;

/** Companies by their legal form, and by the word before them ("con Bruni Pompe", "cliente Acme"). */
export function findCompanies(typed: Typed, stops: Stops): ProposedFact[] {
  return typed.words.flatMap((word, at) => {
    if (isForm(word) && !isForm(typed.words[at - 1])) return byForm(typed, at, stops);
    if (strengthOfOpener(word.text) > 0) return byOpener(typed, at, stops);
    return byCapitals(typed, at, stops);
  });
}

/** A small word that only a name's own may be, and no "di". */
const SMALL = /\s\p{Ll}{4,}/u;

/** Surer than "cliente" alone: see `isOfDeal`. */
const OF_A_DEAL = 4;

/** "cambia cliente in Oleificio Russo", "change the customer to …". */
const isInto = inLists('into-customer');

function byOpener(typed: Typed, opener: number, stops: Stops): ProposedFact[] {
  const { words } = typed;
  const own = strengthOfOpener(words[opener]?.text ?? '');
  if (own < 1) return [];
  const weight = isOfDeal(typed, opener) ? OF_A_DEAL : own;
  let at = opener + 1;
  const isBefore = (word: Word | undefined): boolean =>
    word?.isCapital === false && (isPassedOver(word.text) || (own >= 3 && isInto(word.text)));
  while (at < opener + 4 && isBefore(words[at])) at += 1;
  // "per il Comune di castel san pietro, 48k".
  const placed = isInstitution(words[at]?.text ?? '') ? small(typed, at, stops) : [];
  if (placed.some(({ guess }) => SMALL.test(typed.text.slice(guess.start, guess.end)))) return placed;
  if (words[at]?.isCapital === true || /^\d+\p{Lu}/u.test(words[at]?.raw ?? ''))
    return written(typed, at, stops, weight);
  return own >= 2 ? small(typed, at, stops) : [];
}

/** A run of capitals, with small words between two of them. */
function written(typed: Typed, from: number, stops: Stops, weight: number): ProposedFact[] {
  const end = runEnd(typed, from, stops);
  if (end === from || isSomethingElse(typed, from, end, weight)) return [];
  // "un treno per Roma", "delegare con GDAP": one word, and no deal that it could be the customer of.
  const isDoubtful = end - from === 1 && weight < 3 && (weight < 2 || isAcronym(typed.words[from]));
  return isDoubtful ? [] : companyAt(typed, from, end, STRENGTH.placed + Math.round(weight));
}

/** What lies between "deal" and the preposition of its customer: "deal co-sell da 40k con". */
const ofDeal = patternOf()`${'deal-said'}(?! ?[,.;:?!])[^,.;:?!\n]{0,30}$`;
const ofContact = patternOf()`${'contact-said'}`;

/** Whether a preposition leads to the customer of a deal, who is a company even where it is called after a person. */
const isOfDeal = ({ words, plain }: Typed, opener: number): boolean => {
  const at = words[opener]?.start ?? 0;
  return (
    ofDeal().test(plain.slice(Math.max(0, at - 50), at)) &&
    !ofContact().test(plain.slice(Math.max(0, at - 30), at))
  );
};

/** Where the run of a name's words ends that begins at a word; the word itself where none does. */
export function runEnd(typed: Typed, from: number, stops: Stops): number {
  const { words } = typed;
  if (!isFree(words, from, stops)) return from;
  let end = from + 1;
  while (end < words.length && end - from < MOST_WORDS) {
    // "Fabrikam's CFO" is somebody of theirs.
    if (/['’]s$/u.test(words[end - 1]?.raw ?? '')) break;
    let next = end;
    while (next < words.length && next - end < 3 && isJoin(words[next])) next += 1;
    if (!isFree(words, next, stops) || isAffiliation(words, from, end, next)) break;
    end = next + 1;
  }
  return end;
}

const leadsToTown = inLists('affiliations');

/**
 * "Carrozzeria Lampo di Modena", "la 3B di Mantova": two words have a name, or an acronym with its article, and "di" leads to its town; "Molino del Colle" goes on.
 */
const isAffiliation = (words: readonly Word[], from: number, end: number, next: number): boolean =>
  (end - from >= 2 || isCalled(words, from)) &&
  next > end &&
  leadsToTown(words[end]?.text ?? '') &&
  // "Università degli Studi di Milano" is called so.
  !isInstitution(words[from]?.text ?? '');

/** "La 3B", "la SAIT": called so, and no kind of a company ("la Cantina di Soave"). */
export const isCalled = (words: readonly Word[], from: number): boolean =>
  isArticle(words[from - 1]?.text ?? '') && isAcronym(words[from]);
const isArticle = inLists('thing-articles', 'articles-or-pronouns');

/** A piece of a name; a day or an amount only where the name plainly goes on after it. */
function isFree(words: readonly Word[], at: number, stops: Stops): boolean {
  const [word, next] = [words[at], words[at + 1]];
  // "Power & Light" is no Power BI.
  const isJoined = next?.text === '&' || words[at - 1]?.text === '&';
  if (word === undefined || !isNamePiece(word) || (isOurs(word.text) && !isJoined)) return false;
  if (!stops.has(word)) return true;
  return word.isCapital && next?.isCapital === true && !stops.has(next) && !isGivenName(next.text);
}

/** A person, Microsoft, or a word that a sentence begins with. */
function isSomethingElse(typed: Typed, from: number, end: number, weight: number): boolean {
  const { words } = typed;
  const all = words.slice(from, end);
  const [first, second] = all;
  if (first === undefined || all.every((word) => !/\p{L}/u.test(word.raw) || isOurs(word.text))) return true;
  // "Head of IT" under a name is a post.
  if (weight < 3 && all.every((word) => isJob(word.text))) return true;
  const isPerson =
    isGivenName(first.text) || (all.length === 2 && second !== undefined && isGivenName(second.text));
  if (isPerson && all.length <= 3 && weight < 3 && !all.some((word) => word.text === '&')) return true;
  return all.length === 1 && isOrdinary(first.text);
}

const isJob = inLists('job-words');

const isAcronym = (word: Word | undefined): boolean =>
  word !== undefined && /^[\p{Lu}\d-]{2,6}$/u.test(word.raw);

/** What is said of deals and of nothing else that has a name. */
const ofDeals = made(() => new RegExp(`(?<![a-z])${anyOf('said-of-deals')}(?![a-z])`));
const NEAR = 24;

const isAtPlace = inLists('at-places');
/** What is said of a deal right behind its customer's name: that it was accepted, has expired. */
const isBehindSubject = patternOf()`^ (?:${'is-words'}|has|ha) (?:[a-z]{2,6} ){0,2}(?:${'accepted'}|${'declined'}|${'expired'})(?![a-z])`;

/** Capitals and nothing before them that says whose: "hanno accettato Bruni Pompe", "close the Acme deal". */
function byCapitals(typed: Typed, at: number, stops: Stops): ProposedFact[] {
  const { words, context, plain } = typed;
  const [word, before] = [words[at], words[at - 1]];
  const isNumbered = /^\d+\p{Lu}$/u.test(word?.raw ?? '') && words[at + 1]?.isCapital === true;
  const isFirst =
    (word?.isCapital === true || isNumbered) && before?.isCapital !== true && before?.text !== '&';
  if (word === undefined || !isFirst || context.asked === 'contact') return [];
  const end = runEnd(typed, at, stops);
  const size = end - at;
  const isStart = beginsSentence(typed, at);
  if (size === 0 || isSomethingElse(typed, at, end, 0)) return [];
  if (/^i(?:'|$)/.test(word.text)) return [];
  const last = words[end - 1]?.end ?? word.end;
  // "Zava è stato accettato da Microsoft?"
  const isSubject = size === 1 && !isAcronym(word) && isBehindSubject().test(plain.slice(last));
  if (isStart && ((size === 1 && !isSubject) || isOrdinary(word.text) || isRequest(word.text))) return [];
  if (size === 1 && (isAcronym(word) || isAtPlace(before?.text ?? ''))) return [];
  const from = word.start;
  const around =
    size === 1
      ? plain.slice(Math.max(0, from - NEAR), last + NEAR)
      : plain.slice(Math.max(0, from - SENTENCE), last + SENTENCE);
  const isListed = stops.areOfDeal && !isStart && (size > 1 || at === 1);
  return isListed || ofDeals().test(around) ? companyAt(typed, at, end, STRENGTH.alone, false) : [];
}
