import { type ClarifyOption, optionButton } from '../cards/clarify-card.ts';
import { type Button, forEverybody, type Reply } from '../cards/reply-data.ts';
import { type Answer, type AnswerCase, type Circumstance, OTHERS } from '../knowledge/knowledge.ts';
import { countryName } from '../language/countries.ts';
import type { Locale } from '../language/locale.ts';
import { botTexts } from './texts.ts';
import type { Turn } from './turn.ts';

/** In place of a value: asks again which case holds. */
export const ASK_AGAIN = '?';

/** Names a case of an answer, as buttons and an open question do: `invoicing#IT`. No answer's id has that sign. */
const caseId = (answerId: string, value: string): string => `${answerId}#${value}`;

/** What an id names: an answer, and the case of it that was chosen, null where none was. */
export function readCaseId(id: string): { readonly answerId: string; readonly value: string | null } {
  const at = id.indexOf('#');
  return at < 0 ? { answerId: id, value: null } : { answerId: id.slice(0, at), value: id.slice(at + 1) };
}

/** Which case of an answer holds for who reads. */
export type FittingCase =
  /** For all alike, or where others read: the answer as it is. */
  | { readonly kind: 'any' }
  /** Null where it is none of those written. `isTold` where the person said so themselves. */
  | { readonly kind: 'one'; readonly holds: AnswerCase | null; readonly isTold: boolean }
  /** Nobody knows. */
  | { readonly kind: 'unknown' };

/**
 * The case that the person's record chooses, or what they said before: the first that holds. Where only some of it is
 * known, a case above that may hold as well is asked about: who is in one programme may be in another, too.
 */
export function fitCase(answer: Answer, turn: Turn): FittingCase {
  const cases = casesOf(answer, turn.locale);
  if (answer.variesBy === undefined || cases.length === 0 || turn.readership === 'public')
    return { kind: 'any' };
  const { is, isNot, isWhole, isTold } = knownOf(answer.variesBy, turn);
  const holdsOthers = cases.find((each) => each.for.includes(OTHERS));
  for (const each of cases.filter((one) => one !== holdsOthers)) {
    if (each.for.some((value) => is.includes(value))) return { kind: 'one', holds: each, isTold };
    if (!isWhole && each.for.some((value) => !isNot.includes(value))) return { kind: 'unknown' };
  }
  return { kind: 'one', holds: holdsOthers ?? null, isTold };
}

/** What is known of one circumstance; whole where nothing else can hold beside. */
interface KnownCircumstance {
  readonly is: readonly string[];
  readonly isNot: readonly string[];
  readonly isWhole: boolean;
  readonly isTold: boolean;
}

function knownOf(circumstance: Circumstance, { person, record }: Turn): KnownCircumstance {
  const listed = { isNot: [], isWhole: true, isTold: false };
  const roles = person?.roles ?? null;
  if (circumstance === 'role' && roles !== null)
    return { ...listed, is: roles.length === 0 ? ['none'] : roles };
  if (circumstance === 'country' && person !== null) return { ...listed, is: [person.company.country] };
  const { is = [], isNot = [] } = record.circumstances?.[circumstance] ?? {};
  return { is, isNot, isWhole: circumstance === 'country' && is.length > 0, isTold: true };
}

/** The options to choose from: every country, else every case, and that none of them holds. */
export function caseOptions(answer: Answer, locale: Locale): ClarifyOption[] {
  const { variesBy } = answer;
  if (variesBy === undefined) return [];
  const written = casesOf(answer, locale).filter((each) => !each.for.includes(OTHERS));
  const named = written.flatMap((each) => {
    const values = variesBy === 'country' ? each.for : each.for.slice(0, 1);
    return values.map((value) => ({ value, title: titleOfCase(each, value, variesBy, locale) }));
  });
  const others = { value: OTHERS, title: botTexts[locale].otherCircumstance[variesBy] };
  return [...named, others].map(({ value, title }) => ({
    kind: 'answer',
    id: caseId(answer.id, value),
    title,
  }));
}

/** Asks which case holds. */
export function askCase(answer: Answer, turn: Turn): void {
  const options = caseOptions(answer, turn.locale);
  const question = answer.variesBy === undefined ? '' : botTexts[turn.locale].whichHolds[answer.variesBy];
  turn.say(
    forEverybody({ summary: question, text: [question], buttons: options.map((each) => optionButton(each)) }),
  );
  turn.session.clarify = options.map(({ id, kind }) => ({ id, kind }));
}

/**
 * Remembers which case the person says holds for them; of the answer's others they say that they don't. False where the
 * answer has no such case (any more).
 */
export function noteCase(answer: Answer, value: string, turn: Turn): boolean {
  const { variesBy } = answer;
  const cases = casesOf(answer, turn.locale);
  const chosen = cases.find((each) => each.for.includes(value));
  if (variesBy === undefined || (chosen === undefined && value !== OTHERS)) return false;
  const before = turn.record.circumstances?.[variesBy] ?? { is: [], isNot: [] };
  const all = valuesOf(cases);
  const holding = value === OTHERS ? [] : variesBy === 'country' ? [value] : (chosen?.for ?? []);
  const kept = variesBy === 'country' ? [] : before.is.filter((each) => !all.includes(each));
  const is = latest([...kept, ...holding]);
  const isNot = latest([...before.isNot, ...all].filter((each) => !is.includes(each)));
  turn.record.circumstances = {
    ...turn.record.circumstances,
    [variesBy]: { is, isNot, at: turn.now.toISOString() },
  };
  return true;
}

/** An answer in the words of one case. */
export function withCase(answer: Answer, { lead, body }: AnswerCase, locale: Locale): Answer {
  const text = answer.texts[locale];
  if (text === undefined) return answer;
  const said = { ...text, lead, ...(body === undefined ? {} : { body }) };
  return { ...answer, texts: { ...answer.texts, [locale]: said } };
}

/** What a case is called: of several countries all of them. */
export function nameOfHolding(answer: Answer, holds: AnswerCase | null, locale: Locale): string {
  const { variesBy = 'programme' } = answer;
  if (holds === null || holds.for.includes(OTHERS)) return botTexts[locale].otherCircumstance[variesBy];
  if (variesBy !== 'country') return holds.label ?? holds.for.join(', ');
  return holds.label ?? holds.for.map((code) => countryName(code, locale)).join(', ');
}

/** An answer that was chosen by what the person said, with the way to say otherwise. */
export function withOtherCase(reply: Reply, answerId: string, locale: Locale): Reply {
  const other: Button = {
    title: botTexts[locale].holdsOther,
    action: { action: 'answer', id: caseId(answerId, ASK_AGAIN) },
  };
  return { ...reply, buttons: [...(reply.buttons ?? []), other] };
}

/** A person works in few programmes; what was said of more is forgotten from the oldest on. */
const MOST_VALUES = 40;
const latest = (values: readonly string[]): string[] => [...new Set(values)].slice(-MOST_VALUES);

const casesOf = (answer: Answer, locale: Locale): readonly AnswerCase[] => answer.texts[locale]?.cases ?? [];

const valuesOf = (cases: readonly AnswerCase[]): readonly string[] =>
  cases.flatMap((each) => each.for).filter((value) => value !== OTHERS);

function titleOfCase(each: AnswerCase, value: string, circumstance: Circumstance, locale: Locale): string {
  return circumstance === 'country' ? countryName(value, locale) : (each.label ?? value);
}
