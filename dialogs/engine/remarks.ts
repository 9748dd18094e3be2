import { inLists, patternOf } from '../../src/language/said.ts';
import { does, doesOnly } from '../../src/reading/contents.ts';
import { toPlain } from '../../src/reading/facts/typed.ts';
import { foldedWords } from '../../src/reading/folded.ts';
import type { Clause, Fact, Reading } from '../../src/reading/reading.ts';
import type { Said } from './slot.ts';

/** Facts that tell of a deal in general, or of who writes. */
export const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['outcome', 'link', 'deal-kind']);

/** Facts that put another customer, or another person, in the place of those of a summary: with all that hangs on them. */
const OTHERS: ReadonlySet<string> = new Set(['known-name', 'organisation', 'person']);
const SUMS: ReadonlySet<string> = new Set(['money', 'recurring']);
/** What a remark may tell. */
const REMARKS: readonly Clause['act'][] = ['correction', 'statement', 'report', 'courtesy', 'filler'];
const isAlso = inLists('also');

/**
 * Whether a message below a summary tells something beside it and changes nothing: "Marco dice che 50k
 * bastavano", "sono già clienti di Contoso", "lo segue anche Marco Galli". No field is called, nothing is put in another's place,
 * and its words say more than a value.
 */
export function isRemark(said: Said): boolean {
  const { reading, facts } = said;
  if (facts.length === 0 || !doesOnly(reading, REMARKS)) return false;
  const isAnother = facts.some(({ kind }) => OTHERS.has(kind));
  const isMore =
    (isAnother || facts.some(({ kind }) => kind === 'address')) &&
    foldedWords(said.text).some((word) => isAlso(word));
  const isFree = ({ kind, role, isInstead }: Fact): boolean =>
    !SAID_ELSEWHERE.has(kind) && kind !== 'number-id' && isInstead !== true && (role === null || isMore);
  if (!facts.every(isFree)) return false;
  // "33k licenze, 9k servizi" are the value in parts, "via Roma 10 non 1" is an address.
  const isValue = facts.some(({ kind, start }) => kind === 'address' || (SUMS.has(kind) && start === 0));
  if (isValue && !isMore) return false;
  // "Mi ha chiamato Ugo Re" tells; "meglio Ugo Re, 02 111222" gives a whole contact.
  const isTold = does(reading, 'report');
  if (isMore) return true;
  const isGiven = facts.some(({ kind }) => kind === 'phone' || kind === 'email');
  // "Il cliente però è Beta Group Spa", "il referente è cambiato, adesso è Pina Bo" call the field.
  const isCalled = isAnother && ofWhom().test(toPlain(said.text));
  if (isAnother && isTold) return !(isCalled && (isGiven || changes().test(toPlain(said.text))));
  if (isCalled) return false;
  if (isAnother && !isGiven) return reading.unclaimed.length > 0;
  return (
    facts.every((fact) => isOfElse(fact, said.text)) || facts.some((fact) => saysMoreBehind(fact, reading))
  );
}

/** "Aggiungi un secondo contatto: Ugo Re …", "metti in copia Ugo Re": beside the one there is, of which there is no second. */
export const isSecond = ({ text, facts }: Said): boolean =>
  facts.some(({ kind }) => kind === 'person') && second().test(toPlain(text));
const second = patternOf()`(?<![a-z])${'second-person'}(?![a-z])`;

const changes = patternOf()`(?<![a-z])${'changes-value'}(?![a-z])`;
const ofWhom = patternOf()`(?<![a-z])(?:${'label-customer'}|${'label-contact'}|${'surname-words'}|${'first-name-words'})(?![a-z])`;

/** "Loro chiedono 45k", "l'anno scorso hanno comprato per 30k", "ci vediamo il 3 febbraio": of others, of before, or of a meeting. */
function isOfElse({ kind, start }: Fact, text: string): boolean {
  if (!SUMS.has(kind) && kind !== 'day') return false;
  const before =
    toPlain(text.slice(0, start))
      .split(/[,;:.!?\n]/u)
      .at(-1) ?? '';
  return ofOthers().test(before) || (kind === 'day' && meets().test(before));
}
const ofOthers = patternOf()`(?<![a-z])(?:${'others-subject'}|${'long-ago'})(?![a-z])`;
const meets = patternOf()`(?<![a-z])(?:${'meeting-verbs'}|${'meeting-nouns'})(?![a-z])`;

/**
 * Whether words that nobody knows stand behind a value in its piece: "il 15 gennaio ho la demo da loro". "They've cut the
 * budget, so 58k" and "signing slipped to 19 June" give the value.
 */
function saysMoreBehind({ end }: Fact, { text, unclaimed }: Reading): boolean {
  const [behind = ''] = text.slice(end).split(/[,;:.!?\n]/u);
  return unclaimed.some((words) => behind.includes(words));
}
